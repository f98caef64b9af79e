"""Areas and borders, drawn.

A letter is the colour of a pixel, in capitals where it is text; a full stop is a photograph.
"""

from PIL import Image

from briefpack.shades.areas import OTHER, Kind, Map, mapped
from briefpack.shades.borders import AREAS, LINE, TEXT, borders, place

COLOURS = {
    "w": (255, 255, 255), "n": (0, 0, 128), "r": (200, 0, 0), "y": (255, 240, 0),
    "v": (250, 252, 255), "x": (127, 127, 191),
}  # fmt: skip
MET = {colour for name, colour in COLOURS.items() if name != "x"}


def drawn(picture: str) -> Map:
    """The map of a page drawn with letters."""
    rows = picture.split()
    size = (len(rows[0]), len(rows))
    pixels = "".join(rows)
    page, marks = Image.new("RGB", size), Image.new("L", size)
    page.putdata([COLOURS.get(pixel.lower(), (1, 2, 3)) for pixel in pixels])
    marks.putdata([128 if pixel == "." else 0 if pixel.isupper() else 255 for pixel in pixels])
    return mapped(page, marks, MET)


def redrawn(page: Map) -> str:
    """The map as it was drawn, and as it was found: a line is an upright."""
    names = {colour: name for name, colour in COLOURS.items()}

    def letter(number: int) -> str:
        if number == OTHER:
            return "."
        colour, kind = page.what(number)
        name = names[colour]
        return "|" if kind == Kind.LINE else name.upper() if kind == Kind.TEXT else name

    text = "".join(letter(number) for number in page.numbers.tobytes())
    width = page.numbers.width
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


def pairs(page: Map) -> dict[tuple[str, str, str], int]:
    """The borders with their lengths, in letters."""
    names = {colour: name for name, colour in COLOURS.items()}
    found: dict[tuple[str, str, str], int] = {}
    for border, count in borders(page).items():
        one, other = (names[colour] for colour in border.colours)
        found[border.kind, one, other] = found.get((border.kind, one, other), 0) + count
    return found


def test_two_areas_have_a_border_as_long_as_their_side() -> None:
    page = drawn("""
        nnnrrr
        nnnrrr
        nnnrrr
    """)
    assert pairs(page) == {(AREAS, "n", "r"): 3}


def test_text_stands_first_and_its_ground_second() -> None:
    page = drawn("""
        wwwwwwww
        wwwwwwww
        wwwwwwww
        YYYYYYYY
        wwwwwwww
        wwwwwwww
        wwwwwwww
    """)
    assert pairs(page) == {(TEXT, "y", "w"): 16}


def test_what_is_nowhere_three_pixels_broad_is_a_line() -> None:
    page = drawn("""
        wwwwwwww
        wwwwwwww
        wwwwwwww
        nnnnnnnn
        nnnnnnnn
        wwwwwwww
        wwwwwwww
        wwwwwwww
    """)
    assert redrawn(page).split()[2:5] == ["wwwwwwww", "||||||||", "||||||||"]
    assert pairs(page) == {(LINE, "n", "w"): 16}


def test_a_blended_edge_goes_to_the_area_above_or_beside() -> None:
    page = drawn("""
        wwwwxnnn
        wwwwxnnn
        wwwwxnnn
        xxxxxnnn
        nnnnnnnn
        nnnnnnnn
        nnnnnnnn
    """)
    assert redrawn(page).split()[0] == "wwwwwnnn"
    assert "x" not in redrawn(page)
    assert set(pairs(page)) == {(AREAS, "n", "w")}


def test_a_colour_of_its_own_that_is_broad_is_no_blend() -> None:
    page = drawn("""
        wwwxxxnnn
        wwwxxxnnn
        wwwxxxnnn
    """)
    assert pairs(page) == {(AREAS, "x", "w"): 3, (AREAS, "n", "x"): 3}


def test_colours_that_the_eye_takes_for_one_are_one() -> None:
    page = drawn("""
        wwwvvv
        wwwvvv
        wwwvvv
    """)
    assert pairs(page) == {}


def test_a_photograph_has_no_borders() -> None:
    page = drawn("""
        www...
        www...
        www...
    """)
    assert pairs(page) == {}


def test_two_texts_that_touch_are_no_pair() -> None:
    assert pairs(drawn("NNNRRR NNNRRR")) == {}


def test_the_place_is_the_first_from_above() -> None:
    page = drawn("""
        wwwwwwww
        wwwwwwww
        wwwwwwww
        wwwwnnnn
        wwwwnnnn
        wwwwnnnn
    """)
    (border,) = borders(page)
    assert place(page, border) == (4, 2)


def test_a_change_in_small_steps_has_no_borders() -> None:
    steps = Image.new("RGB", (80, 4))
    steps.putdata([(2 * (place % 80), 0, 0) for place in range(80 * 4)])
    page = mapped(steps, Image.new("L", steps.size, 255), set())
    assert borders(page) == {}
