"""The steps of a run as they go by, each with its time."""

import time
from typing import TextIO

NAMES = 12  # characters: no step's name is longer
BAR = 30  # characters
_AGAIN = 0.1  # seconds between two looks of the bar
_CLEARED = "\r\x1b[K"  # ECMA-48: the line anew


class Progress:
    """Shows each step: on a terminal as it starts, elsewhere one plain line when it is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._step = ""
        self._start = 0.0
        self._shown = 0.0

    def __call__(self, step: str) -> None:
        """A step starts, and so the one before it is done."""
        self.done()
        self._step, self._start = step, time.perf_counter()
        if self._stream.isatty():
            print(f"  {step:<{NAMES}}", end="", file=self._stream, flush=True)

    def count(self, done: int, total: int) -> None:
        """So much of the step is done: on a terminal a bar grows, elsewhere nothing is said."""
        now = time.perf_counter()
        if self._stream.isatty() and (now - self._shown > _AGAIN or done == total):
            self._shown = now
            bar = f"{'━' * (BAR * done // total):<{BAR}}"
            line = f"{_CLEARED}  {self._step:<{NAMES}}{bar} {done:,} of {total:,}"
            print(line, end="", file=self._stream, flush=True)

    def done(self) -> None:
        """The last step is done, or given up."""
        if self._step:
            again = _CLEARED if self._shown else ""
            name = f"  {self._step:<{NAMES}}" if again or not self._stream.isatty() else ""
            name, self._shown = again + name, 0.0
            seconds = time.perf_counter() - self._start
            print(f"{name}{seconds:6.2f} s", file=self._stream, flush=True)
        self._step = ""
