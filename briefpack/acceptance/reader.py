"""A program of its own: a PDF comes in, what the checks and the pages say goes out, bit by bit.

`python -m briefpack.acceptance.reader` takes a `Job`, pickled, and writes what it learns as soon as
it knows it: `Opened`, an `Outcome` for each check, problems, `Leaf` by `Leaf`. Whoever listens has
all of it up to the moment when a file brings the reader down.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefpack.acceptance.errand import MEMORY, OUT_OF_MEMORY, TIME, Job, Opened
from briefpack.problem import Problem, Severity

Say = Callable[[object], None]


def main() -> None:
    """Read the file that the standard input brings."""
    say = _mouth()
    try:
        job = pickle.load(sys.stdin.buffer)
        limit()
        for word in _read(job):
            say(word)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # nothing is left for an orderly end


def _mouth() -> Say:
    """The standard output, to be written to by nobody else: libraries that talk talk to nobody."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def say(word: object) -> None:
        out.write(pickle.dumps(word))
        out.flush()

    return say


def limit() -> None:
    """No more memory than MEMORY and no more time than TIME, where the system can see to that."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for kind, most in (
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_CPU, TIME),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(kind)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (least, hard))
        except (OSError, ValueError):  # a system that will not
            continue


def _read(job: Job) -> Iterator[object]:
    """All that can be learnt of the file; a file that cannot be opened is one problem."""
    from briefpack import preflight
    from briefpack.preflight.proof import laid_open
    from briefpack.preflight.sheet.opening import Unreadable
    from briefpack.preflight.validators import claims

    found = list(job.found)
    try:
        with laid_open(job.pdf, job.order) as bare:
            proof = replace(bare, order=_ordered(job, bare))
            claimed = tuple(claims(proof.said))
            yield Opened(len(proof.document.pages), proof.order.groups, claimed)
            for check in job.checks:
                if proof.order.groups & {*check.groups}:
                    outcome = _judged(preflight, check, proof)
                    found += outcome.problems
                    yield outcome
    except MemoryError:
        raise
    except Unreadable as why:
        yield _problem(job, why.rule, why.message, why.hint)
        return
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is the file's
        yield _problem(job, "unreadable", f"the file cannot be read: {_words(fault)}")
        return
    yield from _leaves(job, found)


def _ordered(job: Job, proof: Any) -> Any:
    """The order, with the groups that the file itself asks for where none were ordered."""
    from briefpack.acceptance.purposes import BLEED, GROUPS, UNKNOWN
    from briefpack.preflight.press.metadata import is_for_print_shops

    groups = job.order.groups
    if not groups:
        groups = GROUPS["press"] if is_for_print_shops(proof) else UNKNOWN
    return replace(job.order, groups=groups, bleed=job.order.bleed or BLEED)


def _judged(preflight: Any, check: Any, proof: Any) -> Any:
    """What a check says; one that breaks off has met something that no honest file has."""
    try:
        return preflight.judged(check, proof)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - the other checks go on
        words = f"it could not be checked that {check.told}"
        problem = Problem(proof.order.place, "unreadable", f"{words}: {_words(fault)}")
        return preflight.Outcome(check, (problem,), "the file is damaged where it looks")


def _leaves(job: Job, found: Sequence[Problem]) -> Iterator[object]:
    from briefpack.reporting import leaves

    try:
        yield from leaves.drawn(job.pdf, found)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - the findings stand without a picture too
        words = f"pages with findings cannot be pictured: {_words(fault)}"
        yield replace(_problem(job, "unreadable", words), severity=Severity.WARNING)


def _problem(job: Job, rule: str, message: str, hint: str = "") -> Problem:
    return Problem(job.order.place, rule, message, hint)


def _words(fault: Exception) -> str:
    """What a library says; where it says nothing, what it calls the fault."""
    from briefpack.preflight.sheet.opening import plain

    return plain(str(fault)) or type(fault).__name__


if __name__ == "__main__":
    main()
