"""The clerk: where a citation stands, and how it reads there."""

import re

import pytest
from markupsafe import Markup

from briefpack import csl
from briefpack.brief import Citation, Source
from briefpack.pages.citing import engine
from briefpack.pages.citing.clerk import Clerk
from briefpack.problem import Refused
from briefpack.words import Words

SOURCES = [
    {
        "id": "survey",
        "type": "report",
        "author": {"family": "Roe", "given": "Jane"},
        "title": "How our staff travel",
        "publisher": "Valley Hospital",
        "date": "2025",
        "note": "A *reprint*.",
    },
    {
        "id": "act",
        "type": "legislation",
        "title": "The Bus Act of the whole valley",
        "date": "1999",
    },
]


def clerk(style: str, endnotes: bool = False) -> Clerk:
    found = csl.find(style)
    assert found is not None
    sources = {one["id"]: Source.model_validate(one) for one in SOURCES}
    label = "In the list: {title}"
    return Clerk(
        found,
        "en-GB",
        sources,
        list(sources),
        label,
        Words(style),
        endnotes,  # type: ignore[arg-type]
    )


def cites(*written: str) -> list[Citation]:
    return [Citation.model_validate(one) for one in written]


def words(desk: Clerk, html: str) -> str:
    return re.sub(r"<[^>]+>", "", desk.settled(html))


def test_author_and_year_stand_in_brackets_and_lead_to_the_list() -> None:
    desk = clerk("apa")
    html = desk.settled(desk.call(cites("survey, p. 3")))
    link = '<a href="#source-survey" aria-label="In the list: How our staff travel">'
    assert html == f'<span class="cited">({link}Roe, 2025, p.\u00a03</a>)</span>'


def test_behind_the_words_of_a_template_stands_a_space() -> None:
    desk = clerk("apa")
    assert words(desk, desk.cite(cites("survey"))) == " (Roe, 2025)"
    assert desk.cite([]) == ""


def test_on_its_own_a_citation_needs_no_brackets() -> None:
    desk = clerk("apa")
    assert words(desk, desk.numbers(cites("survey", "act"))) == (
        "Roe, 2025; The Bus Act of the Whole Valley, 1999"
    )


def test_a_note_style_floats_its_notes_from_running_text() -> None:
    desk = clerk("oscola")
    html = desk.settled(desk.call(cites("survey, p. 3")) + desk.call(cites("survey, p. 4")))
    assert html.count('<span class="footnote">') == 2
    assert words(clerk("oscola"), html).endswith("ibid 4.")


def test_where_no_note_can_stand_author_and_year_do() -> None:
    desk = clerk("oscola")
    assert words(desk, desk.cite(cites("survey, p. 3"))) == " (Roe 2025, p.\u00a03)"
    assert words(desk, desk.cite(cites("act"))) == " (The Bus Act of the whole… 1999)"


def test_in_a_footnote_of_the_author_the_note_stands_without_its_stop() -> None:
    desk = clerk("oscola")
    html = f'<span class="footnote">See {desk.noted(cites("act"))}.</span>'
    assert words(desk, html) == "See The Bus Act of the whole valley 1999."


def test_a_note_counts_the_authors_footnotes_too() -> None:
    desk = clerk("oscola")
    html = Markup('<span class="footnote">Mine.</span>') + desk.call(cites("survey"))
    html += desk.call(cites("act")) + desk.call(cites("survey, p. 5"))
    assert words(desk, html).endswith("Roe (n 2) 5.")


def test_endnotes_are_numbered_wherever_they_are_called() -> None:
    desk = clerk("oscola", endnotes=True)
    html = desk.cite(cites("survey")) + desk.call(cites("act"))
    assert words(desk, html) == "12"
    notes = [(note.number, words(desk, note.words)) for note in desk.endnoted()]
    assert [number for number, _ in notes] == ["1", "2"]
    assert notes[1][1] == "The Bus Act of the whole valley 1999."


def test_a_source_keeps_its_own_note() -> None:
    desk = clerk("apa")
    desk.settled(desk.call(cites("survey")))
    assert [entry.note for entry in desk.entries()] == ["A *reprint*.", None]


def test_raised_numbers_hang_on_the_word_and_others_do_not() -> None:
    assert [clerk(style).raised for style in ("nature", "ieee", "apa")] == [True, False, False]
    assert clerk("oscola").call_raised
    assert not clerk("oscola").raised


def test_a_mark_that_an_author_writes_stays_what_it_is() -> None:
    desk = clerk("apa")
    assert desk.settled("\ue0f07\ue0f1") == "\ue0f07\ue0f1"


def test_whoever_measures_gets_words_as_long_as_the_citation() -> None:
    assert clerk("apa").room(cites("survey")) == " (Roe, 2025)a"
    assert clerk("nature").room(cites("survey", "act")) == "0.0."
    assert clerk("oscola").room(cites("survey")) == " (Roe 2025)"
    assert clerk("apa").room([]) == ""


def test_a_style_that_does_not_work_is_a_problem_of_the_brief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object) -> None:
        raise KeyError("locale")

    monkeypatch.setattr(engine.Engine, "_reference", fails)
    desk = clerk("apa")
    desk.call(cites("survey"))
    with pytest.raises(Refused) as refused:
        list(desk.entries())
    [problem] = refused.value.problems
    assert problem.message.startswith(
        "the citation style 'apa' does not work at the source 'survey'"
    )
