"""Nothing is lost on the way to the page without a complaint at its place."""

import pytest

from briefpack.pages import typeset
from briefpack.problem import Problem, Refused
from tests.pages.printed import forme, printed

TALL = "<section style='position: absolute; top: 0' data-at='text.md:7'>{}</section>"


def problems(body: str, style: str = "") -> list[Problem]:
    with pytest.raises(Refused) as refused:
        typeset.lay_out(forme(body, style)).pdf()
    return refused.value.problems


def test_words_that_run_out_of_an_absolute_box_are_missed() -> None:
    (problem,) = problems(TALL.format(f"<p>{'Many words. ' * 2000}The last of them.</p>"))
    assert (problem.place.file, problem.place.line) == ("text.md", 7)
    assert problem.rule == "lost-words"
    assert "The last of them.'" in problem.message


def test_a_word_that_the_edge_of_the_page_cuts_is_missed() -> None:
    (problem,) = problems(f"<p data-at='text.md:3:2'>{'W' * 200}</p>")
    assert str(problem.place) == "text.md:3:2"
    assert problem.message.startswith("these words run off the edge of page 1")


def test_what_a_style_sheet_hides_is_missed_unless_the_html_says_so() -> None:
    (problem,) = problems("<p>Seen.</p><p class='gone'>Not seen.</p>", ".gone { display: none }")
    assert "'Not seen.'" in problem.message
    assert printed("<p>Seen.</p><p hidden>Not seen, <b>nor this</b>.</p>")


def test_broken_words_changed_letters_and_notes_are_no_loss() -> None:
    style = "p { width: 20mm; hyphens: auto; text-transform: uppercase } i { float: footnote }"
    assert printed("<p>Groß extraordinary cooperation<i>A note.</i> — incomprehensibilities", style)
