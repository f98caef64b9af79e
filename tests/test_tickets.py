"""Tickets as they come with the editions of a brief."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from briefpack import press, report
from briefpack.press import Built
from tests.small import SMALL


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    folder = tmp_path_factory.mktemp("buses")
    (folder / "brief.yaml").write_text(SMALL, "utf-8")
    targets = {"screen": folder / "buses.pdf", "office": folder / "buses-office.pdf"}
    return press.deliver(folder, targets)


def test_only_an_edition_on_paper_has_one(made: list[Built]) -> None:
    screen, office = made
    assert screen.ticket is None
    assert office.ticket == office.path.with_name("buses-office-ticket.pdf")
    assert sorted(file.name for file in office.path.parent.glob("buses*")) == [
        "buses-office-ticket.json",
        "buses-office-ticket.pdf",
        "buses-office.pdf",
        "buses.pdf",
    ]


def test_the_facts_are_those_of_the_file_as_it_was_written(made: list[Built]) -> None:
    office = made[1]
    facts = json.loads(office.path.with_name("buses-office-ticket.json").read_text("utf-8"))
    assert facts["file"] == office.path.name
    assert facts["sha256"] == sha256(office.path.read_bytes()).hexdigest()
    assert facts["bytes"] == office.path.stat().st_size
    assert facts["sides"] == facts["pages"] == office.pages == 2 * facts["sheets"]
    with pypdfium2.PdfDocument(office.path) as pdf:
        assert len(pdf) == facts["sides"]


def test_the_slip_says_the_same(made: list[Built]) -> None:
    ticket = made[1].ticket
    assert ticket
    with pypdfium2.PdfDocument(ticket) as pdf:
        [page] = pdf
        words = page.get_textpage().get_text_bounded()
    digest = sha256(made[1].path.read_bytes()).hexdigest()
    assert digest in re.sub(r"\s", "", words)
    assert "Night buses for the valley" in words


def test_a_ticket_is_told_with_its_edition(made: list[Built], tmp_path: Path) -> None:
    assert report.told(made[1]).endswith("; ticket: buses-office-ticket.pdf")
    assert "ticket" not in report.told(made[0])
    screen, office = report.made_as_json(tmp_path, made)
    assert (screen["ticket"], office["ticket"]) == (None, str(made[1].ticket))
