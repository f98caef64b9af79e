"""The mono edition of a small brief."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from briefpack import press, pulling
from briefpack.edition import EDITIONS
from briefpack.finishing import pen
from briefpack.finishing.job import Delivery, Job
from briefpack.finishing.mono.greying import grey
from briefpack.finishing.mono.origin import origin
from briefpack.finishing.mono.pairs import DPI
from briefpack.problem import Place, Refused, Severity
from briefpack.shades.contrast import LUMA
from briefpack.shades.raster import raster
from tests import validators
from tests.small import SMALL, small

COLOURED = {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}
PATTERNED = {"cs", "CS"}
ROW = EDITIONS["mono"]
RED, TEAL, PALE = "#d0402a", "#0f9476", "#b9c5d0"


@dataclass(frozen=True)
class Proof:
    """A brief's pages in colour, and in greys."""

    colour: bytes
    delivery: Delivery

    @property
    def pdf(self) -> bytes:
        return self.delivery.pdf


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    folder = tmp_path_factory.mktemp("mono")
    (folder / "brief.yaml").write_text(SMALL, "utf-8")
    built = press.build(folder / "brief.yaml", to=folder / "brief.pdf")
    pdf = built.path.read_bytes()
    return Proof(pdf, grey(Delivery(pdf), order(folder)))


def order(folder: Path) -> Job:
    return pulling.job(ROW, small(folder), None, ["1", "2", "3", "4", "5", "6"])


def contents(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Everything in a document that paints."""
    yield from (page.obj for page in document.pages)
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and (
            thing.get("/Subtype") == "/Form" or "/PatternType" in thing
        ):
            yield thing


def test_no_operator_sets_a_colour(proof: Proof) -> None:
    with pikepdf.open(io.BytesIO(proof.pdf)) as document:
        for content in contents(document):
            for instruction in pikepdf.parse_content_stream(content):
                name, operands = str(instruction.operator), list(instruction.operands)
                assert name not in COLOURED or isinstance(operands[-1], pikepdf.Name)
                assert name not in PATTERNED or operands == [pikepdf.Name.Pattern]


def test_every_pixel_is_the_grey_of_its_colour(proof: Proof) -> None:
    with pypdfium2.PdfDocument(proof.colour) as colour, pypdfium2.PdfDocument(proof.pdf) as greys:
        assert len(colour) == len(greys)
        for page, twin in zip(colour, greys, strict=True):
            wanted = raster(page, DPI).convert("L", (*LUMA, 0))
            for channel in raster(twin, DPI).split():
                assert ImageChops.difference(channel, wanted).getextrema()[1] <= 2


def test_the_proof_is_tagged_and_valid_as_the_pages_were(proof: Proof, tmp_path: Path) -> None:
    assert validators.failures(proof.pdf) == []


@pytest.mark.parametrize("flavour", validators.FLAVOURS)
def test_vera_finds_it_valid_too(proof: Proof, flavour: str, tmp_path: Path) -> None:
    file = tmp_path / "mono.pdf"
    file.write_bytes(proof.pdf)
    judged = validators.verapdf(flavour, [file])
    assert judged.returncode == 0, judged.stdout


def test_words_links_and_outline_stay(proof: Proof) -> None:
    def kept(pdf: bytes) -> list[object]:
        with pypdfium2.PdfDocument(pdf) as found, pikepdf.open(io.BytesIO(pdf)) as document:
            words = [page.get_textpage().get_text_range() for page in found]
            links = [len(page.obj.get("/Annots", [])) for page in document.pages]
            outline = [mark.get_title() for mark in found.get_toc()]
            return [words, links, outline, str(document.Root.StructTreeRoot.objgen)]

    assert kept(proof.pdf)[:3] == kept(proof.colour)[:3]


def test_the_same_pages_give_the_same_proof(proof: Proof, tmp_path: Path) -> None:
    assert grey(Delivery(proof.colour), order(tmp_path)) == proof.delivery


def pages(*colours: tuple[str, str]) -> bytes:
    """A page for each pair of colours: words in the first on the second."""

    def draw(canvas, ink: str, ground: str) -> None:  # type: ignore[no-untyped-def]
        canvas.setFillColor(ground)
        canvas.rect(0, 0, 60 * pen.MM, 60 * pen.MM, stroke=0, fill=1)
        canvas.setFillColor(ink)
        canvas.setFont("sans", 9)
        canvas.drawString(10 * pen.MM, 30 * pen.MM, "Six steps")

    return pen.drawn(((60, 60), lambda canvas, pair=pair: draw(canvas, *pair)) for pair in colours)


def test_words_that_greys_hide_are_warned_of_with_their_pages(tmp_path: Path) -> None:
    drawn = pages((RED, TEAL), ("#000000", "#ffffff"), (RED, TEAL))
    (problem,) = grey(Delivery(drawn), order(tmp_path)).problems
    assert problem.severity is Severity.WARNING
    assert problem.rule == "mono-contrast"
    assert problem.message == (
        f"printed in greys, text in {RED} on {TEAL} has a contrast of 1.0:1 "
        "(1.2:1 in colour), on pages 1, 3"
    )
    assert problem.place == Place((tmp_path / "brief.yaml").as_posix())


def test_the_ticket_is_told_of_each_pair(tmp_path: Path) -> None:
    told = grey(Delivery(pages((PALE, "#ffffff"))), order(tmp_path)).particulars["pairs"]
    (pair,) = told
    assert pair["colours"] == [PALE, "#ffffff"]
    assert (pair["kind"], pair["pages"], pair["at"]["page"]) == ("text on its ground", [1], 1)
    assert 10 < pair["at"]["left_mm"] < 25


def test_a_colour_is_looked_up_where_the_layout_gives_it(tmp_path: Path) -> None:
    place, line = origin(order(tmp_path), [(255, 255, 255), (0xF4, 0xF1, 0xEA)])
    assert (Path(place.file).name, line.strip()) == ("colour.css", "--tint: #f4f1ea;")
    assert line[place.column - 1 :].startswith("#f4f1ea")


def test_or_where_a_drawing_of_the_brief_does(tmp_path: Path) -> None:
    job = order(tmp_path)
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "map.svg").write_text('<svg>\n<path fill="#A1B2C3"/></svg>', "utf-8")
    place, _ = origin(job, [(0xA1, 0xB2, 0xC3)])
    assert place == Place((tmp_path / "figures" / "map.svg").as_posix(), 2, 13)


def test_pages_that_cannot_be_greyed_are_refused(tmp_path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page()
    mesh = pikepdf.Dictionary(ShadingType=4, ColorSpace=pikepdf.Name.DeviceRGB)
    document.pages[0].obj.Resources = pikepdf.Dictionary(Shading=pikepdf.Dictionary(S=mesh))
    document.pages[0].obj.Contents = document.make_stream(b"/S sh")
    file = io.BytesIO()
    document.save(file)
    with pytest.raises(Refused) as refused:
        grey(Delivery(file.getvalue()), order(tmp_path))
    assert "free triangles" in refused.value.problems[0].message
