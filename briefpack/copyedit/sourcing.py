"""Sources: each has what its kind needs, and what can be wrong in them is right."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefpack import csl
from briefpack.brief import Manuscript, Source
from briefpack.brief.source import Listed, bare_doi
from briefpack.copyedit.citing import citations
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import NOWHERE, Words, complaint

Need = tuple[str, ...]
"""Variables of CSL of which a source needs one."""

_WHO: Need = ("author", "editor", "publisher", "translator", "director")
_WHEN: Need = ("issued",)
_WHERE: Need = ("URL", "DOI")

NEEDS: Mapping[str, tuple[Need, ...]] = {
    "article-journal": (("author",), ("container-title",), _WHEN),
    "article-magazine": (("container-title",), _WHEN),
    "article-newspaper": (("container-title",), _WHEN),
    "bill": (("number", "URL", "container-title"),),
    "book": (("author", "editor", "translator"), ("publisher",), _WHEN),
    "chapter": (("author", "editor"), ("container-title",), ("publisher",), _WHEN),
    "dataset": (_WHO, _WHERE),
    "entry-encyclopedia": (("container-title",),),
    "interview": (("author", "interviewer"), _WHEN),
    "legal_case": (_WHEN,),
    "legislation": (_WHEN,),
    "paper-conference": (("author",), ("container-title", "event", "event-title"), _WHEN),
    "patent": (("number",), _WHEN),
    "personal_communication": (("author",), _WHEN),
    "post": (("author",), ("URL",), _WHEN),
    "post-weblog": (("URL",), _WHEN),
    "report": (_WHO, _WHEN),
    "software": (("URL", "publisher", "DOI"),),
    "speech": (("author",), _WHEN),
    "standard": (("number",), ("publisher", "author", "authority")),
    "thesis": (("author",), ("publisher",), _WHEN),
    "treaty": (_WHEN,),
    "webpage": (("URL",),),
}
"""What a reader needs to find a thing of that kind, beside its title."""

_FIELDS = {
    "author": "author",
    "editor": "editor",
    "container-title": "container",
    "publisher": "publisher",
    "issued": "date",
    "URL": "url",
    "DOI": "doi",
    "number": "number",
}
_SAID = {
    "author": "an author",
    "editor": "an editor",
    "translator": "a translator",
    "director": "a director",
    "interviewer": "an interviewer",
    "publisher": "a publisher",
    "authority": "an authority",
    "container-title": "the work that it is part of",
    "event": "an event",
    "event-title": "an event",
    "issued": "a date",
    "URL": "an address (URL)",
    "DOI": "a DOI",
    "number": "a number",
    "title": "a title",
}
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")


def check_style(manuscript: Manuscript) -> Iterator[Problem]:
    """The citation style is one that there is."""
    name = manuscript.brief.citation_style
    if name != csl.NUMBERED and csl.find(name) is None:
        message = f"there is no citation style {quoted(name)}"
        yield complaint(name, "citation-style", message, csl.hint(name))


def check_complete(manuscript: Manuscript) -> Iterator[Problem]:
    """A source has what a reader needs to find it, by its kind.

    Sources of a simple form that say no kind are held to nothing; those of libraries always do.
    """
    for source in _printed(manuscript):
        kind = _kind(source)
        said = f" ({kind})" if kind else ""
        if lacking := [_either(need) for need in _lacking(source, kind)]:
            message = f"the source {quoted(source.id)}{said} lacks {'; '.join(lacking)}"
            yield complaint(source.id, "source", message, severity=Severity.WARNING)


def check_dates(manuscript: Manuscript) -> Iterator[Problem]:
    """Dates in libraries are dates, and a day of access belongs to an address."""
    for source in _printed(manuscript):
        if isinstance(source, Listed):
            yield from source.faults
        if source.accessed and not (source.url or _has(source, "DOI")):
            spot = _spot(source, "accessed")
            message = f"the source {quoted(source.id)} was looked at, and has no address"
            yield complaint(spot, "source", message, "give its url", Severity.WARNING)


def check_dois(manuscript: Manuscript) -> Iterator[Problem]:
    """A DOI is one (ISO 26324): a prefix that begins with 10, a slash, and a suffix."""
    for source in _printed(manuscript):
        doi = source.item.get("DOI") if isinstance(source, Listed) else source.doi
        if doi and not _DOI.fullmatch(bare := bare_doi(str(doi))):
            spot = _spot(source, "DOI")
            hint = "expected one as 10.1000/182"
            message = f"{quoted(bare)} is no DOI"
            yield _milder(source, complaint(spot, "doi", message, hint))


def check_uncited(manuscript: Manuscript) -> Iterator[Problem]:
    """A source that nobody cites is not printed; of a library that is said once.

    The list holds what is cited: it has no place for others.
    """
    if manuscript.gaps:
        return
    cited = {str(citation.key) for citation in citations(manuscript)}
    left = [source for source in manuscript.brief.sources if source.id not in cited]
    for source in left:
        if not isinstance(source, Listed):
            message = f"the source {quoted(source.id)} is cited nowhere, and will not be printed"
            yield complaint(source.id, "uncited-source", message, severity=Severity.WARNING)
    yield from _uncited_of_libraries(manuscript, [one for one in left if isinstance(one, Listed)])


def _uncited_of_libraries(manuscript: Manuscript, left: list[Listed]) -> Iterator[Problem]:
    whole = Counter(one.library for one in manuscript.brief.sources if isinstance(one, Listed))
    for library, count in Counter(one.library for one in left).items():
        first = next(one.id for one in left if one.library == library)
        entries = "entry" if whole[library] == 1 else "entries"
        are = "is" if count == 1 else "are"
        named = f" ({_some(left, library)})" if count <= 3 else ""
        message = (
            f"{count} of {whole[library]} {entries} {are} cited nowhere and not printed{named}"
        )
        spot = Words("", replace(first.place, line=0, column=0))
        yield complaint(spot, "uncited-source", message, severity=Severity.WARNING)


def _some(left: list[Listed], library: str) -> str:
    return ", ".join(str(one.id) for one in left if one.library == library)


def _printed(manuscript: Manuscript) -> Iterator[Source]:
    """The sources of the brief's own list, and those of its libraries that it cites."""
    sources = manuscript.brief.sources
    cited: set[str] = set()
    if any(isinstance(source, Listed) for source in sources):
        cited = {str(citation.key) for citation in citations(manuscript)}
    return (source for source in sources if not isinstance(source, Listed) or source.id in cited)


