"""Every character of the content is noted with the first place where it stands."""

from collections.abc import Callable
from pathlib import Path

from briefpack.manuscript import examine

Write = Callable[..., Path]


def places(folder: Path) -> dict[str, str]:
    found = examine(folder).characters
    assert all(letter == str(words) for letter, words in found.items())
    return {
        letter: f"{Path(words.place.file).name}:{words.place.line}:{words.place.column}"
        for letter, words in found.items()
    }


def test_each_is_found_where_it_is_printed_first(write: Write) -> None:
    folder = write("subtitle: über ☂ ☂\n", {"text.md": "# A text\n\nWords & ☂ ☃.\n"})
    found = places(folder)
    assert found["ü"] == "brief.yaml:6:11"
    assert found["☂"] == "brief.yaml:6:16"
    assert found["☃"] == "text.md:3:11"
    assert found["&"] == "text.md:3:7"


def test_escapes_and_entities_are_the_characters_that_they_stand_for(write: Write) -> None:
    folder = write('subtitle: "a \\u2602"\n', {"text.md": "# A text\n\nWords.\n\nMore &check;\n"})
    found = places(folder)
    assert found["☂"] == "brief.yaml:6:11"
    assert found["✓"] == "text.md:5:1"


def test_a_letter_and_its_accent_are_one(write: Write) -> None:
    found = places(write("subtitle: cafe\u0301\n"))
    assert "é" in found
    assert "\u0301" not in found


def test_comments_keys_and_names_are_not_printed(write: Write) -> None:
    quotes = "- {id: ☃, words: W, speaker: S, evidence: ☁.txt}\n"
    found = places(write("# ☂\n", {"quotes.yaml": quotes, "☁.txt": "W ☎\n"}))
    assert not set("☂☃☁☎").intersection(found)
