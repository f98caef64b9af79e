"""No text, however broken, raises; and what it comes to is HTML that can be tagged."""

from collections.abc import Sequence
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from briefpack import markdown, reading
from briefpack.blocks import Block
from briefpack.brief import Citation
from briefpack.pages import prose
from briefpack.problem import Place
from briefpack.words import Words

PIECES = """
::: :::: ``` ~~~ {quote} {figure}␣a.svg {table} {note} {fact}␣x :alt:␣b :credit:␣*c*␣[@k] ␣␣more
> -␣ 1.␣ #␣ ##␣ ######␣ ␣␣␣␣ |␣a␣|␣b␣| |---|---| | :␣def [^1] [^1]:␣ ^[ ] [ ( ) ![x](y.png) --- ===
[@a,␣p.␣3] [@a;␣@b [@ <b> </b> <!-- --> <? <script <https://e.org> [l](https://e.org) [l](#x)
[l](javascript:a) [*e*](mailto:a@b.c) * ** _ ` \\ " ' -- ... &amp; &lt; {#id} {# « ␣! [r]:␣x [r] http://[
"""
MARKDOWN = st.lists(
    st.sampled_from(
        [piece.replace("␣", " ") for piece in PIECES.split()]
        + ["\n", "\n\n", " ", "\t", "word"]
        + ["\n<!-- waive line: it is one -->\n", "<!-- waive"]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)
VOID = ("br", "hr", "img")

unhurried = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class Reader(HTMLParser):
    """Follows the tags, and minds what a tagged PDF does not bear."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: object) -> None:
        assert "a" not in self.open, f"{tag} in a link"
        assert tag != "p" or "li" not in self.open[-1:], "a paragraph in a list"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def refer(form: str, target: str) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(target, form)


def render_block(block: Block) -> Markup:
    lines = [html(value) for _, value in block if isinstance(value, tuple)]
    return Markup("<div>{}</div>").format(Markup("").join(lines))


def cite(citations: list[Citation], call_id: str) -> Markup:
    return Markup('<sup id="{}">{}</sup>').format(call_id, len(citations))


def html(tokens: Sequence[Token]) -> Markup:
    return prose.html(tokens, render_block=render_block, cite=cite, refer=refer)


@unhurried
@given(MARKDOWN, st.sampled_from(["en", "fr", "zz"]))
def test_any_text_is_read_and_set(source: str, language: str) -> None:
    text = Words(source, Place("b/body.md", 1, 1), source.split("\n")[0], source.split("\n"))
    tokens, problems = markdown.parse(text, language=language, first_id="text")
    waivers, misread = markdown.waivers.read(text)
    assert all(0 < waiver.first <= waiver.last <= len(text.lines) for waiver in waivers)
    problems += misread
    assert all(problem.place.line > 0 and problem.place.column > 0 for problem in problems)
    reader = Reader()
    reader.feed(html(tokens))
    reader.close()
    assert reader.open == []
    assert "javascript:" not in "".join(
        str(token.attrs.get("href", "")) for token in reading.walk(tokens)
    )


@unhurried
@given(MARKDOWN)
def test_any_line_is_read_and_set(source: str) -> None:
    text = Words(source, Place("b/brief.yaml", 3, 8), f"title: {source}", [f"title: {source}"])
    tokens, _ = markdown.parse_inline(text, language="en")
    assert "<script" not in html(tokens)
    assert isinstance(markdown.typographic(source, "fr"), str)


@unhurried
@given(MARKDOWN)
def test_any_text_can_be_walked(source: str) -> None:
    tokens, _ = markdown.parse(Words(source), language="en", first_id="text")
    ids = [heading.id for heading in reading.headings(tokens)]
    assert set(ids) <= set(reading.ids(tokens))
    assert all(citation.key for citation in reading.citations(tokens))
    assert all(link.place.line for link in reading.internal_links(tokens))
