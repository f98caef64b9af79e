"""How problems and findings are shown: for people, with the line and a caret, or as JSON."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefpack.problem import counted

if TYPE_CHECKING:
    from pathlib import Path

    from briefpack.doctor import Finding
    from briefpack.press import Built
    from briefpack.problem import Problem

TAB = "→   "
"""A tab as it is shown: it can be seen, since in YAML it is often the mistake."""

WINDOW = 66  # characters of a long line that are shown: with all about them, 80 at the most
_UNDERLINED = re.compile(r'\[[^\]]*\]\([^)\s]*\)|"[^"]*"|\'[^\']*\'|[^\s:,\[\]{}]+')
_COLOURS = {"error": "31", "warning": "33", "waived": "2", "bold": "1", "faint": "2"}
# No character of a file may steer the terminal: C0, DEL, C1, and the marks that turn text around.
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def text(problems: Sequence[Problem], colour: bool = False) -> str:
    """All problems, one below the other, as they are shown on a terminal or in a log.

    What is waived comes last, in a line each: the place, the reason and the rule.
    """
    waived = [problem for problem in problems if problem.severity == "waived"]
    others = [problem for problem in problems if problem.severity != "waived"]
    lines = [line for problem in others for line in _lines(problem, colour)]
    return "\n".join([*lines, *(_head(one, one.waiver, colour) for one in waived)])


def summary(problems: Iterable[Problem]) -> str:
    """ "3 errors, 1 warning, 2 waived in 2 files"."""
    found = list(problems)
    numbers = Counter(str(problem.severity) for problem in found)
    counts = [counted(numbers[kind], kind) for kind in ("error", "warning")]
    counts.append(f"{numbers['waived']} waived")
    files = len({problem.place.file for problem in found})
    told = ", ".join(count for count in counts if not count.startswith("0 "))
    return f"{told or 'no problems'}" + (f" in {counted(files, 'file')}" if found else "")


def issued(numbers: Mapping[str, Sequence[str]]) -> str:
    """Which paragraph numbers were written into which file."""
    lines = [
        f"{file}: {counted(len(issue), 'paragraph')} numbered ({', '.join(_runs(issue))})"
        for file, issue in numbers.items()
    ]
    return "\n".join(lines) or "every paragraph has its number"


def _runs(numbers: Sequence[str]) -> Iterator[str]:
    """The numbers, with those that follow one another as "1 to 12"."""
    start = 0
    for end, one in enumerate(numbers, start=1):
        following = numbers[end] if end < len(numbers) else ""
        if not (one.isdigit() and following == str(int(one) + 1)):
            yield one if end - start == 1 else f"{numbers[start]} to {one}"
            start = end


def problems_as_json(problems: Sequence[Problem]) -> dict[str, Any]:
    """The problems and their numbers; a `line` or `column` of 0 is unknown, `waiver` the reason for
    which one is waived, or nothing.
    """
    numbers = Counter(str(problem.severity) for problem in problems)
    kinds = {"errors": "error", "warnings": "warning", "waived": "waived"}
    counts = {name: numbers[kind] for name, kind in kinds.items()}
    return {"problems": [_as_json(problem) for problem in problems], **counts}


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": problem.excerpt,
        "waiver": problem.waiver,
    }


def made_as_json(brief: Path, made: Sequence[Built]) -> list[dict[str, Any]]:
    """What became of one brief, each edition apart; `pdf` is null where it was refused."""
    if not made:
        return [{"brief": str(brief), "pdf": None, "ticket": None, "pages": 0, "steps": []}]
    return [
        {
            "brief": str(brief),
            "edition": built.edition,
            "pdf": str(built.path),
            "ticket": str(built.ticket) if built.ticket else None,
            "pages": built.pages,
            "steps": [{"name": name, "seconds": round(time, 4)} for name, time in built.steps],
        }
        for built in made
    ]


def told(built: Built) -> str:
    """What became of one edition, in a line; with the first of a run how long all took."""
    size = f"{built.path.stat().st_size / 1000:,.0f} KB"
    seconds = sum(seconds for _, seconds in built.steps)
    took = f", {seconds:.2f} s" if built.steps else ""
    ticket = f"; ticket: {built.ticket.name}" if built.ticket else ""
    sheets = built.particulars.get("sheets")
    extent = counted(built.pages, "page") + (f" on {counted(sheets, 'sheet')}" if sheets else "")
    return f"  {built.path}: {extent}, {size}{took}{ticket}"


def painted(words: str, name: str, colour: bool) -> str:
    """Words in one of our few colours, where colour is wanted (ECMA-48, SGR)."""
    return f"\x1b[{_COLOURS[name]}m{words}\x1b[0m" if colour else words


def _lines(problem: Problem, colour: bool) -> Iterator[str]:
    kind = str(problem.severity)
    yield _head(problem, problem.message, colour)
    margin = max(5, len(str(problem.place.line)) + 2)
    if problem.excerpt and problem.place.line:
        shown, carets = _excerpt(problem.excerpt, problem.place.column)
        yield f"{problem.place.line:>{margin}} | {shown}".rstrip()
        if carets:
            yield f"{'':>{margin}} | {painted(carets, kind, colour)}"
    for line in problem.hint.splitlines():
        yield f"{'':>{margin}} = {clean(line)}"


def _head(problem: Problem, words: str, colour: bool) -> str:
    kind = str(problem.severity)
    return (
        f"{painted(clean(str(problem.place)), 'bold', colour)}: {painted(kind, kind, colour)}: "
        f"{clean(words)} {painted(f'[{problem.rule}]', 'faint', colour)}"
    )


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """The line as shown, and below it the carets; none where the column is unknown."""
    line = line.rstrip("\r\n")
    start = max(column - 1, 0)
    cut = max(0, start - WINDOW // 2) if len(line) > WINDOW else 0
    part = line[cut : cut + WINDOW]
    before = "…" if cut else ""
    after = "…" if cut + WINDOW < len(line) else ""
    shown = f"{before}{clean(part)}{after}"
    if not column:
        return shown, ""
    lead = before + clean(part[: start - cut])
    marked = clean(underlined(line, start)[: cut + WINDOW - start])
    return shown, " " * width(lead) + "^" * max(1, width(marked))


def underlined(line: str, start: int) -> str:
    """The word, or the quoted words, that begin at `start`."""
    match = _UNDERLINED.match(line, start)
    return match[0] if match else line[start : start + 1]


def clean(words: str) -> str:
    """Words that can be printed on one line: tabs visible, control characters harmless."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words.replace("\t", TAB))


