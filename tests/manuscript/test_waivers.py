"""Waivers in YAML: what is a comment, and how far each reaches."""

from pathlib import Path

from briefpack import manuscript
from briefpack.manuscript import waivers
from briefpack.manuscript.sheets import Sheet
from briefpack.waivers import Waiver
from tests.small import SMALL

WHY = "waive line: so the minister said it"


def found(text: str) -> list[Waiver]:
    read, problems = waivers.read(Sheet("brief.yaml", text))
    assert problems == []
    return read


def reach(text: str) -> list[tuple[int, int, bool]]:
    """First and last line of each waiver, and whether it speaks of the whole file."""
    return [(one.first, one.last, one.whole) for one in found(text)]


def complaints(text: str) -> list[str]:
    return [problem.message for problem in waivers.read(Sheet("brief.yaml", text))[1]]


def test_behind_a_value_it_speaks_of_the_line() -> None:
    assert reach(f"title: x\nseries: y  # {WHY}\ndate: 2026\n") == [(2, 2, False)]


def test_above_a_key_it_speaks_of_all_that_the_key_holds() -> None:
    text = f"title: x\n# {WHY}\nevents:\n- date: 1\n  title: a\n\n- date: 2\nother: y\n"
    assert reach(text) == [(2, 7, False)]


def test_above_an_item_it_speaks_of_that_item() -> None:
    text = f"events:\n- date: 1\n# {WHY}\n- date: 2\n  title: b\n- date: 3\n"
    assert reach(text) == [(3, 5, False)]


def test_within_an_item_it_speaks_of_the_next_key() -> None:
    text = f"events:\n- date: 1\n  # {WHY}\n  title: a\n  text: b\n- date: 2\n"
    assert reach(text) == [(3, 4, False)]


def test_its_own_indent_does_not_matter() -> None:
    assert reach(f"a:\n  b: 1\n# {WHY}\n  c: 2\n  d: 3\n") == [(3, 4, False)]


def test_words_over_several_lines_are_one_value() -> None:
    text = f'a: 1\n# {WHY}\nb: "one\n\ntwo\n- three"\nc: 3\n'
    assert reach(text) == [(2, 6, False)]
    text = f"a: 1\n# {WHY}\nb: |\n  # one\n\n  two\nc: 3\n"
    assert reach(text) == [(2, 6, False)]


def test_several_may_stand_one_below_the_other() -> None:
    assert reach(f"a: 1\n# {WHY}\n# words\n# {WHY}\nb: 2\n") == [(2, 5, False), (4, 5, False)]


def test_in_flowing_lists_a_line_is_a_line() -> None:
    text = f"a: [\n  # {WHY}\n  {{b: 1}},\n  {{b: 2}},\n]\n"
    assert reach(text) == [(2, 3, False)]


def test_at_the_head_it_speaks_of_the_whole_as_well() -> None:
    assert reach(f"# words\n# {WHY}\n\ntitle: x\n") == [(1, 2, True)]
    assert reach(f"%YAML 1.2\n---\n# {WHY}\ntitle: x\nb: 1\n") == [(1, 4, True)]


def test_what_is_in_a_value_is_no_comment() -> None:
    for text in (f'a: "x # {WHY}"\n', f"a: 'x\n  # {WHY}'\n", f"a: |\n  # {WHY}\n"):
        assert reach(f"b: 1\n{text}") == []


def test_behind_the_sign_of_a_text_it_is_one() -> None:
    assert reach(f"b: 1\na: | # {WHY}\n  # {WHY}\n  words\n") == [(2, 2, False)]


def test_a_comment_that_only_mentions_the_word_is_none() -> None:
    assert reach("a: 1  # we waive line: nothing\nb: 2  # waiver-like words\n") == []


def test_where_nothing_stands_below_it_is_refused() -> None:
    for text in (f"a: 1\n# {WHY}\n\nb: 2\n", f"a: 1\n# {WHY}\n"):
        assert complaints(text) == ["this waiver speaks of nothing: no entry stands directly below"]


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert complaints("a: 1  # waive line\nb: 2  # waive line:\nc: 3  # waive line: ok\n") == [
        "a waiver names a rule, and behind a colon the reason",
        "the reason of this waiver is missing",
        "the reason of this waiver is too short to say why",
    ]


def test_rule_and_reason_know_their_places() -> None:
    [waiver] = found(f"a: 1\nb: 2  # {WHY}\n")
    assert (waiver.file, waiver.rule, waiver.reason) == (
        "brief.yaml",
        "line",
        "so the minister said it",
    )
    assert (waiver.rule.place.line, waiver.rule.place.column) == (2, 15)
    assert waiver.rule.excerpt == f"b: 2  # {WHY}"


def test_a_sign_without_a_space_is_no_words_lost(tmp_path: Path) -> None:
    file = tmp_path / "brief.yaml"
    file.write_text(SMALL.replace("valley\n", f"valley #{WHY}\n", 1), "utf-8")
    read = manuscript.read(file)
    assert [str(one.rule) for one in read.waivers] == ["line"]
    assert read.problems == []


def test_every_file_of_a_brief_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    (folder / "brief.yaml").write_text(
        f"# {WHY}\n\ntitle: x\ndate: 2026\nstance: neutral\nauthors: [{{name: A}}]\n"
        f"bibliography: csl.yaml\nabout:\n  text: |\n    <!-- {WHY} -->\n    Words.\n",
        "utf-8",
    )
    (folder / "sources.yaml").write_text(f"- id: a\n  title: A  # {WHY}\n", "utf-8")
    (folder / "csl.yaml").write_text(f"- {{id: b, type: book}} # {WHY}\n", "utf-8")
    (folder / "text.md").write_text(f"# One\n\n<!-- {WHY} -->\nWords.\n", "utf-8")
    read = manuscript.examine(folder)
    places = {(Path(one.file).name, one.rule.place.line, one.chief) for one in read.waivers}
    assert places == {
        ("brief.yaml", 1, True),
        ("brief.yaml", 10, False),
        ("sources.yaml", 2, False),
        ("csl.yaml", 1, False),
        ("text.md", 3, False),
    }
    assert len(read.waivers) == 5
