"""A drawing is refused for what it must not hold, where that stands, and for nothing else."""

from base64 import b64encode
from pathlib import Path

import pytest

from briefpack.manuscript import drawings
from briefpack.manuscript.outline import Misshapen, outline
from briefpack.problem import Refused
from briefpack.words import Words
from tests.figures.made import bytes_of, halves

ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 4 3">\n'
)


def told(folder: Path, inside: str) -> list[str]:
    path = folder / "a.svg"
    path.write_text(f"{ROOT}{inside}\n</svg>\n", "utf-8")
    try:
        drawings.check(path, "a.svg", Words("a.svg"))
    except Refused as refused:
        return [f"{problem.place}: {problem.message}" for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#a)"/>',
        "<rect style=\"fill: url('#a'); filter: none; mask:none\"/>",
        '<rect filter="none"/>',
        "<style>\n.a { fill: red }\n</style>",
        "<style><![CDATA[.a > .b { fill: red }]]></style>",
        '<a href="https://example.org/"><rect/></a>',
        '<use href="#a"/><g id="a"/>',
        '<filter id="unused"/><mask id="unused-too"/>',
        '<metadata about="nothing"/><image/>',
        "<text font-family='Fira Sans'>on load, var of url</text>",
    ],
)
def test_what_is_drawn_is_taken(tmp_path: Path, inside: str) -> None:
    assert told(tmp_path, inside) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script/>", "a.svg:2:1: a drawing cannot hold scripts"),
        ("<g xmlns:s='x'><s:script/></g>", "a.svg:2:16: a drawing cannot hold scripts"),
        ("<g/>\n  <g ONLOAD='x'/>", "a.svg:3:3: 'ONLOAD' is a script: a drawing cannot hold any"),
        ("<set to='x'/>", "a.svg:2:1: 'set' moves the drawing"),
        (
            "<style>a{}\n b { filter: blur(2px) }</style>",
            "a.svg:3:6: the filter would not be drawn",
        ),
        ("<g style='mask:url(#m)'/>", "a.svg:2:1: the mask would not be drawn"),
        (
            "<image xlink:href='FILE:///etc/passwd'/>",
            "a.svg:2:1: 'FILE:///etc/passwd' is outside the drawing, which holds all it shows",
        ),
        (
            "<g fill=\"URL( 'a.svg#b' )\"/>",
            "a.svg:2:1: 'a.svg#b' is outside the drawing, which holds all it shows",
        ),
        (
            "<image href='data:image/png;base64,%'/>",
            "a.svg:2:1: a picture in the drawing is damaged, and cannot be read",
        ),
        (
            "<image href='data:image/gif;base64,R0lGODlh'/>",
            "a.svg:2:1: a picture in the drawing is neither PNG nor JPEG in base64",
        ),
    ],
)
def test_what_is_not_drawn_is_told_where_it_stands(
    tmp_path: Path, inside: str, message: str
) -> None:
    assert told(tmp_path, inside) == [message]


@pytest.mark.parametrize(
    ("mode", "kind", "count"), [("RGB", "png", 0), ("L", "jpeg", 0), ("CMYK", "jpeg", 1)]
)
def test_a_picture_within_is_one_that_can_be_printed_as_it_is(
    tmp_path: Path, mode: str, kind: str, count: int
) -> None:
    data = b64encode(bytes_of(halves(mode=mode), kind)).decode()
    assert len(told(tmp_path, f'<image href="data:image/{kind};base64,{data}"/>')) == count


def test_complaints_about_one_drawing_have_an_end(tmp_path: Path) -> None:
    assert len(told(tmp_path, "<script/>" * 100)) == drawings.SHOWN


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ({"viewBox": "0 0 40 30"}, (40, 30)),
        ({"viewBox": "-1,-1,4e1,3e1", "width": "100%"}, (40, 30)),
        ({"viewBox": "0 0 1 1", "width": "4in", "height": "3in"}, (384, 288)),
        ({"width": "40", "height": " 30px "}, (40, 30)),
        ({"width": "40"}, None),
        ({"width": "4em", "height": "3em"}, None),
        ({"width": "0", "height": "3"}, None),
        ({}, None),
    ],
)
def test_a_drawing_says_how_large_it_is(
    attributes: dict[str, str], size: tuple[float, float] | None
) -> None:
    assert outline(attributes) == pytest.approx(size) if size else outline(attributes) is None


@pytest.mark.parametrize("box", ["", "0 0 1", "0 0 0 9", "0 0 nan 9", "0 0 1 1000"])
def test_a_drawing_that_cannot_be_that_large_is_refused(box: str) -> None:
    with pytest.raises(Misshapen):
        outline({"viewBox": box})
