"""Laying out and painting: what is refused, what is read, and the same bytes each time."""

import hashlib
import io
import logging
import os
import random
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

import pikepdf
import pytest
import weasyprint
from PIL import Image
from weasyprint.pdf.stream import Stream

from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from briefpack.problem import Place, Problem, Refused, Severity
from tests.pages.printed import FILES, FIXTURES, fixture, forme, printed


def problems(body: str, style: str = "", files: dict[str, Path] | None = None) -> list[Problem]:
    with pytest.raises(Refused) as found:
        typeset.lay_out(forme(body, style, files)).pdf()
    return found.value.problems


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


# The galley


def test_a_galley_knows_its_pages_and_where_each_id_comes_first() -> None:
    style = ".break { break-before: page }"
    galley = typeset.lay_out(forme('<p id="a">a<p id="b" class="break">b<p>again', style))
    assert (galley.pages, galley.blanks, galley.anchors) == (2, [], {"a": 0, "b": 1})


def test_a_galley_knows_the_pages_that_stayed_blank() -> None:
    style = ".recto { break-before: recto } .verso { break-before: verso }"
    galley = typeset.lay_out(forme("<p>1<p class=recto>3<p class=recto>5<p class=verso>6", style))
    assert (galley.pages, galley.blanks) == (6, [1, 3])


def test_a_galley_can_be_painted_twice() -> None:
    html = (FIXTURES / "links.html").read_text("utf-8")
    galley = typeset.lay_out(Forme(html, FILES))
    assert galley.pdf() == galley.pdf() == fixture("links")


def test_the_catalogue_takes_what_an_edition_asks_for() -> None:
    asked = {"PageLayout": "/TwoPageRight", "ViewerPreferences": {"DisplayDocTitle": True}}
    with opened(typeset.lay_out(forme("<p>text")).pdf(asked)) as document:
        assert document.Root.PageLayout == pikepdf.Name.TwoPageRight
        assert document.Root.ViewerPreferences.DisplayDocTitle is True


# The claim


def test_the_file_says_what_it_is_in_plain_metadata() -> None:
    with opened(printed("<p>text")) as document:
        assert "/Filter" not in document.Root.Metadata
        text = document.Root.Metadata.read_bytes().decode("utf-8")
    assert 'pdfaid:part="3" pdfaid:conformance="A"' in text
    assert "<pdfuaid:part>1</pdfuaid:part>" in text


def test_metadata_and_information_agree() -> None:
    head = (
        '<html lang="en-GB"><title>Ænigma &amp; (co)</title>'
        '<meta name="author" content="A. Writer"><meta name="description" content="On it">'
        '<meta name="keywords" content="space, policy"><meta name="generator" content="briefpack">'
        '<meta name="dcterms.created" content="2024-06-30T00:00:00Z">'
        '<link rel="stylesheet" href="fixture.css"><p>text'
    )
    pdf = typeset.lay_out(Forme(head, FILES)).pdf()
    with opened(pdf) as document:
        said = document.open_metadata()
        assert str(document.docinfo.Title) == said["dc:title"] == "Ænigma & (co)"
        assert said["dc:creator"] == [str(document.docinfo.Author)] == ["A. Writer"]
        assert str(document.docinfo.Subject) == said["dc:description"] == "On it"
        assert str(document.docinfo.Keywords) == said["pdf:Keywords"] == "space, policy"
        assert str(document.docinfo.CreationDate) == "D:20240630000000Z"
        assert said["xmp:CreateDate"] == "2024-06-30T00:00:00Z"
        assert str(document.Root.Lang) == "en-GB"


def test_all_headings_are_in_the_outline() -> None:
    with opened(fixture("contents")) as document, document.open_outline() as tree:
        assert [(item.title, [child.title for child in item.children]) for item in tree.root] == [
            (
                "A report with contents",
                ["Inside", "The first section", "The last section"],
            )
        ]


# The same bytes

SCRIPT = """
import hashlib, sys, time
from pathlib import Path
time.time = lambda: float(sys.argv[1])
from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from tests.pages import printed
folder = Path(sys.argv[2])
files = printed.FILES | {path.name: path for path in folder.iterdir()}
html = (folder / "figures.html").read_text("utf-8")
print(hashlib.sha256(typeset.lay_out(Forme(html, files)).pdf()).hexdigest())
"""


def digest_elsewhere(folder: Path, seed: str, zone: str, seconds: str) -> str:
    root = Path(__file__).parents[2]
    shutil.copytree(FIXTURES, folder)
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(root)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, seconds, str(folder)],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return run.stdout.strip()


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_anywhere_and_on_any_day(tmp_path: Path) -> None:
    here = hashlib.sha256(fixture("figures")).hexdigest()
    one = digest_elsewhere(tmp_path / "one", "1", "Pacific/Auckland", "1000000000")
    other = digest_elsewhere(tmp_path / "deep" / "other", "2", "America/New_York", "2000000000")
    assert one == other == here


def test_other_input_gives_another_identifier() -> None:
    with opened(printed("<p>one")) as one, opened(printed("<p>two")) as other:
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


# No network, and no file outside


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


