"""Each check of the preflight finds what was broken, and nothing else is broken by that."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from briefpack import preflight
from briefpack.preflight import Order
from briefpack.problem import Place
from tests.pressed import pressed

ORDER = Order(Place("brief.yaml"), frozenset({"press"}), 210, 297, 3)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pressed(tmp_path_factory.mktemp("preflight")).path.read_bytes()


def drawn(operators: str) -> Callable[[pikepdf.Pdf], None]:
    """Paints more on page 6, upon what is there."""

    def draw(document: pikepdf.Pdf) -> None:
        document.pages[5].contents_add(f"q {operators} Q".encode("ascii"))

    return draw


def without_trim(document: pikepdf.Pdf) -> None:
    del document.pages[2].obj["/TrimBox"]


def trim_outside(document: pikepdf.Pdf) -> None:
    page = document.pages[2].obj
    page.MediaBox = Array([float(edge) for edge in page.TrimBox])


def trimmed_smaller(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.TrimBox = Array([10, 10, 580, 800])


def bleeding_less(document: pikepdf.Pdf) -> None:
    page = document.pages[1].obj
    left, bottom, right, top = (float(edge) for edge in page.TrimBox)
    page.BleedBox = Array([left - 5, bottom - 5, right + 5, top + 5])


def marked(document: pikepdf.Pdf) -> None:
    all_plates = Array([Name.Separation, Name.All, Name.DeviceCMYK, Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)])  # fmt: skip
    page = document.pages[5]
    name = page.add_resource(all_plates, Name.ColorSpace)
    page.contents_add(f"q {name} CS 1 SCN 300 300 m 320 300 l S Q".encode("ascii"))


def coarse(document: pikepdf.Pdf) -> None:
    image(document, 20, 20)


def image(document: pikepdf.Pdf, width: int, height: int, cell: bytes = b"\x10\0\0\0") -> None:
    picture = document.make_stream(
        cell * (width * height),
        Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height,
        ColorSpace=Name.DeviceCMYK, BitsPerComponent=8,
    )  # fmt: skip
    page = document.pages[5]
    name = page.add_resource(picture, Name.XObject)
    page.contents_add(f"q 10 0 0 10 300 300 cm {name} Do Q".encode("ascii"))


def soaked_picture(document: pikepdf.Pdf) -> None:
    image(document, 80, 80, b"\xff\xff\xff\xff")


def letters(document: pikepdf.Pdf, **font: object) -> None:
    """Text in a font that is only named."""
    page = document.pages[5]
    given = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    name = page.add_resource(document.make_indirect(given), Name.Font)
    page.contents_add(f"BT {name} 9 Tf 300 300 Td (Helvetica) Tj ET".encode("ascii"))


def linked(document: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 120])
    document.pages[3].obj.Annots = Array([document.make_indirect(link)])


def scripted(document: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('printed?')"))
    document.Root.OpenAction = document.make_indirect(script)


def enclosing(document: pikepdf.Pdf) -> None:
    document.attachments["notes.txt"] = b"notes"


def tagged(document: pikepdf.Pdf) -> None:
    document.Root.MarkInfo = Dictionary(Marked=True)


def without_intent(document: pikepdf.Pdf) -> None:
    del document.Root["/OutputIntents"]


def intent_of_a_screen(document: pikepdf.Pdf) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.N = 3


def broken_profile(document: pikepdf.Pdf) -> None:
    document.Root.OutputIntents[0].DestOutputProfile.write(b"profile")
    document.Root.OutputIntents[0].DestOutputProfile.N = 4


def replaced(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Other words in the metadata."""

    def replace(document: pikepdf.Pdf) -> None:
        words = document.Root.Metadata.read_bytes()
        assert old in words
        document.Root.Metadata.write(words.replace(old, new))

    return replace


def retitled(document: pikepdf.Pdf) -> None:
    document.docinfo["/Title"] = "Another"


def untrapped(document: pikepdf.Pdf) -> None:
    document.docinfo["/Trapped"] = Name.Unknown
    replaced(b"<pdf:Trapped>False", b"<pdf:Trapped>Unknown")(document)


