"""Waivers: what they let stand, what they cannot, and which of them are told of."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

import briefpack
from briefpack import copyedit, rulebook
from briefpack.problem import Place, Problem, Severity, Spot, errors, strictly
from briefpack.waivers import FIRM, UNUSED, Waiver, unused, waived
from briefpack.words import Words
from tests.small import SMALL

LONG = Problem(Place("x/text.md", 7, 3), "line", "it is long", severity=Severity.WARNING)
SOURCE = Path(copyedit.__file__).parent


def waiver(
    first: int, last: int, rule: str = "line", file: str = "x/text.md", **where: bool
) -> Waiver:
    place = Place(file, first, 1)
    return Waiver(Words(rule, place), Words(f"line {first} says so"), first, last, **where)


def severity(problem: Problem, *waivers: Waiver) -> Severity:
    [one] = waived([problem], waivers)
    return one.severity


def test_what_is_waived_keeps_its_words_and_has_the_reason() -> None:
    assert waived([LONG], [waiver(6, 8)]) == [
        replace(LONG, severity=Severity.WAIVED, waiver="line 6 says so")
    ]


@pytest.mark.parametrize(
    "other",
    [
        waiver(6, 8, rule="braces"),
        waiver(6, 8, file="x/other.md"),
        waiver(1, 6),
        waiver(8, 9),
    ],
)
def test_a_waiver_speaks_of_its_rule_and_its_lines_alone(other: Waiver) -> None:
    assert severity(LONG, other) is Severity.WARNING


def test_the_nearest_reason_is_the_one_that_is_told() -> None:
    [one] = waived([LONG], [waiver(1, 90), waiver(7, 7), waiver(5, 20)])
    assert one.waiver == "line 7 says so"


def test_of_a_whole_file_speaks_the_head_alone() -> None:
    whole = replace(LONG, place=Place("x/text.md"))
    assert severity(whole, waiver(1, 9)) is Severity.WARNING
    assert severity(whole, waiver(1, 9, whole=True)) is Severity.WAIVED
    assert severity(whole, waiver(1, 9, file="x/a.yaml", whole=True)) is Severity.WARNING


@pytest.mark.parametrize("file", ["x/lib.bib", "x/data/a.csv", "x/figures/a.svg", "x"])
def test_of_files_without_waivers_speaks_the_head_of_the_brief(file: str) -> None:
    other = replace(LONG, place=Place(file, 3))
    head = waiver(1, 2, file="x/brief.yaml", whole=True)
    assert severity(other, head) is Severity.WARNING
    assert severity(other, replace(head, chief=True)) is Severity.WAIVED


def test_of_other_texts_it_does_not_speak() -> None:
    head = waiver(1, 2, file="x/brief.yaml", whole=True, chief=True)
    assert severity(LONG, head) is Severity.WARNING
    assert severity(replace(LONG, place=Place("x/quotes.yaml")), head) is Severity.WARNING


def test_what_was_found_on_a_page_is_waived_by_its_line_or_the_head_of_the_brief() -> None:
    found = replace(LONG, rule="thin-line", spot=Spot(3, (0, 0, 9, 9)))
    assert severity(found, waiver(7, 7, rule="thin-line")) is Severity.WAIVED
    head = waiver(1, 2, rule="thin-line", file="x/brief.yaml", whole=True, chief=True)
    assert severity(replace(found, place=Place("x")), head) is Severity.WAIVED


def test_errors_can_be_waived_but_for_those_that_stop_the_press() -> None:
    wrong = replace(LONG, severity=Severity.ERROR)
    assert severity(wrong, waiver(7, 7)) is Severity.WAIVED
    [firm] = waived([replace(wrong, rule="chart", hint="draw")], [waiver(7, 7, rule="chart")])
    assert firm.severity is Severity.ERROR
    assert firm.hint == f"draw\nit cannot be waived: {FIRM['chart']}"
    assert waived([firm], [waiver(7, 7, rule="chart")]) == [firm]
    milder = replace(firm, severity=Severity.WARNING)
    assert severity(milder, waiver(7, 7, rule="chart")) is Severity.WAIVED


def test_a_waiver_that_waives_nothing_is_told_of_once_its_rule_has_run() -> None:
    idle, busy, other = waiver(1, 2), waiver(7, 7), waiver(7, 7, rule="thin-line")
    waivers = [idle, busy, other]
    problems = waived([LONG], waivers)
    [told] = unused(waivers, problems, {"line"})
    assert (told.rule, told.severity, told.place) == (UNUSED, Severity.WARNING, idle.rule.place)
    assert len(list(unused(waivers, problems, {"line", "thin-line"}))) == 2


def test_strictly_a_warning_is_an_error_and_what_is_waived_stays_so() -> None:
    [one, other] = strictly([LONG, *waived([LONG], [waiver(7, 7)])])
    assert (one.severity, other.severity) == (Severity.ERROR, Severity.WAIVED)
    assert errors([one, other]) == [one]


def test_firm_rules_are_rules() -> None:
    assert FIRM.keys() <= rulebook.CONTENT | rulebook.of_files()


def brief(folder: Path, old: str, new: str) -> Path:
    assert old in SMALL
    (folder / "brief.yaml").write_text(SMALL.replace(old, new, 1), "utf-8")
    return folder


UNCITED = ("  - {id: survey,", "  - {id: more, title: More, publisher: P}\n  - {id: survey,")


def test_a_slip_in_the_name_of_a_rule_is_told(tmp_path: Path) -> None:
    folder = brief(
        tmp_path, "stance: advocacy", "stance: advocacy  # waive thin-lines: they are so"
    )
    [problem] = errors(briefpack.check(folder))
    assert problem.message == "there is no rule 'thin-lines' that can be waived"
    assert problem.hint == "did you mean 'thin-line'?"


def test_check_strictly_fails_for_warnings(tmp_path: Path) -> None:
    folder = brief(tmp_path, *UNCITED)
    assert [one.severity for one in briefpack.check(folder)] == [Severity.WARNING]
    assert [one.severity for one in briefpack.check(folder, strict=True)] == [Severity.ERROR]
    read = briefpack.read(folder)
    assert [one.severity for one in briefpack.check(read, strict=True)] == [Severity.ERROR]


def test_check_strictly_lets_stand_what_is_waived(tmp_path: Path) -> None:
    why = "  # waive uncited-source: it was read all the same\n  - {id: survey,"
    folder = brief(tmp_path, UNCITED[0], UNCITED[1].replace("\n  - {id: survey,", why))
    [problem] = briefpack.check(folder, strict=True)
    assert (problem.severity, problem.waiver) == (
        Severity.WAIVED,
        "it was read all the same",
    )


def test_what_others_found_is_waived_as_well(tmp_path: Path) -> None:
    why = "stance: advocacy  # waive side-overrun: there is room on the next page"
    read = briefpack.read(brief(tmp_path, "stance: advocacy", why))
    there = Place(str(tmp_path / "brief.yaml"), 10)
    assert why in SMALL.replace("stance: advocacy", why).splitlines()[there.line - 1]
    over = Problem(there, "side-overrun", "it runs over", severity=Severity.WARNING)
    assert [one.severity for one in rulebook.check(read, [over])] == [Severity.WAIVED]
    assert rulebook.check(read) == []
    assert [one.rule for one in rulebook.check(read, [], ["side-overrun"])] == [UNUSED]


def test_only_a_waiver_of_pages_has_preflight_loaded(tmp_path: Path) -> None:
    code = (
        "import briefpack, sys\n"
        "found = briefpack.check(sys.argv[1])\n"
        "print('pikepdf' in sys.modules, len(found))"
    )
    for rule, said in (("uncited-source", "False 1\n"), ("thin-line", "True 0\n")):
        why = f"stance: advocacy  # waive {rule}: nothing of this matters"
        folder = brief(tmp_path, "stance: advocacy", why)
        command = [sys.executable, "-c", code, str(folder)]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == said


def test_waivers_are_not_printed(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "cases" / "waivers-good" / "brief"
    built = briefpack.build(folder, to=tmp_path / "a.pdf", strict=True)
    assert {one.severity for one in built.problems} == {Severity.WAIVED}
    with pypdfium2.PdfDocument(built.path) as pdf:
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Write {night} where the night stands" in printed
    assert "waive" not in printed
