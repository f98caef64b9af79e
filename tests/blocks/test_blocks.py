"""A block is what its directive says, and is shown by a template of its name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from briefpack import markdown, reading
from briefpack.blocks import BLOCKS, Block, FactBlock, FigureBlock, NoteBlock, QuoteBlock
from briefpack.brief import Citation, KeyFact, Quote
from briefpack.dates import When
from briefpack.pages import captions, layout, prose, templates
from briefpack.pages.plates import Plate
from briefpack.words import Words

POLICY = layout.find("policy")
MOON = Quote.model_validate(
    {
        "id": "moon-1963",
        "words": Words("Why, therefore, should man's first flight be national?\n\nSurely not."),
        "speaker": Words("John F. Kennedy"),
        "role": Words("President"),
        "occasion": Words("UN General Assembly"),
        "date": "1963-09-20",
        "source": Words("jfk-1963, p. 2"),
    }
)
LAUNCHES = KeyFact.model_validate(
    {"id": "launches", "value": "34", "unit": "a year", "label": "launches in *2019*"}
)


def placed(source: str) -> list[Block]:
    tokens, problems = markdown.parse(Words(source), language="en", first_id="text")
    assert problems == []
    return list(reading.blocks(tokens))


def cite(citations: list[Citation], call_id: str = "") -> Markup:
    keys = ", ".join(citation.key for citation in citations)
    return Markup("<sup>{}{}</sup>").format(keys, call_id)


def inline(words: str, citations: Sequence[Citation] = ()) -> Markup:
    tokens, _ = markdown.parse_inline(Words(words), language="en")
    html = prose.html(tokens, render_block=render, cite=cite, refer=refer)
    return html + cite(list(citations)) if citations else html


def refer(form: str, target: str) -> Markup:
    return Markup("<a>{} {}</a>").format(form, target)


def date(when: When) -> str:
    return str(when.start.year)


HELPERS: dict[str, Any] = {
    "at": lambda *_: "",
    "cite": cite,
    "counted": str,
    "date": date,
    "exact": lambda words: markdown.typographic(words, "en"),
    "fitted": lambda text, face, points, width, least: points,
    "inline": inline,
    "labelled": captions.labelled,
    "numbers": cite,
    "parted": lambda words: words.split("\n\n"),
    "prose": lambda tokens: prose.html(tokens, render_block=render, cite=cite, refer=refer),
    "words": POLICY.wording(Words("en")),
}


def render(block: Block) -> Markup:
    environment = templates.environment(POLICY)
    environment.globals.update(HELPERS)
    template = environment.get_template(f"blocks/{block.name}.html")
    table = {"table": Markup("<table></table>"), "caption": "", "place": "held", "short": True}
    plate = Plate(getattr(block, "place", ""), "map.svg", Path("map.svg"), 80.0, 60.0)
    view = {"quote": MOON, "fact": LAUNCHES, "plate": plate, "label": "", **table}
    return Markup(template.render(block=block, **view))


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_has_a_file_a_name_and_a_template(kind: type[Block]) -> None:
    assert kind.__module__ == f"briefpack.blocks.{kind.name}"
    assert kind.usage.startswith(f":::{{{kind.name}}}")
    assert kind.__doc__
    assert POLICY.find(f"blocks/{kind.name}.html").is_file()


def test_names_are_given_once() -> None:
    assert len({kind.name for kind in BLOCKS}) == len(BLOCKS)


def test_a_quote_stands_in_the_side_column_unless_told() -> None:
    [quote] = placed(":::{quote} moon-1963\n:::\n")
    assert quote == QuoteBlock.model_validate({"argument": "moon-1963", "style": "side"})


def test_a_quote_is_a_quotation_with_its_attribution_last() -> None:
    [quote] = placed(":::{quote} moon-1963\n:style: measure\n:::\n")
    html = render(quote)
    assert html.startswith('<blockquote class="quotation measure">')
    assert "<p>Why, therefore, should man’s first flight be national?</p>\n" in html
    assert "<p>Surely not.</p>" in html
    footer = html[html.index("<footer>") :]
    for said in ("John F. Kennedy", "President", "UN General Assembly", "1963", "jfk-1963"):
        assert said in footer
    assert footer.split("</footer>")[1].split() == ["</blockquote>"]


def test_a_figure_has_a_description_a_caption_and_a_credit() -> None:
    source = (
        ":::{figure} figures/map.svg\n:id: map\n:alt: Sites & seas\n:place: wide\n"
        ":credit: NASA [@nasa]\nWhere *rockets* start.\n:::\n"
    )
    [figure] = placed(source)
    html = render(figure)
    assert html.startswith('<figure class="figure wide" id="map">')
    assert '<img src="map.svg" alt="Sites &amp; seas" style="width: 80.0mm">' in html
    caption = html[html.index("<figcaption>") : html.index("</figcaption>")]
    assert "<p>Where<span> </span><em>rockets</em> start.</p>" in caption
    assert '<p class="credit"><span class="nb">NASA<sup>nasa</sup></span></p>' in caption


def test_a_decorative_figure_is_not_announced() -> None:
    [figure] = placed(":::{figure} figures/rule.svg\n:decorative: true\n:::\n")
    assert isinstance(figure, FigureBlock)
    assert figure.decorative
    assert 'alt=""' in render(figure)
    assert "figcaption" not in render(figure)


def test_a_fact_shows_number_unit_and_label() -> None:
    [fact] = placed(":::{fact} launches\n:::\n")
    assert isinstance(fact, FactBlock)
    html = render(fact)
    assert '34 <span class="unit">a year</span>' in html
    assert "launches in<span> </span><em>2019</em>" in html


def test_a_note_has_a_title_and_holds_other_blocks() -> None:
    source = ":::{note} What is a *payload*?\nWords.\n\n:::{table}\n| x |\n|---|\n| 1 |\n:::\n:::\n"
    note, table = placed(source)
    assert isinstance(note, NoteBlock)
    html = render(note)
    assert '<p class="title">What is a<span> </span><em>payload</em>?</p>' in html
    assert "<p>Words.</p>" in html
    assert str(render(table)).strip() in html


def test_a_note_may_do_without_a_title() -> None:
    [note] = placed(":::{note}\nWords.\n:::\n")
    assert "title" not in render(note)


def test_a_layout_may_show_a_block_in_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks/fact.html").write_text("<b>{{ fact.value }}</b>", "utf-8")
    own = templates.environment(layout.Layout("own", (tmp_path, *POLICY.folders)))
    assert own.get_template("blocks/fact.html").render(fact=LAUNCHES) == "<b>34</b>"