def width(words: str) -> int:
    """The number of a terminal's cells that words take (UAX #11; combining marks take none)."""
    return sum(_cells(character) for character in words)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def findings(found: Sequence[Finding], colour: bool = False) -> str:
    """What the doctor found, group by group, with the command that brings what is not there."""
    column = max(len(finding.name) for finding in found) + 2
    return "\n\n".join(
        "\n".join([painted(group, "bold", colour), *_group(found, group, column, colour)])
        for group in dict.fromkeys(finding.group for finding in found)
    )


def findings_as_json(found: Sequence[Finding]) -> list[dict[str, str]]:
    """What the doctor found, one object a thing."""
    return [
        {
            "group": finding.group,
            "name": finding.name,
            "state": str(finding.state),
            "detail": finding.detail,
            "remedy": finding.remedy,
        }
        for finding in found
    ]


def _group(found: Sequence[Finding], group: str, column: int, colour: bool) -> Iterator[str]:
    for finding in found:
        if finding.group == group:
            yield _finding(finding, column, colour)
            if finding.remedy:
                yield f"{'':{column + 11}}{finding.remedy}"


def _finding(finding: Finding, column: int, colour: bool) -> str:
    paint = {"missing": "error", "slow": "warning"}.get(str(finding.state), "faint")
    state = painted(f"{finding.state:<9}", paint, colour)
    return f"  {finding.name:<{column}}{state}{clean(finding.detail)}".rstrip()


def lacking(found: Sequence[Finding], colour: bool = False) -> str:
    """What is missing and what is slow, and the commands that bring it; "" where nothing is."""
    lines = [*_lack(found, "missing", "error", colour), *_lack(found, "slow", "warning", colour)]
    remedies = [one.remedy for one in found if one.state in ("missing", "slow") and one.remedy]
    commands = [f"    {remedy}" for remedy in dict.fromkeys(remedies)]
    return "\n".join([*lines, *(["this brings it:", *commands] if commands else [])])


def _lack(found: Sequence[Finding], state: str, kind: str, colour: bool) -> Iterator[str]:
    ill = [finding for finding in found if finding.state == state]
    for detail in dict.fromkeys(finding.detail for finding in ill):
        names = ", ".join(finding.name for finding in ill if finding.detail == detail)
        yield f"{painted(kind, kind, colour)}: missing on this machine: {names} ({clean(detail)})"
