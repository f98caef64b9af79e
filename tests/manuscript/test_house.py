"""The house rules: which file counts, and what becomes of one that is wrong."""

from pathlib import Path

import pytest

from briefpack import manuscript
from briefpack.brief import House, Manuscript
from briefpack.manuscript import house
from briefpack.problem import Refused

BRIEF = "title: T\ndate: 2026\nstance: neutral\nauthors: [{name: N}]\nparts: [cover]\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a brief in a folder."""
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "brief.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def examined(shelf: Path) -> Manuscript:
    return manuscript.examine(shelf / "brief")


def test_without_a_file_the_defaults_hold(shelf: Path) -> None:
    assert examined(shelf).house == House()


def test_the_file_beside_the_brief_serves_all(shelf: Path) -> None:
    (shelf / "house.yaml").write_text("pages: {text: 8, whole: 20}\n", "utf-8")
    assert examined(shelf).house.pages.by_kind == {"text": 8, "whole": 20}


def test_the_brief_s_own_counts_alone(shelf: Path) -> None:
    (shelf / "house.yaml").write_text("words: {text: 3000}\npages: {text: 8}\n", "utf-8")
    (shelf / "brief" / "house.yaml").write_text("words: {text: 2000}\n", "utf-8")
    own = examined(shelf).house
    assert own.words.text == "2000"
    assert own.pages.by_kind == {}


def test_from_within_the_folder_the_one_around_it_is_found(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "house.yaml").write_text("words: {txt: 3000}\n", "utf-8")
    monkeypatch.chdir(shelf / "brief")
    [problem] = manuscript.examine(Path()).problems
    assert str(problem.place) == "../house.yaml:1:9"


def test_a_layout_may_bring_the_rules_of_its_house(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "layouts" / "own").mkdir(parents=True)
    (shelf / "layouts" / "own" / "house.yaml").write_text("words: {text: 1000}\n", "utf-8")
    monkeypatch.setattr(house, "LAYOUTS", shelf / "layouts")
    brief = shelf / "brief" / "brief.yaml"
    brief.write_text(BRIEF + "layout: own\n", "utf-8")
    assert examined(shelf).house.words.text == "1000"


@pytest.mark.parametrize("layout", ["../..", "..", ".", "nowhere", ""])
def test_no_layout_leads_out_of_its_shelf(
    layout: str, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf / "layouts" / "own").mkdir(parents=True)
    (shelf / "layouts" / "house.yaml").write_text("words: {text: 1000}\n", "utf-8")
    monkeypatch.setattr(house, "LAYOUTS", shelf / "layouts")
    assert house.read(shelf / "brief", shelf / "brief", layout) == (House(), [])


@pytest.mark.parametrize("text", ["hello", "- a", "[a, b]", "5"])
def test_what_is_no_mapping_is_told(text: str, shelf: Path) -> None:
    (shelf / "house.yaml").write_text(text, "utf-8")
    [problem] = examined(shelf).problems
    assert (problem.rule, problem.place.line) == ("wrong-type", 1)


def test_a_link_to_nothing_is_told(shelf: Path) -> None:
    """Else nobody would know that a brief is under no rules any more."""
    (shelf / "house.yaml").symlink_to("nowhere.yaml")
    [problem] = examined(shelf).problems
    assert problem.rule == "missing-file"


def test_what_fits_is_kept(shelf: Path) -> None:
    (shelf / "house.yaml").write_text("words: {text: many}\nsentence: {en: 30}\n", "utf-8")
    read = examined(shelf)
    assert read.house.sentence.en == "30"
    assert [problem.rule for problem in read.problems] == ["wrong-value"]


def test_a_wrong_house_stops_the_press(shelf: Path) -> None:
    (shelf / "house.yaml").write_text("words: {text: many}\n", "utf-8")
    with pytest.raises(Refused):
        manuscript.read(shelf / "brief")


@pytest.mark.parametrize("content", ["# nothing\n", "- a list\n", "words: [\n", "\0"])
def test_a_file_that_says_nothing_is_told(content: str, shelf: Path) -> None:
    (shelf / "house.yaml").write_text(content, "utf-8")
    read = examined(shelf)
    assert len(read.problems) == 1
    assert read.house == House()
