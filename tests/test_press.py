"""The run as a whole: what it writes, what it leaves alone, what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from briefpack import mapcase, press, pulling
from briefpack.edition import EDITIONS
from briefpack.excerpts import excerpt
from briefpack.problem import Refused, Severity
from tests.small import SMALL


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    file = tmp_path / "night buses" / "brief.yaml"
    file.parent.mkdir()
    file.write_text(SMALL, "utf-8")
    return file.parent


def test_a_brief_becomes_a_pdf(brief: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    built = press.build(brief, to=tmp_path / "out" / "a.pdf", progress=steps.append)
    stages = ["Compose", "Set", "Paint", "Preflight", "Write"]
    assert steps == stages == [name for name, _ in built.steps]
    with pikepdf.open(built.path) as pdf:
        assert len(pdf.pages) == built.pages
        assert (
            str(pdf.docinfo.Title)
            == "Night buses for the valley: One year, two lines, then a decision"
        )


def test_the_lines_of_a_pdf_are_known_when_it_is_looked_at_later(
    brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(brief.parent)
    built = press.build(Path(brief.name), to=tmp_path / "a.pdf")
    known = mapcase.kept(built.path.read_bytes())
    assert known is not None
    assert (known.root, known.edition) == (brief.parent, "screen")
    title = next(part.place for part in known.source_map.parts if part.kind == "glance")
    assert excerpt(title, known.root) == "  title: Run two lines, and count"


def test_of_pages_that_finishing_has_changed_no_lines_are_kept(brief: Path, tmp_path: Path) -> None:
    built = press.build(brief, to=tmp_path / "a.pdf", edition="handout")
    assert mapcase.kept(built.path.read_bytes()) is None


def test_a_pull_knows_its_lines(brief: Path) -> None:
    rows = [EDITIONS["screen"]]
    (pull,) = pulling.pulled(brief, rows, None, lambda: press.read(brief), [], lambda _: None)
    assert pull.source_map is pull.source_map
    assert max(block.page for block in pull.source_map.blocks) == len(pull.folios)


def test_where_nothing_can_be_kept_a_brief_becomes_a_pdf(
    brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefpack.cache._is_ours", lambda _: False)
    assert press.build(brief, to=tmp_path / "a.pdf").path.exists()


def test_the_name_of_a_pdf_has_no_spaces(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(brief.parent)
    assert press.build(brief).path == Path("build/night-buses.pdf")


def test_a_blank_page_before_the_spread_gets_a_quotation(brief: Path, tmp_path: Path) -> None:
    built = press.build(brief, to=tmp_path / "a.pdf", html=tmp_path / "html")
    html = (tmp_path / "html" / "index.html").read_text("utf-8")
    assert "We will run the buses." in html
    assert built.problems == []


def test_a_refused_brief_touches_no_file(brief: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"the old one")
    (brief / "brief.yaml").write_text(SMALL.replace("title:", "titel:", 1), "utf-8")
    with pytest.raises(Refused):
        press.build(brief, to=target)
    assert target.read_bytes() == b"the old one"
    assert sorted(tmp_path.iterdir()) == [target, brief]


def test_check_says_what_build_would_refuse(brief: Path) -> None:
    assert press.check(brief) == []
    (brief / "brief.yaml").write_text(SMALL.replace("[@survey, p. 12]", "[@survay]"), "utf-8")
    [problem] = press.check(brief)
    assert problem.severity is Severity.ERROR
    assert "survay" in problem.message


def test_check_never_loads_weasyprint(brief: Path) -> None:
    code = (
        f"import sys, briefpack; briefpack.check({str(brief)!r}); "
        "print('weasyprint' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "False"


def test_the_same_brief_gives_the_same_bytes_anywhere_on_any_day(
    brief: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere"
    brief.rename(other)
    pdfs = []
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        target = tmp_path / f"{seed}.pdf"
        code = f"import briefpack; briefpack.build({str(other)!r}, to={str(target)!r})"
        settings = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-c", code], check=True, env=settings, cwd=tmp_path)
        pdfs.append(target.read_bytes())
        moved = tmp_path / f"moved{seed}"
        other.rename(moved)
        other = moved
    assert pdfs[0] == pdfs[1]


def test_recommendations_that_run_over_are_said(brief: Path, tmp_path: Path) -> None:
    long = "Start in May. " * 400
    (brief / "brief.yaml").write_text(
        SMALL.replace("action: Start in May.", f"action: {long}"), "utf-8"
    )
    built = press.build(brief, to=tmp_path / "a.pdf")
    rules = {problem.rule for problem in built.problems}
    assert rules == {"recommendations-overrun", "stranded-heading", "near-empty-page"}
    with pytest.raises(Refused) as refused:
        press.build(brief, to=tmp_path / "b.pdf", strict=True)
    assert {one.severity for one in refused.value.problems} == {Severity.ERROR}
    assert not (tmp_path / "b.pdf").exists()
    why = "".join(f"# waive {rule}: all of it is asked for\n" for rule in sorted(rules))
    file = brief / "brief.yaml"
    text = file.read_text("utf-8").replace("\nrecommendations:", f"\n{why}recommendations:")
    file.write_text(why + "\n" + text, "utf-8")
    built = press.build(brief, to=tmp_path / "b.pdf", strict=True)
    assert {one.waiver for one in built.problems} == {"all of it is asked for"}


def test_strictly_warnings_about_the_content_stop_the_press(brief: Path, tmp_path: Path) -> None:
    more = SMALL.replace("  - {id: survey,", "  - {id: more, title: More}\n  - {id: survey,")
    (brief / "brief.yaml").write_text(more, "utf-8")
    steps: list[str] = []
    with pytest.raises(Refused) as refused:
        press.build(brief, to=tmp_path / "a.pdf", strict=True, progress=steps.append)
    assert [one.rule for one in refused.value.problems] == ["uncited-source"]
    assert steps == ["Compose"]
