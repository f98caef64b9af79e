"""The office edition: margins for the file, edges that printers reach, little ink, whole sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageStat

from briefpack import press
from briefpack.edition import EDITIONS
from briefpack.finishing.label import label
from briefpack.pages import layout, makeup
from briefpack.pages.typeset import lay_out
from briefpack.problem import Refused
from tests.formats.marked import marked
from tests.small import SMALL
from tests.validators import FLAVOURS, failures, verapdf

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
ROW = EDITIONS["office"]
EDGE, BINDING = 8.0, 19.9
"""Millimetres that printers do not reach, and that a binding takes."""
DOTS = 4.0
"""Dots to a millimetre in which the tests look at pages."""
CASES = (
    ("us-china-civil-space", "a4"),
    ("us-china-civil-space", "letter"),
    ("barrierefreie-dokumente", "a4"),
    ("marked", "a4"),
    ("marked", "letter"),
)


@dataclass(frozen=True)
class Office:
    """A brief's pages, where its parts begin (from 0), and where they do in the main edition."""

    pdf: bytes
    pages: int
    blanks: list[int]
    anchors: dict[str, int]
    main: dict[str, int]

    def pictures(self) -> Iterator[tuple[int, Image.Image]]:
        """Each page with its number, in grey."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            for number, page in enumerate(document, start=1):
                yield number, page.render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()


def office(folder: Path, paper: str) -> Office:
    brief = cache(lambda: press.read(folder))
    galley, _ = makeup.laid_out(brief, paper, ROW, makeup.composed(brief(), paper, ROW))
    plain, _ = makeup.laid_out(brief, paper, EDITIONS["screen"], makeup.composed(brief(), paper))
    pdf = galley.pdf(label(ROW, [str(number) for number in range(1, galley.pages + 1)]))
    return Office(pdf, galley.pages, galley.blanks, galley.anchors, plain.anchors)


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Office:
    name, paper = request.param
    made = name == "marked"
    return office(marked(tmp_path_factory.mktemp(name)) if made else CONTENT / name, paper)


def margins(picture: Image.Image) -> tuple[float, float, float, float]:
    """The white (mm) left of, above, right of and below all that is printed."""
    left, top, right, bottom = picture.point(lambda grey: 255 * (grey < 250)).getbbox() or (
        *picture.size,
        0,
        0,
    )
    edges = left, top, picture.width - right, picture.height - bottom
    return edges[0] / DOTS, edges[1] / DOTS, edges[2] / DOTS, edges[3] / DOTS


def test_nothing_is_printed_where_printers_do_not_reach(printed: Office) -> None:
    near = {page: white for page, one in printed.pictures() if min(white := margins(one)) < EDGE}
    assert near == {}


def test_the_binding_margin_is_white_and_mirrored(printed: Office) -> None:
    bound = {
        page: margins(one)[0 if page % 2 else 2]
        for page, one in printed.pictures()
        if one.height > one.width
    }
    assert {page: white for page, white in bound.items() if white < BINDING} == {}


def test_a_turned_page_is_white_where_it_is_bound_but_for_the_marking(tmp_path: Path) -> None:
    """It is turned by either quarter, so bound at its head or at its foot."""
    unmarked = office(marked(tmp_path, marking='""'), "a4")
    turned = [margins(one) for _, one in unmarked.pictures() if one.width > one.height]
    assert turned
    assert all(min(above, below) >= BINDING for _, above, _, below in turned)


def test_both_sides_of_every_sheet_are_used(printed: Office) -> None:
    assert printed.pages % 2 == 0
    assert printed.blanks == []
    assert {page for page, one in printed.pictures() if one.getextrema()[0] == 255} == set()


def test_folios_are_those_of_the_main_edition_up_to_the_recommendations(printed: Office) -> None:
    last = printed.main["recommendations"]
    before = {anchor for anchor, page in printed.main.items() if page < last}
    assert {anchor: printed.anchors[anchor] for anchor in before} == {
        anchor: printed.main[anchor] for anchor in before
    }


def test_nothing_else_stands_on_the_sheet_of_the_recommendations(printed: Office) -> None:
    first, last = printed.anchors["recommendations"], printed.anchors["recommendations-end"]
    assert first % 2 == 0  # a right page, counted from 0
    assert last <= first + 1
    sheet = {
        anchor.split("-")[0]
        for anchor, page in printed.anchors.items()
        if page in (first, first + 1)
    }
    assert sheet <= {"recommendations", "recommendation", "before", "call"}
    assert printed.anchors["sources"] == first + 2


def test_little_ink_is_used_and_none_for_grounds(printed: Office) -> None:
    ink = [1 - ImageStat.Stat(one).mean[0] / 255 for _, one in printed.pictures()]
    assert max(ink) < 0.06
    assert sum(ink) / len(ink) < 0.035


def test_the_file_asks_for_both_sides_and_its_own_size(printed: Office) -> None:
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        wishes = document.Root.ViewerPreferences
        assert wishes.Duplex == "/DuplexFlipLongEdge"
        assert wishes.PrintScaling == "/None"


def test_the_pages_are_valid(printed: Office, tmp_path: Path) -> None:
    assert failures(printed.pdf) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_finds_the_pages_valid(printed: Office, flavour: str, tmp_path: Path) -> None:
    (tmp_path / "office.pdf").write_bytes(printed.pdf)
    said = verapdf(flavour, [tmp_path / "office.pdf"])
    assert said.returncode == 0, said.stdout


ORDERS = {
    "recommendations before the timeline": (
        ("  - timeline\n", ""),
        ("  - recommendations\n", "  - recommendations\n  - timeline\n"),
    ),
    "recommendations last": (
        ("  - sources\n  - about\n", ""),
        ("  - recommendations\n", "  - sources\n  - about\n  - recommendations\n"),
    ),
}


@pytest.mark.parametrize("order", ORDERS)
def test_the_sheet_is_their_own_wherever_they_stand(order: str, tmp_path: Path) -> None:
    text = SMALL
    for old, new in ORDERS[order]:
        text = text.replace(old, new)
    (tmp_path / "brief.yaml").write_text(text, "utf-8")
    brief = cache(lambda: press.read(tmp_path))
    galley, _ = makeup.laid_out(brief, "a4", ROW, makeup.composed(brief(), "a4", ROW))
    first = galley.anchors["recommendations"]
    assert galley.pages % 2 == 0
    assert first % 2 == 0
    others = {galley.anchors[part] for part in ("timeline", "sources", "about")}
    assert others & {first, first + 1} == set()
    assert galley.anchors["timeline"] % 2 == 1


def test_the_axis_points_over_the_binding_where_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(SMALL, "utf-8")
    forme = makeup.composed(press.read(tmp_path), "a4", ROW)
    galley = lay_out(forme)
    with pypdfium2.PdfDocument(galley.pdf()) as document:
        first = galley.anchors["timeline"]
        spread = [document[first + side].render(scale=DOTS * 25.4 / 72) for side in (0, 1)]
        verso, recto = (margins(page.to_pil().convert("L")) for page in spread)
    assert 20.5 < verso[2] < 21.5
    assert 20.5 < recto[0] < 21.5


def test_a_layout_that_has_no_office_edition_says_so(tmp_path: Path) -> None:
    for name, settings in {"policy": "editions: [screen]", "bold": "paper: a4"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "layout.yaml").write_text(settings, "utf-8")
    with pytest.raises(Refused) as refused:
        layout.find("bold", tmp_path).check("office", "bold")
    [problem] = refused.value.problems
    assert problem.rule == "no-edition"
    assert problem.message == "the layout 'bold' has no edition 'office'"
    assert problem.hint == "it has screen"
    with pytest.raises(Refused) as refused:
        layout.find("bold", tmp_path, format="office")
    assert refused.value.problems[0].message == "the layout 'bold' has no format 'office'"
