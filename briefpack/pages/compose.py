"""Compose: a manuscript and a layout become the HTML of the pages."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from briefpack import fonts
from briefpack.brief import Manuscript, Quote
from briefpack.pages import contents, furniture, numbering, templates, wording
from briefpack.pages.apparatus import Apparatus
from briefpack.pages.forme import Forme
from briefpack.pages.layout import Layout
from briefpack.pages.raising import raise_blocks
from briefpack.pages.setting import Setting
from briefpack.pages.views import VIEWS
from briefpack.paper import Paper
from briefpack.reading import blocks


def compose(
    manuscript: Manuscript,
    layout: Layout,
    paper: Paper,
    fillers: Sequence[str] = (),
    raised: Mapping[str, str] = MappingProxyType({}),
) -> Forme:
    """Lock up the pages of a brief.

    `fillers` are the element ids of parts before which a page would stay blank, because the part
    must start on a left or a right page: there a quotation stands that is placed nowhere else, or,
    when none is left, a page ruled for notes. `raised` says of a box of the side column that
    would not end on its page (by its `data-at`) before which paragraph it stands instead.
    `Refused` when an event has too many words, or the layout none in the brief's language.
    """
    with templates.blaming(layout):
        setting = _setting(raise_blocks(manuscript, raised), layout, paper)
        setting.offer(contents.titles(manuscript, setting.wording))
        style = furniture.style(setting.templates, manuscript, layout, paper, setting.wording)
        html = setting.render(
            "document.html",
            created=wording.machine(manuscript.brief.date),
            style=Markup(style),
            parts=_parts(setting, fillers),
        )
    return Forme(str(html), fonts.files() | _figures(manuscript))


def _setting(manuscript: Manuscript, layout: Layout, paper: Paper) -> Setting:
    words = layout.wording(manuscript.brief.language)
    sources = {str(source.id): source for source in manuscript.brief.sources}
    apparatus = Apparatus(sources, words["source-label"])
    numbers = numbering.number(manuscript, words)
    return Setting(
        manuscript, layout, paper, words, templates.environment(layout), apparatus, numbers
    )


def _parts(setting: Setting, fillers: Sequence[str]) -> list[Markup]:
    """All parts in order. The sources are composed last, when every call has its number."""
    brief, ids = setting.brief, contents.part_ids(setting.brief)
    spare = _spare_quotes(setting)
    pages: dict[str, Markup] = {}
    for index in sorted(range(len(ids)), key=lambda index: brief.parts[index].kind == "sources"):
        id_, kind = ids[index], brief.parts[index].kind
        filler = _filler(setting, id_, next(spare, None)) if id_ in fillers else Markup("")
        view = VIEWS[kind](setting, index)
        pages[id_] = filler + setting.render(f"parts/{kind}.html", id=id_, **view)
    return [pages[id_] for id_ in ids]


def _filler(setting: Setting, before: str, quote: Quote | None) -> Markup:
    id_ = f"before-{before}"
    named = {"titles": {id_: "" if quote else setting.wording["notes"]}}
    if quote:
        return setting.render("parts/quote.html", id=id_, quote=quote, **named)
    return setting.render("parts/notes.html", id=id_, **named)


def _spare_quotes(setting: Setting) -> Iterator[Quote]:
    """Quotations that the author placed nowhere, in their order."""
    placed = {str(part.quote) for part in setting.brief.parts}
    for text in setting.manuscript.prose.values():
        placed |= {str(block.argument) for block in blocks(text.tokens) if block.name == "quote"}
    return (quote for quote in setting.brief.quotes if str(quote.id) not in placed)


def _figures(manuscript: Manuscript) -> dict[str, Path]:
    """Every picture in the brief's `figures/`, by its relative URL; nothing that leads elsewhere.

    A drawing may name pictures that no rule has looked at: a link out of the folder, a pipe.
    """
    folder = manuscript.folder / "figures"
    home = manuscript.folder.resolve()
    files = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {
        path.relative_to(manuscript.folder).as_posix(): path
        for path in files
        if path.is_file() and path.resolve().is_relative_to(home)
    }
