"""An edition that follows another: which pages are laid out, and which are delivered."""

from pathlib import Path

import pytest

from briefpack import press
from briefpack.edition import EDITIONS, with_followed
from tests.small import SMALL

pytestmark = pytest.mark.slow


def test_the_edition_that_is_followed_is_laid_out_before() -> None:
    large, screen, office = (EDITIONS[name] for name in ("large", "screen", "office"))
    assert with_followed([large]) == [screen, large]
    assert with_followed([office, large, screen]) == [screen, office, large]
    assert with_followed([office]) == [office]


def test_it_is_not_delivered_unless_it_was_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "brief.yaml"
    source.write_text(SMALL.replace(", see: figures", ""), "utf-8")
    [built] = press.deliver(source, {"large": tmp_path / "large.pdf"}, html=tmp_path / "html")
    assert built.edition == "large"
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["large-ticket.pdf", "large.pdf"]
    html = (tmp_path / "html" / "index.html").read_text("utf-8")
    assert 'class="milestone" id="milestone-1"' in html


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "brief.yaml"
    source.write_text(SMALL, "utf-8")
    targets = [
        {"large": tmp_path / "a.pdf"},
        {"screen": tmp_path / "s.pdf", "large": tmp_path / "b.pdf"},
    ]
    for files in targets:
        press.deliver(source, files)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_page_for_notes_and_a_quotation_that_fill_a_page_have_their_number_too(
    tmp_path: Path,
) -> None:
    source = tmp_path / "brief.yaml"
    source.write_text(SMALL, "utf-8")
    targets = {"screen": tmp_path / "s.pdf", "large": tmp_path / "l.pdf"}
    main, _ = press.deliver(source, targets, html=tmp_path / "main")
    assert 'id="before-' in (tmp_path / "main" / "index.html").read_text("utf-8")
    press.deliver(source, {"large": tmp_path / "l.pdf"}, html=tmp_path / "large")
    html = (tmp_path / "large" / "index.html").read_text("utf-8")
    places = [html.index(f'id="milestone-{number}"') for number in range(1, main.pages + 1)]
    assert places == sorted(places)
