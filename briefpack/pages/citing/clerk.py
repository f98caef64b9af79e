"""The clerk keeps the citations of a brief while its parts are composed, and words them at the end.

How a citation reads depends on those before it ("ibid."), on the whole list ("2025a") and on the
number of its note. So a mark stands in its place until all parts are there.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from markupsafe import Markup

from briefpack.brief import Citation, Source
from briefpack.csl import Style
from briefpack.pages.apparatus import Styled, anchor
from briefpack.pages.citing import engine, items, signs
from briefpack.pages.citing.engine import Cite, Engine
from briefpack.pages.citing.notes import joined
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words

Made = TypeVar("Made")
Kind = Literal["text", "bare", "footnote", "noted", "endnote", "short"]

_MARK = "\ue0f0{}\ue0f1"
_MARKED = re.compile(
    '(?P<gap> |<span> </span>)?\ue0f0(?P<index>\\d+)\ue0f1|<span class="footnote">'
)
_SPACE = Markup("<span> </span>")


@dataclass(slots=True)
class Kept:
    """A citation, and in which of the ways of a style it stands where it does."""

    kind: Kind
    cites: Sequence[Cite]


@dataclass
class Clerk:
    """A `Desk` for a citation style.

    `order` are the keys of all sources that the brief cites, `label` words a link for a listener,
    `asked` is the name of the style as it was written. `endnotes` puts the notes of a style that
    has such before the list of sources, instead of at the foot of each page.
    """

    style: Style
    language: str
    sources: Mapping[str, Source]
    order: Sequence[str]
    label: str
    asked: Words
    endnotes: bool = False
    styled: bool = True
    kept: list[Kept] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    first: dict[str, None] = field(default_factory=dict)

    @property
    def raised(self) -> bool:
        """Whether calls hang on the word before, as small numbers."""
        return self.endnotes if self.style.family == "note" else self._superscript

    @property
    def noted_raised(self) -> bool:
        """The same of citations in the author's footnotes; those of note styles are words."""
        return self._superscript

    @property
    def call_raised(self) -> bool:
        """The same of calls in running text: notes have numbers."""
        return self.style.family == "note" or self._superscript

    def call(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """A citation in running text: its words, or the note that holds them."""
        if self.style.family != "note" or self.endnotes:
            return self.aside(citations, call_id)
        return Markup('<span class="footnote">{}</span>').format(self._mark("footnote", citations))

    def aside(self, citations: Sequence[Citation], call_id: str = "") -> Markup:  # noqa: ARG002
        """One where no footnote can stand: author and year stand for the note."""
        if not citations:
            return Markup("")
        if self.style.family != "note":
            return self._wrapped(self._mark("text", citations))
        if not self.endnotes:
            return self._wrapped(self._mark("short", citations))
        self.notes.append(len(self.kept))
        self._mark("endnote", citations)
        number = len(self.notes)
        link = '<span class="cites"><a id="to-note-{}" href="#note-{}">{}</a></span>'
        return Markup(link).format(number, number, number)

    def noted(self, citations: Sequence[Citation], call_id: str = "") -> Markup:  # noqa: ARG002
        """One within a footnote that the author wrote."""
        return Markup("{}").format(self._mark("noted", citations))

    def cite(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One behind the words of a template."""
        made = self.aside(citations, call_id)
        return made if self.raised or not made else _SPACE + made

    def numbers(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One on its own, without the brackets around it."""
        if self.style.family == "note" and self.endnotes:
            return self.aside(citations, call_id)
        return self._mark("bare", citations)

    def named(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """With a colon: "source: Roe 2024"."""
        if self.raised:
            return {}
        return {name: words[f"{name}-named"] for name in ("source-word", "sources-word")}

    def room(self, citations: Sequence[Citation]) -> str:
        """About the words of the citation."""
        if not citations:
            return ""
        if self.raised:
            return "0." * len(citations)
        cites = [_cite(citation) for citation in citations]
        if self.style.family == "note":
            return " (" + "; ".join(signs.plain(self._short(cite)) for cite in cites) + ")"
        return " " + self._tried(lambda: self._draft.preview(cites)) + "a"

    def entries(self) -> Iterator[Styled]:
        """The list of sources, in the order that the style has."""
        for entry in self._tried(lambda: self._engine.entries):
            source = self.sources[entry.key]
            plain = signs.plain(entry.words)
            yield Styled(
                anchor(entry.key), entry.label, signs.html(entry.words), plain, source.note, source
            )

    def endnoted(self) -> Iterator[Styled]:
        """The notes, where they are collected."""
        for number, index in enumerate(self.notes, start=1):
            words = Markup(_MARK.format(index))
            plain = self.room(()) or " ".join(self._long(cite) for cite in self.kept[index].cites)
            yield Styled(f"note-{number}", str(number), words, plain)

    def settled(self, html: str) -> str:
        """The pages with the words of all citations."""
        placed = list(self._placed(html))
        calls = [(self._cites(index), note) for index, note in placed if self._styled(index)]
        made = iter(self._tried(lambda: self._engine.calls(calls)))
        worded = {index: next(made) for index, _ in placed if self._styled(index)}

        def word(match: re.Match[str]) -> str:
            index, gap = int(match["index"] or -1), match["gap"] or ""
            if not 0 <= index < len(self.kept):
                return match[0]
            words = self._words(index, worded)
            if self.kept[index].kind == "noted" and self.style.family == "note":
                return joined(html[: match.start()], gap, str(words), html[match.end() :])
            return f"{gap}{words}"

        return _MARKED.sub(word, html)

    def _placed(self, html: str) -> Iterator[tuple[int, int]]:
        """Each citation in the order of the pages, and the number of the note that it is in."""
        footnotes = 0
        for match in _MARKED.finditer(html):
            if not match["index"]:
                footnotes += 1
                continue
            index = int(match["index"])
            if index >= len(self.kept):  # the author wrote this sign, which no font has
                continue
            kind = self.kept[index].kind
            if kind == "endnote":
                yield index, self.notes.index(index) + 1
            else:
                noted = kind in ("footnote", "noted") and not self.endnotes
                yield index, footnotes if noted else 0

    def _styled(self, index: int) -> bool:
        return self.kept[index].kind != "short" and not self._is_short(index)

    def _is_short(self, index: int) -> bool:
        """A bare citation of a style with notes is a short one without its brackets."""
        return self.kept[index].kind == "bare" and self.style.family == "note"

    def _words(self, index: int, worded: Mapping[int, str]) -> Markup:
        kept = self.kept[index]
        if index not in worded:
            shorts = "; ".join(
                f"{signs.numbered(number)}{self._short(cite)}{signs.CITED}"
                for number, cite in enumerate(kept.cites)
            )
            return self._linked(shorts if kept.kind == "bare" else f"({shorts})", kept.cites)
        words = worded[index]
        if self._superscript:
            words = words.translate({ord(sign): "" for sign in signs.TAGS["sup"]})
        if kept.kind == "bare":
            words = _without_brackets(words)
        if kept.kind == "noted" and self.style.family == "note":
            words = words.rstrip(".")
        return self._linked(words, kept.cites)

    def _linked(self, words: str, cites: Sequence[Cite]) -> Markup:
        """HTML in which each source of a citation leads to the list."""

        def link(index: int, run: str) -> str:
            key = cites[index].key
            label = self.label.format(title=self.sources[key].title)
            html = Markup('<a href="#{}" aria-label="{}">{}</a>')
            return str(html.format(anchor(key), label, run))

        return signs.html(words, link)

    def _mark(self, kind: Kind, citations: Sequence[Citation]) -> Markup:
        cites = [_cite(citation) for citation in citations]
        self.kept.append(Kept(kind, cites))
        for cite in cites:
            self.first.setdefault(cite.key)
        return Markup(_MARK.format(len(self.kept) - 1))

    def _wrapped(self, mark: Markup) -> Markup:
        name = "cites" if self._superscript else "cited"
        return Markup('<span class="{}">{}</span>').format(name, mark)

    def _cites(self, index: int) -> Sequence[Cite]:
        return self.kept[index].cites

    def _short(self, cite: Cite) -> str:
        """Author and year, or title, where a note would say all."""
        found = items.item(self.sources[cite.key])
        names = found.get("author") or found.get("editor") or []
        title = str(found.get("title-short") or found.get("title") or cite.key)
        who = _who(names) if not cite.suppressed else ""
        parts = (found.get("issued") or {}).get("date-parts")
        when = str(parts[0][0]) if parts else ""
        about = "" if who and when else _brief(title)
        place = f", {cite.locator}" if cite.locator else ""
        words = " ".join(part for part in (who, about, when) if part)
        return signs.repaired(signs.signed(words + place))

    def _long(self, cite: Cite) -> str:
        return " ".join(str(part) for part in items.item(self.sources[cite.key]).values())

    @cached_property
    def _superscript(self) -> bool:
        if self.style.family != "numeric" or not self.order:
            return False
        key = self.order[0]
        return self._tried(lambda: self._draft.is_raised(key))

    @cached_property
    def _draft(self) -> Engine:
        """The style at work on all that is cited, in whatever order, for a first look."""
        made = {key: items.item(self.sources[key]) for key in self.order}
        return Engine(self.style, self.language, made)

    @cached_property
    def _engine(self) -> Engine:
        """The style at work on the sources in the order of first citation."""
        rest = [key for key in self.order if key not in self.first]
        made = {key: items.item(self.sources[key]) for key in (*self.first, *rest)}
        return Engine(self.style, self.language, made)

    def _tried(self, work: Callable[[], Made]) -> Made:
        try:
            return work()
        except engine.StyleFails as fault:
            at = f" at the source {quoted(fault.key)}" if fault.key else ""
            message = f"the citation style {quoted(self.asked)} does not work{at} ({fault})"
            hint = "choose another style; this is a fault of the style or of citeproc-py"
            words = self.asked
            problem = Problem(words.place, "citation-style", message, hint, words.excerpt)
            raise Refused([problem]) from None


def _cite(citation: Citation) -> Cite:
    return Cite(str(citation.key), citation.locator, citation.suppressed)


def _who(names: Sequence[Mapping[str, str]]) -> str:
    """Family names: one, two, or the first "et al."."""
    each = [str(name.get("family") or name.get("literal") or "") for name in names]
    return f"{each[0]} et al." if len(each) > 2 else " & ".join(each)


def _brief(title: str) -> str:
    """The title up to its colon, or its first words."""
    head = title.split(":")[0].split()
    return " ".join(head[:6]) + ("…" if len(head) > 6 else "")


def _without_brackets(words: str) -> str:
    text = words.strip()
    if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1:
        return text[1:-1]
    return text
