"""The engine: the best known styles, and what the library behind them gets wrong."""

import pytest

from briefpack.pages.citing import engine, signs
from tests.pages.citing.works import WORKS, at_work, called, listed


def test_apa_cites_author_and_year_and_labels_pages() -> None:
    assert called("apa", "article, p. 125", "treaty") == [
        "(Li et al., 2019, p.\u00a0125)",
        "(Bus Treaty, 1967)",
    ]


def test_apa_lists_an_article() -> None:
    assert (
        "Li, W., van der Berg, K., Ng, A., & Poe, A. (2019). What a night bus costs. "
        "Journal of Buses, 12(3), 123–145. https://doi.org/10.1000/182"
    ) in listed("apa")


def test_chicago_keeps_given_names_whole_and_leaves_pages_without_a_label() -> None:
    assert called("chicago-author-date", "chapter, p. 12") == ["(Müller 2011, 12)"]
    [entry] = [words for words in listed("chicago-author-date") if "Müller" in words]
    assert entry == (
        "Müller, Anna-Lena. 2011. “Verkehr und Recht.” In Handbuch des Verkehrs, "
        "edited by Karl Schmidt. Verlag."
    )


def test_mla_tells_works_of_one_author_apart_by_their_titles() -> None:
    assert called("modern-language-association", "report, p. 4", "chapter, p. 12") == [
        "(Roe, Night Buses in 2024 4)",
        "(Müller 12)",
    ]


def test_ieee_numbers_sources_in_the_order_of_the_brief() -> None:
    assert called("ieee", "report, p. 4", ["book", "article"]) == ["[1, p.\u00a04]", "[3], [4]"]
    assert [words.split()[0] for words in listed("ieee")] == [f"[{n}]" for n in range(1, 7)]


def test_nature_raises_its_numbers() -> None:
    [words] = at_work("nature").calls([([engine.Cite("book")], 0)])
    assert str(signs.html(words)) == "<sup>4</sup>"


def test_chicago_notes_say_all_first_and_little_later() -> None:
    first, second = called("chicago-notes-bibliography", "chapter, p. 12", "chapter, p. 14")
    assert first == (
        "Anna-Lena Müller, “Verkehr und Recht,” in Handbuch des Verkehrs, ed. Karl Schmidt "
        "(Verlag, 2011), 12."
    )
    assert second == "Müller, “Verkehr und Recht,” 14."


def test_oscola_leads_back_to_the_note_that_says_all() -> None:
    notes = called("oscola", "report, p. 4", "book", "report, p. 6", "report, p. 6", "report, p. 7")
    assert [notes[2], notes[3], notes[4]] == ["Roe (n 1) 6.", "ibid.", "ibid 7."]


def test_din_is_german_in_an_english_brief() -> None:
    assert called("din-1505-2", "article, p. 125") == ["(Li u.\u00a0a., 2019, S.\u00a0125)"]


def test_a_style_of_no_one_language_speaks_that_of_the_brief() -> None:
    assert called("apa", "chapter, S. 12", language="de") == ["(Müller, 2011, S.\u00a012)"]
    [entry] = [words for words in listed("apa", "de") if "Müller" in words]
    assert "In K. Schmidt (Hrsg.), Handbuch des Verkehrs (S.\u00a010–20)" in entry


def test_two_works_of_one_author_and_year_get_letters() -> None:
    assert called("apa", "report", "page") == ["(Roe, 2025a)", "(Roe, 2025b)"]
    years = [words for words in listed("apa") if words.startswith("Roe")]
    assert [words.split("(")[1][:5] for words in years] == ["2025a", "2025b"]


def test_a_letter_stands_once_where_a_style_asks_for_it_twice() -> None:
    assert called("din-1505-2", "report, p. 4") == ["(Roe, 2025a, S.\u00a04)"]


def test_an_author_named_in_the_sentence_goes_unnamed() -> None:
    assert called("apa", "-article, p. 125", ["-article", "book"]) == [
        "(2019, p.\u00a0125)",
        "(2019; Ministry of Buses, Trams and Ferries, 2004)",
    ]


