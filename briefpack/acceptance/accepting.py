"""Accepting: a reader is put to a file, and what it says before its end makes the report."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path

from briefpack import mapcase
from briefpack.acceptance import purposes
from briefpack.acceptance.errand import MEMORY, OUT_OF_MEMORY, TIME, Job, Opened
from briefpack.excerpts import with_excerpts
from briefpack.mapcase import Kept
from briefpack.preflight import CHECKS, Check, Order, Outcome, validators
from briefpack.problem import Place, Problem, Severity
from briefpack.reporting.report import File, Leaf, Report
from briefpack.waivers import waived

LARGEST = 500_000_000
"""Bytes of a file that a reader can hold."""

LAST = 1000
"""Letters of a reader's last words that are kept, where it failed by its own fault."""

_READER = "briefpack.acceptance.reader"
_RAISED = 1  # the exit code of a Python that ends with an exception
_MOST = f"{MEMORY >> 30} GB"


class Unreadable(OSError):
    """The file itself cannot be read from the disk."""


@dataclass(slots=True)
class Heard:
    """What the readers of one file have said."""

    opened: Opened | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)

    def note(self, word: object) -> None:
        """Keep one thing that was said."""
        match word:
            case Opened():
                self.opened = word
            case Outcome():
                self.outcomes.append(word)
            case Problem() if word not in self.problems:  # a second reader says some of it again
                self.problems.append(word)
            case Leaf():
                self.leaves.append(word)

    @property
    def claims(self) -> Sequence[str]:
        """What the file says that it is; nothing where it could not be opened."""
        return self.opened.claims if self.opened else ()

    @property
    def found(self) -> list[Problem]:
        """Every problem that a check has found."""
        return [problem for outcome in self.outcomes for problem in outcome.problems]


def accepted(
    path: Path,
    edition: str | None = None,
    *,
    checks: Sequence[Check] = CHECKS,
    patience: float = TIME,
    others: bool = True,
) -> Report:
    """The report of any file: judged as `edition`, or as what it says that it is for.

    What is still known of a file that was built here is made use of: its edition, the lines of the
    content that problems are blamed on, and what the authors let stand. `others` asks the
    validators that this machine has whether the file is what it claims to be. Nothing that is in
    the file raises; `Unreadable` when the disk does not give it.
    """
    file, pdf = _taken_in(path)
    known = mapcase.kept(pdf)
    edition = edition or (known.edition if known else None)
    order = purposes.order(Place(file.name), edition)
    order = replace(order, map=known.source_map) if known else order
    heard = Heard()
    if file.size > LARGEST:
        heard.note(_too_large(file, order))
    else:
        _hear(heard, pdf, order, checks, patience)
    groups = heard.opened.groups if heard.opened else order.groups
    return Report(
        replace(file, pages=heard.opened.pages if heard.opened else 0),
        tuple(_placed(outcome, known) for outcome in heard.outcomes),
        tuple(heard.problems),
        tuple(heard.leaves),
        tuple(validators.judged(pdf, heard.claims)) if others else (),
        groups=groups,
        purpose=purposes.told(edition, groups) if groups else "",
    )


def _placed(outcome: Outcome, known: Kept | None) -> Outcome:
    """The outcome, its problems with the lines that they are blamed on, or waived."""
    if known is None:
        return outcome
    problems = with_excerpts(outcome.problems, known.root)
    return replace(outcome, problems=tuple(waived(problems, known.waivers)))


def _taken_in(path: Path) -> tuple[File, bytes]:
    """What the file is, and its bytes; none of one that is too large to be read."""
    try:
        with path.open("rb") as stream:
            checksum = file_digest(stream, "sha256").hexdigest()
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            pdf = stream.read() if size <= LARGEST else b""
    except OSError as fault:
        raise Unreadable(fault.errno, fault.strerror, str(path)) from fault
    return File(str(path), size, checksum), pdf


def _too_large(file: File, order: Order) -> Problem:
    """What is said of a file that need not be opened to be refused."""
    most = f"{LARGEST // 1_000_000} MB"
    words = f"it has {file.size / 1e6:,.0f} MB, and more than {most} is not read"
    return Problem(order.place, "too-large", words)


def _hear(heard: Heard, pdf: bytes, order: Order, checks: Sequence[Check], patience: float) -> None:
    """Note all that readers say: where a check has ended one, another goes on behind it."""
    end = time.monotonic() + patience
    left: list[Check] | None = list(checks)
    while left is not None:
        rest = max(end - time.monotonic(), 0.1)
        ending = _listen(heard, Job(pdf, order, left, heard.found), rest)
        left = _behind(heard, left, ending, order) if ending else None


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a reader came to an end too early: the rule of the problem, and its words."""

    rule: str
    words: str


_SLOW = Ending("too-slow", f"it takes more than {TIME} seconds")


def _behind(
    heard: Heard, checks: Sequence[Check], ending: Ending, order: Order
) -> list[Check] | None:
    """What another reader can do: the checks behind the one that ended this reader, if any.

    `None` where there is nothing that it could do better.
    """
    if heard.opened is None:
        heard.note(Problem(order.place, ending.rule, f"it cannot be read: {ending.words}"))
        return None
    judged = [outcome.check for outcome in heard.outcomes]
    asked = [check for check in checks if heard.opened.groups & {*check.groups}]
    left = [check for check in asked if check not in judged]
    if not left:
        words = f"pages with findings cannot be pictured: {ending.words}"
        heard.note(Problem(order.place, ending.rule, words, severity=Severity.WARNING))
        return None
    culprit, *rest = left
    heard.note(_unfit(culprit, ending, order))
    if ending.rule != "too-slow":
        return rest
    for check in rest:
        heard.note(Outcome(check, unjudged="the check before it took all the time"))
    return None


def _unfit(check: Check, ending: Ending, order: Order) -> Outcome:
    """What is said of the check that ended a reader."""
    words = f"it could not be checked that {check.told}: {ending.words}"
    return Outcome(check, (Problem(order.place, ending.rule, words),), ending.words)


def _listen(heard: Heard, job: Job, seconds: float) -> Ending | None:
    """Note what one reader says; why it ended too early, if it did.

    No fork, which a process that has set pages would not survive.
    """
    paths = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    ending: Ending | None = _SLOW
    try:
        done = subprocess.run(
            [sys.executable, "-m", _READER],
            input=pickle.dumps(job),
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": paths},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        out = late.stdout or b""
    else:
        out, ending = done.stdout, _ending(done.returncode, done.stderr)
    for word in _words(out):
        heard.note(word)
    return ending


def _ending(code: int, said: bytes) -> Ending | None:
    """What an exit code means. `RuntimeError` where the fault is the reader's, not the file's."""
    if code == 0:
        return None
    if code == OUT_OF_MEMORY:
        return Ending("too-large", f"it takes more than {_MOST} of memory")
    if code == _RAISED:
        raise RuntimeError(f"the reader failed: {said.decode('utf-8', 'replace')[-LAST:]}")
    name = _signal(code)
    if name == "SIGXCPU":
        return _SLOW
    told = f"the reader broke off ({name})" if name else "the reader broke off"
    return Ending(
        "unreadable", f"{told}: the file is damaged, or takes more than {_MOST} of memory"
    )


def _signal(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return ""


def _words(out: bytes) -> Iterator[object]:
    """What was said, up to a word that was not ended."""
    stream = io.BytesIO(out)
    while True:
        try:
            yield pickle.load(stream)
        except (EOFError, pickle.UnpicklingError, AttributeError, IndexError, ValueError):
            return
