"""Marks in a text where the pages of another edition begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.pages.milestones import Main, marked, shown
from briefpack.pages.openings import ENOUGH, Opening, bare

LABEL = "page {page}"


def drawn(html: str, *openings: Opening, **anchors: int) -> str:
    """The body with marks as numbers in curly brackets, and bars."""
    made = marked(f"<body>{html}</body>", Main(openings, anchors), LABEL)
    made = re.sub(r'<span class="milestone" id="milestone-(\d+)"[^>]*></span>', r"{\1}", made)
    made = made.replace('<span class="turn"></span>', "|").replace("<span> </span>", " ")
    return re.sub(r'<span class="nb">(\|[^<]*)</span>', r"\1", made)[6:-7]


def at(name: str, words: str, after: int = 0) -> Opening:
    return Opening(("text", name) if name != "text" else ("text",), after, bare(words)[:ENOUGH])


def text(*paragraphs: str) -> str:
    inside = "".join(
        f'<p data-at="t:{line}">{words}</p>' for line, words in enumerate(paragraphs, start=1)
    )
    return f'<section id="text">{inside}</section>'


def test_a_paragraph_that_goes_on_over_the_page_is_marked_at_the_word() -> None:
    html = text("One two three.", "Four five six.")
    found = drawn(html, at("t:1", "One two three. Four"), at("t:2", "six.", 8))
    assert found == text("{1}One two three.", "Four five |{2}six.")


def test_words_that_come_again_are_told_apart_by_where_they_stand() -> None:
    html = text("No, no, no, no and no.")
    assert drawn(html, at("t:1", "no and no", 6)) == text("No, no, no, |{1}no and no.")


def test_what_is_set_otherwise_in_another_edition_does_not_count() -> None:
    html = text('One <span class="cites">9</span>two<span class="footnote">A note</span> three.')
    assert "|{1}three" in drawn(html, at("t:1", "three", 6))


def test_a_broken_word_is_marked_at_its_beginning() -> None:
    assert drawn(text("A long documentation."), at("t:1", "mentation", 8)) == text(
        "A long |{1}documentation."
    )


def test_signs_before_the_first_word_belong_to_it() -> None:
    assert drawn(text("… “We” will."), at("t:1", "We will.")) == text("{1}… “We” will.")


def test_a_mark_stands_before_a_link_and_not_within_it() -> None:
    html = text('See <a href="#x">the second part</a>.')
    assert drawn(html, at("t:1", "second part", 6)) == text(
        'See {1}<a href="#x">the second part</a>.'
    )


def test_a_page_that_begins_with_a_picture_is_marked_there() -> None:
    html = '<section id="text"><figure data-at="t:1"><img src="x"></figure></section>'
    assert '<figure data-at="t:1">{1}<img' in drawn(html, Opening(("text", "t:1")))


def test_an_element_that_is_not_there_is_looked_for_by_its_words_in_what_holds_it() -> None:
    html = text("One two three four five.", "Six seven eight nine ten.")
    assert drawn(html, Opening(("text", "gone"), 0, bare("Six seven eight"))) == text(
        "One two three four five.", "{1}Six seven eight nine ten."
    )


def test_words_that_are_not_there_are_marked_where_their_element_begins() -> None:
    html = text("One.", "Two.")
    assert drawn(html, at("t:1", "One"), at("t:2", "altogether different")) == text(
        "{1}One.", "{2}Two."
    )


def test_pages_of_nothing_have_their_numbers_one_below_the_other() -> None:
    found = marked(
        f"<body>{text('One two.')}</body>", Main([at("t:1", "One"), Opening(())], {}), ""
    )
    assert found.index("milestone-1") < found.index("milestone-2")


def test_links_say_on_which_page_of_the_main_edition_their_target_is() -> None:
    html = text('See <a class="ref" href="#ways">the table</a>, <a href="#none">there</a>.')
    found = drawn(html, at("t:1", "See"), ways=8)
    assert '<a class="ref" href="#ways" data-page="9">' in found
    assert '<a href="#none">' in found


@given(
    words=st.lists(st.sampled_from(["a", "no", "on", "noon", "anon", "“no”"]), min_size=3),
    cuts=st.sets(st.integers(0, 40)),
)
def test_however_a_text_is_paged_each_number_stands_once_and_in_order(
    words: list[str], cuts: set[int]
) -> None:
    starts = sorted({0, *(cut for cut in cuts if cut < len(words))})
    openings = [at("t:1", "".join(words[n:]), len(bare("".join(words[:n])))) for n in starts]
    found = drawn(text(" ".join(words)), *openings)
    assert re.findall(r"\{(\d+)\}", found) == [str(n) for n in range(1, len(starts) + 1)]
    assert re.sub(r"\||\{\d+\}", "", found) == text(" ".join(words))
    for number, start in enumerate(starts, start=1):
        behind = re.sub(r"\{\d+\}|\||<[^>]*>", "", found.split(f"{{{number}}}")[1])
        assert behind.split() == words[start:]


@pytest.mark.parametrize(
    ("marks", "tops", "pages"),
    [
        ({1: 0, 2: 1}, {0: 1, 1: 2}, [(1, 1), (2, 2)]),
        ({1: 0, 2: 1}, {0: 1}, [(1, 1), (1, 2)]),
        ({1: 0, 2: 2, 3: 2}, {0: 1}, [(1, 1), (1, 1), (1, 3)]),
    ],
    ids=["each on top", "one in the middle", "a page without, and one with two"],
)
def test_each_page_shows_what_is_between_marks(
    marks: dict[int, int], tops: dict[int, int], pages: list[tuple[int, int]]
) -> None:
    anchors = {f"milestone-{number}": page for number, page in marks.items()}
    openings = [
        Opening(("text", f"milestone-{tops[page]}") if page in tops else ("text",))
        for page in range(len(pages))
    ]
    assert shown(openings, anchors) == pages
