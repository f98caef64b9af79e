"""References within the brief: what is named by its id is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefpack import reading
from briefpack.brief import Manuscript
from briefpack.nearest import did_you_mean, expected, nearest
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

if TYPE_CHECKING:
    from markdown_it.token import Token

    Read = Callable[[Iterable[Token]], Iterator[Words]]

GIVE_AN_ID = "give the heading an id: ## Heading {#its-id}"
MOST_IDS = 8
"""Ids that a hint lists."""

_PARAGRAPH = re.compile(r"p-(?P<number>\d+[a-z]*)", re.IGNORECASE)


def check_quotes(manuscript: Manuscript) -> Iterator[Problem]:
    """A quotation that a part or a text calls for is among the quotes."""
    if "quotes" in manuscript.gaps:
        return
    wanted = [part.quote for part in manuscript.brief.parts if part.quote is not None]
    wanted += _arguments(manuscript, "quote")
    known = [quote.id for quote in manuscript.brief.quotes]
    yield from _dangling(wanted, known, "quote", "add it to quotes.yaml")


def check_facts(manuscript: Manuscript) -> Iterator[Problem]:
    """A key fact that a text shows again is on the at-a-glance page, with an id."""
    if "glance" in manuscript.gaps:
        return
    facts = manuscript.brief.glance.facts if manuscript.brief.glance else []
    known = [fact.id for fact in facts if fact.id is not None]
    hint = "give the fact at a glance an id"
    wanted = [*_arguments(manuscript, "fact"), *chain(*_arguments(manuscript, "facts"))]
    yield from _dangling(wanted, known, "key fact", hint)


def check_categories(manuscript: Manuscript) -> Iterator[Problem]:
    """The category of each event is in the timeline's list, which gives its name and shape."""
    timeline = manuscript.brief.timeline
    if timeline is not None:
        wanted = [event.category for event in timeline.events]
        yield from _dangling(wanted, timeline.categories, "category", "add it to 'categories'")


def check_headings(manuscript: Manuscript) -> Iterator[Problem]:
    """What a recommendation rests on (`see`) is a heading, figure or table of a text.

    The reader is sent there to find the reasons; a dead link says that there are none.
    """
    if "text" in manuscript.gaps or manuscript.brief.recommendations is None:
        return
    wanted = [see for item in manuscript.brief.recommendations.items for see in item.see]
    yield from _leading_nowhere(manuscript, wanted, set(_anchors(manuscript)))


def check_links(manuscript: Manuscript) -> Iterator[Problem]:
    """A link within the brief leads somewhere: to a heading, a figure, a table or a part."""
    if not manuscript.gaps:
        links = _everywhere(manuscript, reading.internal_links)
        yield from _leading_nowhere(manuscript, links, _targets(manuscript))


def check_references(manuscript: Manuscript) -> Iterator[Problem]:
    """A reference leads to something that has a name: a number, a title.

    "Figure 3, page 7" is made from what is there; of a picture without a caption nothing is.
    """
    if manuscript.gaps:
        return
    nameless = {
        str(block.id): block.name
        for block in reading.blocks(manuscript.tokens)
        if getattr(block, "id", None) and not block.numbered
    }
    references = list(_everywhere(manuscript, reading.references))
    yield from _leading_nowhere(manuscript, references, _targets(manuscript))
    for target in references:
        if target in nameless:
            message = f"the {nameless[target]} {quoted(target)} has no number to be named by"
            title = "title" if nameless[target] == "box" else "caption"
            yield complaint(target, "reference", message, f"give it a {title}")


def _everywhere(manuscript: Manuscript, read: Read) -> Iterator[Words]:
    """What one of the readers finds in all short fields and texts."""
    return read([*manuscript.asides, *manuscript.tokens])


def _targets(manuscript: Manuscript) -> set[str]:
    """Every id that a link or a reference can lead to."""
    brief = manuscript.brief
    items = brief.recommendations.items if brief.recommendations else []
    return {
        *_anchors(manuscript),
        *(part.kind for part in brief.parts),
        *(f"recommendation-{item.id}" for item in items),
    }


def _anchors(manuscript: Manuscript) -> Iterator[str]:
    return map(str, reading.ids(manuscript.tokens))


def _leading_nowhere(
    manuscript: Manuscript, wanted: Iterable[Words], known: set[str]
) -> Iterator[Problem]:
    """Complaints of ids that nothing has, but for those of blocks of which worse was said."""
    lost = set(map(str, reading.lost(manuscript.tokens)))
    for words in wanted:
        if words not in known and words not in lost:
            yield complaint(words, "unknown-heading", *_nothing_has(words, known))


def _nothing_has(id_: Words, known: set[str]) -> tuple[str, str]:
    """What to say of an id that nothing has, and the ids of authors that it may stand for."""
    if number := _PARAGRAPH.fullmatch(id_):
        return f"there is no paragraph {number['number'].upper()}", ""
    given = {name for name in known if "--" not in name and not _PARAGRAPH.fullmatch(name)}
    hint = nearest(id_, given) or expected(given, MOST_IDS) or GIVE_AN_ID
    return f"nothing has the id {quoted(id_)}", hint


def _arguments(manuscript: Manuscript, kind: str) -> Iterator[Any]:
    """What the blocks of one kind name, in all texts."""
    return (block.argument for block in reading.blocks(manuscript.tokens) if block.name == kind)


def _dangling(
    wanted: Iterable[Words], known: Iterable[str], what: str, otherwise: str
) -> Iterator[Problem]:
    names = {str(name) for name in known}
    for words in wanted:
        if words not in names:
            hint = did_you_mean(words, names, otherwise)
            rule = f"unknown-{what.replace(' ', '-')}"
            yield complaint(words, rule, f"there is no {what} {quoted(words)}", hint)
