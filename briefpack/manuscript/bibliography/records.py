"""Reads CSL files: sources in JSON or YAML as the Citation Style Language has them."""

from collections.abc import Iterator
from typing import Any

from briefpack.manuscript import nodes
from briefpack.manuscript.bibliography import moments, names
from briefpack.manuscript.bibliography.listing import Listing
from briefpack.manuscript.nodes import Record, Series
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

RULE = "csl"
NAMES = frozenset(
    (
        "author",
        "collection-editor",
        "composer",
        "container-author",
        "director",
        "editor",
        "editorial-director",
        "illustrator",
        "interviewer",
        "original-author",
        "recipient",
        "reviewed-author",
        "translator",
    )
)
DATES = frozenset(("accessed", "container", "event-date", "issued", "original-date", "submitted"))
_PARTS = (
    "family",
    "given",
    "literal",
    "suffix",
    "dropping-particle",
    "non-dropping-particle",
)


def read(sheet: Sheet) -> tuple[list[Listing], list[Problem]]:
    """The sources of a CSL file, and what is wrong with it: a list, or one under `references`."""
    tree = nodes.parse(sheet)
    problems = list(tree.problems)
    found = tree.value
    if isinstance(found, Record):
        for name in ("references", "items"):
            found = found.get(name, found) if isinstance(found, Record) else found
    if not isinstance(found, Series):
        message = "expected a list of sources in CSL"
        hint = 'as [{"id": "roe2024", "type": "book", "title": "…"}, …]'
        raise Refused([*problems, complaint(sheet.at(0), RULE, message, hint)])
    listings = []
    for entry, mark in zip(found, found.marks, strict=True):
        if isinstance(entry, Record):
            listings.append(_listing(entry, problems))
        else:
            problems.append(complaint(mark, RULE, "expected a source with keys and values here"))
    return [listing for listing in listings if listing], problems


def _listing(entry: Record, problems: list[Problem]) -> Listing | None:
    key = entry.get("citation-key") or entry.get("id")
    if not isinstance(key, Words):
        problems.append(complaint(entry.start, RULE, "this source has no id", 'add "id": "…"'))
        return None
    faults: list[Problem] = []
    item: dict[str, Any] = {"type": "document"}
    spots: dict[str, Words] = {"type": entry.start}
    for name, value in entry.items():
        if name in ("id", "citation-key") or value is None:
            continue
        read = _value(str(name), value, entry.key(name), faults)
        if read:
            item[str(name)] = read
            spots[str(name)] = value if isinstance(value, Words) else entry.key(name)
    return Listing(_short(key), item, spots, faults)


def _short(key: Words) -> Words:
    """Zotero's own ids are addresses; their last part can be cited."""
    return key.instead(key.rsplit("/", 1)[-1]) if "://" in key else key


def _value(name: str, value: Any, mark: Words, faults: list[Problem]) -> Any:
    if name in NAMES:
        return list(_names(value, mark, faults))
    if name in DATES:
        return _date(value, mark, faults)
    return str(value) if isinstance(value, Words) else None


def _names(value: Any, mark: Words, faults: list[Problem]) -> Iterator[dict[str, str]]:
    for name in value if isinstance(value, Series) else [value]:
        if isinstance(name, Words):
            yield names.of_ris(name)
        elif isinstance(name, Record):
            parts = {part: str(name[part]) for part in _PARTS if isinstance(name.get(part), Words)}
            if "literal" in parts:
                parts = {"literal": parts["literal"]}
            if parts:
                yield parts
        else:
            faults.append(complaint(mark, RULE, f"{quoted(mark)} is a list of names"))


def _date(value: Any, mark: Words, faults: list[Problem]) -> dict[str, Any] | None:
    """`date-parts`, `raw` or `literal`, or the date itself as words."""
    if isinstance(value, Series) and value and isinstance(value[0], Record):
        value = _joined(value)
    spot = value if isinstance(value, Words) else mark
    try:
        if isinstance(value, Words):
            return moments.read(value)
        if isinstance(value, Record):
            return _of_record(value)
    except moments.NoDate as fault:
        faults.append(complaint(spot, "date", f"{quoted(spot)} is no date: {fault}"))
        return None
    faults.append(complaint(spot, "date", f"{quoted(spot)} is no date"))
    return None


def _joined(points: Series) -> Words:
    """Pandoc's dates: a list of one or two records with year, month and day."""
    written = [
        "-".join(str(point[part]) for part in ("year", "month", "day") if point.get(part))
        for point in points
        if isinstance(point, Record)
    ]
    start = points.start
    return start.instead("/".join(written))


def _of_record(value: Record) -> dict[str, Any] | None:
    for key in ("raw", "literal"):
        if isinstance(value.get(key), Words):
            return moments.read(value[key])
    if value.get("year"):
        parts = [str(value.get(part) or "") for part in ("year", "month", "day")]
        return moments.of_parts(*parts)
    points = value.get("date-parts")
    written = [
        "-".join(str(part) for part in point if part is not None)
        for point in (points if isinstance(points, Series) else [])
        if isinstance(point, Series)
    ]
    if not any(written):
        return None
    date = moments.read("/".join(filter(None, written)))
    if date and value.get("circa"):
        date["circa"] = 1
    return date
