"""Numbered copies: how many a second, on one processor and on all, and in which memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

from briefpack.finishing.copies.striking import processors

AMOUNTS = (100, 1000)
_ON_ONE = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
_RUN = "import sys; from briefpack.__main__ import run; sys.exit(run())"


def numbered(brief: Path, scratch: Path) -> None:
    """A row for each number of copies: the step that makes them, from type to ledger."""
    print(f"\n{'copies':>6}{'processors':>12}{'s':>8}{'copies/s':>10}{'MiB':>6}")
    for amount in AMOUNTS:
        people = scratch / f"{amount}.csv"
        names = "".join(f"Reader {number},Ministry\n" for number in range(1, amount + 1))
        people.write_text("name,organisation\n" + names, "utf-8")
        for count in dict.fromkeys((1, processors())) if hasattr(os, "sched_setaffinity") else ():
            into = scratch / f"{amount}-{count}"
            seconds, peak = _made(brief, people, into, alone=count == 1)
            print(f"{amount:6}{count:12}{seconds:8.2f}{amount / seconds:10.0f}{peak:6.0f}")


def _made(brief: Path, people: Path, into: Path, *, alone: bool) -> tuple[float, float]:
    """Seconds that the copies took, and the peak memory of the process in MiB."""
    words = ["copies", str(brief), "--to", str(people), "--into", str(into), "--json"]
    process = subprocess.Popen(
        [sys.executable, "-c", (_ON_ONE if alone else "") + _RUN, *words],
        stdout=subprocess.PIPE,
    )
    assert process.stdout
    told = json.load(process.stdout)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: briefpack {' '.join(words)}")
    steps = {step["name"]: step["seconds"] for step in told["steps"]}
    return steps["Copies"], usage.ru_maxrss / 1024
