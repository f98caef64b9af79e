"""The key at the foot of the stage."""

from briefpack.pages.timeline.key import foot, key
from tests.pages.timeline.drawn import A4, HALF_AN_EM, event, timeline


def drawn(categories: str, labels: str = "Kind") -> str:
    """The key as "Kind 0, Kind 1 / Kind 2", a line after the other."""
    given = timeline(event("1961", category=name) for name in categories)
    given = given.model_copy(
        update={
            "categories": {
                name: each.model_copy(update={"label": f"{labels} {name}"})
                for name, each in given.categories.items()
            }
        }
    )
    entries = key(given, A4, verso=True, measure=HALF_AN_EM)
    lines = sorted({entry.y for entry in entries})
    return " / ".join(", ".join(e.label for e in entries if e.y == y) for y in lines)


def test_the_key_holds_the_categories_that_occur_in_the_authors_order() -> None:
    assert drawn("202") == "Kind 0, Kind 2"


def test_a_long_key_takes_two_lines() -> None:
    long = "A name that is far too long for its own good and takes more than half"
    assert drawn("01", long) == f"{long} 0 / {long} 1"


def test_the_key_stands_between_the_cards_and_the_caption() -> None:
    given = timeline(event("1961", category=name) for name in "012345")
    for entry in key(given, A4, verso=False, measure=HALF_AN_EM):
        assert A4.bottom - foot(given, A4, HALF_AN_EM) < entry.y < A4.bottom - 4
        assert A4.left(verso=False) < entry.x < entry.label_x < A4.right(verso=False)


def test_the_first_category_is_the_one_to_follow() -> None:
    given = timeline(event("1961", category=name) for name in "012")
    assert [e.colour for e in key(given, A4, True, HALF_AN_EM)] == ["signal", "ink", "ink"]