def test_an_organisation_keeps_its_commas_and_is_sorted_by_its_name() -> None:
    order = [words.split()[0] for words in listed("apa")]
    assert order == ["Bus", "Li,", "Ministry", "Müller,", "Roe,", "Roe,"]


def test_sources_of_one_citation_keep_the_authors_order_where_a_style_has_none() -> None:
    assert called("chicago-author-date", ["treaty", "chapter"]) == [
        "(Bus Treaty 1967; Müller 2011)"
    ]


def test_markup_in_a_title_is_kept_and_words_are_escaped() -> None:
    [entry] = [one for one in at_work("apa").entries if one.key == "page"]
    html = str(signs.html(entry.words))
    assert '<span class="upright">all</span> stops &amp; times</em>' in html


def test_what_an_author_writes_becomes_no_tag() -> None:
    work = {"type": "book", "title": "<script>alert(1)</script> \ue000\ue0f05\ue0f1"}
    [entry] = at_work("apa", evil=work).entries
    assert "<script" not in str(signs.html(entry.words))
    assert "\ue0f0" not in entry.words


@pytest.mark.parametrize("style", ["apa", "ieee", "oscola", "modern-language-association"])
def test_the_same_works_give_the_same_words_in_any_run(style: str) -> None:
    assert listed(style) == listed(style)
    assert called(style, "article", "book") == called(style, "article", "book")


def test_a_style_without_a_list_gets_one_of_full_citations() -> None:
    assert len(listed("chicago-notes")) == len(WORKS)


def test_what_is_not_known_of_a_source_is_left_out() -> None:
    assert called("apa", "bare", bare={"type": "document", "title": "Untitled"}) == [
        "(Untitled, n.d.)"
    ]


def test_what_the_library_stumbles_over_is_told_with_its_source() -> None:
    with pytest.raises(engine.StyleFails) as fails:
        listed("apa", odd={"title": "Of no type"})
    assert fails.value.key == "odd"


@pytest.mark.parametrize(
    "style",
    [
        "american-meteorological-society",
        "associacao-brasileira-de-normas-tecnicas-usp-fmvz",
        "current-organic-synthesis",
        "econometrica",
        "etudes-chinoises",
        "gayana",
        "revista-da-sociedade-brasileira-de-medicina-tropical",
    ],
)
def test_styles_that_the_library_fails_on_work_here(style: str) -> None:
    assert len(listed(style)) == len(WORKS)


def test_a_style_worked_before_another_leaves_it_as_it_is() -> None:
    alone = listed("apa")
    listed("chicago-author-date")
    called("apa", "article")
    assert listed("apa") == alone


@pytest.mark.parametrize(
    ("locator", "apa", "chicago"),
    [
        ("p. 3", "p. 3", "3"),
        ("pp. 3-5", "pp. 3–5", "3–5"),
        ("chap. 3", "Chapter 3", "chap. 3"),
        ("chap. iv", "Chapter iv", "chap. iv"),
        ("chaps. 3-5", "Chapters 3–5", "chaps. 3–5"),
        ("chap. 3, lines 4-5", "Chapter 3, lines 4–5", "chap. 3, lines 4–5"),
        ("line 12", "Line 12", "line 12"),
        ("verse 7", "Verse 7", "v. 7"),
        ("fig. 2", "Figure 2", "fig. 2"),
    ],
)
def test_a_locator_keeps_its_label(locator: str, apa: str, chicago: str) -> None:
    def said(style: str) -> str:
        [words] = called(style, f"book, {locator}")
        return words.replace("\u00a0", " ")

    who = "Ministry of Buses, Trams and Ferries"
    assert said("apa") == f"({who}, 2004, {apa})"
    assert said("chicago-author-date") == f"({who} 2004, {chicago})"
    assert said("chicago-notes-bibliography").endswith(f", {chicago}.")
