"""The libraries of a brief: files of sources, named in `bibliography` or found by their name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from briefpack import reading
from briefpack.brief import Brief, Prose, Source
from briefpack.brief.source import Listed, Name, Type, naming
from briefpack.dates import Point, When
from briefpack.manuscript import nodes
from briefpack.manuscript import waivers as comments
from briefpack.manuscript.bibliography import entries, names, records, ris
from briefpack.manuscript.bibliography.listing import Listing
from briefpack.manuscript.files import enclosed
from briefpack.manuscript.files import entries as files_in
from briefpack.manuscript.gathering import MAIN, Bundle
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.problem import Place, Problem, Refused, Severity, errors, quoted
from briefpack.waivers import Waiver
from briefpack.words import Words, complaint

if TYPE_CHECKING:
    from markdown_it.token import Token

Reader = Callable[[Sheet], tuple[list[Listing], list[Problem]]]

READERS: Mapping[str, Reader] = {
    ".bib": entries.read,
    ".bibtex": entries.read,
    ".ris": ris.read,
    ".json": records.read,
    ".yaml": records.read,
    ".yml": records.read,
}
FOUND = ("sources.bib", "sources.ris", "sources.json")
"""Files that are read although nobody names them."""

_HEAD = 4000  # characters of a JSON file in which the type of its first entry stands
_CSL_TYPE = re.compile(rf'"type"\s*:\s*"(?:{"|".join(get_args(Type))})"')


def enlarge(brief: Brief, folder: Path, shown: Path) -> tuple[Brief, list[Problem], bool]:
    """The brief with the sources of its libraries behind its own; what is wrong with these, and
    whether one was lost by it.
    """
    sources, problems, lost = list(brief.sources), [], False
    for name in _named(brief, folder):
        try:
            listings, faults = _read(name, folder, shown)
        except Refused as refused:
            problems += refused.problems
            lost = True
            continue
        problems += faults
        lost = lost or bool(errors(faults))
        sources += [_source(listing, str(name)) for listing in listings]
    if len(sources) == len(brief.sources):
        return brief, problems, lost
    problems += _twice(sources)
    return brief.model_copy(update={"sources": _once(sources)}), problems, lost


def waivers(brief: Brief, folder: Path, shown: Path) -> tuple[list[Waiver], list[Problem]]:
    """The waivers in libraries of YAML, and what is wrong with any; others have no comments."""
    found: list[Waiver] = []
    problems: list[Problem] = []
    for name in brief.bibliography:
        if name.endswith((".yaml", ".yml")):
            with suppress(Refused):  # which was said when it was read
                sheet = read_sheet(enclosed(folder, name), (shown / name).as_posix(), name)
                nodes.parse(sheet)
                waiving, faults = comments.read(sheet)
                found += waiving
                problems += faults
    return found, problems


def any_of(bundle: Bundle) -> bool:
    """Whether the brief has a library."""
    return bool(bundle.data.get("bibliography")) or bool(_lying_there(bundle.folder))


def unread(brief: Brief, folder: Path) -> list[str]:
    """The files in the folder that look like libraries, and that nobody names."""
    read = {*map(str, brief.bibliography), *_lying_there(folder)}
    return [name for name in files_in(folder) if name not in read and _looks_so(folder / name)]


def unread_warnings(brief: Brief, names: Sequence[str], shown: Path) -> Iterator[Problem]:
    """That these are not read, and what makes them so."""
    for name in names:
        place = Place((shown / name).as_posix())
        message = f"{name} is here and is not read"
        hint = f"write {naming(brief.bibliography, [name])}, or take the file elsewhere"
        yield Problem(place, "unread-file", message, hint, severity=Severity.WARNING)


def _looks_so(path: Path) -> bool:
    """By its ending; a JSON file by its first entry's type, since most are data."""
    ending = path.suffix.lower()
    if ending in (".bib", ".bibtex", ".ris"):
        return path.is_file()
    if ending != ".json" or path.is_symlink() or not path.is_file():  # never look elsewhere
        return False
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.lstrip().startswith("[") and bool(_CSL_TYPE.search(head))


