"""Parses the short fields of a brief, which hold a line of Markdown each."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefpack import markdown
from briefpack.brief import Brief, Glance, Options, Person, Recommendations, Timeline
from briefpack.ledger.filling import as_written
from briefpack.problem import Problem
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


def parse(brief: Brief) -> tuple[list["Token"], list[Problem]]:
    """The tokens of all of them, in reading order, and what is wrong with any."""
    tokens: list[Token] = []
    problems: list[Problem] = []
    for words in _fields(brief):
        found, faults = markdown.parse_inline(words, language=brief.language)
        tokens += found
        problems += faults
    return tokens, problems


def _fields(brief: Brief) -> Iterator[Words]:
    """The fields that a layout prints as Markdown."""
    for words in _all_fields(brief):
        if words is not None and words.place.line:  # what the model itself provides has no place
            yield as_written(words)


def _all_fields(brief: Brief) -> Iterator[Words | None]:
    yield from (brief.title, brief.subtitle)
    yield from _of_glance(brief.glance) if brief.glance else ()
    yield from _of_timeline(brief.timeline) if brief.timeline else ()
    yield from _of_recommendations(brief.recommendations) if brief.recommendations else ()
    yield from (term.text for term in brief.glossary)
    yield from _of_exhibits(brief)
    yield from (source.note for source in brief.sources)
    yield brief.about.title
    yield from _paragraphs(brief.about.text) if brief.about.text else ()
    yield from (brief.about.citation, brief.about.declaration, brief.about.licence)
    yield from (person.note for person in _people(brief))


def _of_glance(glance: Glance) -> Iterator[Words | None]:
    yield from (glance.title, glance.issue, *glance.ask)
    yield from (fact.label for fact in glance.facts)


def _of_timeline(timeline: Timeline) -> Iterator[Words | None]:
    yield timeline.title
    for page in timeline.pages:
        yield from (page.title, page.text)
    for event in timeline.events:
        yield from (event.title, event.text)


def _of_recommendations(recommendations: Recommendations) -> Iterator[Words | None]:
    yield from (recommendations.title, recommendations.intro)
    for item in recommendations.items:
        yield from (item.title, item.action, item.lead, item.by, item.cost)
    yield recommendations.note


def _of_options(options: Options) -> Iterator[Words | None]:
    yield options.title
    for criterion in options.criteria:
        yield from (criterion.label, criterion.unit)
    for option in options.options:
        yield from (option.title, option.summary)
        yield from (score.value for score in option.scores.values())
    yield options.waiver


def _of_exhibits(brief: Brief) -> Iterator[Words | None]:
    yield from _of_options(brief.options) if brief.options else ()
    for risk in brief.risks:
        yield from (risk.title, risk.text, risk.mitigation, risk.owner)
    for stakeholder in brief.stakeholders:
        yield from (stakeholder.name, stakeholder.interest, stakeholder.view)
    for question in brief.questions:
        yield from (question.question, *_paragraphs(question.answer))
    for line in brief.lines:
        yield from (line.line, line.support)


def _people(brief: Brief) -> Iterator[Person]:
    yield from brief.authors
    yield from brief.contact


def _paragraphs(text: Words) -> Iterator[Words]:
    """Each paragraph of a field that may hold several, at its own place."""
    text = as_written(text)
    for match in _PARAGRAPH.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        rest = text.at(start)
        yield Words(match[0].strip(), rest.place, rest.excerpt, rest.lines)
