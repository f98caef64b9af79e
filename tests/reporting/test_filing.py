"""Filing: what is written where, what goes, and what is never touched."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefpack import docket
from briefpack.problem import Severity
from briefpack.reporting import File, Taken, filed, pictured
from briefpack.reporting.burning import COLOURS, burnt
from briefpack.reporting.filing import KINDS
from tests.reporting.samples import BOX, WAIVED, leaf, report


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_pages_with_findings_are_pictured_and_those_alone_that_are_not_waived(
    tmp_path: Path,
) -> None:
    assert pictured(report(), tmp_path / "x") == {7: tmp_path / "x" / "page-07.png"}
    assert names(tmp_path / "x") == ["page-07.png"]


def test_a_picture_has_the_finding_in_a_frame_of_its_colour() -> None:
    image = Image.open(BytesIO(burnt(report().leaves[1], report().entries))).convert("RGB")
    red = tuple(bytes.fromhex(COLOURS[Severity.ERROR].removeprefix("#")))
    assert image.getpixel((150, 147)) == red
    assert image.getpixel((204, 160)) == red
    assert image.getpixel((150, 160)) == (255, 255, 255)


def test_what_is_waived_is_not_burnt_in() -> None:
    entries = [one for one in report().entries if one.problem == WAIVED]
    image = Image.open(BytesIO(burnt(leaf(2, BOX), entries)))
    assert image.getcolors() == [(400 * 600, (255, 255, 255))]


def test_pictures_of_an_earlier_run_go_and_other_files_stay(tmp_path: Path) -> None:
    pictured(report(), tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    Image.new("RGB", (3, 3)).save(tmp_path / "page-99.png")
    pictured(report(outcomes=(), leaves=()), tmp_path)
    assert names(tmp_path) == ["notes.txt", "page-99.png"]


def test_a_folder_that_holds_nothing_any_more_goes(tmp_path: Path) -> None:
    pictured(report(), tmp_path / "x")
    assert pictured(report(outcomes=(), leaves=()), tmp_path / "x") == {}
    assert not (tmp_path / "x").exists()


def test_a_picture_that_is_none_of_ours_is_not_written_over(tmp_path: Path) -> None:
    own = tmp_path / "page-07.png"
    Image.new("RGB", (3, 3)).save(own)
    before = own.read_bytes()
    with pytest.raises(Taken, match=r"page-07\.png is there already"):
        pictured(report(), tmp_path)
    assert own.read_bytes() == before


def test_numbers_of_pages_have_as_many_digits_as_the_last(tmp_path: Path) -> None:
    thick = report(file=File("build/brief.pdf", 1, "ab", 1200))
    assert pictured(thick, tmp_path) == {7: tmp_path / "page-0007.png"}


def test_every_kind_of_report_is_known_again_by_its_beginning(tmp_path: Path) -> None:
    assert docket.REPORTS.keys() == KINDS.keys()
    paths = [tmp_path / "deep" / f"x{ending}" for ending in KINDS]
    filed([report()], paths)
    for path in paths:
        assert path.read_bytes().startswith(docket.REPORTS[path.suffix][1])
    assert docket.reports([str(path) for path in paths]) == paths


def test_a_name_that_is_no_unicode_can_be_reported(tmp_path: Path) -> None:
    strange = report(file=File("build/\udcff.pdf", 1, "ab", 1))
    paths = [tmp_path / f"x{ending}" for ending in KINDS]
    filed([strange], paths)
    assert all(path.read_text("utf-8") for path in paths)
