"""Pulls: the pages of each edition, checked, composed, laid out and painted.

Editions whose pages are alike are laid out once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack.edition import Edition, by_format, with_followed
from briefpack.finishing.job import Job
from briefpack.finishing.label import label
from briefpack.makeready import beside
from briefpack.pages.makeup import composed, cut, following, laid_out, overrun
from briefpack.problem import Problem, Refused, Severity, errors, strictly
from briefpack.waivers import waived

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.pages.forme import Forme
    from briefpack.pages.typeset import Galley
    from briefpack.sourcemap import SourceMap

Progress = Callable[[str], None]
Steps = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Pull:
    """An edition's pages as they were painted, before finishing.

    `problems` are what was noticed since the pull before; `galley` is what was painted.
    """

    edition: Edition
    pdf: bytes
    folios: Sequence[str]
    forme: Forme
    problems: list[Problem]
    galley: Galley

    @property
    def source_map(self) -> SourceMap:
        """Which line of the content stands where on the pages; worked out when it is asked for."""
        return self.galley.source_map


def pulled(
    path: Path,
    rows: Sequence[Edition],
    paper: str | None,
    brief: Callable[[], Manuscript],
    steps: Steps,
    progress: Progress,
    strict: bool = False,
) -> Iterator[Pull]:
    """Each edition's pages, painted; those that are alike are laid out once.

    An edition that is followed by one of them is laid out too, before it.
    """
    needed = with_followed(rows)
    first, *_ = groups = list(by_format(needed).values())
    galleys: dict[str, Galley] = {}
    problems: list[Problem] = []
    for group in groups:
        row = group[0]
        given = following(galleys[row.follows]) if row.follows else {}
        with step("Compose", steps, progress):
            if group is first:
                forme, problems = beside(
                    lambda: prepared(path, paper, needed, strict), load_machines
                )
            else:
                forme = composed(brief(), paper, row, **given)
        with step("Set", steps, progress), noted(problems):
            galley, forme = laid_out(brief, paper, row, forme, given)
        galleys |= dict.fromkeys((row.name for row in group), galley)
        asked = [row for row in group if row in rows]
        if asked:
            noticed = [*galley.warnings, *overrun(path, galley), *cut(galley)]
            problems += let_stand(noticed, brief)
        for row in asked:
            with step("Paint", steps, progress), noted(problems):
                folios = [str(number) for number in range(1, galley.pages + 1)]
                pdf = galley.pdf(label(row, folios), row.bleeds)
            yield Pull(row, pdf, folios, forme, problems, galley)
            problems = []


def prepared(
    path: Path, paper: str | None, rows: Sequence[Edition], strict: bool = False
) -> tuple[Forme, list[Problem]]:
    """The pages of the first edition as HTML, and the warnings about the content.

    `Refused` also where the layout is not made for one of the editions.
    """
    from briefpack import manuscript, rulebook
    from briefpack.pages import layout

    brief = manuscript.examine(path)
    problems = passed(as_ordered(rulebook.check(brief), rows), strict)
    look = layout.find(brief.brief.layout)
    for row in rows:
        look.check(row.name, brief.brief.layout)
    with noted(problems):
        return composed(brief, paper, rows[0]), problems


@contextmanager
def noted(problems: Sequence[Problem]) -> Iterator[None]:
    """Where the work is refused, what was noticed before is told as well: all at once."""
    try:
        yield
    except Refused as refused:
        raise Refused([*problems, *refused.problems]) from None


def as_ordered(problems: Iterable[Problem], rows: Sequence[Edition]) -> list[Problem]:
    """The problems, those of the bleed as errors where an edition is to have it: no waiver brings
    what the knife would cut.
    """
    if not any(row.bleeds for row in rows):
        return list(problems)
    return [
        replace(problem, severity=Severity.ERROR, waiver="") if problem.rule == "bleed" else problem
        for problem in problems
    ]


def job(row: Edition, brief: Manuscript, paper: str | None, folios: Sequence[str]) -> Job:
    """What finishing is told of an edition."""
    from briefpack.pages import layout

    look = layout.find(brief.brief.layout, format=row.format)
    asked = look.paper(paper or brief.brief.paper)
    words = look.wording(brief.brief.language)
    page = asked.folded if row.folded else asked
    sheet = asked.doubled if row.doubled else asked
    return Job(row, brief.brief, look, page, sheet, words, folios, brief.folder)


def load_machines() -> None:
    """Import WeasyPrint and pull a proof, so that all that it loads late is loaded as well; and
    import the checks of what it paints.
    """
    from briefpack import preflight  # noqa: F401
    from briefpack.pages import proof

    proof.pull()


def let_stand(problems: Sequence[Problem], brief: Callable[[], Manuscript]) -> list[Problem]:
    """The problems of pages, those waived that the brief's waivers speak of."""
    return waived(problems, brief().waivers) if problems else []


def judged(problems: Iterable[Problem], strict: bool) -> list[Problem]:
    """The problems, sorted; where it is `strict`, warnings are errors."""
    return sorted(strictly(problems) if strict else problems)


def passed(problems: Iterable[Problem], strict: bool = False) -> list[Problem]:
    """The warnings, sorted, where nothing worse was found; else `Refused` with everything."""
    found = judged(problems, strict)
    if errors(found):
        raise Refused(found)
    return found


def proper_name(path: Path) -> str:
    """The file name that a brief's folder or file gives: no spaces, no ending."""
    name = path.resolve()
    return "-".join((name.stem if name.is_file() else name.name).split())


@contextmanager
def step(name: str, steps: Steps, progress: Progress) -> Iterator[None]:
    """Announce a step and note how long it took."""
    progress(name)
    start = time.perf_counter()
    yield
    steps.append((name, time.perf_counter() - start))
