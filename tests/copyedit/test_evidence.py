"""The complaint about a quotation shows both versions, and points at the word in the quotation."""

from pathlib import Path

import pytest

from briefpack.copyedit import evidence
from briefpack.manuscript import examine

HEAD = "title: A brief\ndate: 2026-01-05\nstance: neutral\nauthors: [{name: A}]\n"
SPEECH = "It should be a matter of\nnational competition? Surely we should explore.\n"


@pytest.fixture
def said(tmp_path: Path) -> "Said":
    (tmp_path / "brief.yaml").write_text(HEAD)
    (tmp_path / "speech.txt").write_text(SPEECH)
    return Said(tmp_path)


class Said:
    """What is said of a quotation, written into quotes.yaml as it stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, words: str) -> list[tuple[str, str, str]]:
        quote = f"- id: a\n  speaker: S\n  evidence: speech.txt\n  words: {words}\n"
        (self.folder / "quotes.yaml").write_text(quote, "utf-8")
        problems = evidence.check(examine(self.folder))
        return [(f"{p.place.line}:{p.place.column}", p.message, p.hint) for p in problems]


def test_a_true_quotation_is_passed(said: Said) -> None:
    assert said.of("“a matter of national competition?”") == []


def test_the_word_is_pointed_at_where_it_stands(said: Said) -> None:
    expected = "the quote has 'race', the evidence 'competition' (speech.txt:2)"
    for words, place in [
        ("a matter of national race", "4:31"),
        (">-\n    a matter\n    of national race", "6:17"),
        ("|\n    a matter of national\n    race", "6:5"),
        ("'a matter of\n    national race'", "5:14"),
        ('"a matt\\x65r of national\\\n    \\ race"', "5:7"),
    ]:
        [(where, message, _)] = said.of(words)
        assert (where, message) == (place, expected)


def test_both_versions_are_shown(said: Said) -> None:
    [(_, _, hint)] = said.of("It should be a matter of national race? Surely … explore.")
    assert hint.splitlines() == [
        "quote:    … be a matter of national race? Surely … explore.",
        "evidence: … be a matter of national competition? Surely we should explore …",
    ]


def test_a_quotation_without_evidence_is_taken_on_trust(said: Said) -> None:
    (said.folder / "quotes.yaml").write_text("- {id: a, speaker: S, words: Anything.}\n")
    assert not list(evidence.check(examine(said.folder)))
