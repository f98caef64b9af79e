"""Citations: each names a source that there is."""

import re
from collections.abc import Collection, Iterator

from briefpack import reading
from briefpack.brief import Citation, Manuscript
from briefpack.brief.source import naming
from briefpack.nearest import did_you_mean, nearest
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

_FIRST = re.compile(r"-?@?(?P<key>[^\s,;]+)(?P<words>\s+[^\s,;])?")
_SEVERAL = {
    "yaml": 'several sources are a list: ["{one}", "{other}"]',
    "block": "write a semicolon between sources: {one}; {other}",
    "text": "write a semicolon between sources: [@{one}; @{other}]",
}


def citations(manuscript: Manuscript) -> Iterator[Citation]:
    """Every citation of a brief, in its data and in its texts."""
    return reading.cited(manuscript.brief, [*manuscript.asides, *manuscript.tokens])


def check_cited(manuscript: Manuscript) -> Iterator[Problem]:
    """A citation names a source of the list.

    A number that leads nowhere is worse than none: the reader takes the claim for supported.
    """
    if "sources" in manuscript.gaps:
        return
    known = {str(source.id) for source in manuscript.brief.sources}
    for citation in citations(manuscript):
        if citation.key not in known:
            hint = _unknown(manuscript, citation.key, known)
            message = f"there is no source {quoted(citation.key)}"
            yield complaint(citation.key, "unknown-source", message, hint)


def _unknown(manuscript: Manuscript, key: str, known: Collection[str]) -> str:
    """Where a source may be that is not known: in a library that is not read, perhaps."""
    if not manuscript.unread:
        return did_you_mean(key, known, "list it in sources.yaml")
    line = naming(manuscript.brief.bibliography, manuscript.unread)
    are = "is" if len(manuscript.unread) == 1 else "are"
    unread = f"{' and '.join(manuscript.unread)} {are} not read: write {line}"
    return " or ".join(filter(None, [nearest(key, known), unread]))


def check_run_together(manuscript: Manuscript) -> Iterator[Problem]:
    """Behind the comma of a citation stands a page, and not another source.

    "audit, roe2024" would print one source, and the other's key as if it were a page of it.
    """
    known = {str(source.id) for source in manuscript.brief.sources}
    for citation, several in _with_their_way(manuscript):
        match = _FIRST.match(citation.locator)
        if match and match["key"] in known and _is_no_place(match):
            # What has other words behind it may be a place after all: "annex B" beside a source
            # "annex"; keys with digits are hardly such words.
            sure = not match["words"] or any(map(str.isdigit, match["key"]))
            message = f"{quoted(match['key'])} is a source, and stands where a page is expected"
            severity = Severity.ERROR if sure else Severity.WARNING
            hint = several.format(one=citation.key, other=_anew(citation.locator, match))
            yield complaint(citation.key, "citation", message, hint, severity)


def _anew(locator: str, match: re.Match[str]) -> str:
    """The other source, with its place if it has one."""
    place = locator[match.end("key") :].lstrip(" ,;")
    return ", ".join(filter(None, [match["key"], place]))


def _is_no_place(match: re.Match[str]) -> bool:
    """Numbers may be the key of a source, and are a page."""
    return any(map(str.isalpha, match["key"]))


def _with_their_way(manuscript: Manuscript) -> Iterator[tuple[Citation, str]]:
    """Every citation, and how several are written where it stands."""
    for citation in reading.within(manuscript.brief, Citation):
        yield citation, _SEVERAL["yaml"]
    tokens = [*manuscript.asides, *manuscript.tokens]
    for token in reading.walk(tokens):
        if token.type == "citation":
            yield from ((one, _SEVERAL["text"]) for one in token.meta["citations"])
        elif token.type == "block":
            block = token.meta["block"]
            yield from ((one, _SEVERAL["block"]) for one in reading.within(block, Citation))


def check_loose(manuscript: Manuscript) -> Iterator[Problem]:
    """The id of a source stands in square brackets behind an @, or is printed as it is."""
    known = {str(source.id) for source in manuscript.brief.sources}
    for key in reading.loose(manuscript.tokens):
        if key in known:
            message = f"this is no citation, and {quoted(key)} will be printed as it stands"
            hint = f"write [@{key}]"
            yield complaint(key, "citation", message, hint, Severity.WARNING)
