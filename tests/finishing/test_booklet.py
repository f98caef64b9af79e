"""Booklets, folded: the sheets that were made are read back, and turned as hands turn them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest

from briefpack import press
from briefpack.finishing.booklet import booklet
from briefpack.finishing.folding import Sheet, Slot, folded
from briefpack.finishing.job import Delivery
from briefpack.paper import PAPERS, points
from tests.finishing.laid import BLEED, COLOURS, Word, bleeding, colour, job, numbered, seen, words
from tests.small import SMALL


@dataclass(frozen=True)
class Small:
    """The small brief on one paper, as both booklets."""

    paper: str
    built: Mapping[str, press.Built]


CALIPER = 0.104
"""Millimetres, of office paper."""


def made(pages: bytes, count: int, name: str = "booklet", paper: str = "a4") -> Delivery:
    return booklet(Delivery(pages), job(name, count, paper))


def pages_of(name: str, count: int, paper: str) -> bytes:
    order = job(name, count, paper)
    return numbered(count, (order.page.width, order.page.height))


def sheets(sides: Sequence[Sequence[Word]], middle: float, mark: str = "n") -> list[Sheet]:
    """The sheets as they were printed, by the numbers found on their halves."""
    slots = [_slots(side, middle, mark) for side in sides]
    return [Sheet(*pair) for pair in zip(slots[::2], slots[1::2], strict=True)]


def _slots(side: Sequence[Word], middle: float, mark: str) -> tuple[Slot, Slot]:
    numbers = [word for word in side if word.text.startswith(mark) and word.text[1:].isdigit()]
    found = {word.x > middle: Slot(int(word.text[1:]), word.turned == 180) for word in numbers}
    assert len(found) == len(numbers)
    return found.get(False, Slot()), found.get(True, Slot())


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 24, 64])
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count: int) -> None:
    delivery = made(pages_of("booklet", count, "a4"), count)
    read = folded(sheets(words(delivery.pdf), 148.5))
    assert [slot for slot in read if slot.page] == [Slot(page) for page in range(1, count + 1)]
    assert delivery.particulars["sheets"] == len(read) / 4 == -(-count // 4)


@pytest.mark.parametrize("name", ["booklet", "full-booklet"])
@pytest.mark.parametrize("paper", PAPERS)
def test_two_pages_of_every_paper_fill_a_sheet(name: str, paper: str) -> None:
    page = job(name, 8, paper).page
    pdf = made(pages_of(name, 8, paper), 8, name, paper).pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        for side in document.pages:
            width, height = points(2 * page.width), points(page.height)
            assert [float(edge) for edge in side.mediabox] == pytest.approx(
                [0, 0, width, height], abs=0.01
            )
    last, first = words(pdf)[0]
    assert (last.text, first.text) == ("n8", "n1")
    assert (last.x, first.x) == pytest.approx((20, page.width + 20), abs=0.01)


def test_pages_of_inner_sheets_move_to_the_fold() -> None:
    sides = words(made(pages_of("booklet", 12, "a4"), 12).pdf)
    for sheet in range(3):
        for left, right in sides[2 * sheet : 2 * sheet + 2]:
            assert left.x == pytest.approx(20 + sheet * CALIPER, abs=0.001)
            assert right.x == pytest.approx(168.5 - sheet * CALIPER, abs=0.001)


def test_a_move_to_the_fold_brings_bleed_in_and_covers_no_neighbour() -> None:
    """Of 64 pages, the innermost move by 1.5 mm: bleed fills what that leaves free."""
    picture = seen(made(bleeding(64), 64).pdf, page=31)
    left, right = COLOURS[32 % 4], COLOURS[33 % 4]
    assert 15 * CALIPER < BLEED
    assert colour(picture, 0.3, 105) == left
    assert colour(picture, 148.2, 105) == left
    assert colour(picture, 148.8, 105) == right
    assert colour(picture, 296.7, 105) == right


def test_a_lying_page_has_its_head_at_the_left() -> None:
    """The page's corner below its head's left end comes to stand at the lower right."""
    side = words(made(numbered(4, (210.0, 148.5)), 4).pdf)[0]
    [last, first] = sorted(side, key=lambda word: word.x)
    assert (last.text, first.text) == ("n4", "n1")
    assert last[1:4] == pytest.approx((128.5, 20, 90), abs=0.01)
    assert first[1:4] == pytest.approx((277, 20, 90), abs=0.01)


def test_sheets_are_called_by_number_and_side() -> None:
    with pikepdf.open(BytesIO(made(pages_of("booklet", 5, "a4"), 5).pdf)) as document:
        labels = [page.label for page in document.pages]
    assert labels == ["Sheet 1, front", "Sheet 1, back", "Sheet 2, front", "Sheet 2, back"]


def test_the_fold_is_marked_on_fronts_and_the_staples_on_the_outermost() -> None:
    pdf = made(pages_of("booklet", 8, "a4"), 8).pdf
    marked = []
    for side in range(4):
        picture = seen(pdf, side, 10)
        places = [9.5, 52.5]
        marked.append([colour(picture, 148.51, y, 10) != "#ffffff" for y in places])
    assert marked == [[True, True], [False, False], [True, False], [False, False]]


def test_what_the_print_room_is_told() -> None:
    delivery = made(pages_of("booklet", 12, "a4"), 12)
    assert delivery.particulars == {
        "sheets": 3,
        "pages_a_side": 2,
        "fold": "once",
        "staples": "fold",
        "binding": "fold",
        "creep_mm": 0.21,
    }
    assert delivery.problems == []


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = bleeding(6)
    assert made(pages, 6).pdf == made(pages, 6).pdf


@pytest.fixture(scope="module", params=PAPERS)
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Small:
    """The small brief as both booklets."""
    folder = tmp_path_factory.mktemp("booklets")
    (folder / "brief.yaml").write_text(SMALL, "utf-8")
    targets = {name: folder / f"{name}.pdf" for name in ("booklet", "full-booklet")}
    built = press.deliver(folder / "brief.yaml", targets, paper=request.param)
    return Small(request.param, {one.edition: one for one in built})


@pytest.mark.parametrize("name", ["booklet", "full-booklet"])
def test_a_brief_is_folded_and_read(small: Small, name: str) -> None:
    """By its own folios: "Page 3 of 12" on each page, but for the cover."""
    built, page = small.built[name], job(name, 4, small.paper).page
    order = [
        slot.page
        for slot in folded(sheets(numbered_by_folios(words(built.path.read_bytes())), page.width))
    ]
    assert len(order) == built.pages
    assert built.pages % 4 == 0
    assert order == [None, *range(2, built.pages + 1)]


def numbered_by_folios(sides: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Each side with its folios alone, as n3 for "Page 3 of 12"."""
    return [
        [
            number._replace(text=f"n{number.text}")
            for page, number, of in zip(side, side[1:], side[2:], strict=False)
            if (page.text, of.text) == ("Page", "of")
        ]
        for side in sides
    ]
