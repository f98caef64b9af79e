"""Any file is judged, or it is said why it cannot be; nothing in it brings the command down."""

import hashlib
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefpack import mapcase
from briefpack.acceptance import Unreadable, accepted, accepting, errand
from briefpack.acceptance.purposes import GROUPS
from briefpack.edition import EDITIONS
from briefpack.preflight import CHECKS, Check
from briefpack.problem import Place
from briefpack.reporting import Report
from briefpack.sourcemap import Block, SourceMap
from briefpack.waivers import Waiver
from briefpack.words import Words
from tests.acceptance.files import (
    STRANGE,
    claiming,
    encrypted,
    mutated,
    plain,
    saved,
    without_pages,
)
from tests.acceptance.hostile import CHATTY, CRASHING, HANGING, HUNGRY, NONE, SMALL, STUMBLING

limited = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def judged(
    folder: Path, pdf: bytes, checks: Sequence[Check] = (SMALL,), **options: object
) -> Report:
    file = folder / "in.pdf"
    file.write_bytes(pdf)
    return accepted(file, checks=checks, **options)  # type: ignore[arg-type]


def told(report: Report) -> list[tuple[str, str]]:
    """The rule and the message of each finding."""
    return [(entry.problem.rule, entry.message) for entry in report.entries]


def test_a_sound_file_is_judged_and_its_pages_are_pictured(tmp_path: Path) -> None:
    pdf = saved(plain())
    report = judged(tmp_path, pdf, (SMALL, NONE))
    assert (report.file.size, report.file.pages) == (len(pdf), 2)
    assert report.file.sha256 == hashlib.sha256(pdf).hexdigest()
    assert [one.verdict for one in report.outcomes] == ["failed", "unjudged"]
    assert told(report) == [("small-type", "it is long"), ("small-type", "text of 4 pt")]
    assert [leaf.page for leaf in report.leaves] == [1]


def test_every_edition_has_its_groups() -> None:
    assert GROUPS.keys() == EDITIONS.keys()


def test_every_check_can_be_sent_to_a_reader() -> None:
    assert pickle.loads(pickle.dumps(CHECKS)) == CHECKS


def test_a_file_is_judged_as_what_it_says_that_it_is(tmp_path: Path) -> None:
    assert judged(tmp_path, saved(plain())).groups == GROUPS["screen"]
    assert judged(tmp_path, saved(claiming())).groups == GROUPS["press"]


def test_an_older_claim_stands_in_the_document_information(tmp_path: Path) -> None:
    document = plain()
    document.docinfo["/GTS_PDFXVersion"] = "PDF/X-1:2001"
    assert judged(tmp_path, saved(document)).groups == GROUPS["press"]


def test_a_file_is_judged_as_the_edition_that_is_asked_for(tmp_path: Path) -> None:
    report = judged(tmp_path, saved(claiming()), edition="office")
    assert report.groups == GROUPS["office"]
    assert "office" in report.purpose


def test_a_print_shops_file_needs_the_bleed_that_shops_ask_for(tmp_path: Path) -> None:
    document = claiming()
    for page in document.pages:
        page.obj.TrimBox = page.obj.BleedBox = page.obj.MediaBox
    found = told(judged(tmp_path, saved(document), CHECKS))
    assert ("bleed-width", "less than 3 mm of bleed all round") in found


def test_a_size_that_nobody_ordered_is_not_judged(tmp_path: Path) -> None:
    report = judged(tmp_path, saved(claiming()), CHECKS)
    assert {one.check.rule: one.unjudged for one in report.outcomes}["trim-size"]


def test_pages_come_in_the_numbers_that_an_edition_is_bound_in(tmp_path: Path) -> None:
    pdf = saved(plain(3))
    assert "page-count" in {
        rule for rule, _ in told(judged(tmp_path, pdf, CHECKS, edition="office"))
    }
    for edition in ("large", "booklet"):  # the sheets of a booklet are as many as there are
        found = told(judged(tmp_path, pdf, CHECKS, edition=edition))
        assert "page-count" not in {rule for rule, _ in found}


def test_of_a_file_that_was_built_here_lines_waivers_and_edition_are_known(tmp_path: Path) -> None:
    place = Place("x/argument.md", 41)
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "argument.md").write_text("\n" * 40 + "The line itself\n", "utf-8")
    pdf = saved(plain(3))  # no other test has this file
    seen = SourceMap(blocks=[Block(place, 1, (60, 690, 300, 720))])
    mapcase.keep(pdf, mapcase.Kept(seen, tmp_path, (), "office"))
    report = judged(tmp_path, pdf)
    [blamed, *_] = [entry.problem for entry in report.entries if entry.problem.place == place]
    assert (blamed.excerpt, report.purpose) == ("The line itself", "for the edition office")
    waiver = Waiver(Words(blamed.rule, place), Words("it is meant"), 41, 41)
    mapcase.keep(pdf, mapcase.Kept(seen, tmp_path, (waiver,), "office"))
    again = [entry.problem for entry in judged(tmp_path, pdf).entries]
    assert [one.waiver for one in again if one.place == place] == ["it is meant"]


