"""Words point into the middle of themselves, however they were written down."""

import pickle

import pytest

from briefpack.manuscript.nodes import parse
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Place
from briefpack.words import Words

STYLES = {
    "plain": "words: We choose\n  to go\n",
    "literal": "words: |\n    We choose\n    to go\n",
    "folded": "words: >-\n\n    We choose\n    to go\n",
    "single": "words: 'We choose\n  to go'\n",
    "double": 'words: "We choose\\\n  \\ to go"\n',
    "escaped": 'words: "\\u201cWe \\x63hoose\\" to\\tgo"\n',
    "anchored": "words: &a !!str We choose to go\n",
}


@pytest.mark.parametrize("source", STYLES.values(), ids=STYLES.keys())
@pytest.mark.parametrize("word", ["We", "to", "go"])
def test_a_word_is_found_in_every_style_of_yaml(source: str, word: str) -> None:
    words = parse(Sheet("f.yaml", source)).value["words"]
    found = words.at(words.index(word))
    line = source.split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith(word)
    assert found.excerpt == line
    assert found.startswith(word)


def test_an_escaped_letter_counts_as_one() -> None:
    words = parse(Sheet("f.yaml", STYLES["escaped"])).value["words"]
    assert words.at(words.index("choose")).place.column == STYLES["escaped"].index("\\x63") + 1


def test_words_without_a_source_keep_their_place() -> None:
    assert Words("a b", Place("f", 1, 2)).at(2).place == Place("f", 1, 2)


def test_words_survive_a_journey_to_another_process() -> None:
    words = Words("a", Place("f", 1, 2), "a line", ["a line"])
    back = pickle.loads(pickle.dumps(words))
    assert (back, back.place, back.excerpt, back.lines) == (
        words,
        words.place,
        words.excerpt,
        words.lines,
    )
