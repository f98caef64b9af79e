"""Time a cold build against other renderers of the very same HTML, and as briefs grow longer."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pikepdf import Pdf

import briefpack
from tests.bench.long import write_long_brief
from tests.bench.numbered import numbered

FLAGSHIP = Path("content/us-china-civil-space")
LENGTHS = (12, 50, 200)
ROUNDS = int(os.environ.get("ROUNDS", "7"))
HERE = Path(sys.executable).parent
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

# Everybody's second build finds its modules compiled: cold is the process, not the cache.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: wall seconds, processor seconds, peak resident memory in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, silently; a failure stops the bench."""
    start = perf_counter()
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    process = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=null)
    _, status, usage = os.wait4(process, 0)
    wall = perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command)}")
    kibibytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(wall, usage.ru_utime + usage.ru_stime, kibibytes / 1024)


def interleaved(commands: dict[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Each command in turn, `rounds` times, after one round that is not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for counted in [False] + [True] * rounds:
        for name, command in commands.items():
            result = run(command)
            if counted:
                runs[name].append(result)
    return runs


def spread(figures: Iterable[float]) -> str:
    """The median, and the least and the greatest."""
    row = sorted(figures)
    return f"{statistics.median(row):.2f} ({row[0]:.2f}-{row[-1]:.2f})"


def ratios(ours: Sequence[Run], theirs: Sequence[Run], figure: str) -> str:
    """Ours over theirs, pair by pair."""
    pairs = zip(ours, theirs, strict=True)
    return spread(getattr(one, figure) / getattr(other, figure) for one, other in pairs)


def medians(runs: Sequence[Run]) -> str:
    """Wall seconds, processor seconds and peak memory, as columns."""
    wall, cpu, peak = (
        statistics.median(getattr(run, figure) for run in runs)
        for figure in ("wall", "cpu", "peak")
    )
    return f"{wall:8.2f}{cpu:8.2f}{peak:6.0f}"


def table(runs: dict[str, list[Run]]) -> None:
    """A row a command: medians, and the ratios to briefpack with their spread."""
    ours = runs["briefpack build"]
    print(f"{'':34}{'wall s':>8}{'cpu s':>8}{'MiB':>6}   briefpack / this: wall, cpu")
    for name, results in runs.items():
        wall, cpu = (ratios(ours, results, figure) for figure in ("wall", "cpu"))
        print(f"{name:34}{medians(results)}   {wall}   {cpu}")


def _afresh(cache: Path) -> str:
    """A script that runs what it is given with a cache that holds nothing."""
    return f'rm -rf "{cache}"; XDG_CACHE_HOME="{cache}" exec "$0" "$@"'


def against_others(scratch: Path) -> None:
    """The flagship, cold, against the commands that set the HTML which briefpack composed."""
    forme = scratch / "forme"
    build = [str(HERE / "briefpack"), "build", str(FLAGSHIP), "--quiet"]
    run([*build, "--to", str(scratch / "0.pdf"), "--html", str(forme)])
    page = str(forme / "index.html")
    ours = [*build, "--to", str(scratch / "1.pdf")]
    commands: dict[str, Sequence[str]] = {
        "briefpack build": ours,
        "briefpack build, charts drawn anew": ["sh", "-c", _afresh(scratch / "cache"), *ours],
        "weasyprint": [str(HERE / "weasyprint"), page, str(scratch / "2.pdf")],
        "weasyprint --pdf-variant pdf/a-3a": [
            str(HERE / "weasyprint"), "--pdf-variant", "pdf/a-3a", page, str(scratch / "3.pdf")
        ],
        "briefpack check": [str(HERE / "briefpack"), "check", str(FLAGSHIP), "--quiet"],
    }  # fmt: skip
    if CHROMIUM:
        commands["chromium --print-to-pdf"] = [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-quic", f"--user-data-dir={scratch / 'profile'}", "--no-pdf-header-footer",
            f"--print-to-pdf={scratch / '4.pdf'}", f"file://{page}",
        ]  # fmt: skip
    else:
        print("chromium is not installed: not compared")
    table(interleaved(commands, ROUNDS))


def stages(scratch: Path) -> None:
    """What each stage of the flagship's build takes, and its content's rules within a check."""
    command = [str(HERE / "briefpack"), "build", str(FLAGSHIP), "--json", "--to"]
    seconds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        made = subprocess.run(
            [*command, str(scratch / "5.pdf")], env=ENVIRONMENT, check=True, capture_output=True
        )
        for step in json.loads(made.stdout)["briefs"][0]["steps"]:
            seconds.setdefault(step["name"], []).append(step["seconds"])
    manuscript = briefpack.read(FLAGSHIP)
    for _ in range(ROUNDS):
        start = perf_counter()
        briefpack.check(manuscript)
        seconds.setdefault("Copyedit alone", []).append(perf_counter() - start)
    print(f"\n{'stage of the flagship':34}{'wall s':>8}")
    for name, taken in seconds.items():
        print(f"{name:34}    {spread(taken)}")


def as_it_grows(scratch: Path) -> None:
    """Time per page for briefs of about 12, 50 and 200 pages."""
    pdfs = {length: scratch / f"{length}.pdf" for length in LENGTHS}
    commands = {}
    for length, pdf in pdfs.items():
        folder = str(write_long_brief(scratch / str(length), length))
        commands[str(length)] = [
            str(HERE / "briefpack"), "build", "--quiet", folder, "--to", str(pdf)
        ]  # fmt: skip
    runs = interleaved(commands, min(ROUNDS, 3))
    print(f"\n{'pages':>6}{'wall s':>8}{'cpu s':>8}{'MiB':>6}   wall s a page, / the shortest")
    each = {}
    for length, pdf in pdfs.items():
        pages = page_count(pdf)
        each[length] = [run.wall / pages for run in runs[str(length)]]
        growth = spread(a / b for a, b in zip(each[length], each[LENGTHS[0]], strict=True))
        print(f"{pages:6}{medians(runs[str(length)])}   {spread(each[length])}   {growth}")


def page_count(path: Path) -> int:
    """How many pages a finished PDF has."""
    with Pdf.open(path) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        against_others(Path(folder))
        stages(Path(folder))
        as_it_grows(Path(folder))
        numbered(FLAGSHIP, Path(folder))