def _lacking(source: Source, kind: str) -> Iterator[Need]:
    """What it needs and has not; a date that is none is told elsewhere."""
    if isinstance(source, Listed) and not source.title:
        yield ("title",)
    for need in NEEDS.get(kind, ()):
        misdated = need == _WHEN and isinstance(source, Listed) and source.faults
        if not misdated and not any(_has(source, variable) for variable in need):
            yield need


def _kind(source: Source) -> str:
    return str(source.item["type"]) if isinstance(source, Listed) else source.type or ""


def _has(source: Source, variable: str) -> bool:
    if isinstance(source, Listed):
        return bool(source.item.get(variable))
    field = _FIELDS.get(variable)
    return bool(field and getattr(source, field))


def _either(need: Need) -> str:
    said = list(dict.fromkeys(_SAID[variable] for variable in need))
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} or {said[-1]}"


def _spot(source: Source, variable: str) -> Words:
    """Where that was written of it."""
    if isinstance(source, Listed):
        spot = source.spots.get(variable, source.id)
        return spot if isinstance(spot, Words) else source.id
    written = source.accessed.written if variable == "accessed" and source.accessed else source.doi
    return written if written is not None and written.place != NOWHERE else source.id


def _milder(source: Source, problem: Problem) -> Problem:
    """A library is kept elsewhere: what is wrong there is shown, and stops nothing."""
    return replace(problem, severity=Severity.WARNING) if isinstance(source, Listed) else problem
