"""Abbreviations in full at their first use."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from briefpack import markdown
from briefpack.brief import Brief, Manuscript, Prose
from briefpack.pages import prose
from briefpack.pages.abbreviations import expanded
from briefpack.words import Words

TERMS = [
    {"term": "NASA", "full": "National Aeronautics and Space Administration"},
    {"term": "ISS", "full": "International Space Station"},
    {"term": "SME", "full": "small firm", "plural": "small firms"},
    {"term": "UN", "full": "United Nations", "expand": "false"},
    {"term": "Regolith", "text": "Dust."},
    {"term": "OTAN", "full": "Organisation du traité de l’Atlantique nord"},
    {"term": "CNES", "full": "Centre national d’études spatiales"},
]
NASA = "National Aeronautics and Space Administration"


def manuscript(*texts: str, language: str = "en", terms: Sequence[object] = TERMS) -> Manuscript:
    brief = Brief.model_validate(
        {
            "title": "T", "date": "2026", "stance": "neutral", "authors": [{"name": "A"}],
            "language": language, "glossary": terms,
        }
    )  # fmt: skip
    parsed = {
        index: Prose(markdown.parse(Words(text), language=language, first_id="t")[0])
        for index, text in enumerate(texts)
    }
    return Manuscript(brief, Path(), parsed, {})


def html(tokens: Sequence[Token]) -> str:
    return prose.html(
        tokens,
        render_block=lambda block: Markup("<aside>{}</aside>").format(html(block.body)),
        cite=lambda *_: Markup("<sup>1</sup>"),
        refer=lambda *_: Markup(""),
    ).strip()


def said(text: str, language: str = "en") -> str:
    """The paragraph that is made of this one, without its own tags."""
    return html(expanded(manuscript(text, language=language)).prose[0].tokens)[3:-4]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("NASA flies.", f"NASA ({NASA}) flies."),
        ("To the ISS and to the ISS.", "To the International Space Station (ISS) and to the ISS."),
        ("An ISS crew.", "An ISS (International Space Station) crew."),
        ("A crew of NASA’s.", f"A crew of NASA’s ({NASA})."),
        ("The NASA-led crew.", f"The NASA-led ({NASA}) crew."),
        ("SMEs fly.", "Small firms (SMEs) fly."),
        ("For SMEs.", "For small firms (SMEs)."),
        ("An SME flies.", "An SME (small firm) flies."),
        ("The agency (NASA) and NASA.", "The agency (NASA) and NASA."),
        ("NASA (an agency) and NASA.", "NASA (an agency) and NASA."),
        (f"{NASA}, or NASA, and NASA.", f"{NASA}, or NASA, and NASA."),
        ("Two (with NASA) fly.", f"Two (with NASA [{NASA}]) fly."),
        ("He said “NASA flies”, and NASA did.", f"He said “NASA flies”, and NASA ({NASA}) did."),
        ("*NASA* flies.", f"<em>NASA ({NASA})</em> flies."),
        ("Regolith and NASAs and XNASA.", f"Regolith and NASAs ({NASA}) and XNASA."),
        ("The NASA/ISS crew.", "The NASA/ISS crew."),
        ("`NASA` is code.", "<code>NASA</code> is code."),
        ("UN rules, UN law.", '<abbr title="United Nations">UN</abbr> rules, UN law.'),
        ("UN’s rules.", '<abbr title="United Nations">UN</abbr>’s rules.'),
    ],
)
def test_the_first_use_is_in_full(written: str, printed: str) -> None:
    assert said(written) == printed


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        ("de", "Die NASA fliegt.", f"Die NASA ({NASA}) fliegt."),
        ("de", "Er sagt „NASA“.", "Er sagt „NASA“."),
        ("de", "Eine NASA-Mission.", f"Eine NASA-Mission ({NASA})."),
        ("fr", "Le CNES vole.", "Le Centre national d’études spatiales (CNES) vole."),
        (
            "fr",
            "Il est à l’OTAN.",
            "Il est à l’Organisation du traité de l’Atlantique nord (OTAN).",
        ),
        ("fr", "La OTAN.", "La OTAN (Organisation du traité de l’Atlantique nord)."),
        ("fr", "Sans CNES.", "Sans CNES (Centre national d’études spatiales)."),
        ("sv", "Han sa ”NASA” om NASA.", f"Han sa ”NASA” om NASA ({NASA})."),
    ],
)
def test_each_language_keeps_its_grammar(language: str, written: str, printed: str) -> None:
    assert said(written, language) == printed


def test_a_link_is_passed_over() -> None:
    found = said("[NASA](https://nasa.gov) and NASA.")
    assert found == f'<a href="https://nasa.gov">NASA</a> and NASA ({NASA}).'


def test_the_number_of_a_source_stays_tied_to_its_word() -> None:
    found = said("By NASA [@x]. NASA flies.")
    assert '<span class="nb">NASA.<sup>1</sup></span>' in found
    assert found.endswith(f"NASA ({NASA}) flies.")


def test_headings_tables_and_quotations_are_left_alone() -> None:
    text = "# NASA\n\n| NASA |\n|---|\n| NASA |\n\n> NASA\n\n- NASA flies\n"
    found = html(expanded(manuscript(text)).prose[0].tokens)
    assert found.count(NASA) == 1
    assert f"<li>NASA ({NASA}) flies</li>" in found


def test_a_box_is_running_prose_and_a_side_note_is_not() -> None:
    note = "# T\n\n:::{note} N\nNASA\n:::\n\n:::{box} B\nNASA flies.\n:::\n\nNASA.\n"
    found = html(expanded(manuscript(note)).prose[0].tokens)
    assert found.count(NASA) == 1
    assert f"NASA ({NASA}) flies" in found


def test_later_texts_say_it_to_those_who_listen() -> None:
    texts = expanded(manuscript("NASA and NASA.", "NASA and NASA.")).prose
    assert html(texts[0].tokens) == f"<p>NASA ({NASA}) and NASA.</p>"
    assert html(texts[1].tokens) == f'<p><abbr title="{NASA}">NASA</abbr> and NASA.</p>'


def test_the_manuscript_stays_as_it_is() -> None:
    before = manuscript("# T\n\nThe ISS and *NASA* [@x].\n\n:::{box} B\nUN.\n:::\n")
    whole = html(before.prose[0].tokens)
    assert html(expanded(before).prose[0].tokens) != whole
    assert html(before.prose[0].tokens) == whole


def test_without_a_glossary_nothing_is_done() -> None:
    before = manuscript("NASA.", terms=[])
    assert expanded(before) is before


PIECES = st.lists(
    st.sampled_from(
        ["NASA", "ISS", "SMEs", "UN", " ", " ", "the ", "(", ")", "“", "”", "’s", "-led", "*", "`",
         "[@x]", "[a](#b)", "[NASA](#b)", ".", "\n", "^[UN]", "/", "–"]
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(PIECES, st.sampled_from(["en", "de", "fr", "sv"]))
def test_nothing_that_was_written_is_lost(pieces: list[str], language: str) -> None:
    before = manuscript("".join(pieces), language=language)
    words = reading_words(before)
    after = reading_words(expanded(before))
    for term in TERMS:
        for form in (term["term"], f"{term['term']}s"):
            assert after.count(form) >= words.count(form)
    assert len(after) >= len(words)


def reading_words(brief: Manuscript) -> str:
    return "".join(
        child.content
        for token in brief.prose[0].tokens
        for child in token.children or []
        if child.type in ("text", "code_inline")
    )


def test_a_full_form_is_no_piece_of_its_own() -> None:
    found = said("The ISS flies [@x] over the ISS.")
    assert found.startswith("The International Space Station (ISS)<span> </span><span")
