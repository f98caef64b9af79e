"""Spelling: what is told, where, and what is left alone; tests/cases has a whole brief."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack import dictionaries, doctor, press
from briefpack.brief import Brief, Manuscript
from briefpack.cli import main
from briefpack.copyedit import spelling
from briefpack.exits import Exit
from briefpack.problem import LACKING, Problem, Severity
from briefpack.wordlist import Entry, WordLists
from briefpack.words import Words
from tests.small import SMALL

ROOT = Path(__file__).parent.parent.parent
SMALL_DICTIONARY = ROOT / "tests" / "dictionaries"

Write = Callable[..., Path]


def needs(language: str) -> pytest.MarkDecorator:
    """A test that only a real dictionary can pass or fail."""
    reason = f"NO DICTIONARY of {language}: {dictionaries.remedy(language)}"
    return pytest.mark.skipif(dictionaries.find(language) is None, reason=reason)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a brief with a text in a language, and its word list."""

    def write(text: str, language: str = "en-GB", words: str = "") -> Path:
        folder = tmp_path / "content" / "brief"
        folder.mkdir(parents=True, exist_ok=True)
        head = f"title: Title\ndate: 2026\nstance: neutral\nlanguage: {language}\n"
        (folder / "brief.yaml").write_text(head + "authors: [{name: Anna}]\n", "utf-8")
        (folder / "text.md").write_text(f"# Title\n\n{text}\n", "utf-8")
        if words:
            (folder / "words.txt").write_text(words, "utf-8")
        return folder

    return write


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small dictionary of the tests instead of the system's."""
    monkeypatch.setenv("DICPATH", str(SMALL_DICTIONARY))


def told(folder: Path, rule: str = "spelling") -> list[str]:
    """The words that a rule complains of, by what stands at its place."""
    problems = [problem for problem in press.check(folder, spell=True) if problem.rule == rule]
    return [problem.message.split("'")[1] for problem in problems]


def lacking(folder: Path) -> Problem:
    [problem] = [one for one in press.check(folder, spell=True) if one.rule == LACKING]
    return problem


@needs("de")
@pytest.mark.parametrize(
    "word",
    [
        "Barrierefreiheit", "Vergabestellen", "Überwachungsstelle", "Vorleseprogramm",
        "Behindertengleichstellungsgesetz", "Verwaltungsvorschriften", "Stichprobenprüfung",
        "Online-Redaktionen", "PDF-Datei", "Vor- und Nachteile", "Verwaltungs- und Prüfstellen",
        "Behördenleitungen und -stellen", "usw.", "z. B.", "Straße", "WICHTIG",
    ],
)  # fmt: skip
def test_german_compounds_are_words(write: Write, word: str) -> None:
    assert told(write(f"Das Wort ist: {word}", "de")) == []


@needs("de")
@pytest.mark.parametrize("word", ["Barierefreiheit", "Verwalltungsvorschrift", "Strasse", "dass'"])
def test_a_misspelt_german_compound_is_told(write: Write, word: str) -> None:
    assert told(write(f"Das Wort ist {word} hier.", "de")) == ([word] if word != "dass'" else [])


@needs("en-GB")
def test_each_english_spells_its_own_way(write: Write) -> None:
    assert told(write("The colour and the color.")) == ["color"]
    assert told(write("The colour and the color.", "en-US")) == ["colour"]


@needs("fr")
def test_french_apostrophes_part_words(write: Write) -> None:
    text = "L’accessibilité aujourd’hui, c’est-à-dire qu’elle est là ; d’Anna, l’OTAN."
    assert told(write(f"{text} Trop d'accessibilite.", "fr")) == ["Title", "accessibilite"]


@needs("de")
@needs("en-GB")
@pytest.mark.parametrize("name", ["us-china-civil-space", "barrierefreie-dokumente"])
def test_the_briefs_of_this_project_are_spelled_right(name: str) -> None:
    assert press.check(ROOT / "content" / name, spell=True) == []


