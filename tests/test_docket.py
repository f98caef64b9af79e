"""What a command line means, and what it may put an end to."""

from pathlib import Path

import pytest

from briefpack import docket
from briefpack.edition import EDITIONS
from briefpack.exits import Exit, Stopped

SCREEN = [EDITIONS["screen"]]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n..."])
def test_an_old_pdf_is_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(content)
    assert docket.targets([tmp_path], str(target), SCREEN) == [{"screen": target}]


def test_what_is_no_pdf_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("title: My only copy\n")
    for target in (str(tmp_path / "brief.yaml"), "/dev/null"):
        with pytest.raises(Stopped) as stopped:
            docket.targets([tmp_path], target, SCREEN)
        assert stopped.value.code == Exit.USAGE


def test_a_name_that_no_system_takes_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        docket.targets([tmp_path], str(tmp_path / ("n" * 300)), SCREEN)
    assert stopped.value.code == Exit.OUTPUT


def test_an_edition_on_paper_is_written_with_its_tickets() -> None:
    targets = {"screen": Path("a.pdf"), "office": Path("b.pdf")}
    assert [str(file) for file in docket.written(targets)] == [
        "a.pdf",
        "b.pdf",
        "b-ticket.pdf",
        "b-ticket.json",
    ]


@pytest.mark.parametrize("content", ["", '{\n  "edition": "office"\n}'])
def test_an_old_ticket_is_replaced(tmp_path: Path, content: str) -> None:
    (tmp_path / "b-ticket.json").write_text(content)
    (tmp_path / "b-ticket.pdf").touch()
    target = tmp_path / "b.pdf"
    found = docket.targets([tmp_path], str(target), [EDITIONS["office"]])
    assert found == [{"office": target}]


@pytest.mark.parametrize(("ending", "kind"), [("pdf", "PDF"), ("json", "ticket")])
def test_what_is_no_ticket_is_never_replaced(tmp_path: Path, ending: str, kind: str) -> None:
    (tmp_path / f"b-ticket.{ending}").write_text("to do: everything")
    with pytest.raises(Stopped, match=f"b-ticket.{ending} is there already, and is no {kind}"):
        docket.targets([tmp_path], str(tmp_path / "b.pdf"), [EDITIONS["office"]])


def test_a_ticket_is_never_written_over_another_brief(tmp_path: Path) -> None:
    briefs = [tmp_path / "a", tmp_path / "a-office-ticket"]
    with pytest.raises(Stopped, match="would be written to"):
        docket.targets(briefs, str(tmp_path), [EDITIONS["screen"], EDITIONS["office"]])


def test_other_json_is_no_ticket(tmp_path: Path) -> None:
    (tmp_path / "b-ticket.json").write_text('{"edition": "a notebook of mine"}')
    with pytest.raises(Stopped, match=r"b-ticket\.json is there already, and is no ticket"):
        docket.targets([tmp_path], str(tmp_path / "b.pdf"), [EDITIONS["office"]])


def test_a_pdf_goes_where_json_is_not(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{\n  "edition": "office"\n}')
    with pytest.raises(Stopped, match=r"data\.json is there already, and is no PDF"):
        docket.targets([tmp_path], str(tmp_path / "data.json"), SCREEN)


def test_a_folder_may_be_called_like_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "old.pdf").mkdir()
    for to in ("old.pdf", "new.pdf/"):
        [found] = docket.targets([Path("brief")], f"{tmp_path}/{to}", SCREEN)
        assert found == {"screen": tmp_path / to / "brief.pdf"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "old.pdf").touch()
    with pytest.raises(Stopped, match=r"old\.pdf is a file, not a folder"):
        docket.targets([tmp_path], f"{tmp_path}/old.pdf/", SCREEN)
