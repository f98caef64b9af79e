"""How laid-out pages begin."""

from briefpack.pages import typeset
from briefpack.pages.forme import Forme
from briefpack.pages.openings import Opening, bare

STYLE = "@page { size: 60mm 30mm; margin: 5mm } body { margin: 0; font: 10pt/15pt sans-serif }"


def openings(body: str, more: str = "") -> list[Opening]:
    html = f'<html lang="en"><title>T</title><style>{STYLE}{more}</style><body>{body}</body></html>'
    return typeset.lay_out(Forme(html, {})).openings


def test_a_page_begins_with_its_first_words_and_says_where_they_stand() -> None:
    first, second = openings(
        '<section id="text"><p data-at="t:1">One<br>two<br>three<br>four<br>five</p></section>'
    )
    assert first == Opening(("text", "t:1"), 0, "onetwothree")
    assert second == Opening(("text", "t:1"), 11, "fourfive")


def test_what_stands_beside_or_apart_from_the_text_begins_no_page() -> None:
    found = openings(
        '<p data-at="t:1">One</p><div style="break-before: page"></div>'
        '<aside data-at="t:2" style="float: right">Beside</aside>'
        '<p data-at="t:3"><span class="paragraph-number">7</span> Two '
        '<span class="cites">9</span></p>'
    )
    assert found[1] == Opening(("t:3",), 0, "two")


def test_a_page_with_nothing_else_begins_with_what_stands_beside() -> None:
    found = openings(
        '<p data-at="t:1">One</p><div style="break-before: page">'
        '<aside data-at="t:2" style="float: right">Beside</aside></div>'
    )
    assert found[1] == Opening(("t:2",), 0, "beside")


def test_a_head_that_is_repeated_begins_no_page() -> None:
    rows = "".join(f'<tr data-at="t:{n}"><td>Row {n}</td></tr>' for n in range(6))
    table = f"<table><thead><tr><th scope=col>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    assert openings(table, "th, td { padding: 0 }")[1].words.startswith("row")


def test_letters_and_digits_alone_are_told() -> None:
    assert bare("“No,” said he — 3.5 %\u00ad!") == "nosaidhe35"
