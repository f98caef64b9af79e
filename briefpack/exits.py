"""The exit codes of the command line, by name."""

from enum import IntEnum


class Exit(IntEnum):
    """What a run came to; numbers above 2 follow sysexits.h and the shell's 128 + signal."""

    OK = 0
    CONTENT = 1  # the content has errors
    USAGE = 2  # the command line is wrong
    SYSTEM = 69  # a library or a package is missing (EX_UNAVAILABLE)
    FAULT = 70  # a fault of briefpack's own (EX_SOFTWARE)
    OUTPUT = 73  # the result cannot be written (EX_CANTCREAT)
    INTERRUPTED = 130  # Ctrl-C (SIGINT)
    PIPE = 141  # nobody reads the output any more (SIGPIPE)


class Stopped(Exception):
    """The run cannot go on, for a reason that one line tells."""

    def __init__(self, code: Exit, words: str) -> None:
        super().__init__(words)
        self.code = code
