"""The rules of content and of files are one list of names: a waiver names nothing but a rule."""

from collections import Counter

import pytest

from briefpack import rulebook
from briefpack.copyedit import RULES, reasons
from briefpack.preflight import CHECKS

SHARED = {
    "alt-text": "pictures are described in words",
    "missing-glyph": "a letter is in no font",
}
"""Names that mean the same wherever they are looked for: in the content, and in the file."""


def test_a_name_stands_for_two_things_only_where_they_are_one() -> None:
    content = rulebook.CONTENT | rulebook.FURTHER
    assert content & rulebook.of_files() == SHARED.keys()


def test_each_check_of_files_has_a_name_of_its_own() -> None:
    assert not [rule for rule, times in Counter(one.rule for one in CHECKS).items() if times > 1]


@pytest.mark.parametrize("rule", SHARED)
def test_what_is_shared_has_its_reason_on_both_sides(rule: str) -> None:
    assert reasons(RULES)[rule]
    assert next(one.look.__doc__ for one in CHECKS if one.rule == rule)
