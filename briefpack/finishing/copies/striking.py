"""Striking: copies are written off their plates, by this process or by several side by side.

As a program (`python -m briefpack.finishing.copies.striking`) it takes a plate, a folder and
copies, pickled, and says of each what its file came to, in a line. It is a process of its own, and
no fork, since a process that has set pages cannot be forked safely.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from briefpack.finishing.copies.impression import Impression
from briefpack.finishing.copies.plate import Plate, Printer

FEW = 400
"""Copies that are struck sooner than a second process has started."""

_FAILED = "failed"

Struck = tuple[int, str]
"""A copy's number, and the SHA-256 of its file."""


def strike(plate: Plate, copies: Iterable[Impression], folder: Path) -> Iterator[Struck]:
    """Write each copy to its file in the folder. `OSError` where one cannot be written."""
    printer = Printer(plate)
    for copy in copies:
        tail, checksum = printer.strike(copy)
        with open(folder / copy.file, "xb", buffering=0) as file:
            write_all(file.fileno(), plate.head)
            write_all(file.fileno(), tail)
        yield copy.number, checksum


def write_all(handle: int, data: bytes) -> None:
    """Write to the last byte: a disk that becomes full takes a part first, and then nothing."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def strike_side_by_side(
    plate: Plate, copies: Sequence[Impression], folder: Path
) -> Iterator[Struck]:
    """The same on all processors, in no order; few copies are struck here."""
    hands = min(processors(), len(copies) // FEW)
    if hands < 2 or not sys.executable:
        yield from strike(plate, copies, folder)
        return
    receiver, sender = os.pipe()
    done = 0
    with open(receiver, encoding="utf-8") as lines, ExitStack() as shift:
        try:
            for hand in range(hands):
                _hire(shift, sender, (plate, copies[hand::hands], folder))
        finally:
            os.close(sender)
        for done, line in enumerate(lines, start=1):  # noqa: B007
            yield _said(line)
    if done != len(copies):
        raise RuntimeError("a process that wrote copies was ended from outside")


def processors() -> int:
    """How many of the machine's processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _hire(shift: ExitStack, sender: int, work: tuple[Plate, Sequence[Impression], Path]) -> None:
    """Start a process on its share; it is ended, if need be, when the shift is.

    It is of a session of its own, so that Ctrl-C is heard by this process alone.
    """
    paths = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    hand = subprocess.Popen(
        [sys.executable, "-m", __spec__.name],
        stdin=subprocess.PIPE,
        stdout=sender,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    shift.callback(_dismiss, hand)
    if hand.stdin:
        with suppress(BrokenPipeError), hand.stdin:  # who is gone is missed when copies are counted
            pickle.dump(work, hand.stdin)


def _dismiss(hand: subprocess.Popen[bytes]) -> None:
    """End a process that may still be at work: nobody listens any more."""
    hand.kill()
    hand.wait()


def _said(line: str) -> Struck:
    first, _, rest = line.rstrip("\n").partition(" ")
    if first == _FAILED:
        number, _, name = rest.partition(" ")
        raise OSError(int(number), os.strerror(int(number)), name)
    return int(first), rest


def _work() -> None:
    """Strike what the standard input asks for; each line is short enough to be written whole."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # nobody listens any more: end in silence
    plate, copies, folder = pickle.load(sys.stdin.buffer)
    try:
        for number, checksum in strike(plate, copies, folder):
            _say(f"{number} {checksum}")
    except OSError as fault:
        _say(f"{_FAILED} {fault.errno} {fault.filename or folder}")


def _say(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    _work()
