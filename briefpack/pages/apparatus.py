"""The scholarly apparatus: sources numbered in order of first citation, and where each is cited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from markupsafe import Markup

from briefpack.brief import Citation, Source
from briefpack.words import Words


@dataclass(frozen=True, slots=True)
class Call:
    """One place where a source is cited: the call's element id, its letter among the calls of
    that source, and the page or section named there.
    """

    id: str
    name: str
    locator: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered source, with its calls in reading order."""

    id: str
    number: int
    source: Source
    calls: Sequence[Call]


@dataclass(frozen=True, slots=True)
class Styled:
    """An entry as a citation style words it: its number, where it has one, its words as HTML and
    without markup, the source's own note, and the source.
    """

    id: str
    number: str
    words: Markup
    plain: str
    note: Words | None = None
    source: Source | None = None


class Desk(Protocol):
    """Where citations are set: by the house's own numbers, or as a citation style has them."""

    @property
    def raised(self) -> bool:
        """Whether calls hang on the word before: in headings, tables and boxes."""

    @property
    def call_raised(self) -> bool:
        """Whether those of running text do."""

    @property
    def noted_raised(self) -> bool:
        """Whether those of the author's footnotes do."""

    def call(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """A citation in running text."""

    def aside(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One in a heading, a table or a box, where no note can stand."""

    def noted(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One in a footnote."""

    def cite(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One behind words of a template, with the space before it."""

    def numbers(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """One that stands on its own, behind "Source"."""

    def room(self, citations: Sequence[Citation]) -> str:
        """As long as the call, for whoever measures."""

    def named(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """The layout's words before a citation on its own, as they are to be in this style."""

    def entries(self) -> Iterable[Entry | Styled]:
        """The list of sources, when all else is composed."""

    def endnoted(self) -> Iterable[Styled]:
        """The notes, where a style has such and they are collected."""

    @property
    def styled(self) -> bool:
        """Whether a citation style words the list."""

    def settled(self, html: str) -> str:
        """The pages with the calls that could not be worded before all were known."""


@dataclass(slots=True)
class Apparatus:
    """Grows while the parts are composed in reading order; `label` words a link for a listener,
    as "Source {number}: {title}".
    """

    sources: Mapping[str, Source]
    label: str
    calls: dict[str, list[Call]] = field(default_factory=dict)
    raised: ClassVar[bool] = True
    call_raised: ClassVar[bool] = True
    noted_raised: ClassVar[bool] = True
    styled: ClassVar[bool] = False

    def cite(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """Numbers as superscript links, or nothing where nothing is cited."""
        if not citations:
            return Markup("")
        return Markup('<span class="cites">{}</span>').format(self.numbers(citations, call_id))

    call = aside = noted = cite

    def numbers(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """The same numbers on the line, in ascending order: "3, 9"."""
        for citation in citations:
            self.calls.setdefault(str(citation.key), [])
        order = {key: number for number, key in enumerate(self.calls)}
        links = [
            self._link(citation, call_id if index == 0 else "")
            for index, citation in enumerate(sorted(citations, key=lambda one: order[one.key]))
        ]
        return Markup(",\u2009").join(links)

    def entries(self) -> Iterator[Entry]:
        """The cited sources in the order of their numbers."""
        for number, (key, calls) in enumerate(self.calls.items(), start=1):
            yield Entry(anchor(key), number, self.sources[key], calls)

    def named(self, words: Mapping[str, str]) -> Mapping[str, str]:  # noqa: ARG002
        """As they are: "source 3"."""
        return {}

    def room(self, citations: Sequence[Citation]) -> str:
        """As long as a call of so many sources."""
        return "0." * len(citations)

    def endnoted(self) -> Sequence[Styled]:
        """None: a number leads to its source."""
        return ()

    def settled(self, html: str) -> str:
        """The pages, once all are composed: numbers need no second thought."""
        return html

    def _link(self, citation: Citation, call_id: str) -> Markup:
        key = str(citation.key)
        calls = self.calls[key]
        number = list(self.calls).index(key) + 1
        letter = _letter(len(calls))
        call = Call(call_id or f"call-{number}{letter}", letter, citation.locator)
        calls.append(call)
        label = self.label.format(number=number, title=self.sources[key].title)
        return Markup('<a id="{}" href="#{}" aria-label="{}">{}</a>').format(
            call.id, anchor(key), label, number
        )


def anchor(key: str) -> str:
    """The element id of a source: libraries have keys that no address can hold."""
    letters = (
        one if one.isascii() and (one.isalnum() or one in "-_.") else f"_{ord(one):x}"
        for one in key
    )
    return "source-" + "".join(letters)


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
