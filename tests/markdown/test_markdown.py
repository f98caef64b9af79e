"""Markdown beside the HTML that it comes to, or beside what is wrong with it."""

from pathlib import Path
from typing import Any

import pytest
from markdown_it.utils import read_fixture_file
from markupsafe import Markup

from briefpack import markdown
from briefpack.blocks import Block
from briefpack.brief import Citation
from briefpack.pages import prose
from briefpack.problem import Problem
from briefpack.words import Words

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    return [
        pytest.param(source, expected, id=title.replace(" ", "-"))
        for _, title, source, expected in read_fixture_file(HERE / name)
    ]


def cite(citations: list[Citation], call_id: str) -> Markup:
    return Markup('<cite id="{}">{}</cite>').format(call_id, said(citations))


def said(citations: list[Citation]) -> str:
    return ", ".join(
        f"{citation.key} ({citation.locator})" if citation.locator else citation.key
        for citation in citations
    )


def refer(form: str, target: str) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(target, form)


def render_block(block: Block) -> Markup:
    fields = [f"{name}={shown(value)}" for name, value in block if value not in (None, (), [])]
    return Markup("<block>{}</block>\n").format(Markup(" ".join([block.name, *fields])))


def shown(value: Any) -> str:
    if isinstance(value, list):
        return said(value)
    if isinstance(value, tuple):
        return f"[{prose.html(value, render_block=render_block, cite=cite, refer=refer).strip()}]"
    return str(value)


def told(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    place = f"{problem.place.line}:{problem.place.column}"
    return f"{place} {problem.rule}: {problem.message}{hint}"


@pytest.mark.parametrize(("source", "expected"), cases("html.md"))
def test_a_text_becomes_html(source: str, expected: str) -> None:
    tokens, problems = markdown.parse(Words(source), language="en", first_id="text")
    assert [told(problem) for problem in problems if problem.rule != "heading-level"] == []
    html = prose.html(tokens, render_block=render_block, cite=cite, refer=refer)
    assert str(html).strip() == expected.strip()


@pytest.mark.parametrize(("source", "expected"), cases("problems.md"))
def test_what_is_wrong_with_a_text_is_said(source: str, expected: str) -> None:
    _, problems = markdown.parse(Words(source), language="en", first_id="text")
    assert [told(problem) for problem in problems] == expected.splitlines()
