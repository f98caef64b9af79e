"""The map case: keeps the source map of each PDF that was built, for who asks about the file later.

A map stands in the user's cache under the checksum of the PDF's bytes: whoever has the file, under
whatever name, finds its lines. Where the same bytes were built twice, the later map counts.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefpack import cache
from briefpack.problem import Place
from briefpack.sourcemap import Block, Part, Passage, SourceMap

KIND, ENDING = "maps", ".json"
FORM = 1
"""Which form of the files it is; one of another form is not looked for."""


def keep(pdf: bytes, source_map: SourceMap, root: Path) -> bool:
    """Keep the map of a PDF; False where no folder of the user's can be written.

    `root` is the folder that the files of its places are relative to: the one in which the brief
    was named.
    """
    with suppress(OSError):
        cache.renew(KIND, _key(pdf), ENDING, _written(source_map, root.absolute()))
        return True
    return False


def kept(pdf: bytes) -> tuple[SourceMap, Path] | None:
    """The map of a PDF, and its root; None where none was kept, or it is damaged."""
    path = cache.kept(KIND, _key(pdf), ENDING)
    with suppress(OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return _read(json.loads(path.read_bytes())) if path else None
    return None


def _key(pdf: bytes) -> str:
    return f"{FORM} {sha256(pdf).hexdigest()}"


def _written(source_map: SourceMap, root: Path) -> bytes:
    """As compact JSON: files by their number in a list, all else as rows."""
    places = _places(source_map)
    files = {name: at for at, name in enumerate(dict.fromkeys(place.file for place in places))}

    def spot(place: Place) -> list[int]:
        return [files[place.file], place.line, place.column]

    rows = {
        "root": str(root),
        "files": list(files),
        "blocks": [[*spot(one.place), one.page, *one.box] for one in source_map.blocks],
        "passages": [[*spot(one.place), one.words, *one.pages] for one in source_map.passages],
        "parts": [
            [*spot(one.place), one.id, one.kind, one.first, one.last] for one in source_map.parts
        ],
        "blanks": list(source_map.blanks),
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _places(source_map: SourceMap) -> Iterator[Place]:
    for rows in (source_map.blocks, source_map.passages, source_map.parts):
        yield from (row.place for row in rows)


def _read(rows: Mapping[str, Any]) -> tuple[SourceMap, Path]:
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
    return source_map, Path(rows["root"])


def _box(edges: Sequence[float]) -> tuple[float, float, float, float]:
    left, lower, right, upper = map(float, edges)
    return left, lower, right, upper
