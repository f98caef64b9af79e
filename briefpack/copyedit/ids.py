"""Ids: each is a name that can be referred to, and no two things have the same."""

import re
from collections.abc import Iterable, Iterator

from briefpack import reading
from briefpack.brief import KINDS, Manuscript
from briefpack.brief.source import Listed
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

_ID = re.compile(r"[^\W_][\w.:-]*")
_TAKEN = re.compile(rf"(?:{'|'.join(KINDS)})(?:-\d+)?|(?:source|recommendation)-.*")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """No two things of a kind have one id, and every id can stand in a reference.

    A reference to an id that is there twice would lead to the first and hide the second. An id
    becomes part of a link's address, so it has neither spaces nor signs.
    """
    for what, ids in _ids(manuscript):
        yield from _check(what, ids)


def _ids(manuscript: Manuscript) -> Iterator[tuple[str, list[Words]]]:
    brief = manuscript.brief
    facts = brief.glance.facts if brief.glance else []
    items = brief.recommendations.items if brief.recommendations else []
    yield "sources", [one.id for one in brief.sources if not isinstance(one, Listed)]
    yield "quotes", [quote.id for quote in brief.quotes]
    yield "recommendations", [item.id for item in items]
    if brief.options:
        yield "criteria", [criterion.id for criterion in brief.options.criteria]
        yield "options", [option.id for option in brief.options.options]
    yield "risks", [risk.id for risk in brief.risks]
    yield "stakeholders", [stakeholder.id for stakeholder in brief.stakeholders]
    yield "key facts", [fact.id for fact in facts if fact.id is not None]


def _check(what: str, ids: Iterable[Words]) -> Iterator[Problem]:
    first: dict[str, Words] = {}
    for id_ in ids:
        if not _ID.fullmatch(id_):
            message = f"{quoted(id_)} cannot be an id"
            hint = "an id has letters, digits, hyphens and points, and no spaces"
            yield complaint(id_, "id", message, hint)
        yield from twice(what, id_, first.setdefault(str(id_), id_))


def check_anchors(manuscript: Manuscript) -> Iterator[Problem]:
    """No two headings, figures or tables of all texts have the same id, nor one of the layout's.

    Parts, sources and recommendations have ids in the same document, and links lead there.
    """
    first: dict[str, Words] = {}
    for id_ in reading.ids(manuscript.tokens):
        yield from twice("headings, figures or tables", id_, first.setdefault(str(id_), id_))
        if _TAKEN.fullmatch(id_):
            message = f"the id {quoted(id_)} belongs to a part of the brief"
            yield complaint(id_, "id", message, "give it another id")


def twice(what: str, id_: Words, first: Words) -> Iterator[Problem]:
    """A complaint of the second thing with an id, which names the place of the first."""
    if first is not id_:
        message = f"two {what} have the id {quoted(id_)}; the first is at {first.place}"
        yield complaint(id_, "duplicate-id", message, "give one of them another id")