SECRET = "file:///etc/passwd"


def svg(inside: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9"><title>t</title>{inside}</svg>'
    )


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "body",
    [
        f'<img alt="x" src="{SECRET}">',
        '<img alt="x" src="FILE:///etc/passwd">',
        '<img alt="x" src="http://example.com/x.png">',
        '<img alt="x" src="//example.com/x.png">',
        '<img alt="x" src="/etc/passwd">',
        '<img alt="x" src="../../../etc/passwd">',
        '<img alt="x" src="figures/%2e%2e/%2e%2e/etc/passwd">',
        '<img alt="x" src="figures/..%2f..%2fetc%2fpasswd">',
        '<img alt="x" src="jar:file:///etc/passwd">',
        f'<base href="file:///etc/"><img alt="x" src="passwd"><img alt="y" src="{SECRET}">',
        f"<style>@import url({SECRET});</style>",
        '<style>@import "http://example.com/a.css";</style>',
        f'<style>@import url("data:text/css,@import url({SECRET})");</style>',
        '<link rel="stylesheet" href="ftp://example.com/a.css">',
        f"<style>p {{ background: url({SECRET}) }}</style><p>x",
        f"<style>p::before {{ content: url({SECRET}) }}</style><p>x",
        f"<style>li {{ list-style-image: url({SECRET}) }}</style><ul><li>x</ul>",
        f"<style>p {{ border: 1px solid; border-image: url({SECRET}) 1 }}</style><p>x",
        f"<style>@font-face {{ font-family: x; src: url({SECRET}) }}</style>",
        f"<style>@color-profile --x {{ src: url({SECRET}) }}</style>",
        svg(f'<image href="{SECRET}" width="9" height="9"/>'),
        svg('<image xlink:href="http://example.com/a.png" width="9" height="9"/>'),
        f'<img alt="x" src="data:image/svg+xml,{quote(svg(f"<image href={SECRET!r}/>"))}">',
        '<img alt="x" src="reaching.svg">',
        f'<object data="{SECRET}"></object>',
        f'<embed src="{SECRET}">',
        f'<link rel="attachment" href="{SECRET}">',
        f'<a rel="attachment" href="{SECRET}">x</a>',
    ],
)
def test_a_try_to_read_outside_is_a_problem(body: str, tmp_path: Path) -> None:
    reaching = tmp_path / "reaching.svg"
    reaching.write_text(svg(f'<image href="{SECRET}" width="9" height="9"/>'), "utf-8")
    found = problems(body, files={"reaching.svg": reaching})
    assert any(problem.rule == typeset.OUTSIDE for problem in found)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "body",
    [
        f'<meta http-equiv="refresh" content="0; url={SECRET}">',
        f'<iframe src="{SECRET}"></iframe>',
        f'<script src="{SECRET}"></script>',
        f'<img alt="x" srcset="{SECRET}">',
        svg(f'<use href="{SECRET}#a"/>'),
    ],
)
def test_what_asks_for_more_is_not_followed(body: str) -> None:
    assert b"root:" not in printed(body)


def test_entities_of_an_svg_are_not_resolved(tmp_path: Path) -> None:
    entity = tmp_path / "entity.svg"
    doctype = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{SECRET}">]>'
    entity.write_text(doctype + svg("<text>&x;</text>"), "utf-8")
    (problem,) = problems('<img alt="x" src="entity.svg">', files={"entity.svg": entity})
    assert problem.place == Place("entity.svg")


def test_a_file_that_the_forme_does_not_name_is_missed() -> None:
    (problem,) = problems('<img alt="x" src="mpa.png">')
    assert problem.message == "there is no file 'mpa.png'"
    assert problem.hint == "did you mean 'map.png'?"


def test_a_file_that_has_gone_is_missed(tmp_path: Path) -> None:
    (problem,) = problems('<img alt="x" src="gone.png">', files={"gone.png": tmp_path / "gone"})
    assert problem.place == Place("gone.png")
    assert problem.message == "'gone.png' cannot be read: No such file or directory"


def test_names_with_spaces_and_accents_are_found() -> None:
    name = "une carte n° 1.png"
    pdf = printed(f'<img alt="x" src="{quote(name)}">', files={name: FIXTURES / "map.png"})
    with opened(pdf) as document:
        assert len(document.pages[0].Resources.XObject) == 1


# What WeasyPrint says


def test_everything_that_weasyprint_says_is_a_problem() -> None:
    style = "p { text-wrap: balance } q { colour: red }"
    found = problems('<p id="a">x <a href="#nowhere">y</a>', style)
    assert [problem.message for problem in found if "Ignored" in problem.message] == [
        "Ignored `colour: red ` at 1:30, unknown property",
        "Ignored `text-wrap: balance ` at 1:5, unknown property",
    ]
    assert {problem.rule for problem in found} == {"typeset"}
    assert {problem.place for problem in found} == {Place("layout")}


def test_what_is_said_while_painting_is_a_problem_too() -> None:
    galley = typeset.lay_out(forme('<p><a href="#nowhere">y</a>'))
    with pytest.raises(Refused) as found:
        galley.pdf()
    assert "No anchor #nowhere for internal URI reference" in [
        problem.message for problem in found.value.problems
    ]