BROKEN: list[tuple[Callable[[pikepdf.Pdf], None], str, str]] = [
    (without_trim, "trim, bleed and media", "page 3: there is no TrimBox"),
    (trim_outside, "trim, bleed and media", "page 3: TrimBox, BleedBox and MediaBox do not lie"),
    (trimmed_smaller, "trimmed to the size", "page 1: the TrimBox is not as large"),
    (bleeding_less, "bleed all round", "page 2: less than 3 mm of bleed"),
    (drawn("0 0 0 .5 k 0 400 595.276 40 re f"), "goes on through", "page 6: something ends at"),
    (marked, "marks lie outside", "page 6: a printer's mark lies inside the bleed"),
    (drawn("1 0 0 rg 300 300 9 9 re f"), "one of inks", "page 6: a fill is painted in DeviceRGB"),
    (drawn("0 1 0 RG 300 300 m 310 300 l S"), "one of inks", "a stroke is painted in DeviceRGB"),
    (drawn("1 1 1 .5 k 300 300 9 9 re f"), "too much ink", "page 6: 350 % of ink"),
    (soaked_picture, "too much ink", "page 6: a picture has 400 % of ink"),
    (coarse, "300 dots", "page 6: a picture has 144 dots per inch"),
    (drawn(".1 w 0 0 0 1 K 300 300 m 310 300 l S"), "thick enough", "page 6: 1 line thinner"),
    (letters, "fonts are in the file", "the font Helvetica is not in the file"),
    (linked, "no annotation", "page 4: 1 annotation inside the bleed (Link)"),
    (scripted, "nothing is encrypted", "the file holds JavaScript"),
    (enclosing, "nothing is encrypted", "the file holds an attachment"),
    (tagged, "no tags are claimed", "the file says that it is tagged"),
    (without_intent, "output intent", "0 output intents for print"),
    (intent_of_a_screen, "output intent", "no profile of four inks"),
    (broken_profile, "output intent", "profile is no ICC profile"),
    (replaced(b"PDF/X-4", b"PDF/X-3"), "say what the file is", "do not say PDF/X-4"),
    (replaced(b"MM:VersionID", b"MM:Version"), "say what the file is", "lack xmpMM:VersionID"),
    (retitled, "agree", "Title and dc:title differ"),
    (untrapped, "whether the file is trapped", "it is not said whether"),
]  # fmt: skip


def outcomes(pdf: bytes) -> dict[str, list[str]]:
    """What the checks found, those apart that found nothing."""
    found = preflight.inspect(pdf, ORDER)
    return {
        one.check.told: [each.message for each in one.problems] for one in found if one.problems
    }


def broken(pdf: bytes, breaking: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        breaking(document)
        file = BytesIO()
        document.save(file)
        return file.getvalue()


ELSEWHERE = {"rich-black-text", "damage"}
"""Checks whose files are broken in tests of their own."""


def test_every_check_has_a_file_that_it_fails_and_its_reason() -> None:
    for check in preflight.CHECKS:
        if "press" not in check.groups:
            continue
        assert (check.look.__doc__ or "").strip(), check.rule
        told = check.told
        assert any(piece in told for _, piece, _ in BROKEN) or check.rule in ELSEWHERE, told


@pytest.mark.parametrize(("breaking", "check", "message"), BROKEN)
def test_what_is_broken_is_found(
    pdf: bytes, breaking: Callable[[pikepdf.Pdf], None], check: str, message: str
) -> None:
    before = outcomes(pdf)
    after = outcomes(broken(pdf, breaking))
    new = {
        name: [each for each in found if each not in before.get(name, [])]
        for name, found in after.items()
    }
    changed = {name: found for name, found in new.items() if found}
    assert len(changed) == 1, changed
    ((name, found),) = changed.items()
    assert check in name
    assert any(message in each for each in found), found


def test_dark_text_of_several_inks_is_found(pdf: bytes) -> None:
    def write(document: pikepdf.Pdf) -> None:
        page = document.pages[5]
        name = next(iter(page.resources.Font.keys()))
        words = f"q .8 .7 .6 .6 k BT {name} 9 Tf 300 300 Td <0003> Tj ET Q"
        page.contents_add(words.encode("ascii"))

    found = outcomes(broken(pdf, write))["dark text is black ink alone"]
    assert found == ["page 6: dark text is made of several inks (1 time)"]


def test_an_encrypted_file_is_found(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        file = BytesIO()
        document.save(file, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert "the file is encrypted" in str(outcomes(file.getvalue()))


def test_a_file_without_metadata_is_no_pdf_x(pdf: bytes) -> None:
    def strip(document: pikepdf.Pdf) -> None:
        document.Root.Metadata.write(b"<broken")

    found = outcomes(broken(pdf, strip))
    assert "the metadata do not say PDF/X-4" in found["the metadata say what the file is"]


def test_the_verdict_is_the_gravest_finding(pdf: bytes) -> None:
    verdicts = {one.check.told: one.verdict for one in preflight.inspect(pdf, ORDER)}
    assert verdicts["pictures have 300 dots per inch"] == "warned"
    assert verdicts["fonts are in the file"] == "passed"
    failing = preflight.inspect(broken(pdf, letters), ORDER)
    assert {one.check.told: one.verdict for one in failing}["fonts are in the file"] == "failed"


def test_a_failed_check_refuses_the_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefpack.finishing.press import exchange
    from briefpack.problem import Refused

    monkeypatch.setattr(exchange, "intend", lambda *_: None)
    with pytest.raises(Refused) as refusal:
        pressed(tmp_path)
    assert "output intents" in str([each.message for each in refusal.value.problems])
    assert not (tmp_path / "out").exists()
