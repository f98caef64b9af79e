"""The press: the run from a content folder to a finished PDF, stage by stage.

content folder --manuscript--> Manuscript --copyedit--> problems
Manuscript + layout --compose--> Forme --typeset--> Galley --finish--> an edition's PDF

Editions whose pages are alike are laid out once.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefpack import mapcase
from briefpack.edition import DEFAULT, EDITIONS, Edition, by_format, ticket_beside, with_followed
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.label import label
from briefpack.makeready import beside
from briefpack.pages.makeup import composed, cut, following, laid_out, overrun
from briefpack.problem import Place, Problem, Refused, Severity, errors, strictly
from briefpack.waivers import waived
from briefpack.writing import write_all, write_whole

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.pages.forme import Forme
    from briefpack.pages.typeset import Galley
    from briefpack.sourcemap import SourceMap

Progress = Callable[[str], None]
Steps = list[tuple[str, float]]


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
) -> Built:
    """One edition of a brief, written to the file `to`; see `deliver`.

    `to` defaults to `build/NAME.pdf` below the current folder.
    """
    target = to or Path("build") / (proper_name(path) + EDITIONS[edition].suffix + ".pdf")
    [built] = deliver(
        path, {edition: target}, paper=paper, html=html, strict=strict, progress=progress
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
) -> list[Built]:
    """Read, check, compose, set and finish one brief; write each edition to its file.

    Pages that editions share are laid out once. The source map of a file that holds the pages as
    they were painted is kept in the user's cache; see `mapcase`. `html` asks for a folder with the
    composed HTML of the first, and all that it needs. Where it is `strict`, warnings are errors.
    `Refused` when the content has errors, or an edition cannot be made: then no file is touched.
    `OSError` when a file cannot be written: then the old one is whole.
    """
    steps: Steps = []
    rows = [EDITIONS[name] for name in targets]
    brief = cache(lambda: read(path))
    finished: dict[str, tuple[Delivery, int]] = {}
    files: dict[Path, bytes] = {}
    maps: dict[bytes, SourceMap] = {}
    formes: dict[str, Forme] = {}
    problems: list[Problem] = []

    for pull in pulled(path, rows, paper, brief, steps, progress, strict):
        row, delivery = pull.edition, Delivery(pull.pdf)
        if row.steps or row.on_paper:
            with step("Finish", steps, progress):
                from briefpack.finishing.steps import finish
                from briefpack.finishing.tickets import ticketed

                order = job(row, brief(), paper, pull.folios)
                delivery = finish(pull.pdf, order)
            if row.preflight:
                with step("Preflight", steps, progress):
                    from briefpack.inspection import inspected

                    delivery = inspected(delivery, order, brief(), Place(str(path)))
        files[targets[row.name]] = delivery.pdf
        if delivery.pdf == pull.pdf:
            maps[pull.pdf] = pull.source_map
        if row.on_paper:
            with step("Ticket", steps, progress):
                files |= ticketed(order, delivery, targets[row.name])
        finished[row.name] = delivery, len(pull.folios)
        formes[row.name] = pull.forme
        problems += pull.problems
    problems = sorted({*problems})
    told = {name: let_stand(one.problems, brief) for name, (one, _) in finished.items()}
    passed([*problems, *(one for found in told.values() for one in found)], strict)
    with step("Write", steps, progress):
        write_all(files)
        for pdf, source_map in maps.items():
            mapcase.keep(pdf, source_map, Path())
        if html:
            write_forme(html, formes[next(iter(targets))])
    built = []
    for name, target in targets.items():
        delivery, pages = finished[name]
        found = [*problems, *told[name]]
        built.append(Built(name, target, pages, found, steps, delivery.particulars))
        problems, steps = [], []  # told once, with the first
    return built


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
                    lambda: prepared(path, paper, needed, strict), load_typesetter
                )
            else:
                forme = composed(brief(), paper, row, **given)
        with step("Set", steps, progress):
            galley, forme = laid_out(brief, paper, row, forme, given)
        galleys |= dict.fromkeys((row.name for row in group), galley)
        asked = [row for row in group if row in rows]
        if asked:
            noticed = [*galley.warnings, *overrun(path, galley), *cut(galley)]
            problems += let_stand(noticed, brief)
        for row in asked:
            with step("Paint", steps, progress):
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
    return composed(brief, paper, rows[0]), problems


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


def load_typesetter() -> None:
    """Import WeasyPrint and pull a proof, so that all that it loads late is loaded as well."""
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


def write_forme(folder: Path, forme: Forme) -> None:
    """Write composed HTML as `index.html` beside the files it names, for other renderers."""
    for url, file in forme.files.items():
        (folder / url).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / url)
    write_whole(folder / "index.html", forme.html.encode("utf-8"))


@contextmanager
def step(name: str, steps: Steps, progress: Progress) -> Iterator[None]:
    """Announce a step and note how long it took."""
    progress(name)
    start = time.perf_counter()
    yield
    steps.append((name, time.perf_counter() - start))
