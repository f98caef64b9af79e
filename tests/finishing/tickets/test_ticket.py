"""The facts of a ticket, from the PDF and from what finishing knows."""

import json
from hashlib import sha256

import pytest

from briefpack.edition import EDITIONS
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.stock import stapled
from briefpack.finishing.tickets.ticket import FLIPS, Ticket, ticket
from tests.finishing.tickets.orders import delivery, job


def made(order: Job, what: Delivery) -> Ticket:
    return ticket(order, what, "buses-office.pdf", sha256(what.pdf).hexdigest())


def test_the_json_of_four_pages() -> None:
    what = delivery(4, note="by Friday")
    assert json.loads(made(job(), what).json()) == {
        "edition": "office",
        "purpose": "for a test",
        "title": "Night buses",
        "issue": "Valley papers 7 · Version 1.2 · 2026-03-02",
        "language": "en",
        "file": "buses-office.pdf",
        "bytes": len(what.pdf),
        "sha256": sha256(what.pdf).hexdigest(),
        "sheets": 2,
        "sides": 4,
        "pages": 4,
        "paper": "A4",
        "size_mm": [210.0, 297.0],
        "media_mm": [210.0, 297.0],
        "flip": "long-edge",
        "scaling": "none",
        "colour_pages": [2],
        "tinted_pages": [],
        "fold": "none",
        "staples": "corner",
        "binding": "left",
        "grams": 80,
        "caliper_mm": 0.104,
        "thickness_mm": 0.21,
        "particulars": {"note": "by Friday"},
    }


@pytest.mark.parametrize(
    ("pages", "duplex", "sheets", "staples"),
    [
        (1, "DuplexFlipLongEdge", 1, "none"),
        (2, "DuplexFlipLongEdge", 1, "none"),
        (3, "DuplexFlipLongEdge", 2, "corner"),
        (3, "Simplex", 3, "corner"),
    ],
)
def test_sheets_have_two_sides_or_one(pages: int, duplex: str, sheets: int, staples: str) -> None:
    found = made(job(duplex=duplex), delivery(pages))
    assert (found.sheets, found.sides, found.staples) == (sheets, pages, staples)


def test_what_is_too_thick_for_a_stapler_gets_a_clip() -> None:
    staples = [stapled("large", sheets) for sheets in (1, 2, 30, 31)]
    assert staples == ["none", "corner", "corner", "clip"]


def test_what_is_folded_is_twice_as_thick() -> None:
    order = job("booklet", duplex="DuplexFlipShortEdge", pages=8)
    sheets = delivery(4, (297.0, 210.0), sheets=2, fold="once", staples="fold")
    found = made(order, sheets)
    assert (found.leaves, found.thickness_mm, found.binding) == (4, 0.42, "fold")
    assert (found.paper, found.pages, found.particulars) == ("A4", 8, {})


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((210.0, 297.0), "A4"),
        ((420.0, 297.0), "A3"),
        ((148.5, 210.0), "A5"),
        ((279.4, 215.9), "Letter"),
        ((431.8, 279.4), "Tabloid"),
        ((200.0, 200.0), ""),
    ],
)
def test_a_sheet_is_called_by_its_size(size: tuple[float, float], name: str) -> None:
    assert made(job(), delivery(1, size)).paper == name


def test_a_print_shop_has_its_own_paper_and_binds() -> None:
    found = made(job("press"), delivery(4))
    assert (found.grams, found.caliper_mm, found.staples) == (120, 0.15, "shop")


def test_a_proof_is_loose() -> None:
    assert made(job("mono"), delivery(4)).staples == "none"


def test_every_edition_is_turned_in_a_way_that_tickets_know() -> None:
    assert {row.duplex for row in EDITIONS.values()} <= FLIPS.keys()