def test_a_broken_picture_names_its_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"nothing")
    (problem,) = problems('<img alt="x" src="figures/b.png">', files={"figures/b.png": broken})
    assert problem.place == Place("figures/b.png")
    assert problem.message == "'figures/b.png' is no picture that can be read"


def test_a_slow_subsetter_is_only_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    galley = typeset.lay_out(forme("<p>text"))
    paint = weasyprint.document.Document.write_pdf

    def warn(*arguments: object, **options: object) -> bytes:
        logging.getLogger("weasyprint").warning(
            'Using fontTools instead of HarfBuzz-Subset for font "x".'
        )
        pdf: bytes = paint(*arguments, **options)
        return pdf

    monkeypatch.setattr(weasyprint.document.Document, "write_pdf", warn)
    galley.pdf()
    assert [problem.severity for problem in galley.warnings] == [Severity.WARNING]


# Fonts


def test_a_missing_glyph_names_the_character_and_its_place() -> None:
    (problem,) = problems('<p data-at="text.md:7:1">A snowman ☃ in it')
    assert problem.rule == "missing-glyph"
    assert problem.place == Place("text.md", 7, 1)
    assert problem.message.startswith("no font of the layout has '☃' (U+2603, SNOWMAN)")
    assert problem.excerpt == "A snowman ☃ in it"


def test_a_font_that_is_not_there_is_not_replaced_by_one_of_the_system() -> None:
    found = problems("<p>ab", "p { font-family: Nonesuch }")
    assert {problem.rule for problem in found} == {"missing-glyph"}
    assert len(found) == 2


def test_web_fonts_are_refused(tmp_path: Path) -> None:
    font = tmp_path / "font.woff2"
    font.write_bytes(b"wOF2")
    style = "@font-face { font-family: x; src: url(font.woff2) }"
    found = problems("<p>x", style, {"font.woff2": font})
    assert "'font.woff2' is a web font, expected a TrueType or OpenType one" in [
        problem.message for problem in found
    ]


def test_only_used_glyphs_are_embedded() -> None:
    assert len(printed("<p>text")) < 12_000


# Pictures


@pytest.fixture(scope="module")
def photo() -> Image.Image:
    dots = random.Random(1).randbytes(300 * 150 * 3)
    return Image.frombytes("RGB", (300, 150), dots).resize((1200, 600))


@contextmanager
def picture(path: Path) -> Iterator[pikepdf.Object]:
    """The only picture of a page on which it is 20 mm wide."""
    pdf = printed('<img alt="x" src="it" style="width: 20mm">', files={"it": path})
    with opened(pdf) as document:
        (found,) = document.pages[0].Resources.XObject.values()
        yield found


@pytest.mark.parametrize("name", ["photo.png", "photo.jpg"])
def test_pictures_have_at_most_400_dots_an_inch(
    photo: Image.Image, tmp_path: Path, name: str
) -> None:
    photo.save(tmp_path / name)
    with picture(tmp_path / name) as found:
        assert (found.Width, found.Height) == (314, 157)


def test_a_small_photo_is_embedded_as_it_is(photo: Image.Image, tmp_path: Path) -> None:
    path = tmp_path / "small.jpg"
    photo.resize((200, 100)).save(path, quality=93)
    with picture(path) as found:
        assert found.read_raw_bytes() == path.read_bytes()


def test_no_picture_is_interpolated_and_transparency_is_kept(
    photo: Image.Image, tmp_path: Path
) -> None:
    photo.convert("RGBA").save(tmp_path / "a.png")
    with picture(tmp_path / "a.png") as found:
        assert found.Interpolate is False
        assert found.SMask.Interpolate is False


@pytest.mark.parametrize(
    ("mode", "name", "complaint"),
    [
        ("CMYK", "c.jpg", "'it.jpg' is in CMYK, expected RGB or grey of 8 bits"),
        ("I;16", "d.png", "'it.png' is of 16 bits a channel, expected RGB or grey of 8 bits"),
    ],
)
def test_colours_that_the_file_cannot_declare_are_refused(
    tmp_path: Path, mode: str, name: str, complaint: str
) -> None:
    path = tmp_path / name
    Image.new(mode, (9, 9)).save(path)
    url = f"it{path.suffix}"
    (problem,) = problems(f'<img alt="x" src="{url}">', files={url: path})
    assert (problem.place, problem.message) == (Place(url), complaint)


# The WeasyPrint that this is made for


def test_weasyprint_is_the_one_whose_insides_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert weasyprint.VERSION.startswith("70.")
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    with pytest.raises(RuntimeError, match="WeasyPrint 70 is needed, not 71"):
        typeset.lay_out(forme("<p>x"))


def test_weasyprint_still_notes_which_box_it_marks() -> None:
    stream = Stream({}, (0, 0, 1, 1), {}, {}, {}, {}, None)
    box = object()
    with stream.marked(box, "Span"):
        pass
    assert stream._tags == {box: {"tag": "Span", "mcid": 0}}
    assert stream.stream == ["/Span", {"MCID": 0}, b"BDC", b"EMC"]