@pytest.mark.parametrize(
    ("pdf", "rule", "message"),
    [
        (b"", "unreadable", "the file is empty"),
        (b"Dear all,", "unreadable", "the file is no PDF"),
        (b"%PDF-1.7 and no more", "unreadable", "the file breaks off: its end is missing"),
        (b"%PDF-1.7 and no more %%EOF", "unreadable", "the file is damaged beyond repair: unable"),
        (encrypted("secret"), "encrypted", "the file opens with a password only"),
        (without_pages(), "unreadable", "the file has no pages"),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(
    tmp_path: Path, pdf: bytes, rule: str, message: str
) -> None:
    report = judged(tmp_path, pdf)
    assert report.verdict == "failed"
    [entry] = report.entries
    assert entry.problem.rule == rule
    assert entry.message.startswith(message)
    assert "0x" not in entry.message
    assert entry.problem.place == Place(str(tmp_path / "in.pdf"))


def test_a_file_that_no_reader_could_hold_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accepting, "LARGEST", 900)
    report = judged(tmp_path, saved(plain()))
    assert [rule for rule, _ in told(report)] == ["too-large"]
    assert len(report.file.sha256) == 64


def test_a_file_that_was_mended_to_be_read_is_told(tmp_path: Path) -> None:
    pdf = saved(plain())
    start = pdf.rindex(b"startxref")
    damage = [one for one in CHECKS if one.rule == "damage"]
    report = judged(tmp_path, pdf[:start] + b"startxref\n7\n%%EOF\n", damage)
    assert [rule for rule, _ in told(report)] == ["damage"]
    assert report.verdict == "warned"


def asked(groups: frozenset[str]) -> list[Check]:
    return [one for one in (*CHECKS, SMALL) if groups & {*one.groups}]


@pytest.mark.parametrize("edition", ["press", "screen", "office"])
@pytest.mark.parametrize("state", STRANGE)
def test_no_state_of_a_file_brings_the_reader_down(
    tmp_path: Path, state: str, edition: str
) -> None:
    report = judged(tmp_path, STRANGE[state](), (*CHECKS, SMALL), edition=edition)
    assert report.verdict == "failed"
    assert all(entry.message for entry in report.entries)

    if report.file.pages:
        assert [one.check for one in report.outcomes] == asked(report.groups)
        assert not [one for one in report.entries if "could not be checked" in one.message]
    else:
        (entry,) = report.entries
        assert entry.problem.rule in {"unreadable", "encrypted"}


@pytest.mark.slow
def test_no_change_of_bytes_brings_the_reader_down(tmp_path: Path) -> None:
    for pdf in mutated(saved(claiming()), 40):
        report = judged(tmp_path, pdf, (*CHECKS, SMALL))
        assert report.verdict == "failed"
        if report.outcomes:
            assert [one.check for one in report.outcomes] == asked(report.groups)


def test_a_check_that_stumbles_says_so_and_the_others_go_on(tmp_path: Path) -> None:
    report = judged(tmp_path, saved(plain()), (STUMBLING, SMALL))
    words = "it could not be checked that it does not stumble: '/Resources'"
    assert ("unreadable", words) in told(report)
    assert [one.verdict for one in report.outcomes] == ["failed", "failed"]


@limited
@pytest.mark.parametrize("place", range(3))
def test_a_check_that_ends_the_process_is_named_and_the_others_go_on(
    tmp_path: Path, place: int
) -> None:
    checks = [SMALL, NONE]
    checks.insert(place, CRASHING)
    report = judged(tmp_path, saved(plain()), checks)
    assert [one.check for one in report.outcomes] == checks
    found = [message for rule, message in told(report) if rule == "unreadable"]
    why = "the reader broke off (SIGSEGV): the file is damaged, or takes more than 2 GB of memory"
    assert found == [f"it could not be checked that it does not crash: {why}"]
    assert [leaf.page for leaf in report.leaves] == [1]


@limited
def test_a_check_that_wants_all_memory_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    report = judged(tmp_path, saved(plain()), (HUNGRY, SMALL))
    words = "it could not be checked that it is content with little: it takes more than 2 GB"
    assert [rule for rule, message in told(report) if message.startswith(words)] == ["too-large"]
    assert [one.check for one in report.outcomes] == [HUNGRY, SMALL]


@pytest.mark.slow
def test_a_check_that_never_ends_is_given_up_and_what_it_keeps_waiting_is_not_judged(
    tmp_path: Path,
) -> None:
    report = judged(tmp_path, saved(plain()), (SMALL, HANGING, NONE), patience=10)
    assert [one.verdict for one in report.outcomes] == ["failed", "failed", "unjudged"]
    assert ("too-slow", f"it could not be checked that it comes to an end: {SLOW}") in told(report)
    assert report.outcomes[2].unjudged == "the check before it took all the time"


SLOW = f"it takes more than {errand.TIME} seconds"


def test_what_libraries_write_on_the_output_does_no_harm(tmp_path: Path) -> None:
    report = judged(tmp_path, saved(plain()), (CHATTY, SMALL))
    assert [one.verdict for one in report.outcomes] == ["passed", "failed"]


def test_a_file_that_the_disk_does_not_give_is_no_finding(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        accepted(tmp_path / "none.pdf")
