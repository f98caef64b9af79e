"""The press: the run from a content folder to a finished PDF, stage by stage.

content folder --manuscript--> Manuscript --copyedit--> problems
Manuscript + layout --compose--> Forme --typeset--> Galley --finish--> an edition's PDF

Editions whose pages are alike are laid out once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefpack import mapcase
from briefpack.bindery import Finished, bound
from briefpack.edition import DEFAULT, EDITIONS, checks_once, ticket_beside
from briefpack.problem import Problem, Refused
from briefpack.pulling import (
    Progress,
    Steps,
    job,
    judged,
    let_stand,
    passed,
    proper_name,
    pulled,
    step,
)
from briefpack.writing import write_all, write_whole

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.pages.forme import Forme
    from briefpack.reporting import Report

__all__ = [
    "Built",
    "Progress",
    "Steps",
    "build",
    "check",
    "deliver",
    "edited",
    "judged",
    "proper_name",
    "read",
]

Reported = Callable[["Report"], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a run made: an edition's file, its pages, warnings, and each step with its seconds.

    `particulars` are what finishing has to say of it, `ticket` the print room's slip, of an edition
    on paper. What several editions share is told with the first of them.
    """

    edition: str
    path: Path
    pages: int
    problems: list[Problem]
    steps: Steps
    particulars: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ticket(self) -> Path | None:
        """Where its ticket is, if it has one; the same as JSON stands beside it."""
        on_paper = EDITIONS[self.edition].on_paper
        return ticket_beside(self.path, ".pdf") if on_paper else None


def read(path: Path) -> Manuscript:
    """Read a brief (a folder, or one file that holds everything); `Refused` names every problem."""
    from briefpack import manuscript

    return manuscript.read(path)


def check(path: Path, *, spell: bool = False, strict: bool = False) -> list[Problem]:
    """Every problem of a brief's content, sorted by place; no page is set.

    `spell` asks for its spelling as well, see `spelled`. Where it is `strict`, warnings are errors.
    """
    from briefpack import manuscript

    try:
        found = edited(manuscript.examine(path), spell)
    except Refused as refused:
        found = refused.problems
    return judged(found, strict)


def edited(brief: Manuscript, spell: bool = False) -> list[Problem]:
    """What the copyeditor finds in a brief, its spelling too if that is asked for."""
    from briefpack import rulebook

    further = spelled(brief) if spell else []
    return rulebook.check(brief, further, rulebook.SPELLING if spell else ())


def spelled(brief: Manuscript) -> list[Problem]:
    """The misspelt words of a brief, and what is wrong with its word lists, sorted by place.

    An error of the rule `lacking` where this machine has no dictionary for it.
    """
    from briefpack.copyedit import spelling
    from briefpack.manuscript import wordlists

    lists, problems = wordlists.read(brief.folder)
    return sorted([*problems, *spelling.check(brief, lists)])


def build(
    path: Path,
    *,
    to: Path | None = None,
    edition: str = DEFAULT,
    paper: str | None = None,
    html: Path | None = None,
    strict: bool = False,
    progress: Progress = lambda _: None,
    reported: Reported = lambda _: None,
) -> Built:
    """One edition of a brief, written to the file `to`; see `deliver`.

    `to` defaults to `build/NAME.pdf` below the current folder.
    """
    target = to or Path("build") / (proper_name(path) + EDITIONS[edition].suffix + ".pdf")
    [built] = deliver(
        path,
        {edition: target},
        paper=paper,
        html=html,
        strict=strict,
        progress=progress,
        reported=reported,
    )
    return built


def deliver(
    path: Path,
    targets: Mapping[str, Path],
    *,
    paper: str | None = None,
    html: Path | None = None,
    strict: bool = False,
    progress: Progress = lambda _: None,
    reported: Reported = lambda _: None,
) -> list[Built]:
    """Read, check, compose, set and finish one brief; write each edition to its file.

    Pages that editions share are laid out once. What is known of a file that holds the pages as
    they were painted is kept in the user's cache; see `mapcase`. `html` asks for a folder with the
    composed HTML of the first, and all that it needs. Where it is `strict`, warnings are errors.
    `reported` is given what preflight has to say of each, before anything is refused for it.
    `Refused` when the content or the pages have errors, or an edition cannot be made: then no file
    is touched. `OSError` when a file cannot be written: then the old one is whole.
    """
    steps: Steps = []
    announced = partial(step, steps=steps, progress=progress)
    rows = [EDITIONS[name] for name in targets]
    brief = cache(lambda: read(path))
    finished: dict[str, Finished] = {}
    checks = checks_once(rows)
    for pull in pulled(path, rows, paper, brief, steps, progress, strict):
        name = pull.edition.name
        order = job(pull.edition, brief(), paper, pull.folios)
        finished[name] = bound(pull, order, checks[name], brief(), targets[name], announced)
    shared, told = _problems(finished, brief)
    for one in finished.values():
        for report in one.reports:
            reported(report.as_errors if strict else report)
    passed([*shared, *(one for found in told.values() for one in found)], strict)
    with announced("Write"):
        _write(finished, targets, brief())
        if html:
            write_forme(html, finished[next(iter(targets))].pull.forme)
    return _built(finished, targets, shared, told, steps)


def _problems(
    finished: Mapping[str, Finished], brief: Callable[[], Manuscript]
) -> tuple[list[Problem], dict[str, list[Problem]]]:
    """What is wrong with the content and the pages, and what finishing has to say of each."""
    shared = {problem for one in finished.values() for problem in one.pull.problems}
    shared |= {found for one in finished.values() for each in one.reports for found in each.found}
    told = {name: let_stand(one.delivery.problems, brief) for name, one in finished.items()}
    return sorted(shared), told


def _write(
    finished: Mapping[str, Finished], targets: Mapping[str, Path], brief: Manuscript
) -> None:
    """Write all files or none, and keep what is known of those that hold the pages as painted."""
    files = {targets[name]: one.delivery.pdf for name, one in finished.items()}
    slips = {file: slip for one in finished.values() for file, slip in one.slips.items()}
    write_all(files | slips)
    for name, one in finished.items():
        if one.delivery.pdf == one.pull.pdf:
            known = mapcase.Kept(one.pull.source_map, Path(), brief.waivers, name)
            mapcase.keep(one.pull.pdf, known)


def _built(
    finished: Mapping[str, Finished],
    targets: Mapping[str, Path],
    shared: list[Problem],
    told: Mapping[str, list[Problem]],
    steps: Steps,
) -> list[Built]:
    """What was made, edition by edition; what they share is told once, with the first."""
    built: list[Built] = []
    for name, target in targets.items():
        found = [*shared, *(one for one in told[name] if one not in shared)]
        pages, particulars = len(finished[name].pull.folios), finished[name].delivery.particulars
        built.append(Built(name, target, pages, found, steps, particulars))
        shared, steps = [], []
    return built


def write_forme(folder: Path, forme: Forme) -> None:
    """Write composed HTML as `index.html` beside the files it names, for other renderers."""
    for url, file in forme.files.items():
        (folder / url).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / url)
    write_whole(folder / "index.html", forme.html.encode("utf-8"))