def printed(brief: Brief, asides: Sequence["Token"], texts: Iterable[Prose]) -> Iterator[Words]:
    """The words of those sources of libraries that are cited, at their places."""
    if not any(isinstance(source, Listed) for source in brief.sources):
        return
    tokens = [*asides, *(token for text in texts for token in text.tokens)]
    keys = {str(citation.key) for citation in reading.cited(brief, tokens)}
    for source in brief.sources:
        if isinstance(source, Listed) and source.id in keys:
            yield from _words(source)


def _words(source: Listed) -> Iterator[Words]:
    for variable, value in source.item.items():
        spot = source.spots.get(variable, source.id)
        texts = [names.printed(value)] if isinstance(value, list) else [value]
        for text in texts:
            if variable != "abstract" and isinstance(text, str):
                yield spot.instead(text)


def _named(brief: Brief, folder: Path) -> Iterator[Words]:
    """The files that the brief names, and those that stand there under a name of their own."""
    yield from brief.bibliography
    for name in _lying_there(folder):
        if name not in brief.bibliography:
            yield Words(name)


def _lying_there(folder: Path) -> list[str]:
    """The libraries in a brief's folder that need not be named."""
    there = files_in(folder)
    return [name for name in FOUND if name in there and MAIN in there]


def _read(name: Words, folder: Path, shown: Path) -> tuple[list[Listing], list[Problem]]:
    path = enclosed(folder, name)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = f"{quoted(name)} is no library of sources by its name"
        hint = "expected BibTeX (.bib), RIS (.ris) or CSL (.json, .yaml)"
        raise Refused([complaint(name, "bibliography", message, hint)])
    return reader(read_sheet(path, (shown / name).as_posix(), name if name.place.file else None))


def _source(listing: Listing, library: str) -> Listed:
    item, spots = listing.item, listing.spots

    def words(*variables: str) -> Words | None:
        for variable in variables:
            if value := item.get(variable):
                spot = spots.get(variable, listing.key)
                return spot.instead(_unmarked(str(value)))
        return None

    return Listed.model_construct(
        id=listing.key,
        author=_authors(item),
        title=words("title") or Words("", listing.key.place, listing.key.excerpt),
        container=words("container-title"),
        publisher=words("publisher"),
        place=words("publisher-place"),
        volume=words("volume"),
        issue=words("issue"),
        number=words("number"),
        edition=words("edition"),
        pages=words("page"),
        doi=words("DOI"),
        date=_when(item.get("issued")),
        url=words("URL"),
        accessed=_when(item.get("accessed")),
        item=item,
        spots=spots,
        faults=tuple(listing.faults),
        library=library,
    )


def _unmarked(text: str) -> str:
    """Words without the marks that only a style reads."""
    for mark in ('<span class="nocase">', "</span>", "<i>", "</i>", "<b>", "</b>"):
        text = text.replace(mark, "")
    return text


def _authors(item: Mapping[str, Any]) -> list[Name]:
    printed = names.printed(item.get("author") or item.get("editor"))
    return [Name.model_construct(literal=Words(printed))] if printed else []


def _when(date: Mapping[str, Any] | None) -> When | None:
    points = [Point(*parts) for parts in (date or {}).get("date-parts", [])]
    if not points:
        return None
    return When(points[0], points[1] if len(points) > 1 else None, bool((date or {}).get("circa")))


def _twice(sources: Sequence[Source]) -> Iterator[Problem]:
    """Keys that stand in two files, or twice in one of a library."""
    first: dict[str, Source] = {}
    for source in sources:
        there = first.setdefault(str(source.id), source)
        if there is not source and isinstance(source, Listed):
            message = f"the source {quoted(source.id)} stands here and in {there.id.place}"
            yield complaint(source.id, "duplicate-id", message, "delete or rename one of the two")


def _once(sources: Sequence[Source]) -> list[Source]:
    """The sources without what repeats one of a library; `copyedit.ids` sees to the others."""
    seen: set[str] = set()
    kept = []
    for source in sources:
        if not (isinstance(source, Listed) and source.id in seen):
            kept.append(source)
        seen.add(str(source.id))
    return kept
