"""Compose: a manuscript and a layout become the HTML of the pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from briefpack import fonts, markdown
from briefpack.brief import Brief, Citation, Manuscript, Part, Quote
from briefpack.dates import When
from briefpack.pages import furniture, prose, templates, wording
from briefpack.pages.apparatus import Apparatus
from briefpack.pages.forme import Forme
from briefpack.pages.layout import Layout
from briefpack.pages.timeline_part import timeline_view
from briefpack.paper import Paper
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part is composed from and with."""

    manuscript: Manuscript
    layout: Layout
    paper: Paper
    wording: Mapping[str, str]
    templates: Environment
    apparatus: Apparatus

    @property
    def brief(self) -> Brief:
        """The brief itself."""
        return self.manuscript.brief


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: `kind` is "part" or "section"."""

    kind: str
    id: str
    title: str


def compose(
    manuscript: Manuscript, layout: Layout, paper: Paper, fillers: Sequence[str] = ()
) -> Forme:
    """Lock up the pages of a brief.

    `fillers` are the element ids of parts before which a page would stay blank, because the part
    must start on a left or a right page: there a quotation stands that is placed nowhere else, or,
    when none is left, a page ruled for notes. `FileNotFoundError`: the layout has no words in the
    brief's language.
    """
    brief = manuscript.brief
    words = layout.wording(brief.language)
    apparatus = Apparatus({str(source.id): source for source in brief.sources}, words["source-label"])
    setting = Setting(
        manuscript, layout, paper, words, templates.environment(layout), apparatus
    )
    _offer_helpers(setting)
    html = setting.templates.get_template("document.html").render(
        brief=brief,
        created=wording.machine(brief.date),
        style=Markup(furniture.style(setting.templates, manuscript, layout, paper, words)),
        parts=_parts(setting, fillers),
    )
    return Forme(html, fonts.files() | _figures(manuscript))


def part_ids(brief: Brief) -> list[str]:
    """The element id of each part: its kind, numbered from the second of a kind on."""
    seen: dict[str, int] = {}
    ids = []
    for part in brief.parts:
        seen[part.kind] = seen.get(part.kind, 0) + 1
        ids.append(part.kind + (f"-{seen[part.kind]}" if seen[part.kind] > 1 else ""))
    return ids


def _parts(setting: Setting, fillers: Sequence[str]) -> list[Markup]:
    """All parts in order. The sources are composed last, when every call has its number."""
    brief, ids = setting.brief, part_ids(setting.brief)
    spare = iter(_spare_quotes(setting))
    pages: dict[str, Markup] = {}
    for index in sorted(range(len(ids)), key=lambda index: brief.parts[index].kind == "sources"):
        id_ = ids[index]
        filler = _filler(setting, id_, next(spare, None)) if id_ in fillers else Markup("")
        pages[id_] = filler + _part(setting, index, id_)
    return [pages[id_] for id_ in ids]


def _part(setting: Setting, index: int, id_: str) -> Markup:
    part = setting.brief.parts[index]
    view = VIEWS[part.kind](setting, index)
    return Markup(setting.templates.get_template(f"parts/{part.kind}.html").render(id=id_, **view))


def _filler(setting: Setting, before: str, quote: Quote | None) -> Markup:
    kind = "quote" if quote else "notes"
    template = setting.templates.get_template(f"parts/{kind}.html")
    return Markup(template.render(id=f"filler-before-{before}", quote=quote))


def _spare_quotes(setting: Setting) -> Iterator[Quote]:
    """Quotations that the author placed nowhere."""
    placed = {str(part.quote) for part in setting.brief.parts if part.quote}
    for text in setting.manuscript.prose.values():
        placed |= {
            str(token.meta["block"].argument)
            for token in text.tokens
            if token.type == "block" and token.meta["block"].name == "quote"
        }
    return (quote for quote in setting.brief.quotes if str(quote.id) not in placed)


# The views: what a part's template gets beside what all of them get.

View = dict[str, Any]


def _cover(setting: Setting, index: int) -> View:
    return {}


def _glance(setting: Setting, index: int) -> View:
    return {"glance": setting.brief.glance, "contents": list(_contents(setting))}


def _contents(setting: Setting) -> Iterator[Entry]:
    brief, words = setting.brief, setting.wording
    titles = {
        "timeline": brief.timeline and brief.timeline.title,
        "recommendations": brief.recommendations and brief.recommendations.title,
        "sources": words["sources"],
        "about": brief.about.title or words["about"],
    }
    for index, (part, id_) in enumerate(zip(brief.parts, part_ids(brief), strict=True)):
        if part.kind == "text":
            for level, anchor, title in prose.headings(setting.manuscript.prose[index].tokens):
                if level <= 2:
                    yield Entry("part" if level == 1 else "section", anchor, title)
        elif title := titles.get(part.kind):
            yield Entry("part", id_, str(title))


def _text(setting: Setting, index: int) -> View:
    body = prose.html(
        setting.manuscript.prose[index].tokens,
        render_block=lambda block: _block(setting, block),
        cite=setting.apparatus.cite,
    )
    return {"body": body}


def _block(setting: Setting, block: Any) -> Markup:
    template = setting.templates.get_template(f"blocks/{block.name}.html")
    return Markup(template.render(block=block, **_resolved(setting.brief, block)))


def _resolved(brief: Brief, block: Any) -> View:
    """The quotation or key fact that a block names."""
    if block.name == "quote":
        return {"quote": _quotes(brief)[str(block.argument)]}
    if block.name == "fact" and brief.glance:
        return {"fact": {str(fact.id): fact for fact in brief.glance.facts}[str(block.argument)]}
    return {}


def _quotes(brief: Brief) -> dict[str, Quote]:
    return {str(quote.id): quote for quote in brief.quotes}


def _quote(setting: Setting, index: int) -> View:
    return {"quote": _quotes(setting.brief)[str(setting.brief.parts[index].quote)]}


def _recommendations(setting: Setting, index: int) -> View:
    recommendations = setting.brief.recommendations
    if recommendations is None:
        raise ValueError("copyedit lets no part through without its content")
    return {
        "recommendations": recommendations,
        "row_height": furniture.row_height(setting.layout, setting.paper, len(recommendations.items)),
    }


def _sources(setting: Setting, index: int) -> View:
    return {"entries": list(setting.apparatus.entries())}


def _about(setting: Setting, index: int) -> View:
    previous = setting.brief.parts[index - 1].kind if index else ""
    return {"about": setting.brief.about, "joined": previous == "sources"}


VIEWS: Mapping[str, Callable[[Setting, int], View]] = {
    "cover": _cover,
    "glance": _glance,
    "timeline": lambda setting, index: timeline_view(
        setting.brief, setting.layout, setting.paper, setting.wording
    ),
    "text": _text,
    "quote": _quote,
    "recommendations": _recommendations,
    "sources": _sources,
    "about": _about,
}


def _offer_helpers(setting: Setting) -> None:
    """Give all templates the words and functions that they share."""
    brief, words = setting.brief, setting.wording
    language = str(brief.language)

    def inline(text: Words | str) -> Markup:
        tokens, _ = markdown.parse_inline(Words(text), language=language)
        return prose.html(tokens, render_block=_no_block, cite=setting.apparatus.cite)

    def date(when: When, length: wording.Length = "long") -> str:
        return wording.date(when, language, words["about-date"], length)

    def exact(text: str) -> str:
        return markdown.typographic(text, language)

    def cite(citations: Sequence[Citation]) -> Markup:
        return setting.apparatus.cite(citations)

    setting.templates.globals.update(
        brief=brief,
        words=words,
        inline=inline,
        paragraphs=lambda text: [inline(part) for part in str(text).split("\n\n") if part.strip()],
        prose=lambda tokens: prose.html(
            tokens, render_block=lambda block: _block(setting, block), cite=setting.apparatus.cite
        ),
        date=date,
        exact=exact,
        cite=cite,
        numbers=setting.apparatus.numbers,
        imprint=furniture.imprint(brief, words),
        standing=furniture.standing(brief, words, date),
    )


def _no_block(block: Any) -> Markup:
    raise ValueError("a short field holds no block")


def _figures(manuscript: Manuscript) -> dict[str, Any]:
    """Every picture in the brief's `figures/`, by its relative URL."""
    folder = manuscript.folder / "figures"
    files = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {
        path.relative_to(manuscript.folder).as_posix(): path for path in files if path.is_file()
    }
