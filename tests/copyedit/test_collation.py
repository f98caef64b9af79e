"""A quotation stands in its evidence word for word, or the first word that differs is named."""

import pytest

from briefpack.copyedit import wording
from briefpack.copyedit.collation import Difference, Evidence, collate, pieces

SPEECH = """\
We choose to go to the moon. We choose to go to the moon in this decade and do the
other things, not because they are easy, but because they are hard—because that “goal” will
serve to organize and measure the best of our ener-
gies and skills, because that challenge is one that we're willing to accept, one we are un-
willing to postpone. The o\ufb03ce -- long-
term -- said: "the space
 race is on".
"""


def collated(quotation: str, text: str = SPEECH) -> tuple[Difference | None, Evidence]:
    parts = pieces(wording.edited(quotation))
    vocabulary = {word.text for piece in parts for word in piece.words}
    evidence = Evidence.of(wording.printed(text, vocabulary))
    return collate(parts, evidence), evidence


def differing(quotation: str, text: str = SPEECH) -> tuple[str, str]:
    """The quotation's word, and the evidence's in its stead."""
    difference, evidence = collated(quotation, text)
    assert difference is not None
    assert difference.place is not None
    place = difference.place
    there = evidence.words[place].text if place < len(evidence.words) else "THE END"
    return quotation[difference.word.start : difference.word.end], there


@pytest.mark.parametrize(
    "quotation",
    [
        "We choose to go to the moon in this decade and do the other things",
        "We  choose\n\nto\tgo\u00a0to the\u2009moon.",
        "“We choose to go to the moon.”",
        "‘We choose to go’ to the 'moon'",
        "they are hard - because that 'goal' will",
        "they are hard -- because that «goal» will",
        "best of our energies and skills",
        "best of our ener\u00adgies",
        "we’re willing to accept, one we are unwilling to postpone",
        "The office – long-term – said",
        "said: the space race is on",
        "We choose to go … because they are hard",
        "We choose to go ... because they are hard",
        "We choose to go . . . because they are hard",
        "We choose to go [...] because they are hard",
        "We choose to go […] because they are hard",
        "… not because they are easy, but because they are hard …",
        "[W]e choose to go to the moon",
        "[w]e choose to go to the moon in",
        "the moon. [w]e choose",
        "[W]e're willing to accept",
        "that challenge is [the] one that we're willing to accept",
        "that [task] is one",
        "We [all] choose [now] to go",
        "serve to organi[s]e and measure",
        "[We choose] to go to the moon in this decade",
        "",
        "…",
        "[sic]",
    ],
)
def test_it_stands_there_word_for_word(quotation: str) -> None:
    assert collated(quotation)[0] is None


@pytest.mark.parametrize(
    ("quotation", "ours", "theirs"),
    [
        ("We decided to go to the moon in this decade", "decided", "choose"),
        ("They choose to go to the moon in this decade", "They", "We"),
        ("We choose to go to the Moon", "Moon", "moon"),
        ("We choose to go to the moon in this century", "century", "decade"),
        ("We choose to go to moon in this decade", "moon", "the"),
        ("We choose to go to the moon, in this decade", ",", "."),
        ("in this decade and to do the other things", "to", "do"),
        ("were willing to accept", "were", "we're"),
        ("the best of our energie and skills", "energie", "ener"),
        ("the space race is on. And more", "And", "THE END"),
        ("We choose … because they are harder", "harder", "hard"),
        ("that challenge is [x] one that you're willing", "you're", "we're"),
        ("[W]e chose to go to the moon", "chose", "choose"),
        ("but because they are long term", "long", "hard"),
    ],
)
def test_the_first_word_that_differs_is_named(quotation: str, ours: str, theirs: str) -> None:
    assert differing(quotation) == (ours, theirs)


def test_part_of_a_word_is_no_word() -> None:
    assert differing("We choose to go to the moo") == ("moo", "moon")
    difference, _ = collated("oose to go")
    assert difference is not None


def test_a_cut_keeps_the_order() -> None:
    difference, _ = collated("they are easy … We choose to go to the moon")
    assert difference is not None
    assert difference.moved
    assert difference.word.text == "We"


def test_brackets_stand_for_a_few_words_only() -> None:
    far = "one " + "and " * 40 + "two"
    assert collated("one [and so on] two", far)[0] is not None
    assert collated("one … two", far)[0] is None


def test_words_that_are_nowhere_are_said_to_be() -> None:
    difference, _ = collated("Nothing of this kind was ever uttered")
    assert difference is not None
    assert difference.place is None


def test_of_many_likely_passages_the_one_meant_is_shown() -> None:
    text = "We meet. We go. We were here. We hope to come back to the old house by the sea."
    assert differing("We want to come back to the old house by the sea.", text) == ("want", "hope")


def test_a_word_that_comes_again_and_again_is_no_trouble() -> None:
    text = "we choose to go to the moon and " * 20_000
    assert differing("we choose to go to the moon and " * 20 + "we chose to", text) == (
        "chose",
        "choose",
    )
    assert collated("a [b] " * 200 + "z", "a " * 100_000)[0] is not None
    assert collated("we … " * 300 + "moon and", text)[0] is None
