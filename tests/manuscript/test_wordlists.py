"""Word lists: what stands in them, where, and what is wrong with their lines."""

from pathlib import Path

import pytest

from briefpack.manuscript import wordlists
from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Severity


def parsed(text: str) -> list[tuple[str, str | None]]:
    entries, problems = wordlists.parse(Sheet("words.txt", text))
    assert problems == []
    return [(str(one.word), one.model and str(one.model)) for one in entries]


def test_a_line_is_a_word_and_perhaps_its_model() -> None:
    text = (
        "# names\n\ncislunar\n  op-ed  # American\nperigee/dinner\nChang’e\nÄrmelkanal\napprox.\n"
    )
    assert parsed(text) == [
        ("cislunar", None),
        ("op-ed", None),
        ("perigee", "dinner"),
        ("Chang’e", None),
        ("Ärmelkanal", None),
        ("approx.", None),
    ]


def test_a_word_and_its_model_know_their_places() -> None:
    [entry], _ = wordlists.parse(Sheet("words.txt", "\n  perigee/dinner\n"))
    assert (str(entry.word.place), entry.word.excerpt) == ("words.txt:2:3", "  perigee/dinner")
    assert entry.model is not None
    assert str(entry.model.place) == "words.txt:2:11"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("two words", 4), ("word/two words", 9), ("a1", 2), ("word/", 6), ("/word", 1),
        ("a/b/c", 4), ("a_b", 2), ("!", 1), ("-", 1), ("a,b", 2), ("word\tmore", 5),
        ("-word", 1), ("word-", 1),
    ],
)  # fmt: skip
def test_any_other_line_is_an_error_at_its_place(line: str, column: int) -> None:
    entries, [problem] = wordlists.parse(Sheet("words.txt", f"right\n{line}\n"))
    assert [str(entry.word) for entry in entries] == ["right"]
    assert (problem.severity, problem.rule) == (Severity.ERROR, "word-list")
    assert (problem.place.line, problem.place.column, problem.excerpt) == (2, column, line)


def test_a_word_that_stands_twice_is_a_warning() -> None:
    entries, [problem] = wordlists.parse(Sheet("words.txt", "word\nWord\nword\n"))
    assert [str(entry.word) for entry in entries] == ["word", "Word"]
    assert (problem.severity, problem.place.line) == (Severity.WARNING, 3)


def test_without_a_list_there_are_no_words(tmp_path: Path) -> None:
    lists, problems = wordlists.read(tmp_path)
    assert (list(lists.entries), lists.lost, problems) == ([], False, [])


def test_a_list_that_cannot_be_read_is_lost_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("title: T\n")
    (tmp_path / "words.txt").write_bytes(b"caf\xe9\n")
    lists, [problem] = wordlists.read(tmp_path)
    assert lists.lost
    assert (problem.rule, problem.place.line, problem.place.column) == ("encoding", 1, 4)


def test_the_brief_in_the_current_folder_has_the_list_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = tmp_path / "brief"
    brief.mkdir()
    (brief / "brief.yaml").write_text("title: A word\n")
    (tmp_path / "words.txt").write_text("word\nnowhere\n")
    monkeypatch.chdir(brief)
    lists, _ = wordlists.read(Path())
    assert [(str(one.word), one.elsewhere) for one in lists.entries] == [
        ("word", True),
        ("nowhere", False),
    ]
    assert lists.entries[0].word.place.file == "../words.txt"


def test_a_folder_in_the_lists_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.txt").mkdir()
    lists, [problem] = wordlists.read(tmp_path)
    assert (lists.lost, problem.rule) == (True, "not-a-file")
