"""Addresses: of web pages, and of mailboxes."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefpack.brief import Manuscript, Person
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|\d+(?:\.\d+){3}|[^\W_]{2,}(?=:\d)")
_MAILBOX = re.compile(r"[^\s@<>(),;:\"\[\]]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Addresses can be clicked on.

    They become live links; one without `https://` would be looked for among the reader's files.
    """
    brief = manuscript.brief
    people = [*brief.authors, *([brief.contact] if brief.contact else [])]
    for url in (*(source.url for source in brief.sources), *(person.url for person in people)):
        if url is not None and (problem := _check_url(url)):
            yield problem
    for person in people:
        yield from _check_mailbox(person)


def _check_url(url: Words) -> Problem | None:
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


def _check_mailbox(person: Person) -> Iterator[Problem]:
    if person.email is not None and not _MAILBOX.fullmatch(person.email):
        bare = person.email.removeprefix("mailto:").strip("<> ")
        hint = (
            f"did you mean '{bare}'?" if _MAILBOX.fullmatch(bare) else "expected name@example.org"
        )
        message = f"{quoted(person.email)} is no e-mail address"
        yield complaint(person.email, "e-mail-address", message, hint)
