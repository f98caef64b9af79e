"""Prose says where it comes from, and asks others for blocks and citations."""

from markupsafe import Markup

from briefpack import markdown
from briefpack.blocks import Block
from briefpack.brief import Citation
from briefpack.pages import prose
from briefpack.problem import Place
from briefpack.words import Words

SOURCE = """\
# Title

Words
over lines [@key, p. 3].

- one
- two
  - three

| a |
|---|
| b |

> quoted

Term
: meaning

```
code
```

:::{quote} moon-1963
:::
"""


def block(block: Block) -> Markup:
    return Markup('<blockquote class="{}"><p>…</p></blockquote>\n').format(block.name)


def cite(citations: list[Citation], call_id: str) -> Markup:
    return Markup('<a id="{}">{}</a>').format(call_id, citations[0].locator)


def refer(form: str, target: str) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(target, form)


def html(source: str, file: str = "") -> Markup:
    text = Words(source, Place(file, 1, 1))
    tokens, problems = markdown.parse(text, language="en", first_id="text")
    assert problems == []
    return prose.html(tokens, render_block=block, cite=cite, refer=refer)


def test_blocks_say_in_which_line_of_which_file_they_begin() -> None:
    page = html(SOURCE, "moon/body.md")
    for tag, line in [
        ('<h2 id="text--title"', 1),
        ("<p", 3),
        ("<li", 6),
        ("<li", 7),
        ("<li", 8),
        ("<table", 10),
        ("<tr", 12),
        ("<blockquote", 14),
        ("<dt", 16),
        ("<dd", 17),
        ("<pre", 19),
        ('<blockquote data-at="moon/body.md:23" class="quote"', 23),
    ]:
        start = tag if "data-at" in tag else f'{tag} data-at="moon/body.md:{line}"'
        assert start in page


def test_what_has_no_place_does_not_say_one() -> None:
    assert "data-at" not in html(SOURCE)


def test_a_call_of_a_citation_has_its_id() -> None:
    assert '<span class="nb">lines.<a id="text--cite--1">p. 3</a></span>' in html(SOURCE)


def test_the_name_of_a_file_cannot_become_markup() -> None:
    assert 'data-at="&#34;&gt;&lt;b&gt;:1"' in html("Words", '"><b>')


def test_a_line_has_no_paragraph_around_it() -> None:
    tokens, _ = markdown.parse_inline(Words("*One* [line](#x)"), language="en")
    line = prose.html(tokens, render_block=block, cite=cite, refer=refer)
    assert line == '<em>One</em> <a href="#x">line</a>'


def test_no_tokens_are_no_html() -> None:
    assert prose.html([], render_block=block, cite=cite, refer=refer) == ""


def test_html_is_safe_to_put_into_a_template() -> None:
    assert Markup("{}").format(html("*Words*")) == "<p><em>Words</em></p>\n"


def test_what_was_complained_of_is_never_set() -> None:
    text = Words("[a](javascript:b) <script>c</script> ![d](e.png) :::{quote} f")
    tokens, _ = markdown.parse(text, language="en", first_id="text")
    page = prose.html(tokens, render_block=block, cite=cite, refer=refer)
    assert page == "<p>a c  :::{quote} f</p>\n"


def test_a_reference_is_an_element_before_which_the_space_stands_alone() -> None:
    page = html("See {ref map} and {page map}.")
    assert '<p>See<span> </span><a href="#map">ref</a> and<span> </span>' in page
    assert '<a href="#map">page</a>.</p>' in page
