"""Linking: where the links of a brief lead, and what they are called."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.brief.source import Listed
from briefpack.copyedit.addresses import check_url, is_mailbox
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "link"

_DOUBLED = re.compile(r"https?:/*(?=https?(?::|//))", re.IGNORECASE)
_SWALLOWED = re.compile(r"(?<![.,;:!?\"'”’»])[.,;:!?\"'”’»]++$|(?<!\()(?<=[^)])\)$")
_DUMMY = re.compile(
    r"(?:.+\.)?(?:example\.(?:com|net)|.*\.(?:test|invalid|localhost)|localhost|127\.0\.0\.1"
    r"|(?:your|my|some)-?(?:domain|site|company)\.\w+|domain\.(?:com|tld))"
)
_FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)")
_EMPTY_WORDS = re.compile(
    r"(?:click |read |see )?here|this|this (?:link|page|site)|link|(?:read )?more|hier|mehr|weiter"
    r"|(?:hier )?klicken|dieser link|ici|cliquez ici|ce lien|lien|lire la suite|en savoir plus",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]]")


def check_addresses(manuscript: Manuscript) -> Iterator[Problem]:
    """A link in a text leads to an address that there can be, as those of people and sources do."""
    for target in _targets(manuscript):
        if target.startswith("mailto:"):
            yield from _check_mailbox(target)
        elif target.startswith("http") and not (_DOUBLED.match(target) or _is_dummy(target)):
            problem = check_url(target)
            if problem is not None:
                yield problem


def check_slips(manuscript: Manuscript) -> Iterator[Problem]:
    """An address was copied with nothing before it and nothing behind it.

    A full stop or a bracket that came along leads to a page that is not there; "https://" twice
    leads to a machine called "https".
    """
    for url in (*_targets(manuscript), *_listed(manuscript)):
        match = _DOUBLED.match(url)
        end = _SWALLOWED.search(url) if url.startswith("http") else None
        if match:
            message = f"{quoted(url)} begins twice"
            yield complaint(url, RULE, message, f"did you mean 'https://{_bare(url)}'?")
        elif end and not _closes(url):
            message = f"{quoted(end[0])} at the end seems to belong to the sentence"
            hint = f"did you mean '{url[: end.start()]}'?"
            yield complaint(url, RULE, message, hint, Severity.WARNING)


def check_dummies(manuscript: Manuscript) -> Iterator[Problem]:
    """No address is a placeholder: example.com leads to nobody (RFC 2606, RFC 6761).

    example.org is let pass: our own examples have it.
    """
    for url in (*_targets(manuscript), *_listed(manuscript)):
        if _is_dummy(url):
            message = f"{quoted(_host(url))} is a placeholder, and leads nowhere"
            hint = "write the address that is meant, or take the link out"
            yield complaint(url, "dummy-address", message, hint, Severity.WARNING)


def check_followed(manuscript: Manuscript) -> Iterator[Problem]:
    """No address carries what follows its reader (utm_source and the like).

    It is not part of the address, makes it long in print, and tells a stranger who reads the brief.
    """
    for url in (*_targets(manuscript), *_listed(manuscript)):
        if not url.startswith("http") or "?" not in url:
            continue
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _FOLLOWING.fullmatch(name)]
        if len(kept) < len(pairs):
            message = "this address carries marks that follow its reader"
            clean = urlunsplit(parts._replace(query=urlencode(kept)))
            yield complaint(url, "tracking", message, f"write {clean}", Severity.WARNING)


def check_words(manuscript: Manuscript) -> Iterator[Problem]:
    """The words of a link say where it leads (WCAG 2.2, 2.4.4): on paper, "here" leads nowhere."""
    tokens = list(reading.walk([*manuscript.asides, *manuscript.tokens]))
    for opening, word in pairwise(tokens):
        said = word.content.strip(" .…»›>→")
        if "href" not in opening.attrs or str(opening.attrs["href"]).startswith("#"):
            continue
        if word.type == "text" and _EMPTY_WORDS.fullmatch(said):
            message = f"{quoted(word.content)} does not say where this link leads"
            there, hint = opening.meta["target"], "let the words name what is there"
            yield complaint(there, "link-words", message, hint, Severity.WARNING)


def check_bare(manuscript: Manuscript) -> Iterator[Problem]:
    """An address in a text is a link: a bare one is printed, and cannot be clicked on."""
    for token in reading.walk([*manuscript.asides, *manuscript.tokens]):
        written = token.meta.get("written")
        if written is None:
            continue
        printed = "".join(one.content for one in written.line.children or () if one.type == "text")
        for match in _BARE.finditer(written.content):
            before = written.content[: match.start()]
            if match[0] in printed and not before.endswith(("<", "](", "[", "`")):
                message = f"{quoted(match[0])} is printed, and is no link"
                address = match[0] if "://" in match[0] else f"https://{match[0]}"
                there = written.words(match.start(), match[0])
                hint = f"write <{address}>, or [words]({address})"
                yield complaint(there, "bare-address", message, hint, Severity.WARNING)


def _targets(manuscript: Manuscript) -> Iterator[Words]:
    """The addresses of the links in texts and short fields."""
    for token in reading.walk([*manuscript.asides, *manuscript.tokens]):
        if token.type == "link_open" and "href" in token.attrs:
            yield token.meta["target"]


def _listed(manuscript: Manuscript) -> Iterator[Words]:
    """The addresses of people, and of the sources that the brief itself lists."""
    brief = manuscript.brief
    for person in (*brief.authors, *brief.contact):
        yield from filter(None, (person.url, person.email))
    own = (source.url for source in brief.sources if not isinstance(source, Listed))
    yield from filter(None, own)


def _check_mailbox(target: Words) -> Iterator[Problem]:
    """One mailbox, or several with commas (RFC 6068, 2)."""
    names = unquote(target.removeprefix("mailto:").partition("?")[0])
    if not names or not all(is_mailbox(name.strip()) for name in names.split(",")):
        message = f"{quoted(names)} is no e-mail address"
        yield complaint(target, "e-mail-address", message, "expected mailto:name@example.org")


def _closes(url: str) -> bool:
    """Whether the bracket at the end has its other half in the address: Moon_(disambiguation)."""
    return url.endswith(")") and url.count("(") >= url.count(")")


def _bare(url: str) -> str:
    """An address without all that it begins with."""
    return re.sub(r"^(?:https?(?::|/)+)+", "", url, flags=re.IGNORECASE)


def _is_dummy(url: str) -> bool:
    return bool(_DUMMY.fullmatch(_host(url)))


def _host(url: str) -> str:
    """The machine, of an address or a mailbox."""
    try:
        host = urlsplit(url).hostname if "://" in url else url.partition("?")[0].rpartition("@")[2]
    except ValueError:
        return ""
    return (host or "").casefold()
