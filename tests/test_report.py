"""How problems are shown."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack import report
from briefpack.doctor import Finding, State
from briefpack.problem import Place, Problem, Severity

TYPO = Problem(
    Place("content/x/brief.yaml", 12, 3),
    "unknown-key",
    "unknown key 'titel'",
    "did you mean 'title'?",
    "  titel: Two programmes",
)


def shown(excerpt: str, column: int) -> list[str]:
    """The line and the carets as shown, without the margin."""
    text = report.text([Problem(Place("f", 1, column), "r", "m", "", excerpt)])
    return [line.partition(" | ")[2] for line in text.splitlines()[1:]]


def test_a_problem_has_place_line_caret_and_hint() -> None:
    assert report.text([TYPO]).splitlines() == [
        "content/x/brief.yaml:12:3: error: unknown key 'titel' [unknown-key]",
        "   12 |   titel: Two programmes",
        "      |   ^^^^^",
        "      = did you mean 'title'?",
    ]


def test_a_problem_of_a_whole_file_has_one_line() -> None:
    problem = Problem(Place("brief.yaml"), "empty-file", "the file is empty")
    assert report.text([problem]) == "brief.yaml: error: the file is empty [empty-file]"


def test_a_problem_of_a_whole_line_has_no_caret() -> None:
    assert shown("title: x", 0) == ["title: x"]


def test_every_line_of_a_hint_stands_on_its_own() -> None:
    problem = Problem(Place("f", 1), "r", "m", "first\nsecond", "text")
    assert report.text([problem]).splitlines()[2:] == ["      = first", "      = second"]


def test_line_numbers_of_any_length_keep_the_margin_straight() -> None:
    problem = Problem(Place("f", 1234567, 1), "r", "m", "hint", "x")
    bars = [line.index("|") for line in report.text([problem]).splitlines()[1:3]]
    assert bars[0] == bars[1]


@pytest.mark.parametrize(
    ("excerpt", "column", "marked"),
    [
        ("title: 'Two programmes' # x", 8, "'Two programmes'"),
        ('title: "Two" # x', 8, '"Two"'),
        ("- glance, cover", 3, "glance"),
        ("a: [one, two]", 5, "one"),
        ("title:", 7, ""),
        (": x", 1, ":"),
    ],
)
def test_carets_mark_the_word_or_what_is_quoted(excerpt: str, column: int, marked: str) -> None:
    assert shown(excerpt, column)[1] == " " * (column - 1) + "^" * max(1, len(marked))


def test_carets_stand_below_wide_characters() -> None:
    line, carets = shown("名前: 火星 x", 5)
    assert (line, carets) == ("名前: 火星 x", " " * 6 + "^" * 4)


def test_combining_marks_take_no_room() -> None:
    assert shown("cafe\N{COMBINING ACUTE ACCENT} x", 7)[1] == " " * 5 + "^"


def test_a_tab_can_be_seen_and_keeps_the_caret_in_place() -> None:
    assert shown("\ttitle: x", 2) == ["→   title: x", "    ^^^^^"]


def test_a_long_line_is_shown_around_its_mistake() -> None:
    line, carets = shown("x" * 5000 + " wrong " + "y" * 5000, 5002)
    assert len(f"      7 | {line}") <= 80
    assert line[carets.index("^") :].startswith("wrong")
    assert line.startswith("…")
    assert line.endswith("…")


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    problem = Problem(Place("a\x1b[2J", 1, 1), "r", "m\x1b[31m\nn", "h\x07", "\x1b]0;x\x07\u202e")
    text = report.text([problem])
    assert not any(ord(letter) < 32 for letter in text.replace("\n", ""))
    assert "\u202e" not in text


@given(st.text(st.characters(), min_size=1), st.integers(1, 300))
def test_any_line_is_shown_on_one_line_with_one_mark_below(excerpt: str, column: int) -> None:
    [line, carets] = shown(f"x{excerpt}x", column)
    assert set(carets) <= {" ", "^"}
    assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Zl", "Zp"}


def test_colour_is_added_only_when_asked_for() -> None:
    assert "\x1b" not in report.text([TYPO])
    assert "\x1b[31merror\x1b[0m" in report.text([TYPO], colour=True)


def test_the_summary_counts_kinds_and_files() -> None:
    warning = Problem(Place("b.yaml"), "r", "m", severity=Severity.WARNING)
    assert report.summary([TYPO, TYPO, TYPO, warning]) == "3 errors, 1 warning in 2 files"
    assert report.summary([TYPO]) == "1 error in 1 file"
    assert report.summary([warning]) == "1 warning in 1 file"


def test_json_carries_everything_and_the_numbers() -> None:
    value = report.problems_as_json([TYPO])
    assert (value["errors"], value["warnings"], value["waived"]) == (1, 0, 0)
    assert value["problems"] == [
        {
            "file": "content/x/brief.yaml",
            "line": 12,
            "column": 3,
            "severity": "error",
            "rule": "unknown-key",
            "message": "unknown key 'titel'",
            "hint": "did you mean 'title'?",
            "excerpt": "  titel: Two programmes",
            "waiver": "",
        }
    ]


WAIVED = replace(TYPO, severity=Severity.WAIVED, waiver="so the act is called")


def test_what_is_waived_comes_last_in_a_line_with_its_reason() -> None:
    lines = report.text([WAIVED, TYPO]).splitlines()
    assert lines[0].startswith("content/x/brief.yaml:12:3: error:")
    assert lines[-1] == "content/x/brief.yaml:12:3: waived: so the act is called [unknown-key]"
    assert len(lines) == 5


def test_what_is_waived_is_counted_apart() -> None:
    assert report.summary([TYPO, WAIVED, WAIVED]) == "1 error, 2 waived in 1 file"
    value = report.problems_as_json([TYPO, WAIVED])
    assert (value["errors"], value["warnings"], value["waived"]) == (1, 0, 1)
    assert value["problems"][1]["severity"] == "waived"
    assert value["problems"][1]["waiver"] == "so the act is called"


PANGO = Finding("Libraries", "Pango", State.MISSING, "no page can be set", "get pango")
SUBSETTER = Finding("Libraries", "HarfBuzz subsetter", State.SLOW, "slower", "get pango")
PYTHON = Finding("Python", "Python", State.OK, "3.12.1")
CHROMIUM = Finding("Optional", "Chromium", State.ABSENT, "the bench", "get chromium")


def test_findings_stand_in_groups_with_the_command_below() -> None:
    assert report.findings([PYTHON, PANGO]).splitlines() == [
        "Python",
        "  Python  ok       3.12.1",
        "",
        "Libraries",
        "  Pango   missing  no page can be set",
        "                   get pango",
    ]


def test_what_is_lacking_is_told_with_one_command() -> None:
    assert report.lacking([PYTHON, PANGO, SUBSETTER, CHROMIUM]).splitlines() == [
        "error: missing on this machine: Pango (no page can be set)",
        "warning: missing on this machine: HarfBuzz subsetter (slower)",
        "this brings it:",
        "    get pango",
    ]


def test_nothing_is_told_where_nothing_is_lacking() -> None:
    assert report.lacking([PYTHON, CHROMIUM]) == ""