@pytest.mark.usefixtures("small")
class TestWhatIsTold:
    def test_the_place_is_that_of_the_word_itself(self, write: Write) -> None:
        [problem] = press.check(
            write("The bridge is *old*, and\nthe [brigde](#x) is new."), spell=True
        )[1:]
        assert (problem.place.line, problem.place.column) == (4, 6)
        assert problem.excerpt == "the [brigde](#x) is new."
        assert problem.severity is Severity.WARNING
        assert problem.hint.splitlines()[0] == "did you mean 'bridge'?"

    def test_a_word_is_told_once_and_how_often_it_occurs(self, write: Write) -> None:
        problems = press.check(write("The brigde. Brigde and brigde; the BRIGDES."), spell=True)
        assert [one.message for one in problems] == [
            "'brigde' is no word of en_GB, and occurs 3 times",
            "'BRIGDES' is no word of en_GB",
        ]

    def test_of_a_compound_with_hyphens_the_wrong_part_is_told(self, write: Write) -> None:
        [problem] = press.check(write("A well-knwon bridge."), spell=True)
        assert (problem.message.split("'")[1], problem.place.column) == ("knwon", 8)

    @pytest.mark.parametrize(
        "text",
        [
            "See `brigde` now.", "See <https://brigde.example.org/>.", "See brigde.example.org.",
            "Ask brigde@example.org.", "The bridge is 12 km old.", "It is the 5th and the A4.",
            "NATO and its NGOs.", "The bridge {#brigde-xyz} is old.", "See [it](https://xqz.org/zz).",
            "*Die Brücke bleibt*, she says.", "“Die alte Brücke bleibt”, she says.",
            "> Die alte Brücke bleibt.", "It is *Wirklichkeit*.", "A\u00adnother bridge.",
            "Anna's bridge.", "A bridge &amp; a box.",
        ],
    )  # fmt: skip
    def test_left_alone(self, write: Write, text: str) -> None:
        assert told(write(text)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "It is *brigde*.",
            "A “brigde” is.",
            "**Die** bridge.",
            "> The old bridge is brigde.",
            "die.",
        ],
    )
    def test_not_left_alone(self, write: Write, text: str) -> None:
        assert len(told(write(text))) == 1

    def test_letters_that_a_dictionary_cannot_have_are_no_fault_of_ours(self, write: Write) -> None:
        assert told(write("The bridge 桥梁 is old.", "en-US")) == ["桥梁"]

    def test_more_than_a_hundred_words_have_one_cause(self, write: Write) -> None:
        text = " ".join(f"xq{a}{b}z" for a in "abcdefghijkl" for b in "abcdefghijkl")
        assert len(told(write(text))) == spelling.MOST


