"""A number of a sentence is blamed where it contradicts the ledger, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.brief import Number
from briefpack.ledger.judging import contradictions
from briefpack.ledger.sentences import sentences


def number(id_: str, value: str, says: list[str], **more: str) -> Number:
    return Number.model_validate({"id": id_, "label": id_, "value": value, "says": says, **more})


LEDGER = [
    number("world", "329", ["attempts", "2025"]),
    number("china", "92", ["attempts", "2025", "China"]),
    number("satellites", "14132", ["active satellites", "2025"]),
    number("budget", "135", ["governments", "space"], before="$", unit="billion"),
    number("share", "41.7", ["shifts", "night"], unit="%"),
    number("nations", "8", ["nations", "signed"]),
    number("debris", "40123", ["tracked objects"], tolerance="5 %"),
]


def blamed(line: str, language: str = "en", ledger: list[Number] = LEDGER) -> list[str]:
    found: list[str] = []
    before = None
    for sentence in sentences(line, language):
        for one in contradictions(sentence, ledger, language, before):
            mark = "" if one.sure else "?"
            found.append(f"{one.number.id}: {one.literal.words.strip()}{mark}")
        before = sentence
    return found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("In 2025 the world made 327 launch attempts.", ["world: 327"]),
        ("Attempts rose to 327 in 2025.", ["world: 327"]),
        ("The number of attempts in 2025 was 327.", ["world: 327"]),
        ("Of 329 attempts in 2025, China made 94.", ["china: 94"]),
        ("There were 14,312 active satellites in 2025.", ["satellites: 14,312"]),
        ("Another counted 14,312 in 2025.", ["satellites: 14,312?"]),
        ("The attempts are counted. In 2025 the world made 327.", ["world: 327?"]),
        ("On space, governments spent $153 billion.", ["budget: 153 billion"]),
        ("At night, 52 per cent of shifts end.", ["share: 52"]),
        ("Nine nations signed.", ["nations: Nine"]),
        ("From 259 attempts in 2024 they rose to 327 attempts in 2025.", ["world: 327"]),
        ("There are 47,000 tracked objects.", ["debris: 47,000"]),
    ],
)
def test_what_is_wrong_is_blamed(line: str, found: list[str]) -> None:
    assert blamed(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "In 2025 the world made 329 launch attempts.",
        "In 2025 the world made {n world} launch attempts, and 14 of them failed.",
        "In 2024 the world made 259 launch attempts.",
        "Before the 329 attempts of 2025 there were 259 attempts in 2024.",
        "The attempts counted in 2025 were 259 attempts in 2024.",
        "In 2025 about 330 attempts were made.",
        "In 2025 more than 300 attempts were made.",
        "There were 14,000 active satellites in 2025.",
        "Launch attempts of 2025 involved 150 companies.",
        "In 2025 the attempts rose by 70.",
        "In 2025 between 320 and 340 attempts were made.",
        "The attempts of 14 March 2025 are told in section 327.",
        "In 2025 there were 327 satellites.",
        "Attempts in 2025 cost $4 billion.",
        "On space, governments spent $135 billion, and $70 billion on defence.",
        "Governments launched 12 satellites into space.",
        "At night, 41.7 % of the shifts end.",
        "At night, about 42 % of the shifts end.",
        "At night, 40 shifts end.",
        "Eight nations signed, and five of them ratified.",
        "There are 41,000 tracked objects.",
        "In 2025 China made 92 of the 329 attempts.",
        "There were 329 attempts in 2025. In 2025 it was 400 before noon.",
        "At night, 41.7 % of shifts end. With a break it is 51 %.",
        "The attempts are counted. There it is 327.",
    ],
)
def test_what_is_right_or_about_something_else_is_not(line: str) -> None:
    assert blamed(line) == []


def test_words_are_known_by_their_stems() -> None:
    ledger = [number("fahrgast", "14132", ["Dokumente", "Alternativtexte"])]
    line = "Ein Dokument mit Alternativtext haben 14.312 Dokumente."
    assert blamed(line, "de", ledger) == ["fahrgast: 14.312"]


def test_a_number_without_words_is_never_missed() -> None:
    assert blamed("There are 327.", ledger=[number("world", "329", [])]) == []


@given(st.text(alphabet="attempts 2025 nations signed 0123456789,.%$ million", max_size=80))
def test_any_text_can_be_judged(line: str) -> None:
    blamed(line)


BURSTS = [number("bursts", "487", ["bursts", "2025"])]


@pytest.mark.parametrize(
    ("line", "language", "true"),
    [
        ("In 2025 there were more than 300 bursts.", "en", True),
        ("In 2025 there were more than 500 bursts.", "en", False),
        ("In 2025 there were more than 350 bursts.", "en", True),
        ("In 2025 there were under 900 bursts.", "en", True),
        ("In 2025 there were nearly 900 bursts.", "en", False),
        ("In 2025 there were at least 480 bursts.", "en", True),
        ("In 2025 there were fewer than 500 bursts.", "en", True),
        ("In 2025 there were fewer than 400 bursts.", "en", False),
        ("In 2025 there were nearly 500 bursts.", "en", True),
        ("In 2025 there were nearly 480 bursts.", "en", False),
        ("In 2025 there were about 500 bursts.", "en", True),
        ("In 2025 there were about 490 bursts.", "en", True),
        ("In 2025 there were about 480 bursts.", "en", False),
        ("2025 waren es knapp 500 bursts.", "de", True),
        ("2025 waren es mehr als 500 bursts.", "de", False),
        ("En 2025, plus de 500 bursts.", "fr", False),
        ("En 2025, près de 500 bursts.", "fr", True),
    ],
)
def test_a_hedge_says_to_which_side(line: str, language: str, true: bool) -> None:
    assert (blamed(line, language, BURSTS) == []) is true
