"""A program of its own: a PDF comes in, what the checks and the pages say goes out, bit by bit.

`python -m briefpack.acceptance.reader` takes a `Job`, pickled, and writes what it learns as soon as
it knows it: `Opened`, an `Outcome` for each check, problems, `Leaf` by `Leaf`. Whoever listens has
all of it up to the moment when a file brings the reader down.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from briefpack.acceptance.errand import MEMORY, OUT_OF_MEMORY, TIME, Job, Opened
from briefpack.problem import Problem, Refused, Severity

_STREAM = re.compile(r"^stream <[^>]*>( \([^)]*\))?: *")

ANEW = "write it anew from its source"

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

    found = list(job.found)
    try:
        with laid_open(job.pdf, job.order) as bare:
            proof = replace(bare, order=_ordered(job, bare))
            yield Opened(len(proof.document.pages), proof.order.groups)
            yield from _repaired(job, proof)
            for check in job.checks:
                if proof.order.groups & {*check.groups}:
                    outcome = _judged(preflight, check, proof)
                    found += outcome.problems
                    yield outcome
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is the file's
        yield from _faults(fault, job)
        return
    yield from _leaves(job, found)


def _repaired(job: Job, proof: Any) -> Iterator[Problem]:
    """What had to be guessed to read it at all: who guesses otherwise shows other pages."""
    one, other = len(proof.document.pages), len(proof.pages)
    if one != other:
        told = f"it is damaged: some find {one} pages in it, and some {other}"
        yield _problem(job, "unreadable", told, ANEW)
    if said := proof.document.get_warnings():
        told = f"it is damaged, and was mended to be read: {_words(said[0])}"
        yield replace(_problem(job, "damaged", told, ANEW), severity=Severity.WARNING)


def _ordered(job: Job, proof: Any) -> Any:
    """The order, with the groups that the file itself asks for where none were ordered."""
    from briefpack.acceptance.purposes import BLEED, GROUPS, UNKNOWN
    from briefpack.preflight.metadata import is_for_print_shops

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


def _faults(fault: Exception, job: Job) -> Iterator[Problem]:
    """Why a file cannot be opened."""
    import pikepdf

    if isinstance(fault, Refused):
        yield from fault.problems
    elif isinstance(fault, pikepdf.PasswordError):
        hint = "save it without a password: what cannot be opened cannot be judged"
        yield _problem(job, "encrypted", "it opens with a password only", hint)
    elif _is_empty(job.pdf):
        yield _problem(job, "no-pages", "the file has no pages")
    else:
        yield _problem(job, "unreadable", f"it cannot be read as PDF: {_words(fault)}", ANEW)


def _is_empty(pdf: bytes) -> bool:
    """Whether it is in order, and has no pages: PDFium opens no such file."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            return not len(document.pages)
    except Exception:  # noqa: BLE001 - it is broken, then
        return False


def _problem(job: Job, rule: str, message: str, hint: str = "") -> Problem:
    return Problem(job.order.place, rule, message, hint)


def _words(fault: object) -> str:
    """What a library says, on one line, and without its own name for the stream."""
    said = _STREAM.sub("", " ".join(str(fault).split()))[:200]
    return said or type(fault).__name__


if __name__ == "__main__":
    main()