@pytest.mark.usefixtures("small")
class TestWordLists:
    def test_a_word_of_the_list_is_right(self, write: Write) -> None:
        assert told(write("Cislunar, cislunar, CISLUNAR, cislunar's.", words="cislunar\n")) == []

    def test_a_name_in_the_list_has_its_capital(self, write: Write) -> None:
        assert told(write("Busan and busan.", words="Busan\n")) == ["busan"]

    def test_a_word_has_the_forms_of_its_model(self, write: Write) -> None:
        text = "Taikonauts and the taikonaut's bridge."
        assert told(write(text, words="taikonaut/astronaut\n")) == []
        assert told(write(text, words="taikonaut\n")) == ["Taikonauts"]

    @pytest.mark.parametrize("words", ["taikonaut/astronaut\n", "Taikonauts\n", "taikonauts\n"])
    def test_a_word_that_occurs_is_not_told_of(self, write: Write, words: str) -> None:
        assert told(write("Taikonauts.", words=words), "unused-word") == []

    def test_a_word_that_occurs_nowhere_is_told_of(self, write: Write) -> None:
        folder = write("A bridge.", words="# none\n\n  cislunar # of the Moon\n")
        [problem] = press.check(folder, spell=True)
        assert (problem.rule, problem.place.line, problem.place.column) == ("unused-word", 3, 3)
        assert press.check(folder) == []

    def test_a_list_beside_the_briefs_serves_all(self, write: Write) -> None:
        folder = write("A cislunar bridge.")
        shared = folder.parent / "words.txt"
        shared.write_text("cislunar\nperigee\nforgotten\n")
        other = folder.parent / "other"
        other.mkdir()
        (other / "brief.yaml").write_text("title: A perigee\n")
        assert told(folder) == []
        assert told(folder, "unused-word") == ["forgotten"]

    def test_what_briefs_share_is_told_once(
        self, write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = write("A bridge.")
        (folder.parent / "words.txt").write_text("forgotten\n")
        folder.rename(folder.with_name("other"))
        write("Another bridge.")
        monkeypatch.chdir(folder.parent.parent)
        assert main(["check", "--spell"]) == Exit.OK
        assert capsys.readouterr().err.count("[unused-word]") == 1

    def test_a_brief_in_one_file_has_the_list_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "brief.yaml.d").mkdir()
        file = tmp_path / "brief.yaml.d" / "mine.yaml"
        file.write_text(SMALL)
        before = told(file)
        (file.parent / "words.txt").write_text("timetable\n")
        assert "Timetable" not in set(told(file))
        assert set(told(file)) <= set(before)


@pytest.mark.usefixtures("small")
@given(st.lists(st.text(alphabet="abzäéßAZ-'’“”\"*_.1 ", max_size=12), max_size=8))
def test_whatever_stands_there_the_place_is_that_of_the_word(pieces: list[str]) -> None:
    line = " ".join(pieces)
    words = Words(line, place=Words("").place, excerpt=line, lines=[line])
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    brief = Brief.model_validate({**content, "language": "en-GB", "keywords": [words]})
    for problem in spelling.check(Manuscript(brief, Path(), {}, {}), WordLists()):
        word = problem.message.split("'", 1)[1].rsplit("' is no word", 1)[0]
        assert line[problem.place.column - 1 :].startswith(word)


def test_without_a_dictionary_spelling_is_not_passed(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dictionaries, "PLACES", ())
    folder = write("A bridge.", language="fr")
    assert main(["check", "--spell", str(folder)]) == Exit.SYSTEM
    said = capsys.readouterr().err
    assert "this machine has no dictionary of 'fr' [lacking]" in said
    assert dictionaries.remedy("fr") in said
    assert "fr_FR.aff and fr_FR.dic" in said
    assert main(["check", str(folder)]) == Exit.OK


def test_without_the_package_spelling_is_not_passed(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(SMALL_DICTIONARY))
    monkeypatch.setitem(sys.modules, "hunspell", None)
    problem = lacking(write("A bridge."))
    assert problem.severity is Severity.ERROR
    assert "the package chunspell is not installed" in problem.message
    assert doctor.bring(["chunspell"]) in problem.hint


@pytest.mark.parametrize("language", ["english; rm -rf /", "$(reboot)", "e"])
def test_no_command_is_made_of_what_is_no_language(write: Write, language: str) -> None:
    problem = lacking(write("A bridge.", language=f"'{language}'"))
    assert problem.hint == "expected a code as en-GB, fr or de"


def test_a_brief_that_names_no_language_has_a_place_to_complain_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dictionaries, "find", lambda language: None)
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    manuscript = Manuscript(Brief.model_validate(content), Path("here"), {}, {})
    [problem] = spelling.check(manuscript, WordLists([Entry(Words("word"))]))
    assert problem.place.file == "here"


def test_a_check_without_it_loads_none_of_it() -> None:
    script = (
        "import sys, briefpack;"
        f"briefpack.check({str(ROOT / 'content' / 'us-china-civil-space')!r});"
        "spelling = {'hunspell', 'briefpack.dictionaries', 'briefpack.copyedit.spelling',"
        " 'briefpack.manuscript.wordlists'};"
        "print(*spelling.intersection(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("", "")
