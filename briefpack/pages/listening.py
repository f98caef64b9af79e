"""Listening: what a library says through its logger, heard for one call only."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOGGERS = ("weasyprint", "fontTools")


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect the warnings and errors of WeasyPrint and fontTools in this thread.

    Nothing is left behind, so that calls in several threads do not hear each other.
    """
    heard: list[str] = []
    ear = logging.Handler(logging.WARNING)
    thread = threading.get_ident()
    ear.addFilter(lambda record: record.thread == thread)
    ear.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(ear)
    try:
        yield heard
    finally:
        for logger in loggers:
            logger.removeHandler(ear)
