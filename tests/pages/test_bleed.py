"""The bleed: what touches the edge of a page goes on beyond it, as far as the layout says."""

from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image

from briefpack import press
from briefpack.pages import makeup
from briefpack.pages.typeset import Galley, lay_out
from tests.small import SMALL

DOTS = 8.0
"""Dots to a millimetre in which the tests look at pages."""
BLEED = 3.0
OWN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">
<rect width="210" height="297" fill="#004080"/></svg>
"""

COVER, QUOTE, GLANCE, VERSO, RECTO = range(5)
"""The pages of the brief; the quotation is put where a page would stay blank."""


@pytest.fixture(scope="module", params=["chronology", "mine.svg"])
def galley(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Galley:
    folder = tmp_path_factory.mktemp(str(request.param))
    text = SMALL.replace("stance: advocacy", f"stance: advocacy\ncover: {{art: {request.param}}}")
    text = text.replace("  - glance\n", "  - {kind: quote, quote: mayor}\n  - glance\n")
    (folder / "brief.yaml").write_text(text, "utf-8")
    (folder / "mine.svg").write_text(OWN, "utf-8")
    return lay_out(makeup.composed(press.read(folder), "a4"))


def pictures(pdf: bytes) -> Iterator[Image.Image]:
    """Each page with all that was painted, its bleed too."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            page.set_cropbox(*page.get_mediabox())
            yield page.render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()


def strips(page: Image.Image) -> dict[str, Image.Image]:
    """The four strips of a page that are cut off, without their last dots."""
    (width, height), deep = page.size, int(BLEED * DOTS) - 2
    return {
        "left": page.crop((0, 0, deep, height)),
        "top": page.crop((0, 0, width, deep)),
        "right": page.crop((width - deep, 0, width, height)),
        "bottom": page.crop((0, height - deep, width, height)),
    }


def test_pages_are_larger_by_the_bleed_where_they_bleed(galley: Galley) -> None:
    plain, bled = (list(pictures(galley.pdf(bleeds=bleeds))) for bleeds in (False, True))
    more = round(2 * BLEED * DOTS)
    for small, large in zip(plain, bled, strict=True):
        assert large.width - small.width == pytest.approx(more, abs=1)
        assert large.height - small.height == pytest.approx(more, abs=1)


def test_art_fills_its_bleed_on_every_side(galley: Galley) -> None:
    pages = list(pictures(galley.pdf(bleeds=True)))
    for page in (pages[COVER], pages[QUOTE]):
        assert {side: strip.getextrema()[1] < 100 for side, strip in strips(page).items()} == {
            "left": True,
            "top": True,
            "right": True,
            "bottom": True,
        }


def test_the_band_of_the_timeline_bleeds_at_the_gutter_alone(galley: Galley) -> None:
    pages = list(pictures(galley.pdf(bleeds=True)))
    inked = [
        {side for side, strip in strips(pages[page]).items() if strip.getextrema()[0] < 60}
        for page in (GLANCE, VERSO, RECTO)
    ]
    assert inked == [set(), {"right"}, {"left"}]


def test_the_band_goes_on_to_the_very_end_of_the_bleed(galley: Galley) -> None:
    verso = list(pictures(galley.pdf(bleeds=True)))[VERSO]
    last = verso.crop((verso.width - 3, 0, verso.width - 2, verso.height))
    assert last.getextrema()[0] < 60
