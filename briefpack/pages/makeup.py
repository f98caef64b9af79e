"""Makeup: pages are composed, laid out, and corrected by what the layout shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefpack.edition import DEFAULT, EDITIONS, Edition
from briefpack.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.pages.forme import Forme
    from briefpack.pages.typeset import Galley


def composed(
    brief: Manuscript, paper: str | None, row: Edition = EDITIONS[DEFAULT], **corrections: Any
) -> Forme:
    """The brief's pages as HTML, in its own layout and on the paper asked for."""
    from briefpack.pages import layout
    from briefpack.pages.compose import compose

    look = layout.find(brief.brief.layout, format=row.format)
    sheet = look.paper(paper or brief.brief.paper)
    return compose(brief, look, sheet.folded if row.folded else sheet, **corrections)


def following(galley: Galley) -> dict[str, Any]:
    """What an edition is composed with that has the numbers of these pages in its margin."""
    from briefpack.pages.milestones import Main

    return {"main": Main(galley.openings, galley.anchors)}


def laid_out(
    brief: Callable[[], Manuscript],
    paper: str | None,
    row: Edition,
    forme: Forme,
    given: Mapping[str, Any] = MappingProxyType({}),
) -> tuple[Galley, Forme]:
    """The pages, laid out, and once more where the first try shows what to correct.

    Contents that do not end on the at-a-glance page lose their sections; a box of the side column
    that does not end on its page stands before an earlier paragraph; then a page that would stay
    blank gets a filler, and pages for notes make up the multiple that the edition comes in; and
    where marks say where the main edition's pages begin, each page's foot names them. `given` is
    what the forme was composed with besides.
    """
    from briefpack.pages import typeset

    galley = typeset.lay_out(forme)
    corrections = dict(given)

    def padding(galley: Galley) -> int:
        return -galley.pages % row.multiple

    for wanted in ((shortened, raised), (fillers, padding), (shown,)):
        found = {rule.__name__: value for rule in wanted if (value := rule(galley))}
        if found:
            corrections |= found
            forme = composed(brief(), paper, row, **corrections)
            galley = typeset.lay_out(forme)
    return galley, forme


def shown(galley: Galley) -> list[tuple[int, int]]:
    """The first and the last page of the main edition that each page shows some of."""
    from briefpack.pages import milestones

    marked = milestones.FIRST in galley.anchors
    return milestones.shown(galley.openings, galley.anchors) if marked else []


def shortened(galley: Galley) -> bool:
    """Whether the contents are to do without sections, so that a glance takes one page."""
    first, last = (galley.anchors.get(f"glance{end}") for end in ("", "-end"))
    return first is not None and last is not None and last > first


def raised(galley: Galley) -> dict[str, str]:
    """Which boxes of the side column are to stand before which paragraph."""
    return {box.at: box.before for box in galley.overruns if box.before}


def fillers(galley: Galley) -> list[str]:
    """The parts before which a page stayed blank."""
    starts = {page: anchor for anchor, page in reversed(galley.anchors.items())}
    return [starts[page + 1] for page in galley.blanks if page + 1 in starts]


def overrun(path: Path, galley: Galley) -> Iterator[Problem]:
    """A warning where the recommendations take more than their page, or their two facing ones."""
    first, last = (galley.anchors.get(f"recommendations{end}") for end in ("", "-end"))
    pages = 2 if "recommendations-facing" in galley.anchors else 1
    if first is None or last is None or last - first < pages:
        return
    parts = galley.source_map.parts
    places = (part.place for part in parts if part.kind == "recommendations" and part.place.file)
    yield Problem(
        next(places, Place(str(path))),
        "recommendations-overrun",
        f"the recommendations run over from page {first + 1} to page {last + 1}",
        "shorten the actions, or hand fewer of them over at once",
        severity=Severity.WARNING,
    )


def cut(galley: Galley) -> Iterator[Problem]:
    """A warning for each box of the side column that goes on after its page."""
    for box in galley.overruns:
        file, _, line = box.at.rpartition(":")
        yield Problem(
            Place(file, int(line)),
            "side-overrun",
            f"this does not end on page {box.page + 1}, where it stands in the side column",
            "place it some lines earlier, or shorten it",
            severity=Severity.WARNING,
        )
