"""The usual slips of YAML are named in plain words, and at the right place."""

import pytest
import yaml

from briefpack.manuscript.nodes import parse
from briefpack.manuscript.sheets import Sheet
from briefpack.manuscript.slips import explained
from briefpack.problem import Refused

SLIPS = {
    'a: "b\nc: d\n': ("1:4", 'the quotation mark " that opens here is never closed'),
    "a: 'b\n---\n": ("1:4", "the quotation mark ' that opens here is never closed"),
    "a: b: c\n": ("1:5", "a colon stands in a value that is not in quotation marks"),
    "é😀: b: c\n": ("1:6", "a colon stands in a value that is not in quotation marks"),
    "a: b\n  c: d\n": ("2:3", "the indentation of this line fits none of the lines above"),
    "a:\n  b: c\n d: e\n": ("3:2", "the indentation of this line fits none of the lines above"),
    "a:b\nc: d\n": ("1:3", "a space is missing after the colon"),
    "c: d\na:b\n": ("2:3", "a space is missing after the colon"),
    "- a\n-b\n": ("2:2", "a space is missing after the dash"),
    "c: d\nword\n": ("2:1", "'word' is neither a key with a colon nor part of the value before it"),
    "a:\n\tb: c\n": ("2:1", "a tab is used for indentation here; YAML needs spaces"),
    "a: b\n\tc: d\n": ("2:1", "a tab is used for indentation here; YAML needs spaces"),
    "- \ta: b\n  c: d\n": ("1:3", "a tab is used for indentation here; YAML needs spaces"),
    "a: @b\n": ("1:4", "words cannot begin with '@' in YAML"),
    "a: `b`\n": ("1:4", "words cannot begin with '`' in YAML"),
    "a: %b\n": ("1:4", "words cannot begin with '%' in YAML"),
    "a: &\n": ("1:4", "words cannot begin with '&' in YAML"),
    "a: !b!c d\n": ("1:4", "words cannot begin with '!' in YAML"),
    "a: ? b\n": ("1:4", "words cannot begin with '?' in YAML"),
    "a: ,b\n": ("1:4", "words cannot begin with ',' in YAML"),
    "a: &b c: d\n": ("1:8", "a colon stands in a value that is not in quotation marks"),
    'a: "b" c\n': ("1:8", 'nothing may follow the " that closes the value'),
    "a: [b]c\n": ("1:7", "nothing may follow the ] that closes the value"),
    "a: [b\nc: d\n": ("1:4", "the bracket '[' that opens here is never closed by ']'"),
    "a: [b: c: d]\n": ("1:9", "a colon stands in a value that is not in quotation marks"),
    "- {a: b,\n   c: d: e}\n": ("2:8", "a colon stands in a value that is not in quotation marks"),
    'a: {b: "c" d}\n': ("1:12", "a comma or '}' is missing here"),
    "a: {b: c\n": ("1:4", "the bracket '{' that opens here is never closed by '}'"),
    ": b\n": ("1:1", "a key is missing before the colon"),
    "a: b\n- c\n": ("2:1", "a list entry stands where a key was expected"),
    "- b\na: c\n": ("2:1", "an entry of the list in line 1 was expected here"),
    "a: - b\n": ("1:4", "a list cannot begin in the line of its key"),
    "a: | b\n": ("1:6", "nothing may follow '|' in its line"),
    "a: b\n...\nc: d\n": ("3:1", "nothing may follow the line '...', which ends the file"),
    "%A\n---\na: b\n": ("1:1", "a line cannot begin with '%' in YAML"),
    "%YAML 3.0\n---\na: b\n": ("1:1", "a line cannot begin with '%' in YAML"),
    'a: "\\d"\n': (
        "1:5",
        "a backslash between double quotation marks begins an escape, and this is none",
    ),
    'a: "\\ud800"\n': (
        "1:5",
        "a backslash between double quotation marks begins an escape, and this is none",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SLIPS.items(), ids=[repr(text) for text in SLIPS])
def test_a_slip_is_explained(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        parse(Sheet("f", text))
    [problem] = refused.value.problems
    assert (str(problem.place).removeprefix("f:"), problem.message) == expected
    assert problem.rule == "yaml"


def test_what_is_not_known_is_told_in_the_parsers_words() -> None:
    mark = yaml.Mark("f", 3, 1, 2, None, None)
    fault = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    problem = explained(fault, Sheet("f", "a\nbcd\n"))
    assert (str(problem.place), problem.message) == (
        "f:2:3",
        "YAML does not allow this: something new",
    )


def test_a_fault_without_a_place_is_the_files() -> None:
    problem = explained(yaml.YAMLError(), Sheet("f", "a\n"))
    assert (str(problem.place), problem.message) == (
        "f",
        "YAML cannot read this file: it is not YAML",
    )
