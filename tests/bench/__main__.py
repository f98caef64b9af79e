"""Time a cold build against other renderers of the very same HTML, and as briefs grow longer."""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.long import write_long_brief

FLAGSHIP = Path("content/us-china-civil-space")
LENGTHS = (12, 50, 200)
ROUNDS = int(os.environ.get("ROUNDS", "7"))
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


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
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
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


def ratios(ours: Sequence[Run], theirs: Sequence[Run]) -> str:
    """Ours over theirs, pair by pair: the median, and the least and the greatest."""
    pairs = [one.wall / other.wall for one, other in zip(ours, theirs, strict=True)]
    return f"{statistics.median(pairs):.2f} ({min(pairs):.2f}-{max(pairs):.2f})"


def table(runs: dict[str, list[Run]]) -> None:
    """A row a command: median wall, processor time, peak memory, and the ratio to briefpack."""
    ours = runs["briefpack build"]
    print(f"{'':34}{'wall s':>8}{'cpu s':>8}{'MiB':>6}   briefpack / this, wall")
    for name, results in runs.items():
        wall, cpu, peak = (
            statistics.median(getattr(result, figure) for result in results)
            for figure in ("wall", "cpu", "peak")
        )
        print(f"{name:34}{wall:8.2f}{cpu:8.2f}{peak:6.0f}   {ratios(ours, results)}")


def against_others(scratch: Path) -> None:
    """The flagship, cold, against the commands that set the HTML which briefpack composed."""
    here = Path(sys.executable).parent
    forme = scratch / "forme"
    build = [str(here / "briefpack"), "build", str(FLAGSHIP), "--quiet"]
    run([*build, "--to", str(scratch / "0.pdf"), "--html", str(forme)])
    page = str(forme / "index.html")
    commands: dict[str, Sequence[str]] = {
        "briefpack build": [*build, "--to", str(scratch / "1.pdf")],
        "weasyprint": [str(here / "weasyprint"), page, str(scratch / "2.pdf")],
        "weasyprint --pdf-variant pdf/a-3a": [
            str(here / "weasyprint"), "--pdf-variant", "pdf/a-3a", page, str(scratch / "3.pdf")
        ],
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


def as_it_grows(scratch: Path) -> None:
    """Time per page for briefs of about 12, 50 and 200 pages."""
    from briefpack import build

    print(f"\n{'pages':>6}{'wall s':>8}{'ms a page':>11}{'MiB':>6}   against the shortest")
    command = [str(Path(sys.executable).parent / "briefpack"), "build", "--quiet"]
    folders = {length: write_long_brief(scratch / str(length), length) for length in LENGTHS}
    pages = {length: build(folder, to=scratch / "g.pdf").pages for length, folder in folders.items()}
    commands = {
        str(length): [*command, str(folder), "--to", str(scratch / "g.pdf")]
        for length, folder in folders.items()
    }
    runs = interleaved(commands, 3)
    shortest = statistics.median(result.wall for result in runs[str(LENGTHS[0])]) / pages[LENGTHS[0]]
    for length in LENGTHS:
        wall = statistics.median(result.wall for result in runs[str(length)])
        peak = statistics.median(result.peak for result in runs[str(length)])
        each = wall / pages[length]
        print(f"{pages[length]:6}{wall:8.2f}{1000 * each:11.0f}{peak:6.0f}   {each / shortest:.2f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        against_others(Path(folder))
        as_it_grows(Path(folder))
