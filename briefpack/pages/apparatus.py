"""The scholarly apparatus: sources numbered in order of first citation, and where each is cited."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from briefpack.brief import Citation, Source


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


@dataclass(slots=True)
class Apparatus:
    """Grows while the parts are composed in reading order; `label` words a link for a listener,
    as "Source {number}: {title}".
    """

    sources: Mapping[str, Source]
    label: str
    calls: dict[str, list[Call]] = field(default_factory=dict)

    def cite(self, citations: Sequence[Citation], call_id: str = "") -> Markup:
        """Numbers as superscript links, or nothing where nothing is cited."""
        if not citations:
            return Markup("")
        return Markup('<span class="cites">{}</span>').format(self.numbers(citations, call_id))

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
            yield Entry(f"source-{key}", number, self.sources[key], calls)

    def _link(self, citation: Citation, call_id: str) -> Markup:
        key = str(citation.key)
        calls = self.calls[key]
        number = list(self.calls).index(key) + 1
        letter = _letter(len(calls))
        call = Call(call_id or f"call-{number}{letter}", letter, citation.locator)
        calls.append(call)
        label = self.label.format(number=number, title=self.sources[key].title)
        return Markup('<a id="{}" href="#source-{}" aria-label="{}">{}</a>').format(
            call.id, key, label, number
        )


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
