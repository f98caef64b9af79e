"""The setting: what every part of a brief is composed from, and what its templates may call."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from briefpack import markdown
from briefpack.brief import Brief, Citation, Manuscript, Quote
from briefpack.dates import When
from briefpack.pages import faces, furniture, prose, wording
from briefpack.pages.apparatus import Apparatus
from briefpack.pages.layout import Layout
from briefpack.pages.numbering import Numbering
from briefpack.pages.wording import Length
from briefpack.paper import Paper
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """The manuscript, the look, and the apparatus that grows as the parts are composed."""

    manuscript: Manuscript
    layout: Layout
    paper: Paper
    wording: Mapping[str, str]
    templates: Environment
    apparatus: Apparatus
    numbering: Numbering

    @property
    def brief(self) -> Brief:
        """The brief itself."""
        return self.manuscript.brief

    @property
    def language(self) -> str:
        """The brief's language, a BCP 47 tag."""
        return str(self.brief.language)

    def render(self, template: str, **view: Any) -> Markup:
        """The HTML of a template."""
        return Markup(self.templates.get_template(template).render(**view))

    def date(self, when: When, length: Length = "long") -> str:
        """A date in the brief's language."""
        return wording.date(when, self.language, self.wording["about-date"], length)

    def cite(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """Numbers of sources, raised."""
        return self.apparatus.cite(citations, call_id)

    def prose(self, tokens: Sequence[Any]) -> Markup:
        """Parsed Markdown, with its blocks."""
        return prose.html(tokens, render_block=self.block, cite=self.cite, refer=self.refer)

    def refer(self, form: str, target: str) -> Markup:
        """A reference within the brief: what it leads to by its name, its page, or both."""
        name, page = self.numbering.names[str(target)], self.wording["see"]
        words = {"name": name, "page": page, "ref": f"{name}, {page}"}[form]
        kind = "ref" if form == "name" else "ref page-link"
        return Markup('<a class="{}" href="#{}">{}</a>').format(kind, target, words)

    def inline(self, text: Words | str) -> Markup:
        """A short field's Markdown; what is wrong with it was said when it was read."""
        tokens, _ = markdown.parse_inline(Words(text), language=self.language)
        return self.prose(tokens)

    def paragraphs(self, text: str) -> list[Markup]:
        """A longer field: a paragraph a blank line."""
        return [self.inline(part) for part in text.split("\n\n") if part.strip()]

    def exact(self, text: str) -> Markup:
        """Somebody's words: no Markdown; no line begins with an em dash."""
        words = str(escape(markdown.typographic(text, self.language)))
        tied = re.sub(r"([^\s—]+—)", r'<span class="nb">\1</span>', words)
        return Markup(tied.replace(" <span", "<span> </span><span"))

    def tied(self, text: str, citations: Sequence[Citation]) -> Markup:
        """Plain text whose last word keeps the numbers of its sources with it on the line."""
        cites = self.cite(citations)
        if not cites:
            return escape(markdown.typographic(text, self.language))
        start, space, last = markdown.typographic(text, self.language).rpartition(" ")
        gap = Markup("<span> </span>") if space else ""  # see `prose` for why it stands alone
        return Markup('{}{}<span class="nb">{}{}</span>').format(start, gap, last, cites)

    def balanced(self, text: str, face: str, points: float, width: float) -> float:
        """The width (mm), at most `width`, in which the lines of `text` are of like length."""
        words = markdown.typographic(text, self.language)
        return faces.face(face).balanced(words, points, width)

    def fitted(self, text: str, face: str, points: float, width: float, least: float) -> float:
        """The size (points) at which `text` takes one line of `width` mm: `points` at most, `least`
        at least.
        """
        return faces.face(face).fitted(text, points, width, least)

    def block(self, block: Any) -> Markup:
        """A block of a text through its template, with the quotation or key fact that it names."""
        view = {"label": self.numbering.labels.get(id(block), ""), **self._named(block)}
        return self.render(f"blocks/{block.name}.html", block=block, **view)

    def quotes(self) -> dict[str, Quote]:
        """The brief's quotations by id."""
        return {str(quote.id): quote for quote in self.brief.quotes}

    def _named(self, block: Any) -> dict[str, Any]:
        if block.name == "quote":
            return {"quote": self.quotes()[str(block.argument)]}
        if block.name == "fact" and self.brief.glance:
            facts = {str(fact.id): fact for fact in self.brief.glance.facts}
            return {"fact": facts[str(block.argument)]}
        return {}

    def offer(self, titles: Mapping[str, str]) -> None:
        """Give all templates what they share; `titles` are those of the parts, by element id."""
        self.templates.globals.update(
            {name: getattr(self, name) for name in OFFERED},
            brief=self.brief,
            words=self.wording,
            titles={id_: furniture.running(title) for id_, title in titles.items()},
            numbers=self.apparatus.numbers,
            series=furniture.series(self.brief),
            imprint=furniture.imprint(self.brief, self.wording),
            standing=furniture.standing(self.brief, self.wording, self.date),
            colophon=furniture.colophon(self.brief, self.wording, self.date),
        )


OFFERED = ("balanced", "cite", "date", "exact", "fitted", "inline", "paragraphs", "prose", "tied")
"""The methods of a setting that a template may call."""
