"""Addresses: of web pages and mailboxes, and the ORCID iDs of people."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from briefpack import orcid
from briefpack.brief import Manuscript, Person
from briefpack.brief.source import Listed
from briefpack.copyedit.citing import citations
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|\d+(?:\.\d+){3}|[^\W_]{2,}(?=:\d)")
_MAILBOX = re.compile(r"[^\s@<>(),;:\"\[\]]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Addresses can be clicked on.

    They become live links; one without `https://` would be looked for among the reader's files.
    """
    brief = manuscript.brief
    people = [*brief.authors, *brief.contact]
    own = (source.url for source in brief.sources if not isinstance(source, Listed))
    for url in (*own, *(person.url for person in people)):
        if url is not None and (problem := check_url(url)):
            yield problem
    yield from _of_libraries(manuscript)
    for person in people:
        yield from _check_mailbox(person)
        yield from _check_orcid(person)


def _of_libraries(manuscript: Manuscript) -> Iterator[Problem]:
    """Addresses in libraries: of what is cited, and they stop nothing."""
    listed = [one for one in manuscript.brief.sources if isinstance(one, Listed) and one.url]
    cited = {str(one.key) for one in citations(manuscript)} if listed else set()
    for source in listed:
        if source.id in cited and source.url and (problem := check_url(source.url)):
            yield replace(problem, severity=Severity.WARNING)


def check_url(url: Words) -> Problem | None:
    """What is wrong with the address of a web page, if anything is."""
    if _is_web_address(url):
        return None
    hint = "expected an address as https://example.org/page"
    if "://" not in url and _is_web_address(f"https://{url}"):
        hint = f"did you mean 'https://{url}'?"
    return complaint(url, "web-address", f"{quoted(url)} is no web address", hint)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError:
        return False
    spaced = any(letter.isspace() for letter in url)
    return parts.scheme in ("http", "https") and not spaced and bool(_HOST.fullmatch(host))


def is_mailbox(address: str) -> bool:
    """Whether it has the form of an e-mail address."""
    return bool(_MAILBOX.fullmatch(address))


def _check_mailbox(person: Person) -> Iterator[Problem]:
    if person.email is not None and not is_mailbox(person.email):
        bare = person.email.removeprefix("mailto:").strip("<> ")
        hint = f"did you mean '{bare}'?" if is_mailbox(bare) else "expected name@example.org"
        message = f"{quoted(person.email)} is no e-mail address"
        yield complaint(person.email, "e-mail-address", message, hint)


def _check_orcid(person: Person) -> Iterator[Problem]:
    """An iD is right to its last digit, which is made from the others."""
    if person.orcid is None:
        return
    written = orcid.bare(person.orcid)
    if not written:
        meant = orcid.likely(person.orcid)
        hint = f"did you mean '{meant}'?" if meant else "expected one as 0000-0002-1825-0097"
        yield complaint(person.orcid, "orcid", f"{quoted(person.orcid)} is no ORCID iD", hint)
    elif not orcid.is_sound(written):
        message = f"{quoted(written)} is no ORCID iD: its last digit does not fit the others"
        yield complaint(person.orcid, "orcid", message, "compare it with https://orcid.org")
