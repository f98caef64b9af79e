"""The engine: sources and citations go in, entries and calls come out as a CSL style has them."""

import warnings
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, NamedTuple

import citeproc
from citeproc.source import Reference
from citeproc.source.json import CiteProcJSON

from briefpack.csl import Style
from briefpack.pages.citing import locators, signs, style

Item = Mapping[str, Any]
"""A source in CSL-JSON."""

_KNOWN = frozenset(name.replace("_", "-") for name in citeproc.VARIABLES)


class Cite(NamedTuple):
    """One source of a citation: its key, the place in it, and whether its author goes unnamed."""

    key: str
    locator: str = ""
    suppressed: bool = False


class Entry(NamedTuple):
    """A source in the list, in signs: its number where the style has one, and its words."""

    key: str
    label: str
    words: str


class StyleFails(Exception):
    """The style cannot be worked with; `key` names the source at which it failed, if any."""

    def __init__(self, key: str, fault: Exception) -> None:
        self.key = key
        super().__init__(f"{type(fault).__name__}: {fault}")


class _Item(citeproc.CitationItem):  # type: ignore[misc]
    """A cite that answers for its source where the library forgets to ask that."""

    def __init__(self, key: str, order: int, **parts: Any) -> None:
        super().__init__(key, **parts)
        self.order = order

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def __getitem__(self, name: str) -> Any:
        if name in self:
            return dict.__getitem__(self, name)
        if name.startswith("number-of"):
            many = str(self.reference[name.replace("-", "_")]).strip() not in ("", "0", "1")
            return 2 if many else 1
        return super().__getitem__(name)

    def get_field(self, field: str) -> Any:
        """The value to sort by; the order in which the author cites is one."""
        return str(self.order) if field == style.GIVEN_ORDER else super().get_field(field)


