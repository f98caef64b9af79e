"""Checks that behave as libraries may that meet a hostile file; a reader loads them by name."""

import os
import signal
import sys
import time
from collections.abc import Iterator

from briefpack.preflight import Check, Proof
from briefpack.preflight.finding import Finding, Unjudged, fault, remark

ALL = ("pages", "press")


def small(proof: Proof) -> Iterator[Finding]:
    """Type that cannot be read is not read."""
    yield fault("text of 4 pt", 1, "make it 6 pt at the least", box=(72, 700, 200, 712))
    yield remark("it is long", 0)


def none(proof: Proof) -> Iterator[Finding]:
    """Tags say in which order a page is heard."""
    raise Unjudged("the file has no tags")
    yield


def stumbling(proof: Proof) -> Iterator[Finding]:
    """It breaks off in the middle."""
    raise KeyError("/Resources")
    yield


def crashing(proof: Proof) -> Iterator[Finding]:
    """It takes the process with it."""
    os.kill(os.getpid(), signal.SIGSEGV)
    yield fault("never seen")


def hanging(proof: Proof) -> Iterator[Finding]:
    """It never comes back."""
    time.sleep(600)
    yield fault("never seen")


def hungry(proof: Proof) -> Iterator[Finding]:
    """It takes all the memory that it gets."""
    held = []
    while True:
        held.append(bytearray(64 << 20))
    yield fault("never seen")


def chatty(proof: Proof) -> Iterator[Finding]:
    """It writes to where the findings go, as native libraries do."""
    os.write(1, b"warning: xref not found\n")
    sys.stdout.write("warning: fonts not found\n")
    sys.stdout.flush()
    yield from ()


SMALL = Check("small-type", "type can be read", small, ALL)
NONE = Check("reading-order", "tags follow the pages", none, ALL)
STUMBLING = Check("stumbling", "it does not stumble", stumbling, ALL)
CRASHING = Check("crashing", "it does not crash", crashing, ALL)
HANGING = Check("hanging", "it comes to an end", hanging, ALL)
HUNGRY = Check("hungry", "it is content with little", hungry, ALL)
CHATTY = Check("chatty", "it keeps quiet", chatty, ALL)
