"""The rules of the wording: sentences, syllables, ease, dates."""

from pathlib import Path

import pytest

from briefpack.brief import Brief, House, Manuscript
from briefpack.copyedit import budgets, dating, doubling, housekeeping, leftovers, readability
from briefpack.copyedit.passages import Copy, Passage
from briefpack.copyedit.sentences import sentences
from briefpack.copyedit.syllables import count
from briefpack.words import Words


def copy(*lines: str, language: str = "en", **house: object) -> Copy:
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    brief = Brief.model_validate(content | {"language": language})
    manuscript = Manuscript(brief, Path(), {}, {}, house=House.model_validate(house))
    return Copy(manuscript, [Passage(Words(line), line, "prose", "text", 0) for line in lines])


@pytest.mark.parametrize(
    ("language", "plain", "parts"),
    [
        ("en", "One. Two! “Three?” Four…", 4),
        ("en", "Dr. Roe of the U.S. Navy met J. F. Kennedy, cf. p. 3 and No. 5.", 1),
        ("en", "It has e.g. this, etc. and that.", 1),
        ("de", "Am 29. Mai kam Dr. Roe, z. B. mit 5 Mio. Euro.", 1),
        ("de", "Es war 1990. Dann kam er.", 2),
        ("de", "Es war am 29. Dann kam er.", 1),  # an ordinal as well as a stop
        ("fr", "M. Roux est là. Où ? Ici !", 3),
        ("en", "", 0),
    ],
)
def test_sentences_end_where_they_end(language: str, plain: str, parts: int) -> None:
    assert len(list(sentences(plain, language))) == parts


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the=1 table=2 jumped=1 wanted=2 houses=2 makes=1 agreement=3 1962=1 rhythm=1"),
        ("de", "Haus=1 Häuser=2 Barriere=3 Europa=3 Quelle=2 Beamte=3 Lehrer=2 Idee=2"),
        ("fr", "table=1 maison=2 été=2 rue=1 liberté=3 villes=1 le=1"),
    ],
)
def test_syllables_are_counted(language: str, words: str) -> None:
    pairs = dict(pair.split("=") for pair in words.split())
    assert {word: count(word, language) for word in pairs} == {
        word: int(number) for word, number in pairs.items()
    }


def test_plain_language_scores_higher_than_that_of_offices() -> None:
    plain = copy("The bus came late. We got in and sat down. It was warm. " * 10)
    office = copy("Institutional accountability necessitates documentation obligations. " * 30)
    scores = [readability.ease(one.passages, "en") for one in (plain, office)]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0].score > 90
    assert scores[1].score < 0


def test_a_few_words_have_no_score() -> None:
    assert readability.ease(copy("Too few to say.").passages, "en") is None


DAYS = [
    ("en", "5 January 2026", "5 January 2026", "January 5, 2026"),
    ("en", "January 5, 2026", "on January 5, 2026", "5th of January 2026"),
    ("de", "5. Januar 2026", "am 5. Januar 2026 und am 1. Mai", "05.01.2026"),
    ("de", "05.01.2026", "am 05.01.2026", "5. Januar 2026"),
    ("fr", "5 janvier 2026", "le 5 janvier 2026 et le 1er mai", "1 mai 2026"),
]


@pytest.mark.parametrize(("language", "style", "right", "wrong"), DAYS)
def test_days_are_written_as_the_house_does(
    language: str, style: str, right: str, wrong: str
) -> None:
    assert not list(dating.check_style(copy(right, language=language, dates=[style])))
    assert len(list(dating.check_style(copy(wrong, language=language, dates=[style])))) == 1


@pytest.mark.parametrize("line", ["In May 15 came.", "See March 2026.", "5 May be, 5.1.2.", "1/2"])
def test_what_is_no_day_is_left_alone(line: str) -> None:
    found = copy(line, dates=["5 January 2026"])
    assert [*dating.check_style(found), *dating.check_ambiguous(found)] == []


def test_the_styles_of_the_house_are_all_known() -> None:
    from typing import get_args

    from briefpack.brief.house import DateStyle

    assert set(get_args(DateStyle)) == set(dating.STYLES)


def test_german_recommendations_end_with_their_verb() -> None:
    items = [{"id": "a", "title": title, "action": "A", "lead": "L"} for title in ("Busse bauen",)]
    content = {"title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "N"}]}
    more = {"language": "de", "recommendations": {"title": "T", "items": items}}
    brief = Brief.model_validate(content | more)
    for verbs, told in ((["bauen"], 0), (["fahren"], 1)):
        house = House.model_validate({"verbs": {"de": verbs}})
        read = Manuscript(brief, Path(), {}, {}, house=house)
        assert len(list(housekeeping.check_verbs(read))) == told


def test_an_insurer_is_no_placeholder_in_german() -> None:
    assert not list(leftovers.check(copy("Die TK zahlt.", language="de")))
    assert len(list(leftovers.check(copy("TK: who pays?")))) == 1


def test_a_word_three_times_is_told_once() -> None:
    assert len(list(doubling.check_words(copy("so so so it is")))) == 1


def test_a_budget_is_kept_to_the_word() -> None:
    assert not list(budgets.check(copy("three words here", words={"text": "3"})))
    assert len(list(budgets.check(copy("four words stand here", words={"text": "3"})))) == 1
