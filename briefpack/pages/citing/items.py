"""A source of the house's own simple form in CSL-JSON."""

from typing import Any

from briefpack.brief import Source
from briefpack.brief.source import Listed, Name, bare_doi
from briefpack.dates import Point, When

_WORDS = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "pages": "page",
    "doi": "DOI",
    "url": "URL",
}


def item(source: Source) -> dict[str, Any]:
    """The source by CSL's variables; one from a library has them from its file."""
    if isinstance(source, Listed):
        doi = source.item.get("DOI")
        return {**source.item, **({"DOI": bare_doi(doi)} if doi else {})}
    made: dict[str, Any] = {"type": source.type or _guessed(source)}
    for field, variable in _WORDS.items():
        if value := getattr(source, field):
            made[variable] = bare_doi(value) if field == "doi" else str(value)
    for role in ("author", "editor"):
        if names := getattr(source, role):
            made[role] = [_name(name) for name in names]
    for field, variable in (("date", "issued"), ("accessed", "accessed")):
        if when := getattr(source, field):
            made[variable] = _date(when)
    return made


def _guessed(source: Source) -> str:
    """What kind of thing it seems to be."""
    if source.container and (source.volume or source.issue or source.doi):
        return "article-journal"
    if source.container and source.pages:
        return "chapter"
    if source.publisher and not source.container:
        return "report" if source.url or source.number else "book"
    return "webpage" if source.url else "document"


def _name(name: Name) -> dict[str, str]:
    if name.literal is not None:
        return {"literal": str(name.literal)}
    given = {"given": str(name.given)} if name.given else {}
    return {"family": str(name.family), **given}


def _date(when: When) -> dict[str, Any]:
    points = [_parts(point) for point in (when.start, when.end) if point]
    if len(points) > 1 and len(points[0]) == len(points[1]) == 1 and points[0] == points[1]:
        points = points[:1]
    return {"date-parts": points, **({"circa": 1} if when.about else {})}


def _parts(point: Point) -> list[int]:
    return [number for number in (point.year, point.month, point.day) if number]
