"""The page furniture: size and grid of the sheet, running heads, folios, the cover's picture."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from briefpack import fonts
from briefpack.brief import Brief, Manuscript
from briefpack.dates import When
from briefpack.markdown import plain
from briefpack.pages import art
from briefpack.pages.art.grounds import ground
from briefpack.pages.columns import half_width
from briefpack.pages.faces import face
from briefpack.pages.layout import EDITION_SHEET, Layout
from briefpack.pages.templates import css_string
from briefpack.pages.timeline.stage import DENSITIES
from briefpack.paper import Paper, column_widths

RUNNING_HEAD = (8.0, 150.0)
"""The size of running heads in points, and the most (mm) that they take of the line."""


def style(
    templates: Environment,
    manuscript: Manuscript,
    layout: Layout,
    paper: Paper,
    words: Mapping[str, str],
    shown: Sequence[tuple[int, int]] = (),
) -> str:
    """The whole style sheet of a brief: fonts, the layout's own sheets, then the furniture.

    `shown` are the first and the last page of the main edition that each page shows some of.
    """
    brief = manuscript.brief
    grid, sources = layout.lengths("grid", paper), layout.lengths("sources")
    canvas = ground(layout, paper)
    view = {
        "paper": paper,
        "bleed": layout.bleed,
        "grid": grid,
        "sources": sources,
        "stage": layout.lengths("stage", paper),
        "densities": {row.name: row for row in DENSITIES}.values(),
        "source_width": half_width(grid, sources),
        "page_of": _page_of(words["page-of"]),
        "imprint": imprint(brief, words),
        "running_title": running(
            plain(brief.short_title or brief.title, language=brief.language), grid
        ),
        "art": art.cover(brief, manuscript.folder, canvas),
        "quote_art": art.quotation(canvas),
        "feet": [_foot(words, first, last) for first, last in shown],
        "opening": partial(art.opening_mark, str(brief.language)),
        "brief": brief,
        "words": words,
    }
    names = ["furniture.css", *([EDITION_SHEET] if layout.format else [])]
    sheets = [templates.get_template(name).render(**view) for name in names]
    return "\n".join([fonts.css(), layout.style(), *sheets])


def running(title: str, grid: Mapping[str, float]) -> str:
    """A title as short as a running head must be, to take one line of that grid."""
    size, widest = RUNNING_HEAD
    size *= grid.get("scale", 1.0)
    return face("sans").shortened(title, size, min(widest, column_widths(grid)["wide"]))


def imprint(brief: Brief, words: Mapping[str, str]) -> str:
    """Series, number and version, as they stand at the foot of every page."""
    return " · ".join(item for item in (series(brief), _version(brief, words)) if item)


def series(brief: Brief) -> str:
    """Series and number, as far as there are any."""
    return " ".join(str(word) for word in (brief.series, brief.number) if word)


def _version(brief: Brief, words: Mapping[str, str]) -> str:
    version = brief.version
    return version.instead(words["version"].format(version=version)) if version else ""


def standing(brief: Brief, words: Mapping[str, str], date: Callable[[When], str]) -> list[str]:
    """What the reader must know of the brief's standing: as-of date, version, status, stance.

    Each with its place, where the author wrote it.
    """
    as_of = words["as-of"].format(date=date(brief.as_of)) if brief.as_of else ""
    items = [
        brief.as_of.written.instead(as_of) if brief.as_of else "",
        _version(brief, words),
        brief.status or "",
        words[f"stance-{brief.stance}"],
    ]
    return [item for item in items if item]


def colophon(brief: Brief, words: Mapping[str, str], date: Callable[[When], str]) -> list[str]:
    """Series and number, then the standing, as the last page prints them."""
    return [item for item in (series(brief), *standing(brief, words, date)) if item]


def _foot(words: Mapping[str, str], first: int, last: int) -> str:
    """Which pages of the main edition a page shows some of."""
    name = "main-page" if first == last else "main-pages"
    return words[name].format(page=first, first=first, last=last)


def _page_of(pattern: str) -> Markup:
    """ "Page {page} of {pages}" as the value of a CSS `content` property."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    items: list[str] = []
    rest = pattern
    while rest:
        start, name = min(
            ((rest.find(name), name) for name in counters if name in rest), default=(len(rest), "")
        )
        items += [css_string(rest[:start])] if start else []
        items += [counters[name]] if name else []
        rest = rest[start + len(name) :]
    return Markup(" ".join(items))
