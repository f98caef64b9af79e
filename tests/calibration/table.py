"""The calibration table: what each rule catches and misses, and where it cries wolf."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from inspect import getdoc
from pathlib import Path

import briefpack
from briefpack import copyedit, inspection, pulling
from briefpack.edition import EDITIONS
from briefpack.preflight import CHECKS, Check
from tests.calibration import foreign, pages, planted
from tests.calibration.others import SAMPLES
from tests.calibration.specimen import GROUPS, Specimen

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
LAYOUTS = {"a4": ("", "office", "booklet", "large"), "letter": ("",)}
"""The page formats in which good briefs are judged, by paper."""

BRIEFS = ("us-china-civil-space", "barrierefreie-dokumente")

OURS = (*pages.SPECIMENS, *planted.SPECIMENS)
OTHERS = (*foreign.SPECIMENS, *(one for sample in SAMPLES for one in sample.specimens()))
SOUND = (*pages.SOUND, *foreign.SOUND)

MESSAGE = re.compile(r"^\S.*?: (error|warning|waived): .*\[([\w-]+)\]$", re.MULTILINE)

NONE = "–"


def told(in_briefs: Mapping[str, int], editions: int) -> str:
    """The whole of CHECKS.md; `in_briefs` says how often each rule speaks up in good briefs."""
    sound = len(SOUND) + sum(not sample.found for sample in SAMPLES)
    cases = list(_cases())
    return f"""\
# Checks, and how they are calibrated

Written by `make calibration` from the specimens in `tests/calibration/` and the cases in
`tests/cases/`; a test compares the two, so nothing here is from memory.

A *specimen* is a PDF with one fault; its rule has to find it, and no rule may find anything that is
not there.
*Ours* are set by briefpack; *others* by reportlab, by WeasyPrint from plain HTML, and by Chromium,
LibreOffice, typst, groff, pdfTeX, matplotlib, Ghostscript, qpdf and a scanner ({len(SAMPLES)} files
in `tests/calibration/others/`, with what each holds). *False alarms* are what a rule finds in
{sound} sound specimens, which look odd and are as they should be (white text on a dark box, the
words of a scan, watermarks, shadows, accents set apart, turned and cropped pages, a wall chart),
and in the pages of both briefs in `content/`, in {editions} layouts each (every page format on A4,
and the main one on Letter).

Not every file can be judged by every rule. Without tags nobody can tell a paragraph, a heading or a
chart: those rules leave such a file unjudged, and say so. Which words were to be printed is known
of a brief alone. Rules for print shops are counted by `tests/preflight/press/test_checks.py`,
since their file needs a profile of inks. However the contents of pages were mutated, no check threw
anything (`test_mutations.py`); a file made to keep a reader busy for ever is stopped by the clock.

## Finished PDFs

| rule | what it makes sure | why | asked by | kind | ours | others | false alarms |
| --- | --- | --- | --- | --- | --- | --- | --- |
{_lines(_row(check, in_briefs) for check in CHECKS)}

What is missed, and why:

{_lines(_misses())}

No specimen stands for these, which are known as well: letters that a program left out because its
font lacked them, or drew as a box of its own; text of layers that are hidden, which is judged as if
it were shown; what annotations and form fields show; ladders of hyphens on pages that a viewer
turns; pages whose unit is not a point (UserUnit).

## Content

{len(cases)} cases are briefs with what is said of them, and {sum(not case for case in cases)} of
them sound: of those nothing is said.

| rule | why | kind | cases |
| --- | --- | --- | --- |
{_lines(_rows_of_content(cases))}
"""


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _row(check: Check, in_briefs: Mapping[str, int]) -> str:
    ours, others = _of(check.rule, OURS), _of(check.rule, OTHERS)
    count = planted.of_the_press(check.told) if "press" in check.groups else 0
    caught = _caught(ours, check.rule) if ours else f"{count}/{count}" if count else NONE
    cells = (
        f"`{check.rule}`", check.told, _first(getdoc(check.look) or ""), ", ".join(check.groups),
        _kind(check.rule), caught, _caught(others, check.rule),
        str(_alarms(check.rule) + in_briefs.get(check.rule, 0)),
    )  # fmt: skip
    return _cells(cells)


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _of(rule: str, specimens: Iterable[Specimen]) -> list[Specimen]:
    return [specimen for specimen in specimens if specimen.rule == rule]


def _caught(specimens: Sequence[Specimen], rule: str) -> str:
    if not specimens:
        return NONE
    caught = sum(not one.missed and rule in one.found() for one in specimens)
    return f"{caught}/{len(specimens)}"


def _kind(rule: str) -> str:
    """As it was seen: an error, a warning, or both."""
    seen = {
        str(problem.severity) for one in (*OURS, *OTHERS) for problem in one.found().get(rule, ())
    }
    return ", ".join(sorted(seen)) or NONE


def _alarms(rule: str) -> int:
    """What it finds in sound specimens, and in samples where nothing such is wrong."""
    return sum(rule in one.found() for one in SOUND) + sum(
        rule in sample.specimen().found() and rule not in sample.found for sample in SAMPLES
    )


def _misses() -> Iterator[str]:
    found: dict[str, dict[str, None]] = {}
    for one in OTHERS:
        if one.missed:
            found.setdefault(f"{one.missed}", {})[one.rule] = None
    for why, rules in found.items():
        yield f"- {', '.join(f'`{rule}`' for rule in rules)}: {why}."
    for sample in SAMPLES:
        for rule, why in sample.alarms.items():
            yield f"- `{rule}` finds in `{sample.file}` what is none: {why}."


def _first(reason: str) -> str:
    """The first sentence of a docstring."""
    words = " ".join(reason.split())
    return re.split(r"(?<=[.!?]) (?=[A-Z(])", words, maxsplit=1)[0]


@cache
def _cases() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(CASES.glob("*/expected.txt")))


def _rows_of_content(cases: Sequence[str]) -> Iterator[str]:
    kinds: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for case in cases:
        met = MESSAGE.findall(case)
        counts.update({rule for _, rule in met})
        for kind, rule in met:
            kinds.setdefault(rule, set()).update({kind} - {"waived"})
    for name, reason in copyedit.reasons(copyedit.RULES).items():
        kind = ", ".join(sorted(kinds.get(name, ()))) or NONE
        yield _cells((f"`{name}`", _first(reason), kind, str(counts[name])))


def briefs() -> tuple[Counter[str], int]:
    """How often each rule speaks up in the painted pages of good briefs, or cannot judge them, and
    in how many layouts each was set: in every format on A4, in the main one on Letter as well.

    Budgets are for the main format alone. Editions of one format have the same pages.
    """
    found: Counter[str] = Counter()
    layouts = 0
    for paper, formats in LAYOUTS.items():
        rows = [next(row for row in EDITIONS.values() if row.format == one) for one in formats]
        layouts += len(rows)
        for path in (ROOT / "content" / name for name in BRIEFS):
            read = cache(lambda path=path: briefpack.read(path))
            for pull in pulling.pulled(path, rows, paper, read, [], lambda _: None):
                job = pulling.job(pull.edition, read(), paper, pull.folios)
                for one in inspection.of_pages(pull, GROUPS, job, read()):
                    unfit = bool(one.unjudged) and not (
                        one.check.rule == "page-budget" and pull.edition.format
                    )
                    found[one.check.rule] += len(one.problems) + unfit
    return found, layouts
