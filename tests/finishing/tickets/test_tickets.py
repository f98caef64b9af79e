"""The files that a print room gets."""

import json
from hashlib import sha256
from pathlib import Path

from briefpack.finishing.tickets import ticketed
from tests.finishing.tickets.orders import delivery, job


def test_a_ticket_comes_as_a_slip_and_as_json() -> None:
    what = delivery()
    files = ticketed(job(), what, Path("build/buses-office.pdf"))
    assert [path.as_posix() for path in files] == [
        "build/buses-office-ticket.pdf",
        "build/buses-office-ticket.json",
    ]
    slip, facts = files.values()
    assert slip.startswith(b"%PDF-")
    assert json.loads(facts)["file"] == "buses-office.pdf"
    assert json.loads(facts)["sha256"] == sha256(what.pdf).hexdigest()


def test_what_is_read_on_a_screen_has_none() -> None:
    assert ticketed(job(on_paper=False), delivery(), Path("a.pdf")) == {}
