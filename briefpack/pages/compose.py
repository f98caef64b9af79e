"""Compose: a manuscript and a layout become the HTML of the pages."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from briefpack import fonts
from briefpack.brief import Brief, Manuscript, Quote
from briefpack.ledger import printing
from briefpack.pages import (
    abbreviations,
    charting,
    contents,
    exhibits,
    furniture,
    milestones,
    numbering,
    plates,
    tables,
    templates,
    wording,
)
from briefpack.pages.desks import desk
from briefpack.pages.forme import Forme
from briefpack.pages.layout import Layout
from briefpack.pages.raising import raise_blocks
from briefpack.pages.setting import Setting
from briefpack.pages.views import VIEWS
from briefpack.paper import Paper
from briefpack.problem import Problem, Refused
from briefpack.reading import blocks

FILLER, NOTES = "filler", "notes"
"""The kinds of what no author asked for: what fills a page that would stay blank, and pages ruled
for notes at the end.
"""
LAST = {"annex": 1, "sources": 2}
"""Kinds of parts that are composed after the others, and in which order."""


def compose(
    manuscript: Manuscript,
    layout: Layout,
    paper: Paper,
    fillers: Sequence[str] = (),
    raised: Mapping[str, str] = MappingProxyType({}),
    shortened: bool = False,
    padding: int = 0,
    main: milestones.Main | None = None,
    shown: Sequence[tuple[int, int]] = (),
) -> Forme:
    """Lock up the pages of a brief.

    `fillers` are the element ids of parts before which a page would stay blank, because the part
    must start on a left or a right page: there a quotation stands that is placed nowhere else, or,
    when none is left, a page ruled for notes. `raised` says of a box of the side column that
    would not end on its page (by its `data-at`) before which paragraph it stands instead.
    `shortened` contents list the parts alone. `padding` is the number of pages ruled for notes
    at the end. `main` are the pages of the main edition, for one that has their numbers in its
    margin; `shown` the first and the last of them that each page shows some of.
    `Refused` when an event has too many words, a table is too wide for any page, or the layout has
    no words in the brief's language.
    """
    filled = main.fillers if main else fillers
    with templates.blaming(layout):
        manuscript = abbreviations.expanded(raise_blocks(manuscript, raised))
        setting = _setting(manuscript, layout, paper, shortened)
        setting.offer(contents.titles(manuscript, setting.wording))
        style = furniture.style(
            setting.templates, manuscript, layout, paper, setting.wording, shown
        )
        html = setting.render(
            "document.html",
            created=wording.machine(manuscript.brief.date),
            style=Markup(style),
            parts=[*_parts(setting, filled), *_padding(setting, padding)],
        )
    if setting.problems:
        raise Refused(setting.problems)
    pictures = {plate.url: plate.file for plate in setting.plates.values()}
    pages = setting.apparatus.settled(str(html))
    if main:
        pages = milestones.marked(pages, main, setting.wording["milestone"])
    kinds = _kinds(manuscript.brief, filled, padding)
    return Forme(pages, fonts.files() | pictures, kinds)


def _kinds(brief: Brief, filled: Sequence[str], padding: int) -> dict[str, str]:
    """Each part's kind by its element id; the notes before the sources belong to these."""
    ids = contents.part_ids(brief)
    kinds = {id_: str(part.kind) for id_, part in zip(ids, brief.parts, strict=True)}
    endnotes = {f"{id_}-notes": kind for id_, kind in kinds.items() if kind == "sources"}
    fillers = {f"before-{id_}": FILLER for id_ in filled}
    notes = {f"notes-{number}": NOTES for number in range(1, padding + 1)}
    return kinds | endnotes | fillers | notes


def _setting(manuscript: Manuscript, layout: Layout, paper: Paper, shortened: bool) -> Setting:
    words = layout.wording(manuscript.brief.language)
    apparatus = desk(manuscript, layout, words)
    words = {**words, **apparatus.named(words)}
    numbers = numbering.number(manuscript, words)
    figures = plates.plates(manuscript, layout.lengths("grid", paper), paper)
    drawings = charting.charted(manuscript, layout, paper)
    there = templates.environment(layout)
    brief, problems = manuscript.brief, list[Problem]()
    ledger = printing.wording(brief.numbers.numbers, brief.language) if brief.numbers else {}
    short = partial(
        wording.date, language=str(brief.language), about=words["about-date"], length="short"
    )
    return Setting(
        manuscript,
        layout,
        paper,
        words,
        there,
        apparatus,
        numbers,
        figures,
        drawings,
        tables.tables(manuscript, layout, paper, words, apparatus, short, problems),
        exhibits.VIEWS,
        ledger,
        shortened,
        problems,
    )


def _parts(setting: Setting, fillers: Sequence[str]) -> list[Markup]:
    """All parts in order. The annex is composed when all uses of numbers are known, the sources
    last, when every call has its number.
    """
    brief, ids = setting.brief, contents.part_ids(setting.brief)
    spare = _spare_quotes(setting)
    pages = setting.pages
    for index in sorted(range(len(ids)), key=lambda index: LAST.get(brief.parts[index].kind, 0)):
        id_, kind = ids[index], brief.parts[index].kind
        filler = _filler(setting, id_, next(spare, None)) if id_ in fillers else Markup("")
        view = VIEWS[kind](setting, index) if kind in VIEWS else {}
        pages[id_] = filler + setting.render(f"parts/{kind}.html", id=id_, **view)
    return [pages[id_] for id_ in ids]


def _filler(setting: Setting, before: str, quote: Quote | None) -> Markup:
    id_ = f"before-{before}"
    named = {"titles": {id_: "" if quote else setting.wording["notes"]}}
    if quote:
        return setting.render("parts/quote.html", id=id_, quote=quote, **named)
    return setting.render("parts/notes.html", id=id_, **named)


def _padding(setting: Setting, count: int) -> Iterator[Markup]:
    for number in range(1, count + 1):
        id_ = f"notes-{number}"
        title = {"titles": {id_: setting.wording["notes"]}}
        yield setting.render("parts/notes.html", id=id_, **title)


def _spare_quotes(setting: Setting) -> Iterator[Quote]:
    """Quotations that the author placed nowhere, in their order."""
    placed = {str(part.quote) for part in setting.brief.parts}
    called = blocks(setting.manuscript.tokens)
    placed |= {str(block.argument) for block in called if block.name == "quote"}
    return (quote for quote in setting.brief.quotes if str(quote.id) not in placed)
