"""The code on the last page: the copy's identifier, for a reader with a camera and one without."""

import re
from collections.abc import Iterator, Sequence

from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.label import FONT, INK
from briefpack.finishing.copies.letters import Widths, shown, width
from briefpack.paper import points

_VERSION, _QUALITY, _MASK = 3, "Q", 3
"""Fixed, so that no time goes into choosing (ISO/IEC 18004): 47 letters, a quarter may be lost."""

_QUIET = 4  # modules of white on each side
_MODULES = 29 + 2 * _QUIET
_SIZE, _FEED = 6.0, 8.0  # points
_GAP = points(1)
_RUN = re.compile(rb"\x01+")


def extent(widths: Widths, side: float, short: Sequence[str]) -> tuple[float, float]:
    """Width and height in points of a code of that side, with the widest words beside it."""
    digits = max(widths[digit] for digit in "0123456789abcdef")
    halves = 16 * digits + 3 * widths["-"]
    words = max(halves * _SIZE / 1000, *(width(one, widths, _SIZE) for one in short))
    return side + words + _GAP, side


def code(impression: Impression, side: float, wide: float) -> bytes:
    """The drawing: `side` is that of the square in points, `wide` the width of all."""
    module = side / _MODULES
    squares = b" ".join(b"%d %d %d 1 re" % run for run in _runs(impression.urn.upper()))
    lines = _words(impression)
    top = side / 2 + (len(lines) / 2) * _FEED - _SIZE * 0.85
    return b"1 1 1 rg 0 0 %.2f %.2f re f %s rg q %.5f 0 0 %.5f 0 0 cm %s f Q BT %s %g Tf %s ET" % (
        wide, side, INK, module, module, squares, FONT, _SIZE, _set(lines, side, top)
    )  # fmt: skip


def _words(impression: Impression) -> list[str]:
    """The number, and the identifier in two lines."""
    identifier = str(impression.identifier)
    return [impression.short, identifier[:19], identifier[19:]]


def _set(lines: Sequence[str], left: float, top: float) -> bytes:
    shows = b" T* ".join(shown(line) + b" Tj" for line in lines)
    return b"%g TL %.2f %.2f Td %s" % (_FEED, left, top, shows)


def _runs(words: str) -> Iterator[tuple[int, int, int]]:
    """The dark modules, run by run: column, row from below, length."""
    import segno

    drawn = segno.make(
        words, version=_VERSION, error=_QUALITY, mask=_MASK, mode="alphanumeric", boost_error=False
    )
    for row, modules in enumerate(drawn.matrix):
        for run in _RUN.finditer(modules):
            yield run.start() + _QUIET, _MODULES - _QUIET - 1 - row, run.end() - run.start()
