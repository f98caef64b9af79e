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
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from briefpack.acceptance import purposes
from briefpack.acceptance.errand import MEMORY, TIME, Job, Opened
from briefpack.preflight import CHECKS, Check, Order, Outcome
from briefpack.problem import Place, Problem, Severity
from briefpack.reporting.report import File, Leaf, Report
from briefpack.sourcemap import SourceMap

BEGINS = b"%PDF-"
AMONG_FIRST = 1024
"""Bytes among which a PDF says that it is one (ISO 32000-1, annex H, note 13)."""

_READER = "briefpack.acceptance.reader"


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
            case Problem():
                self.problems.append(word)
            case Leaf():
                self.leaves.append(word)

    @property
    def found(self) -> list[Problem]:
        """Every problem that a check has found."""
        return [problem for outcome in self.outcomes for problem in outcome.problems]


def accepted(
    path: Path,
    edition: str | None = None,
    *,
    map: SourceMap | None = None,  # noqa: A002 - as an order calls it
    checks: Sequence[Check] = CHECKS,
    patience: float = TIME,
) -> Report:
    """The report of any file: judged as `edition`, or as what it says that it is for.

    `map` is that of a file which was built here, if it is still known: then problems are blamed on
    lines of the content. Nothing that is in the file raises; `Unreadable` when the disk does not
    give it.
    """
    pdf = _bytes(path)
    order = Order(Place(str(path)), _groups(edition), map=map)
    heard = _heard(pdf, order, checks, patience)
    groups = heard.opened.groups if heard.opened else order.groups
    return Report(
        File(str(path), len(pdf), sha256(pdf).hexdigest(), _pages(heard)),
        tuple(heard.outcomes),
        tuple(heard.problems),
        tuple(heard.leaves),
        groups=groups,
        purpose=purposes.told(edition, groups) if groups else "",
    )


def _groups(edition: str | None) -> frozenset[str]:
    return purposes.GROUPS[edition] if edition else frozenset()


def _pages(heard: Heard) -> int:
    return heard.opened.pages if heard.opened else 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(fault.errno, fault.strerror, str(path)) from fault


def _heard(pdf: bytes, order: Order, checks: Sequence[Check], patience: float) -> Heard:
    """All that readers say of it: where a check has ended one, another goes on behind it."""
    heard = Heard()
    if reason := _no_pdf(pdf):
        heard.note(Problem(order.place, "unreadable", reason))
        return heard
    end = time.monotonic() + patience
    left = list(checks)
    while True:
        rest = max(end - time.monotonic(), 0.1)
        ending = _listen(heard, Job(pdf, order, left, heard.found), rest)
        if not ending:
            return heard
        left = _behind(heard, left, ending, order)
        if not left or ending.rule == "too-slow":
            return heard


def _no_pdf(pdf: bytes) -> str:
    if not pdf:
        return "the file is empty"
    if BEGINS not in pdf[:AMONG_FIRST]:
        return "this is no PDF: it does not begin as one, with %PDF-"
    return ""


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a reader came to an end too early: the rule of the problem, and its words."""

    rule: str
    words: str


def _behind(heard: Heard, checks: Sequence[Check], ending: Ending, order: Order) -> list[Check]:
    """The checks behind the one that ended the reader, which cannot judge the file."""
    if heard.opened is None:
        heard.note(Problem(order.place, ending.rule, f"it cannot be read: {ending.words}"))
        return []
    judged = {outcome.check.rule for outcome in heard.outcomes}
    asked = [check for check in checks if heard.opened.groups & {*check.groups}]
    left = [check for check in asked if check.rule not in judged]
    if not left:
        words = f"pages with findings cannot be pictured: {ending.words}"
        heard.note(Problem(order.place, ending.rule, words, severity=Severity.WARNING))
        return []
    culprit, *rest = left
    words = f"it could not be checked that {culprit.told}: {ending.words}"
    problem = Problem(order.place, ending.rule, words)
    heard.note(Outcome(culprit, (problem,), ending.words))
    if ending.rule == "too-slow":
        for check in rest:
            heard.note(Outcome(check, unjudged="the check before it took all the time"))
    return rest


def _listen(heard: Heard, job: Job, seconds: float) -> Ending | None:
    """Note what one reader says; why it ended too early, if it did."""
    reader = _hire()
    try:
        out, _ = reader.communicate(pickle.dumps(job), timeout=seconds)
    except subprocess.TimeoutExpired:
        reader.kill()
        out, _ = reader.communicate()
        ending: Ending | None = Ending("too-slow", f"it takes more than {TIME} seconds")
    else:
        ending = _ending(reader.returncode)
    for word in _words(out):
        heard.note(word)
    return ending


def _hire() -> subprocess.Popen[bytes]:
    """Start a reader; no fork, which a process that has set pages would not survive."""
    paths = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    return subprocess.Popen(
        [sys.executable, "-m", _READER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _ending(code: int) -> Ending | None:
    if code == 0:
        return None
    name = _signal(code)
    if name == "SIGXCPU":
        return Ending("too-slow", f"it takes more than {TIME} seconds")
    most = f"{MEMORY >> 30} GB"
    told = f"the reader broke off ({name})" if name else "the reader broke off"
    return Ending("unreadable", f"{told}: the file is damaged, or takes more than {most} of memory")


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
