"""Pictures of every kind in a PDF that both validators pass."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import briefpack
from tests.figures.made import halves, saved
from tests.small import SMALL
from tests.validators import FLAVOURS, failures, verapdf

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4L2 3z"/></svg>'
FIGURES = {
    "a.jpg": "text", "cmyk.jpg": "side", "grey.jpg": "wide", "clear.png": "text",
    "deep.png": "side", "palette.png": "text", "tall.png": "page", "plan.pdf": "wide",
    "map.svg": "side",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief with all of them."""
    folder = tmp_path_factory.mktemp("plates")
    (folder / "figures").mkdir()
    exif = Image.Exif()
    exif[0x0112] = 6
    large = halves((1400, 900))
    clear = large.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(large.size))
    saved(folder, "figures/a.jpg", halves((930, 1400)), exif=exif)
    saved(folder, "figures/cmyk.jpg", large.convert("CMYK"))
    saved(folder, "figures/grey.jpg", large.convert("L"))
    saved(folder, "figures/clear.png", clear)
    saved(folder, "figures/deep.png", Image.new("I;16", (600, 400), 30000))
    saved(folder, "figures/palette.png", large.convert("P"), transparency=3)
    saved(folder, "figures/tall.png", halves((900, 3000)))
    saved(folder, "figures/plan.pdf", halves((200, 100)))
    (folder / "figures/map.svg").write_text(DRAWING)
    figures = "".join(
        f"      :::{{figure}} figures/{name}\n      :alt: Red over blue\n"
        f"      :place: {place}\n      What the {name.partition('.')[0]} shows.\n      :::\n\n"
        f"      {'Words between two pictures. ' * 20}\n\n"
        for name, place in FIGURES.items()
    )
    last = "      A *second*"
    (folder / "brief.yaml").write_text(SMALL.replace(last, figures + last))
    return folder


@pytest.fixture(scope="module", params=["a4", "letter"])
def pdf(request: pytest.FixtureRequest, folder: Path) -> Path:
    file = folder / f"{request.param}.pdf"
    briefpack.build(folder / "brief.yaml", to=file, paper=request.param)
    return file


def test_every_picture_is_printed_within_300_dots_an_inch(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        printed = {
            name: picture
            for page in document.pages
            for name, picture in page.get("/Resources", {}).get("/XObject", {}).items()
            if picture.get("/Subtype") == "/Image"
        }
        assert len(printed) == len(FIGURES) - 1
        for picture in printed.values():
            assert picture.ColorSpace in ("/DeviceRGB", "/DeviceGray")
            assert "/SMask" not in picture
            assert picture.Interpolate is False
            assert picture.Width <= 175.9 / 25.4 * 400


def test_validators_have_nothing_to_say(pdf: Path) -> None:
    assert failures(pdf.read_bytes()) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_has_nothing_to_say(pdf: Path, flavour: str) -> None:
    said = verapdf(flavour, [pdf])
    assert said.returncode == 0, said.stdout


def test_the_same_pictures_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = briefpack.build(folder / "brief.yaml", to=tmp_path / "again.pdf", paper="a4")
    assert again.path.read_bytes() == (folder / "a4.pdf").read_bytes()
