"""What does not fit the model is told in plain words, at its own place."""

import pytest

from briefpack.manuscript.fitting import Fit, fit
from briefpack.manuscript.nodes import parse
from briefpack.manuscript.sheets import Sheet

HEAD = "title: T\ndate: 2026\nstance: neutral\nauthors: [{name: N}]\n"


def fitted(more: str, head: str = HEAD) -> Fit:
    return fit(parse(Sheet("f", head + more)).value)


def told(more: str, head: str = HEAD) -> list[tuple[str, str, str]]:
    problems = fitted(more, head).problems
    return [(str(p.place)[2:], p.message, p.hint.partition("\n")[0]) for p in problems]


@pytest.mark.parametrize(
    ("more", "place", "message", "hint"),
    [
        ("subtitel: x\n", "5:1", "unknown key 'subtitel'", "did you mean 'subtitle'?"),
        ("as_of: 2025\n", "5:1", "unknown key 'as_of'", "did you mean 'as-of'?"),
        ("paper: A4\n", "5:8", "'A4' is not among the choices for 'paper'", "did you mean 'a4'?"),
        ("as-of: 2025-02-30\n", "5:8", "'2025-02-30' is no date: February 2025 has no day 30", ""),
        ("subtitle: [a]\n", "5:11", "expected words for 'subtitle', found a list", ""),
        (
            "keywords: a\n",
            "5:11",
            "expected a list (lines that begin with '- ') for 'keywords', found the words 'a'",
            "write '- a' in the next line",
        ),
        (
            "contact: N\n",
            "5:10",
            (
                "expected keys and values ('key: value') for an entry of 'contact', "
                "found the words 'N'"
            ),
            "write 'name: N'",
        ),
        ("keywords: [a, ~]\n", "5:15", "an entry of 'keywords' is empty; expected words", ""),
        ("contact: {role: R}\n", "5:10", "the key 'name' is missing", "add 'name: …'"),
        ("contact: {name: }\n", "5:11", "'name' is empty", ""),
        (
            "quotes: [B]\n",
            "5:10",
            "expected keys and values ('key: value') for an entry of 'quotes', found the words 'B'",
            "write 'id: B'",
        ),
        (
            "glance: {title: A, issue: B, ask: []}\n",
            "5:35",
            "'ask' needs 1 or more entries, found 0",
            "",
        ),
        (
            "parts: [glanse]\n",
            "5:9",
            "there is no part 'glanse'",
            "did you mean 'glance'?",
        ),
        (
            "quotes: [{id: a, words: W, speaker: S, source: a b}]\n",
            "5:48",
            "expected a source's key, or 'key, p. 3'",
            "",
        ),
    ],
)  # fmt: skip
def test_a_misfit_is_told(more: str, place: str, message: str, hint: str) -> None:
    assert told(more) == [(place, message, hint)]


def test_what_is_missing_is_told_with_its_choices() -> None:
    [(_, message, hint)] = told("", HEAD.replace("stance: neutral\n", ""))
    assert message == "the key 'stance' is missing"
    assert hint == "add 'stance: neutral' or 'stance: advocacy'"


def test_a_value_that_a_comma_cut_short_is_told_as_such() -> None:
    assert told("contact: {name: N, of Example}\n") == [
        (
            "5:20",
            "the value ends at the comma, and 'of Example' is no key",
            "put the whole value in quotation marks",
        )
    ]


def test_a_person_where_a_list_is_expected_is_shown_as_an_entry() -> None:
    [(_, _, hint)] = told("", HEAD.replace("[{name: N}]", "N"))
    assert hint == "write '- name: N' in the next line"


def test_a_misspelt_key_is_not_missing_as_well() -> None:
    assert [message for _, message, _ in told("", HEAD.replace("title", "titel"))] == [
        "unknown key 'titel'"
    ]


def test_an_optional_key_may_be_left_empty() -> None:
    assert not told("subtitle:\nglance:\nquotes: ~\n")


def test_an_unknown_key_is_unknown_even_if_empty() -> None:
    assert [message for _, message, _ in told("wibble:\n")] == ["unknown key 'wibble'"]


def test_one_bad_entry_costs_only_itself() -> None:
    result = fitted("sources: [{id: a, title: A}, {id: b}, {id: c, title: C, x: y}]\n")
    assert [str(source.id) for source in result.brief.sources] == ["a", "c"]
    assert result.gaps == {"sources"}
    assert len(result.problems) == 2


def test_what_was_taken_out_is_not_complained_of() -> None:
    assert len(told("timeline: {title: T, categories: {}, events: [{}, {}]}\n")) == 6


def test_nothing_at_all_still_makes_a_brief() -> None:
    result = fitted("", "wibble: 1\n")
    assert result.brief.parts == []
    assert {problem.rule for problem in result.problems} == {"unknown-key", "missing-key"}


def test_a_range_may_not_end_before_it_begins() -> None:
    assert [message for _, message, _ in told("as-of: 1970/1960\n")] == [
        "'1970/1960' is no date: the range ends before it begins"
    ]


def test_the_same_list_under_two_keys_is_checked_under_both() -> None:
    assert len(told("glance: {title: T, issue: I, ask: &a [{}]}\nkeywords: *a\n")) == 2
