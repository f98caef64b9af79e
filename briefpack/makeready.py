"""Makeready: pages are prepared in a second process while this one loads the typesetter.

Loading WeasyPrint takes about as long as reading and composing a brief, and Python's threads take
turns; two processes do not.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def beside(work: Callable[[], Result], meanwhile: Callable[[], object]) -> Result:
    """What `work` returns, or raises; `meanwhile` is done in this process at the same time.

    The result must be picklable. Where a process cannot be safely forked (Windows, macOS, a program
    with threads) or there is but one processor, one is done after the other.
    """
    if not _can_fork():
        result = work()
        meanwhile()
        return result
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        _answer(work, sender)
    os.close(sender)
    try:
        with open(receiver, "rb") as pipe:
            meanwhile()
            answer = pipe.read()
    finally:
        os.waitpid(child, 0)
    return _unpacked(answer)


def _can_fork() -> bool:
    single = threading.active_count() == 1
    return sys.platform == "linux" and single and (os.cpu_count() or 1) > 1


def _answer(work: Callable[[], object], sender: int) -> None:
    """Send the result and end the child, which must not run anything of its parent's."""
    try:
        answer = pickle.dumps((True, work()))
    except BaseException as fault:  # noqa: BLE001 - whatever it is, the parent must hear of it
        fault.add_note(traceback.format_exc())
        answer = _packed(fault)
    try:
        with open(sender, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)


def _packed(fault: BaseException) -> bytes:
    try:
        return pickle.dumps((False, fault))
    except Exception:  # noqa: BLE001 - not every fault can be pickled
        return pickle.dumps((False, RuntimeError(traceback.format_exc())))


def _unpacked(answer: bytes) -> Result:  # type: ignore[type-var]
    if not answer:
        raise RuntimeError("the process that prepared the pages was ended from outside")
    good, value = pickle.loads(answer)
    if good:
        return value  # type: ignore[no-any-return]
    raise value
