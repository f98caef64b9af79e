"""A caption begins with the number of what it belongs to."""

from markupsafe import Markup

from briefpack.pages.captions import labelled

LABEL = '<span class="label">Figure 3</span><span> </span>'


def test_the_label_stands_before_a_line() -> None:
    assert labelled("Figure 3", Markup("<em>Where</em>")) == LABEL + "<em>Where</em>"


def test_the_label_stands_within_the_first_paragraph() -> None:
    words = Markup('<p data-at="a:1">Where</p><p>they start</p>')
    assert labelled("Figure 3", words) == f'<p data-at="a:1">{LABEL}Where</p><p>they start</p>'


def test_without_a_number_there_is_no_label() -> None:
    assert labelled("", Markup("<p>Where</p>")) == "<p>Where</p>"


def test_plain_words_are_escaped() -> None:
    assert labelled("", "A < B") == "A &lt; B"
