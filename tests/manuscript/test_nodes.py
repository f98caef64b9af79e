"""YAML becomes words with places, and nothing is guessed."""

import pytest

from briefpack.manuscript.nodes import DEEPEST, MOST, MOST_FROM_ALIASES, Record, parse
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Place, Refused
from briefpack.words import Words


def read(text: str) -> Record:
    tree = parse(Sheet("f.yaml", text))
    assert not tree.problems
    assert isinstance(tree.value, Record)
    return tree.value


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        parse(Sheet("f.yaml", text))
    [problem] = refused.value.problems
    return problem.rule, str(problem.place)


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "1:30", "2024-06", "2024-06-01", "0123", "1e3", "0x1F", ".inf", "=", "true"],
)
def test_a_scalar_stays_the_word_it_is(word: str) -> None:
    assert read(f"key: {word}\n") == {"key": word}


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", '"  "', "|\n\n"])
def test_an_empty_value_is_none(nothing: str) -> None:
    assert read(f"key: {nothing}\n") == {"key": None}


def test_a_quoted_null_is_a_word() -> None:
    assert read("name: 'Null'\n") == {"name": "Null"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("key: word", 1, 6),
        ("é😀: word", 1, 5),
        ("key:\n  - word", 2, 5),
        ("key: 'word'", 1, 6),
        ("key: |\n   word\n", 2, 4),
        ("key: >-\n\n  word\n", 2, 3),
        ("key: |2\n   word\n", 2, 3),
        ("key: &name word", 1, 12),
    ],
)
def test_words_know_their_first_character(text: str, line: int, column: int) -> None:
    [value] = read(text).values()
    words = value if isinstance(value, Words) else value[0]
    assert words.place == Place("f.yaml", line, column)


def test_keys_lists_and_mappings_know_their_place() -> None:
    record = read("a: b\nlist:\n  - c: d\n")
    assert record.key("list").place == Place("f.yaml", 2, 1)
    assert record["list"].start.place == Place("f.yaml", 3, 3)
    assert record["list"][0].start.place == Place("f.yaml", 3, 5)


def test_an_alias_stands_for_what_its_anchor_holds() -> None:
    record = read("a: &x [one, two]\nb: *x\n")
    assert record["b"] is record["a"]


def test_aliases_within_bounds_are_allowed() -> None:
    aliases = ", ".join(["*x"] * (MOST_FROM_ALIASES // 10))
    assert len(read(f"a: &x [1, 2, 3, 4, 5, 6, 7, 8, 9]\nb: [{aliases}]\n")["b"]) == 1000


def test_a_bomb_of_aliases_is_not_built() -> None:
    rows = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 20)}]" for n in range(1, 60)]
    assert refusal("\n".join(["k0: &k0 word", *rows]))[0] == "alias-bomb"


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{b: " * 5000, "- " * 5000, "? " * 5000])
def test_depth_is_bounded(text: str) -> None:
    assert refusal(text)[0] == "too-deep"


def test_lists_may_stand_in_each_other() -> None:
    assert read("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1))


def test_the_number_of_values_is_bounded() -> None:
    assert refusal("- a\n" * (MOST + 1)) == ("too-many", f"f.yaml:{MOST + 1}:3")


def test_what_follows_a_second_document_is_left_out() -> None:
    tree = parse(Sheet("f.yaml", "a: b\n---\nc: d\n"))
    assert tree.value == {"a": "b"}
    assert [problem.rule for problem in tree.problems] == ["two-documents"]


def test_the_first_of_two_keys_counts() -> None:
    tree = parse(Sheet("f.yaml", "a: b\na: c\n"))
    assert tree.value == {"a": "b"}
    assert [problem.rule for problem in tree.problems] == ["duplicate-key"]


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "~", "? [a]\n", "''"])
def test_a_key_is_a_word(key: str) -> None:
    assert refusal(f"{key}: value\n")[0] == "key"


def test_a_file_of_comments_holds_nothing() -> None:
    assert parse(Sheet("f.yaml", "# nothing yet\n")).value is None
