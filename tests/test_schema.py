"""The JSON Schemas: current, true to the model, and as wide as content may be written."""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefpack import brief, schema
from briefpack.brief import Brief
from briefpack.shelf import SAMPLE, SCHEMAS


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, which knows no dates."""


EditorsLoader.yaml_implicit_resolvers = {
    letter: [(tag, found) for tag, found in rows if not tag.endswith(":timestamp")]
    for letter, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema.schema(name))


def faults(name: str, text: str) -> list[str]:
    """What an editor underlines in this text."""
    found = validator(name).iter_errors(yaml.load(text, EditorsLoader))
    return [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in found]


CONTENT = SAMPLE.parent
NAMES = [
    f"{folder.name}/{name}.yaml"
    for folder in sorted(CONTENT.iterdir())
    for name in (Path(file).stem for file in schema.FILES)
    if (folder / f"{name}.yaml").is_file()
]


def test_the_house_rules_have_nothing_underlined_and_name_their_schema() -> None:
    text = (CONTENT / "house.yaml").read_text("utf-8")
    assert faults("house.json", text) == []
    assert text.splitlines()[0].endswith("$schema=../briefpack/schemas/house.json")


@pytest.mark.parametrize(
    ("rules", "where"),
    [
        ("words: {glance: 220, text: '3000'}", ""),
        ("required: as-of", ""),
        ("banned: {utilise: use, synergy: }", ""),
        ("dates: 5 January 2026", ""),
        ("numbers: {percent: word}", ""),
        ("words: {txt: 3000}", "txt"),
        ("dates: 5th of January", "dates"),
        ("numbers: {percent: '%'}", "percent"),
        ("house: Valley", "house"),
    ],
)
def test_house_rules_are_underlined_where_they_are_wrong(rules: str, where: str) -> None:
    found = faults("house.json", rules)
    assert bool(found) == bool(where)
    assert where in "".join(found)


def schema_of(name: str) -> str:
    return f"{Path(name).stem}.json"


@pytest.mark.parametrize("name", schema.FILES)
def test_the_committed_schemas_are_current(name: str) -> None:
    written = (SCHEMAS / name).read_text("utf-8")
    assert written == schema.written(name), "`make schema` brings it up to date"


@pytest.mark.parametrize("name", schema.FILES)
def test_they_are_valid_themselves(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((SCHEMAS / name).read_text("utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_have_nothing_underlined(name: str) -> None:
    text = (CONTENT / name).read_text("utf-8")
    assert faults(schema_of(name), text) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_name_their_schemas(name: str) -> None:
    text, name = (CONTENT / name).read_text("utf-8"), schema_of(name)
    line = f"# yaml-language-server: $schema=../../briefpack/schemas/{name}"
    assert text.splitlines()[0] == line


BRIEF = """\
title: T
date: 2026-01-05
stance: neutral
authors: [{name: A}]
"""


@pytest.mark.parametrize(
    "more",
    [
        "number: 2026",
        "version: 1.0",
        "title: NO",
        "subtitle: true",
        "subtitle:",
        "paper:",
        "as-of: 2024",
        "as-of: 2024-06",
        "as-of: c. 1962",
        "as-of: 1962-10-16/1962-10-28",
        "parts: [cover, glance, sources]",
        "parts: [{text: argument.md}, {quote: moon-1963}]",
        "parts: [{kind: text, file: argument.md}, {kind: text, text: Words}]",
        "sources: [{id: a, title: B}]",
        "sources: [{id: a, title: B, date: 1962, accessed: 2024-06}]",
    ],
)
def test_what_a_brief_may_say_is_not_underlined(more: str) -> None:
    lines = [line for line in BRIEF.splitlines() if not more.startswith(line.partition(":")[0])]
    assert faults("brief.json", "\n".join([*lines, more])) == []


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("titel: T", "titel"),
        ("stance: both", "stance"),
        ("as-of: last year", "as-of"),
        ("as-of: 2024-6-x", "as-of"),
        ("parts: [covr]", "parts/0"),
        ("parts: [{text: a.md, quote: b}]", "parts/0"),
        ("authors: []", "authors"),
        ("title: [a, list]", "title"),
        ("keywords: one", "keywords"),
        ("sources: [{id: a}]", "sources/0"),
    ],
)
def test_what_is_wrong_in_a_brief_is_underlined(more: str, where: str) -> None:
    lines = [line for line in BRIEF.splitlines() if not more.startswith(line.partition(":")[0])]
    found = faults("brief.json", "\n".join([*lines, more]))
    assert len(found) == 1
    assert where in found[0]


@pytest.mark.parametrize("missing", ["title", "date", "stance", "authors"])
def test_what_a_brief_must_say_is_asked_for(missing: str) -> None:
    lines = [line for line in BRIEF.splitlines() if not line.startswith(missing)]
    assert faults("brief.json", "\n".join(lines)) == [f": '{missing}' is a required property"]


@pytest.mark.parametrize(
    "source", ["hart-2025", '"hart-2025, p. 3"', "[a, b]", "{key: a, locator: p. 3}", "[{key: a}]"]
)
def test_citations_may_take_every_form(source: str) -> None:
    event = f"{{date: 1962, title: T, category: c, source: {source}}}"
    text = f"title: T\nscale: true\ncategories: {{c: {{label: L}}}}\nevents: [{event}, {event}]"
    assert faults("timeline.json", text) == []


def test_one_heading_may_stand_alone_where_a_list_is_meant() -> None:
    item = "{id: a, title: T, action: A, lead: L, see: heading, evidence: [x, 'y, p. 2']}"
    assert faults("recommendations.json", f"title: T\nitems: [{item}]") == []


def test_short_forms_are_those_of_the_model() -> None:
    """What the schema lets through, the model takes as well."""
    for value in ("cover", {"text": "a.md"}, {"quote": "q"}):
        brief.Part.model_validate(value)
    assert brief.Citation.model_validate("key, p. 3").locator == "p. 3"


def test_only_lists_that_the_model_takes_so_may_be_one_value() -> None:
    properties = schema.schema("brief.json")["properties"]
    alone = {"$ref": "#/$defs/Person"}
    assert alone in properties["contact"]["anyOf"]
    assert properties["authors"]["type"] == "array"


def test_what_an_editor_shows_stands_below_the_field_in_the_model() -> None:
    properties = schema.schema("brief.json")["properties"]
    assert properties["as-of"]["description"].startswith("The day up to which")
    assert properties["stance"]["enum"] == ["neutral", "advocacy"]
    assert set(properties) == {info.alias for info in Brief.model_fields.values()}
