"""The steps of a run as they go by, each with its time."""

import time
from typing import TextIO

NAMES = 12  # characters: no step's name is longer


class Progress:
    """Shows each step: on a terminal as it starts, elsewhere one plain line when it is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._step = ""
        self._start = 0.0

    def __call__(self, step: str) -> None:
        """A step starts, and so the one before it is done."""
        self.done()
        self._step, self._start = step, time.perf_counter()
        if self._stream.isatty():
            print(f"  {step:<{NAMES}}", end="", file=self._stream, flush=True)

    def done(self) -> None:
        """The last step is done, or given up."""
        if self._step:
            name = "" if self._stream.isatty() else f"  {self._step:<{NAMES}}"
            seconds = time.perf_counter() - self._start
            print(f"{name}{seconds:6.2f} s", file=self._stream, flush=True)
        self._step = ""
