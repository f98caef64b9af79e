"""The slip as it is printed: what it says, on one page."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.edition import EDITIONS
from briefpack.finishing.tickets.further import slug
from briefpack.finishing.tickets.slip import slip
from briefpack.finishing.tickets.ticket import ticket
from briefpack.paper import PAPERS
from briefpack.preflight import CHECKS
from briefpack.shades.borders import AREAS, LINE, TEXT
from briefpack.shelf import LAYOUTS, languages
from briefpack.words import Words
from tests.finishing.tickets.orders import POLICY, brief, delivery, job

CHECKED = [check.told for check in CHECKS if "press" in check.groups]
"""The checks of a file for a print shop, as the ticket names them."""

COLOURS = POLICY.group("chart-colours")


def printed(
    language: str = "en", paper: str = "a4", file: str = "buses-office.pdf", **particulars: Any
) -> bytes:
    what = delivery(4, **particulars)
    made = ticket(job(language=language), what, file, sha256(what.pdf).hexdigest())
    return slip(made, POLICY.wording(brief(language).language), COLOURS, PAPERS[paper])


def said(pdf: bytes) -> str:
    """The words of the one page, white space made even."""
    with pypdfium2.PdfDocument(pdf) as document:
        [page] = document
        return " ".join(page.get_textpage().get_text_bounded().split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Print ticket", "Office", "Sheets per copy", "both sides, flip on the long edge",
                "pages 2 of the file", "0.21 mm when finished: 2 leaves of 0.104 mm",
                "one, in the upper left corner", "not to be given out with the brief"]),
        ("de", ["Druckauftrag", "Büro", "Bogen je Exemplar", "über die lange Kante",
                "Seiten 2 der Datei", "fertig 0,21 mm: 2 Blatt zu 0,104 mm",
                "eine, in der Ecke oben links", "nicht mit dem Papier auszugeben"]),
        ("fr", ["Fiche d’impression", "Bureau", "Feuilles par exemplaire", "sur le grand côté",
                "pages 2 du fichier", "0,21 mm une fois fini : 2 feuillets de 0,104 mm",
                "une, dans l’angle supérieur gauche", "à ne pas distribuer avec la note"]),
    ],
)  # fmt: skip
def test_it_speaks_the_language_of_the_brief(language: str, words: list[str]) -> None:
    found = said(printed(language))
    common = ["Night buses", "Valley papers 7 · Version 1.2 · 2026-03-02", "buses-office.pdf"]
    assert [
        word for word in [*words, *common, "A4, 210 × 297 mm, 80 g/m²"] if word not in found
    ] == []


def test_the_hash_can_be_compared_by_eye() -> None:
    digest = sha256(delivery(4).pdf).hexdigest()
    assert " ".join(digest[at : at + 4] for at in range(0, 64, 4)) in said(printed())


@pytest.mark.parametrize("paper", PAPERS)
def test_it_has_the_brief_s_paper_and_its_fonts_in_it(paper: str) -> None:
    with pikepdf.open(BytesIO(printed(paper=paper))) as document:
        [page] = document.pages
        size = [float(edge) * 25.4 / 72 for edge in list(page.mediabox)[2:]]
        assert size == pytest.approx([PAPERS[paper].width, PAPERS[paper].height], abs=0.1)
        assert document.docinfo.Title == "Print ticket: buses-office.pdf"
        fonts = [*page.resources.Font.values()]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        assert {str(font.BaseFont).rpartition("+")[2] for font in fonts} == {
            "FiraSans-Regular", "FiraSans-Medium", "FiraSans-SemiBold", "Spectral-Light",
        }  # fmt: skip


PRESS = {
    "profile": "Coated",
    "profile_file": "shop.icc",
    "profile_origin": "brief",
    "condition": "FOGRA39",
    "inks": ["Cyan", "Black"],
    "ink_limit": 300,
    "bleed_mm": 3.0,
    "slug_mm": 14.0,
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Profile Coated (the brief’s: shop.icc)", "Inks Cyan, Black; at most 300 %",
                "Bleed 3 mm; marks in 14 mm round it"]),
        ("de", ["Profil Coated (das des Papiers: shop.icc)", "Cyan, Black; höchstens 300 %",
                "Anschnitt 3 mm; Marken in 14 mm darum"]),
        ("fr", ["Profil Coated (celui de la note: shop.icc)", "Cyan, Black; au plus 300 %",
                "Fonds perdus 3 mm; repères dans 14 mm autour"]),
    ],
)  # fmt: skip
def test_a_print_shop_is_told_how_colours_were_separated(language: str, words: list[str]) -> None:
    found = said(printed(language, **PRESS))
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["once, across the middle", "two, in the fold", "Creep up to 0.52 mm"]),
        ("de", ["einmal, in der Mitte", "zwei, im Falz", "Bundzuwachs bis 0,52 mm"]),
        ("fr", ["un seul, au milieu", "deux, dans le pli", "Chasse jusqu’à 0,52 mm"]),
    ],
)
def test_a_booklet_is_told_how_to_fold_and_staple(language: str, words: list[str]) -> None:
    found = said(printed(language, fold="once", staples="fold", binding="fold", creep_mm=0.52))
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Under 3:1 in grey line #f8dfd9/#ffffff 1.25, p. 8–9"),
        ("de", "In Grau unter 3:1 Linie #f8dfd9/#ffffff 1,25, S. 8–9"),
        ("fr", "Sous 3:1 en gris filet #f8dfd9/#ffffff 1,25, p. 8–9"),
    ],
)
def test_pairs_that_a_printer_without_colours_makes_alike_are_listed(
    language: str, words: str
) -> None:
    pair = {"kind": LINE, "colours": ["#f8dfd9", "#ffffff"], "contrast_in_grey": 1.25}
    assert words in said(printed(language, pairs=[{**pair, "pages": [8, 9]}]))


@pytest.mark.parametrize("language", languages((LAYOUTS / "policy",)))
def test_there_are_words_for_all_that_tickets_say(language: str) -> None:
    words = POLICY.wording(Words(language))
    assert {
        word for word in POLICY.wording(Words("en")) if word.startswith("ticket")
    } <= words.keys()
    wanted = [f"check-{slug(name)}" for name in CHECKED]
    wanted += [f"edition-{row.name}" for row in EDITIONS.values() if row.on_paper]
    wanted += [f"pair-{slug(kind)}" for kind in (AREAS, LINE, TEXT)]
    assert [name for name in wanted if f"ticket-{name}" not in words] == []


def test_what_nobody_has_words_for_is_told_as_it_is() -> None:
    assert "glue 2.5" in said(printed(glue=2.5))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_structural_check_of_a_print_shops_file_is_listed(language: str, paper: str) -> None:
    checks = [{"check": name, "outcome": "passed", "found": []} for name in CHECKED]
    far = {"profile_file": "/usr/share/color/icc/a-folder/of-the-shop.icc"}
    found = said(printed(language, paper, **PRESS | far, checks=checks))
    words = POLICY.wording(Words(language))
    assert [name for name in CHECKED if words[f"ticket-check-{slug(name)}"] not in found] == []


def test_a_check_that_did_not_pass_says_so() -> None:
    assert "lines: with a warning" in said(
        printed(checks=[{"check": "lines", "outcome": "warned"}])
    )


def test_what_is_too_much_for_a_page_is_left_to_the_json() -> None:
    found = said(printed(pairs=[f"pair {number}" for number in range(200)]))
    listed = found.count("pair ")
    assert 20 < listed < 200
    assert f"… and {200 - listed} more: see the JSON file" in found


def test_more_facts_than_a_page_holds_are_left_to_the_json() -> None:
    found = said(printed(checks=["a check"], **{f"fact-{n}": "word " * 40 for n in range(30)}))
    told = found.count("fact-")
    assert 1 < told < 30
    assert f"… and {30 - told} more: see the JSON file" in found
    assert "a check" in found


@pytest.mark.parametrize("file", ["夜間バス.pdf", "a\tb.pdf", "n" * 240 + ".pdf"])
def test_any_file_name_can_be_told(file: str) -> None:
    assert (file[0] if file[0] < "\u024f" else "<U+591C>") in said(printed(file=file))


@settings(max_examples=25)
@given(
    st.dictionaries(
        st.text(max_size=60).filter(lambda name: name not in ("sheets", "staples", "fold")),
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers(-(10**9), 10**9)
            | st.floats(-1e6, 1e6)
            | st.text(),
            lambda value: st.lists(value) | st.dictionaries(st.text(), value),
            max_leaves=12,
        ),
        max_size=8,
    )
)
def test_nothing_that_finishing_knows_breaks_it(particulars: dict[str, Any]) -> None:
    what = delivery(1)
    what = what.then(what.pdf, **particulars)
    made = ticket(job(), what, "a.pdf", "0" * 64)
    assert said(slip(made, job().wording, COLOURS, PAPERS["letter"]))


def test_the_same_ticket_gives_the_same_bytes() -> None:
    assert printed() == printed()
