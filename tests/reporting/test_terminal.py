"""On a terminal: grouped, with the picture of the page, the place and the fix."""

from dataclasses import replace
from pathlib import Path

from briefpack.preflight import Outcome
from briefpack.reporting.terminal import MOST, summary, told
from tests.reporting.samples import SMALL, TINY, report

PICTURES = {7: Path("build/brief-preflight/page-07.png")}


def test_findings_are_grouped_by_page_with_their_picture() -> None:
    assert told(report(), PICTURES).splitlines() == [
        "build/brief.pdf: 12 pages, 123 KB, for the screen",
        "",
        "the file as a whole",
        "  error: a font is not in the file [fonts]",
        "",
        f"page 7  {Path('build/brief-preflight/page-07.png')}",
        "  warning: it is wide [small-type]",
        "  content/x/argument.md:41:3: error: text of 4 pt [small-type]",
        "     41 | A <b>line</b>",
        "        |   ^^^^^^^^^^^",
        "        = make it 6 pt",
        "",
        "content/x/brief.yaml",
        "  content/x/brief.yaml:3: warning: it is long [empty-file]",
        "",
        "waived",
        "  content/x/argument.md:41:3: page 2: it is pale [small-type]: a quotation of a leaflet",
        "",
        "not judged",
        "  the file has no tags: reading-order",
        "",
        "others say",
        "  veraPDF 1.28: PDF/UA-1: failed",
        "    7.1: not tagged",
        "  veraPDF 1.28: PDF/A-3a: came to no verdict",
        "    it ended with 7",
        "  page-validation: PDF/UA-1: passed",
        "",
        "2 errors, 2 warnings; 1 check passed, 1 not judged, 1 waived",
    ]


def test_a_file_without_fault_is_told_in_two_lines() -> None:
    good = report(outcomes=[Outcome(SMALL)], problems=(), validators=())
    assert told(good, {}).splitlines() == [
        "build/brief.pdf: 12 pages, 123 KB, for the screen",
        "no problems; 1 check passed",
    ]


def test_a_file_that_no_check_knows_is_not_said_to_be_good() -> None:
    assert summary(report(outcomes=(), problems=())) == "no problems; no check was made"


def test_very_many_findings_of_a_page_are_counted() -> None:
    many = [replace(TINY, message=f"page 7: {number}") for number in range(MOST + 20)]
    text = told(report(outcomes=[Outcome(SMALL, tuple(many))], problems=()), {})
    assert text.count("[small-type]") == MOST
    assert "  and 20 more" in text.splitlines()


def test_no_name_and_no_message_can_steer_the_terminal() -> None:
    evil = "\x1b]0;x\x07\u202e"
    strange = replace(
        report(),
        file=replace(report().file, name=evil),
        outcomes=[Outcome(SMALL, (replace(TINY, message=evil, hint=evil),), evil)],
        purpose=evil,
    )
    text = told(strange, {7: Path(evil)})
    assert not any(ord(letter) < 32 for letter in text.replace("\n", ""))
    assert "\u202e" not in text


def test_colour_is_added_only_when_asked_for() -> None:
    assert "\x1b" not in told(report(), PICTURES)
    assert "\x1b[1mpage 7\x1b[0m" in told(report(), PICTURES, colour=True)
