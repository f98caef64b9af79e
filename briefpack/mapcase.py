"""The map case: keeps what is known of each PDF that was built, for who asks about the file later.

It stands in the user's cache under the checksum of the PDF's bytes: whoever has the file, under
whatever name, finds its lines. Where the same bytes were built twice, the later build counts.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefpack import cache
from briefpack.problem import Place
from briefpack.sourcemap import Block, Part, Passage, SourceMap
from briefpack.waivers import Waiver
from briefpack.words import Words

KIND, ENDING = "maps", ".json"
FORM = 2
"""Which form of the files it is; one of another form is not looked for."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a file: which line stands where, what the authors let stand, which edition
    it is.

    `root` is the folder that the files of its places are relative to: the one in which the brief
    was named.
    """

    source_map: SourceMap
    root: Path
    waivers: Sequence[Waiver] = ()
    edition: str = ""


def keep(pdf: bytes, known: Kept) -> bool:
    """Keep what is known of a PDF; False where no folder of the user's can be written."""
    with suppress(OSError):
        cache.renew(KIND, _key(pdf), ENDING, _written(known))
        return True
    return False


def kept(pdf: bytes) -> Kept | None:
    """What is known of a PDF; None where nothing was kept, or it is damaged."""
    path = cache.kept(KIND, _key(pdf), ENDING)
    with suppress(OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return _read(json.loads(path.read_bytes())) if path else None
    return None


def _key(pdf: bytes) -> str:
    return f"{FORM} {sha256(pdf).hexdigest()}"


def _written(known: Kept) -> bytes:
    """As compact JSON: files by their number in a list, all else as rows."""
    source_map = known.source_map
    places = [*_places(source_map), *(one.rule.place for one in known.waivers)]
    files = {name: at for at, name in enumerate(dict.fromkeys(place.file for place in places))}

    def spot(place: Place) -> list[int]:
        return [files[place.file], place.line, place.column]

    rows = {
        "root": str(known.root.absolute()),
        "edition": known.edition,
        "files": list(files),
        "blocks": [[*spot(one.place), one.page, *one.box] for one in source_map.blocks],
        "passages": [[*spot(one.place), one.words, *one.pages] for one in source_map.passages],
        "parts": [
            [*spot(one.place), one.id, one.kind, one.first, one.last] for one in source_map.parts
        ],
        "blanks": list(source_map.blanks),
        "waivers": [
            [*spot(one.rule.place), one.rule, one.reason, one.first, one.last, one.whole, one.chief]
            for one in known.waivers
        ],
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _places(source_map: SourceMap) -> Iterator[Place]:
    for rows in (source_map.blocks, source_map.passages, source_map.parts):
        yield from (row.place for row in rows)


def _read(rows: Mapping[str, Any]) -> Kept:
    files = [str(name) for name in rows["files"]]

    def place(spot: Sequence[int]) -> Place:
        return Place(files[spot[0]], int(spot[1]), int(spot[2]))

    source_map = SourceMap(
        tuple(Block(place(row), int(row[3]), _box(row[4:])) for row in rows["blocks"]),
        tuple(
            Passage(place(row), str(row[3]), tuple(map(int, row[4:]))) for row in rows["passages"]
        ),
        tuple(Part(row[3], row[4], place(row), *map(int, row[5:])) for row in rows["parts"]),
        tuple(int(page) for page in rows["blanks"]),
    )
    waivers = tuple(_waiver(Words(row[3], place(row)), *row[4:]) for row in rows["waivers"])
    return Kept(source_map, Path(rows["root"]), waivers, str(rows["edition"]))


def _waiver(rule: Words, reason: str, first: int, last: int, whole: bool, chief: bool) -> Waiver:
    return Waiver(rule, Words(reason), int(first), int(last), bool(whole), bool(chief))


def _box(edges: Sequence[float]) -> tuple[float, float, float, float]:
    left, lower, right, upper = map(float, edges)
    return left, lower, right, upper
