"""The setting: what every part of a brief is composed from, and what its templates may call."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markdown_it.token import Token
from markupsafe import Markup, escape

from briefpack import markdown
from briefpack.brief import Brief, Citation, KeyFact, Manuscript, Quote
from briefpack.dates import When
from briefpack.ledger.filling import Filled, Printed, as_written
from briefpack.pages import captions, faces, furniture, origins, prose, wording
from briefpack.pages.apparatus import Desk
from briefpack.pages.charting import Drawing
from briefpack.pages.layout import Layout
from briefpack.pages.numbering import Numbering
from briefpack.pages.plates import Plate
from briefpack.pages.tables import Tables
from briefpack.pages.wording import Length
from briefpack.paper import Paper, column_widths
from briefpack.problem import Problem
from briefpack.words import Words

_LAST_WORD = re.compile(r"(?:(.*)( ))?((?:<[^<>]*>|[^ <>])*)", re.DOTALL)
"""Words as HTML, cut at their last space; none that stands in a tag counts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The manuscript, the look, and the apparatus that grows as the parts are composed."""

    manuscript: Manuscript
    layout: Layout
    paper: Paper
    wording: Mapping[str, str]
    templates: Environment
    apparatus: Desk
    numbering: Numbering
    plates: Mapping[int, Plate]
    drawings: Mapping[int, Drawing]
    tables: Tables
    exhibits: Mapping[str, Callable[["Setting", Any], dict[str, Any]]]
    printed: Printed = field(default_factory=dict)
    shortened: bool = False
    problems: list[Problem] = field(default_factory=list)
    uses: Counter[str] = field(default_factory=Counter)
    pages: dict[str, Markup] = field(default_factory=dict)

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

    def at(self, *things: Any) -> Markup:
        """The attribute that says where an element's words were written: at the first of the things
        that has a place, be it words, a date or anything of the content.
        """
        return origins.said(*things)

    def prose(self, tokens: Sequence[Any], running: bool = False) -> origins.Placed:
        """Parsed Markdown, with its blocks; `running` text has room for notes at its foot."""
        apparatus = self.apparatus
        apart = prose.Citing(apparatus.aside, apparatus.raised)
        words = prose.html(
            tokens,
            render_block=self.block,
            cite=apparatus.call if running else apparatus.aside,
            refer=self.refer,
            render_table=self.tables.in_text,
            raised=apparatus.call_raised if running else apparatus.raised,
            apart=apart,
            noted=prose.Citing(apparatus.noted, apparatus.noted_raised),
            count=self.count,
        )
        return origins.placed(words, origins.place(tokens[:1]))

    def count(self, id_: str, words: str) -> Markup:
        """A number of the ledger, with an element id by which the annex finds it."""
        self.uses[id_] += 1
        return Markup('<span id="n--{0}--{1}" data-number="{0}">{2}</span>').format(
            id_, self.uses[id_], words
        )

    def counted(self, text: str, words: str | None = None) -> Markup:
        """Plain text with the numbers of the ledger in it; `words` is its piece to be set."""
        written = text if words is None else words
        pieces, at = [], 0
        for call in text.calls if isinstance(text, Filled) else ():
            number = text[call.start : call.end]
            start = written.find(number, at)
            if start >= 0:
                pieces += [escape(written[at:start]), self.count(call.id, number)]
                at = start + len(number)
        return Markup("").join([*pieces, escape(written[at:])])

    def refer(self, form: str, target: str) -> Markup:
        """A reference within the brief: what it leads to by its name, its page, or both."""
        name, page = self.numbering.names[str(target)], self.wording["see"]
        words = {"name": name, "page": page, "ref": f"{name}, {page}"}[form]
        kind = "ref" if form == "name" else "ref page-link"
        return Markup('<a class="{}" href="#{}">{}</a>').format(kind, target, words)

    def inline(self, text: Words | str, citations: Sequence[Citation] = ()) -> origins.Placed:
        """A short field's Markdown; what is wrong with it was said when it was read.

        Its last word keeps the numbers of its sources with it on the line.
        """
        written = as_written(text) if isinstance(text, Words) else text
        tokens, _ = markdown.parse_inline(Words(written.strip()), language=self.language)
        for token in tokens:
            if token.type == "number":
                called = (str(token.meta["number"]), token.meta["form"])
                token.content = self.printed.get(called, token.content)
        if citations:
            tokens.append(Token("citation", "", 0, meta={"citations": citations, "id": ""}))
        return origins.placed(self.prose(tokens), origins.place(text))

    def plain(self, text: str) -> str:
        """A short field's words alone, for the file's own title and its like."""
        return markdown.plain(text, language=self.language)

    def paragraphs(self, text: str, citations: Sequence[Citation] = ()) -> list[Markup]:
        """A longer field: a paragraph a blank line. The last has the numbers of its sources."""
        parts = [part for part in self.parted(text) if part.strip()]
        return [
            self.inline(part, citations if number == len(parts) else ())
            for number, part in enumerate(parts, start=1)
        ]

    def parted(self, text: str) -> list[str]:
        """The paragraphs of a longer field, each with the place where it begins."""
        if not isinstance(text, Words):
            return text.split("\n\n")
        written, pieces, start = as_written(text), list[str](), 0
        for piece in written.split("\n\n"):
            pieces.append(written.at(start).instead(piece))
            start += len(piece) + 2
        return pieces

    def exact(self, text: str) -> Markup:
        """Somebody's words: no Markdown; no line begins with an em dash."""
        words = str(escape(markdown.typographic(text, self.language)))
        tied = re.sub(r"([^\s—]+—)", r'<span class="nb">\1</span>', words)
        return Markup(tied.replace(" <span", "<span> </span><span"))

    def tied(self, text: str, citations: Sequence[Citation]) -> Markup:
        """Plain text whose last word keeps the numbers of its sources with it on the line."""
        cites = self.cite(citations)
        words = self.counted(text, markdown.typographic(text, self.language))
        if not cites or not self.apparatus.raised:
            return words + cites
        start, space, last = _LAST_WORD.fullmatch(words).groups()  # type: ignore[union-attr]
        gap = "<span> </span>" if space else ""  # see `prose` for why it stands alone
        return Markup(f'{start or ""}{gap}<span class="nb">{last}{cites}</span>')

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
        """A block of a text through its template, with what it names or shows of the brief."""
        label = self.numbering.labels.get(id(block), "")
        view = self.exhibits[block.name](self, block) if block.name in self.exhibits else {}
        return self.render(f"blocks/{block.name}.html", block=block, label=label, **view)

    def quotes(self) -> dict[str, Quote]:
        """The brief's quotations by id."""
        return {str(quote.id): quote for quote in self.brief.quotes}

    def facts(self) -> dict[str, KeyFact]:
        """The key facts by id; one without an id cannot be asked for."""
        glance = self.brief.glance
        return {str(fact.id): fact for fact in glance.facts} if glance else {}

    def offer(self, titles: Mapping[str, str]) -> None:
        """Give all templates what they share; `titles` are those of the parts, by element id."""
        grid = self.layout.lengths("grid", self.paper)
        self.templates.globals.update(
            {name: getattr(self, name) for name in OFFERED},
            labelled=captions.labelled,
            brief=self.brief,
            words=self.wording,
            widths=column_widths(grid),
            titles={id_: furniture.running(title, grid) for id_, title in titles.items()},
            numbers=self.apparatus.numbers,
            series=furniture.series(self.brief),
            imprint=furniture.imprint(self.brief, self.wording),
            standing=furniture.standing(self.brief, self.wording, self.date),
            colophon=furniture.colophon(self.brief, self.wording, self.date),
        )


OFFERED = (
    "at",
    "balanced",
    "cite",
    "counted",
    "date",
    "exact",
    "fitted",
    "inline",
    "paragraphs",
    "parted",
    "plain",
    "prose",
    "tied",
)
"""The methods of a setting that a template may call."""
