"""Whose profile the inks are reckoned by: the brief's, the layout's, or the system's."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefpack import press, profiles, pulling
from briefpack.edition import EDITIONS
from briefpack.exits import Exit
from briefpack.finishing.job import Job
from briefpack.finishing.press import condition
from briefpack.pages.layout import Layout
from briefpack.problem import LACKING, Refused
from tests.pressed import brief, profile
from tests.test_profiles import icc

OWN = ("stance: advocacy", "stance: advocacy\npress: {profile: shop.icc}")


def job(folder: Path, *changes: tuple[str, str], layout: Path | None = None) -> Job:
    """What finishing is told of the brief, on a layout that has that folder before its own."""
    where = brief(folder / "brief", *changes)
    (where / "shop.icc").write_bytes(profile().data)
    order = pulling.job(EDITIONS["press"], press.read(where), None, ["1"])
    folders = order.layout.folders if layout is None else (layout, *order.layout.folders)
    return replace(order, layout=Layout("own", folders))


def layout(folder: Path, data: bytes | None) -> Path:
    """A layout with a profile of its own."""
    folder.mkdir()
    (folder / "layout.yaml").write_text("profile: house.icc\n")
    if data is not None:
        (folder / "house.icc").write_bytes(data)
    return folder


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without a profile."""
    monkeypatch.setattr(profiles, "on_this_system", lambda: None)


def test_the_brief_comes_first(tmp_path: Path) -> None:
    house = layout(tmp_path / "own", profile().data)
    found = condition.chosen(job(tmp_path, OWN, layout=house))
    assert (found.origin, found.name) == ("brief", "shop.icc")
    assert found.profile.path == tmp_path / "brief" / "shop.icc"


def test_then_the_layout(tmp_path: Path) -> None:
    found = condition.chosen(job(tmp_path, layout=layout(tmp_path / "own", profile().data)))
    assert (found.origin, found.name) == ("layout", "house.icc")


def test_then_the_system(tmp_path: Path) -> None:
    found = condition.chosen(job(tmp_path))
    assert found.origin == "system"
    assert found.told["profile_file"] == profile().path.as_posix()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "there is no file 'house.icc'"),
        (b"no profile", "'house.icc' is no ICC profile"),
        (icc(space=b"RGB "), "'house.icc' is a profile of RGB colours, not of CMYK"),
    ],
)
def test_a_layout_whose_profile_is_unfit_is_told_of(
    tmp_path: Path, data: bytes | None, message: str
) -> None:
    with pytest.raises(Refused) as refusal:
        condition.chosen(job(tmp_path, layout=layout(tmp_path / "own", data)))
    (problem,) = refusal.value.problems
    assert problem.message == message
    assert problem.place.file.endswith("own/layout.yaml")


def test_without_any_the_command_that_brings_one_is_told(tmp_path: Path, nothing: None) -> None:
    order = pulling.job(EDITIONS["press"], press.read(brief(tmp_path / "brief")), None, ["1"])
    with pytest.raises(Refused) as refusal:
        condition.chosen(order)
    (problem,) = refusal.value.problems
    assert problem.rule == LACKING
    assert "neither the brief nor this machine has one" in problem.message
    assert problem.place == order.place
    assert "install" in problem.hint


def test_a_machine_without_a_profile_is_no_fault_of_the_content(
    tmp_path: Path, nothing: None, capsys: pytest.CaptureFixture[str]
) -> None:
    from briefpack.cli import main

    where = brief(tmp_path / "brief")
    target = tmp_path / "out.pdf"
    assert main(["build", str(where), "--edition", "press", "--to", str(target)]) == Exit.SYSTEM
    assert "this brings one" in capsys.readouterr().err
    assert not target.exists()


def test_a_profile_with_broken_tables_is_told_of_at_its_line(tmp_path: Path) -> None:
    where = brief(tmp_path / "brief", OWN)
    whole = profile().data
    (where / "shop.icc").write_bytes(whole[:200] + bytes(len(whole) - 200))
    with pytest.raises(Refused) as refusal:
        press.build(where, to=tmp_path / "out.pdf", edition="press")
    (problem,) = refusal.value.problems
    assert "the colours of 'shop.icc' cannot be reckoned with" in problem.message
    assert problem.place.line > 0
    assert problem.excerpt == "press: {profile: shop.icc}"


def test_more_bleed_than_the_layout_has_is_refused_and_less_is_not(tmp_path: Path) -> None:
    asked = "stance: advocacy\npress: {bleed: 5}"
    where = brief(tmp_path / "much", ("stance: advocacy", asked))
    with pytest.raises(Refused) as refusal:
        press.build(where, to=tmp_path / "out.pdf", edition="press")
    (problem,) = [each for each in refusal.value.problems if each.rule == "bleed"]
    assert problem.message.startswith("the print shop asks for 5 mm of bleed")
    assert problem.place.line > 0
    press.build(where, to=tmp_path / "screen.pdf")
