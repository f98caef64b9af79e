"""The reference of the content files (content/README.md) names the keys that there are."""

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from briefpack import blocks, brief
from briefpack.blocks import Block

REFERENCE = (Path(__file__).parent.parent / "content" / "README.md").read_text("utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (●?) ?\| (.+) \|$", re.MULTILINE)

MODELS: dict[str, type[brief.Model]] = {
    "brief.yaml": brief.Brief,
    "One of the authors, and the contact": brief.Person,
    "press": brief.Press,
    "cover": brief.Cover,
    "glance": brief.Glance,
    "One of the facts": brief.KeyFact,
    "about": brief.About,
    "One of the parts": brief.Part,
    "timeline.yaml": brief.Timeline,
    "One of the pages": brief.Heading,
    "One of the eras": brief.Era,
    "One of the categories": brief.Category,
    "One of the events": brief.Event,
    "quotes.yaml": brief.Quote,
    "recommendations.yaml": brief.Recommendations,
    "One of the items": brief.Recommendation,
    "glossary.yaml": brief.Term,
    "numbers.yaml": brief.Ledger,
    "One of the numbers": brief.Number,
    "The data of a number": brief.Cell,
    "One of the claims": brief.Claim,
    "house.yaml": brief.House,
    "words": brief.WordBudget,
    "pages": brief.PageBudget,
    "verbs": brief.OpeningVerbs,
    "The style of numbers": brief.NumberStyle,
    "sentence": brief.SentenceLength,
    "paragraphs.yaml": brief.Paragraphs,
    "options.yaml": brief.Options,
    "One of the criteria": brief.Criterion,
    "One of the options": brief.Option,
    "One of the scores": brief.Score,
    "risks.yaml": brief.Risk,
    "stakeholders.yaml": brief.Stakeholder,
    "questions.yaml": brief.Question,
    "lines.yaml": brief.LineToTake,
    "sources.yaml": brief.Source,
    "One of the names": brief.Name,
}
WITH_OPTIONS = {
    f"Options of a {block.called()}: `{block.usage}`": block
    for block in blocks.BLOCKS
    if set(block.model_fields) - {"argument", "body"}
}


def section(heading: str) -> str:
    """What stands below a heading, up to the next."""
    [_, below] = re.split(rf"^##+ {re.escape(heading)}$", REFERENCE, flags=re.MULTILINE)
    return re.split(r"^##+ ", below, maxsplit=1, flags=re.MULTILINE)[0]


def rows(heading: str) -> list[tuple[str, bool, str]]:
    """Key, whether it must be there, and what is said of it."""
    return [(key, bool(dot), said) for key, dot, said in ROW.findall(section(heading))]


def choices(annotation: Any) -> set[str]:
    """The words that a field is one of, where it is."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set().union(*(choices(part) for part in get_args(annotation)))


def fields(model: type[brief.Model]) -> dict[str, Any]:
    taken = {"argument", "body"} if issubclass(model, Block) else set()
    return {f.alias or n: f for n, f in model.model_fields.items() if n not in taken}


def test_every_table_is_looked_at() -> None:
    tables = re.findall(r"^\|---\|---\|---\|$", REFERENCE, re.MULTILINE)
    assert len(tables) == len(MODELS) + len(WITH_OPTIONS)


def test_every_kind_of_content_has_its_table() -> None:
    kinds = {kind for kind in vars(brief).values() if isinstance(kind, type)}
    models = {kind for kind in kinds if issubclass(kind, brief.Model)}
    assert models - {brief.Model, brief.Citation} == set(MODELS.values())


@pytest.mark.parametrize("heading", [*MODELS, *WITH_OPTIONS])
def test_the_keys_are_those_of_the_model(heading: str) -> None:
    model = (MODELS | WITH_OPTIONS)[heading]
    assert [(key, must) for key, must, _ in rows(heading)] == [
        (key, field.is_required()) for key, field in fields(model).items()
    ]


@pytest.mark.parametrize("heading", [*MODELS, *WITH_OPTIONS])
def test_choices_are_all_named(heading: str) -> None:
    known = fields((MODELS | WITH_OPTIONS)[heading])
    for key, _, said in rows(heading):
        assert choices(known[key].annotation) <= set(re.findall(r"`([^`]+)`", said)), key


def test_the_cover_pictures_are_all_named() -> None:
    assert set(brief.DRAWN) <= set(re.findall(r"`([^`]+)`", section("cover")))


def test_blocks_without_options_are_named_too() -> None:
    plain = {f":::{{{block.name}}}" for block in blocks.BLOCKS} - {
        heading.partition("`")[2].partition(" ")[0].rstrip("`") for heading in WITH_OPTIONS
    }
    assert all(fence in section("Blocks without options") for fence in plain)