class _Locator(citeproc.Locator):  # type: ignore[misc]
    """A place in a source; two are the same where their words are."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Locator) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.label, self.identifier))


class _Year(int):
    """A year with a letter, as 2025a, that a style takes for a number."""

    letter: str

    def __str__(self) -> str:
        return f"{int(self)}{self.letter}"

    def __abs__(self) -> "_Year":
        return self


@dataclass
class Engine:
    """A style at work on the sources of one brief; `items` by key, in the order of first citation.

    Raises `StyleFails` for whatever the library raises: there are two thousand styles.
    """

    style: Style
    language: str
    items: Mapping[str, Item]
    _names: Mapping[str, str] = field(init=False)
    _keys: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {key: f"s{number}" for number, key in enumerate(self.items)}
        self._keys = {name: key for key, name in self._names.items()}

    @cached_property
    def entries(self) -> list[Entry]:
        """The list of sources, sorted as the style says; one without a list of its own gets the
        sources as they are cited for the first time.
        """
        if not self._open.has_bibliography():
            return [Entry(key, "", self._bare(key)) for key in self.items]
        return [self._entry(self._keys[name]) for name in self._shelf.keys]

    def calls(self, citations: Sequence[tuple[Sequence[Cite], int]]) -> list[str]:
        """Each citation in signs, in the order of the brief, with the number of its note (0 where
        it is none).
        """
        cited: list[Any] = []
        first: dict[str, int] = {}
        return [self._call(cites, note, cited, first) for cites, note in citations]

    def preview(self, cites: Sequence[Cite]) -> str:
        """About what a citation prints; only its length matters."""
        return signs.plain(signs.repaired(self._set(self._unsorted, cites, [])))

    def is_raised(self, key: str) -> bool:
        """Whether a call is a superscript."""
        return self._set(self._unsorted, [Cite(key)], []).startswith(signs.TAGS["sup"][0])

    @cached_property
    def _open(self) -> Any:
        return self._tried("", lambda: style.opened(self.style, self.language))

    @cached_property
    def _marked(self) -> Any:
        """The style and its shelf once more, with signs around the names."""
        other = self._tried("", lambda: style.opened(self.style, self.language, marked=True))
        shelf = citeproc.CitationStylesBibliography(other, self._shelf.source, other.root.formatter)
        shelf.keys, shelf.items = self._shelf.keys, self._shelf.items
        return shelf

    @cached_property
    def _american(self) -> bool:
        return style.american(self._open)

    @cached_property
    def _shelf(self) -> Any:
        """All sources, sorted, and those that look alike in the text told apart: by what the style
        adds in such a case (CSL 1.0.2, `disambiguate`), and then by a letter.
        """
        told = [name for names in self._alike(self._unsorted) for name in names]
        shelf = self._sorted(self._filled({}, told))
        lettered = self._open.root.citation.get("disambiguate-add-year-suffix") == "true"
        letters = self._letters(shelf) if lettered else {}
        return self._sorted(self._filled(letters, told)) if letters else shelf

    @cached_property
    def _unsorted(self) -> Any:
        """All sources as they come."""
        return self._filled({}, ())

    def _sorted(self, shelf: Any) -> Any:
        """The shelf in the order of the list; sorting takes as long as all else together."""
        if self._open.has_bibliography():
            self._tried("", shelf.sort)
        return shelf

    def _filled(self, letters: Mapping[str, str], told: Collection[str]) -> Any:
        source: Any = CiteProcJSON([])
        for key, item in self.items.items():
            reference = self._tried(key, partial(self._reference, key, item, letters))
            if self._names[key] in told:
                reference[style.ALIKE] = "1"
            source.add(reference)
        formatter = self._open.root.formatter
        shelf = citeproc.CitationStylesBibliography(self._open, source, formatter)
        shelf.register(citeproc.Citation([_Item(name, 0) for name in self._keys]))
        return shelf

    def _letters(self, shelf: Any) -> dict[str, str]:
        """a, b, … for the sources whose citations read the same, in the order of the list."""
        return {
            name: chr(ord("a") + index % 26)
            for names in self._alike(shelf)
            for index, name in enumerate(names)
            if self.items[self._keys[name]].get("issued")
        }

    def _alike(self, shelf: Any) -> list[list[str]]:
        """Groups of sources whose citations read the same, in the order of the list."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        if self.style.family != "numeric":
            for name in shelf.keys:
                words = self._set(shelf, [Cite(self._keys[name])], [])
                found[signs.plain(words)].append(name)
        return [names for names in found.values() if len(names) > 1]

    def _reference(self, key: str, item: Item, letters: Mapping[str, str]) -> Reference:
        """A source as the library keeps it."""
        name = self._names[key]
        known = {field: _signed(value) for field, value in item.items() if field in _KNOWN}
        known.setdefault("language", self.language)
        known.setdefault("citation-label", _label(item))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            [made] = CiteProcJSON([{**known, "id": name, "type": item["type"]}]).values()
        if letter := letters.get(name):
            self._lettered(made, letter)
        return made

    def _lettered(self, reference: Any, letter: str) -> None:
        """Give a source its letter: where the style asks for it, else behind the year."""
        if self._open.root.xpath_search(".//cs:text[@variable='year-suffix']"):
            reference["year_suffix"] = letter
            return
        date = reference["issued"]
        for point in (date, date.get("begin"), date.get("end")):
            if point is not None and "year" in point:
                point["year"] = _Year(point["year"])
                point["year"].letter = letter

    def _entry(self, key: str) -> Entry:
        [item] = [item for item in self._shelf.items if item.key == self._names[key]]
        layout = self._open.root.bibliography.layout
        made = self._tried(key, lambda: layout.render_bibliography([item]))
        words = signs.repaired(signs.once(str(made[0]) if made else ""), self._american)
        if not signs.plain(words).strip():  # some styles for law list no acts
            return Entry(key, "", self._bare(key))
        label, sign, rest = words.partition(signs.LABEL)
        if not sign:
            return Entry(key, "", words)
        closing = rest[: len(rest) - len(rest.lstrip("])}.:"))]
        return Entry(key, signs.plain(label + closing).strip(), rest[len(closing) :].strip())

    def _bare(self, key: str) -> str:
        return signs.repaired(self._set(self._shelf, [Cite(key)], []), self._american)

    def _call(
        self, cites: Sequence[Cite], note: int, cited: list[Any], first: dict[str, int]
    ) -> str:
        for cite in cites:
            self._number(cite.key, first.get(cite.key, 0))
        suppressed = any(cite.suppressed for cite in cites)
        shelf = self._marked if suppressed else self._shelf
        words = self._set(shelf, cites, cited)
        for cite in cites if note else ():
            first.setdefault(cite.key, note)
        if suppressed:
            words = _without_names(words, [cite.suppressed for cite in cites])
        return signs.repaired(words, self._american)

    def _number(self, key: str, note: int) -> None:
        """Tell a source in which note it was first cited."""
        reference = self._shelf.source[self._names[key]]
        if note:
            reference["first_reference_note_number"] = str(note)
        else:
            dict.pop(reference, "first_reference_note_number", None)

    def _set(self, shelf: Any, cites: Sequence[Cite], cited: list[Any]) -> str:
        citation = citeproc.Citation([self._cite(cite, order) for order, cite in enumerate(cites)])
        citation.bibliography = shelf
        made = self._tried(cites[0].key, lambda: shelf.style.render_citation(citation, cited, None))
        words = signs.CITE.join(map(signs.once, str(made or "").split(signs.CITE)))
        if signs.plain(words).strip(" ()[].,;"):
            return words
        titles = [str(self.items[cite.key].get("title", cite.key)) for cite in cites]
        return "; ".join(
            f"{signs.numbered(number)}{signs.signed(title)}{signs.CITED}"
            for number, title in enumerate(titles)
        )

    def _cite(self, cite: Cite, order: int) -> _Item:
        parts: dict[str, Any] = {"prefix": signs.numbered(order), "suffix": signs.CITED}
        located = locators.read(cite.locator)
        if located and located.label:
            parts["locator"] = _Locator(located.label, located.where)
        elif located:
            parts["suffix"] = f", {located.rest}{signs.CITED}"
        return _Item(self._names[cite.key], order, **parts)

    def _tried(self, key: str, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except Exception as fault:  # whatever it is, it is the style's and not the author's
            raise StyleFails(key, fault) from fault


def _label(item: Item) -> str:
    """A label as "McDo25", for the styles that cite by such."""
    names = item.get("author") or item.get("editor") or [{"literal": item.get("title", "")}]
    name = str(names[0].get("family") or names[0].get("literal") or "")
    year = str((item.get("issued") or {}).get("date-parts", [[""]])[0][0])
    return "".join(filter(str.isalnum, name))[:4] + year[-2:]


def _signed(value: Any) -> Any:
    """Words with signs for the markup in them; names and dates as they are."""
    return signs.signed(value) if isinstance(value, str) else value


def _without_names(words: str, suppressed: Sequence[bool]) -> str:
    """The citation without the first names of each cite that is to do without, nor the stop
    behind them.
    """
    head, *cites = words.split(signs.CITE)
    kept = []
    for number, cite in enumerate(cites):
        before, start, rest = cite.partition(signs.NAMES)
        _, end, after = rest.partition(signs.NAMED)
        rest = before + after.lstrip(" ,.;:")
        found = start and end and signs.plain(rest.partition(signs.CITED)[0]).strip()
        wanted = number < len(suppressed) and suppressed[number]
        kept.append(rest if wanted and found else cite)
    return signs.CITE.join([head, *kept])
