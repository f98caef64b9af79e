"""The run: a brief is set once for each edition, and every recipient's copy is struck off it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack import press, pulling
from briefpack.distribution import dispatch, legends, making, recipients, register, table
from briefpack.distribution.allotment import allot, changes
from briefpack.distribution.legends import Legend
from briefpack.distribution.planning import Planner
from briefpack.distribution.printable import unprintable
from briefpack.distribution.register import YES, Entry
from briefpack.edition import EDITIONS, checks_once
from briefpack.problem import Place, Problem, Refused, errors
from briefpack.words import Words

if TYPE_CHECKING:
    from briefpack.brief import Manuscript
    from briefpack.distribution.recipients import Recipient
    from briefpack.finishing.copies.striking import Struck
    from briefpack.finishing.job import Job
    from briefpack.pulling import Progress, Pull, Steps

Count = Callable[[int, int], object]
"""Is told how many copies are made, and of how many."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """What a run came to.

    `entries` are those of the ledger, `made` the ones whose copies were made now.
    """

    ledger: Path
    entries: Sequence[Entry]
    made: Sequence[Entry]
    problems: Sequence[Problem] = ()
    steps: Steps = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    path: Path
    to: Path
    folder: Path
    watermark: str
    edition: str
    paper: str | None


def distribute(
    order: Order, progress: Progress = lambda _: None, count: Count = lambda *_: None
) -> Distribution:
    """Make a copy of the brief for each recipient who has none, and enter it in the ledger.

    `Refused` where the content, the recipients or the ledger have errors, and `OSError` where the
    folder cannot be written: then it stays as it was.
    """
    order = replace(order, watermark=table.folded(order.watermark))
    brief = cache(lambda: press.read(order.path))
    steps: Steps = []
    people = _people(order, brief)
    before = register.read(order.folder)
    dispatch.refuse_unknown(order.folder, pulling.proper_name(order.path), before)
    jobs = _jobs(order, brief, allot(before, people, order.edition), people)
    rows = [job.edition for job in jobs.values()]
    pulls = list(pulling.pulled(order.path, rows, order.paper, brief, steps, progress))
    for pull in pulls:
        jobs[pull.edition.name] = replace(jobs[pull.edition.name], folios=pull.folios)
    with pulling.step("Preflight", steps, progress):
        found = [*_judged(pulls, jobs, brief())]
    problems = pulling.passed([*found, *(problem for pull in pulls for problem in pull.problems)])
    with dispatch.in_hand(order.folder), pulling.step("Copies", steps, progress):
        known = register.read(order.folder)
        entries = allot(dispatch.verified(order.folder, known), people, order.edition)
        problems += changes(known, people, entries)
        plan = _planner(order, known, pulls, brief()).planned(entries)
        due = [entry for entry in plan if entry.file and not entry.checksum]
        dispatch.refuse_strangers(order.folder, [entry.file for entry in due])
        with dispatch.drafts(order.folder) as inside:
            maker = making.Maker(brief(), inside, problems)
            work = _struck(maker, pulls, _drawn(order, jobs, plan), due)
            made = dict(_counted(work, len(due), count))
            plan = [replace(one, checksum=made.get(one.number, one.checksum)) for one in plan]
            if made or plan != known:
                dispatch.release(order.folder, inside, known, plan)
    fresh = [entry for entry in plan if entry.number in made]
    return Distribution(order.folder / register.NAME, plan, fresh, sorted(set(problems)), steps)


def _judged(pulls: Sequence[Pull], jobs: Mapping[str, Job], brief: Manuscript) -> Iterator[Problem]:
    """What is wrong with the pages of each edition, those that are alike looked at once."""
    from briefpack import inspection

    checks = checks_once(pull.edition for pull in pulls)
    for pull in pulls:
        name = pull.edition.name
        yield from inspection.found(inspection.of_pages(pull, checks[name], jobs[name], brief))


def _struck(
    maker: making.Maker, pulls: Sequence[Pull], drawn: Mapping[str, Legend], due: Sequence[Entry]
) -> Iterator[Struck]:
    """The copies that are due, edition by edition."""
    for pull in pulls:
        name = pull.edition.name
        entries = [entry for entry in due if entry.edition == name]
        yield from maker.made(pull.pdf, drawn[name], entries)


def _counted(work: Iterator[Struck], total: int, count: Count) -> Iterator[Struck]:
    for done, struck in enumerate(work, start=1):
        count(done, total)
        yield struck


def _planner(
    order: Order, known: Sequence[Entry], pulls: Sequence[Pull], brief: Manuscript
) -> Planner:
    stem = pulling.proper_name(order.path)
    stems = {pull.edition.name: stem + pull.edition.suffix for pull in pulls}
    pages = {pull.edition.name: _fingerprint(pull, brief) for pull in pulls}
    return Planner(known, stems, pages, order.watermark)


def _fingerprint(pull: Pull, brief: Manuscript) -> str:
    """What stands for the pages, and for what finishing makes of them."""
    finishing = brief.brief.model_dump_json() if pull.edition.steps else ""
    return sha256(pull.pdf + f"{pull.edition!r}{finishing}".encode()).hexdigest()


def _people(order: Order, brief: Callable[[], Manuscript]) -> list[Recipient]:
    """The recipients; `Refused` with all that is wrong with them and with the brief."""
    people: list[Recipient] = []
    watermark = Words(order.watermark, Place("--watermark"))
    problems = [*unprintable(watermark, recipients.RULE)]
    editions: Sequence[str] = list(EDITIONS)
    try:
        editions = _made_for(brief())
    except Refused as refused:
        problems += refused.problems
    try:
        people = recipients.read(order.to, editions)
    except Refused as refused:
        problems += refused.problems
    if problems:
        raise Refused({*problems, *errors(press.check(order.path))})
    return people


def _made_for(brief: Manuscript) -> list[str]:
    from briefpack.pages import layout

    return [str(name) for name in layout.find(brief.brief.layout).group("editions")]


def _jobs(
    order: Order,
    brief: Callable[[], Manuscript],
    entries: Sequence[Entry],
    people: Sequence[Recipient],
) -> dict[str, Job]:
    """What is to be known of each edition; `Refused` where a name is too long for its pages."""
    wanted = {entry.edition for entry in entries if entry.listed == YES}
    rows = [row for row in EDITIONS.values() if row.name in wanted]
    jobs = {row.name: pulling.job(row, brief(), order.paper, ()) for row in rows}
    drawn = _drawn(order, jobs, entries)
    by_key = {entry.key: replace(entry, copies=len(entries)) for entry in entries}
    problems = [
        problem
        for person in people
        for problem in drawn[by_key[person.key].edition].too_long(person, by_key[person.key])
    ]
    problems += {problem for legend in drawn.values() for problem in legend.faint()}
    if problems:
        raise Refused(problems)
    return jobs


def _drawn(order: Order, jobs: Mapping[str, Job], entries: Sequence[Entry]) -> dict[str, Legend]:
    """The legend of each edition, all in one type."""
    from briefpack.finishing.copies import letters

    wanted = legends.characters(jobs.values(), entries, order.watermark)
    type_ = letters.cut(wanted)
    return {name: Legend(job, type_, order.watermark) for name, job in jobs.items()}
