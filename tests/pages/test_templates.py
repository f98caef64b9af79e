"""Templates can neither be broken out of nor print a name that is not there."""

from pathlib import Path

import jinja2
import pytest

from briefpack.brief import Source
from briefpack.pages.layout import Layout
from briefpack.pages.templates import address, blaming, css_string, environment
from briefpack.problem import Refused


def rendered(tmp_path: Path, template: str, **values: str) -> str:
    (tmp_path / "t.html").write_text(template, "utf-8")
    return environment(Layout("x", (tmp_path,))).get_template("t.html").render(**values)


def test_text_cannot_become_markup(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ title }}", title="<b>&") == "&lt;b&gt;&amp;"


def test_an_unknown_name_stops_the_composition(tmp_path: Path) -> None:
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        rendered(tmp_path, "{{ titel }}", title="x")


@pytest.mark.parametrize("hostile", ['"', "\\", "</style><script>", "a\nb", "}"])
def test_a_css_string_cannot_end_early(hostile: str) -> None:
    string = css_string(hostile)
    assert string[0] == string[-1] == '"'
    assert '"' not in string[1:-1].replace("\\22 ", "")
    assert "<" not in string
    assert "\n" not in string


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://www.example.org/papers/", "example.org/papers"),
        ("https://example.org/a?id=3", "example.org/a?id=3"),
        ("https://example.org", "example.org"),
    ],
)
def test_an_address_prints_without_what_a_reader_need_not_type(url: str, printed: str) -> None:
    assert address(Source.model_validate({"id": "a", "title": "A", "url": url})) == printed


def test_a_short_address_is_printed_instead() -> None:
    source = {"id": "a", "title": "A", "url": "https://example.org/long", "short": "ex.org/1"}
    assert address(Source.model_validate(source)) == "ex.org/1"


@pytest.mark.parametrize(
    "broken", ["<p>\n{% if %}", "<p>\n{{ titel }}", "<p>\n{% include 'x' %}", "<p>\n{{ 1 / 0 }}"]
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, broken: str) -> None:
    look = Layout("x", (tmp_path,))
    with pytest.raises(Refused) as refused, blaming(look):
        rendered(tmp_path, broken)
    (problem,) = refused.value.problems
    assert str(problem.place) == f"{tmp_path / 't.html'}:2"


def test_a_template_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_bytes("<p>\nfünf".encode("latin-1"))
    look = Layout("x", (tmp_path,))
    with pytest.raises(Refused) as refused, blaming(look):
        environment(look).get_template("t.html")
    (problem,) = refused.value.problems
    assert (str(problem.place), problem.message) == (
        f"{tmp_path / 't.html'}:2",
        "this is not UTF-8",
    )
