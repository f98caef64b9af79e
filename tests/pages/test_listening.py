"""Hearing what a library says, and nobody else."""

import logging
import threading

from briefpack.pages.listening import listening


def test_warnings_are_heard_with_their_values() -> None:
    with listening() as heard:
        logging.getLogger("weasyprint").warning("%d lines", 3)
        logging.getLogger("fontTools.subset").error("no font")
        logging.getLogger("weasyprint").info("Step 1")
    assert heard == ["3 lines", "no font"]


def test_no_ear_is_left_behind() -> None:
    before = list(logging.getLogger("weasyprint").handlers)
    with listening() as heard:
        pass
    logging.getLogger("weasyprint").warning("too late")
    assert heard == []
    assert logging.getLogger("weasyprint").handlers == before


def test_another_thread_is_not_heard() -> None:
    thread = threading.Thread(target=logging.getLogger("weasyprint").warning, args=("not mine",))
    with listening() as heard:
        thread.start()
        thread.join()
    assert heard == []
