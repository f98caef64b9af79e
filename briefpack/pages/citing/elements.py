"""Elements of a style that do what citeproc-py's own do wrong, or too slowly.

The library makes an object of each XML element by its name; a style opened here gets these for
some of them, and nothing of the library is changed.
"""

import re
from pathlib import Path
from typing import Any

import citeproc
from citeproc import model
from citeproc.string import MixedString, String
from lxml import etree

CSL = "{http://purl.org/net/xbiblio/csl}"
_NEXT_LABEL = re.compile(r",\s*[^\W\d]")
_NUMBERED = re.compile(r"\d|[ivxlc]+(?:[-–][ivxlc]+)?$")


class _Cased:
    """Words of any kind can change their case; there may be none."""

    def case(self, text: Any, language: str | None = None) -> Any:
        """As the library does it, which takes its own strings alone."""
        if text is None:
            return None
        pieces = text if isinstance(text, MixedString) else [text]
        own = MixedString(one if isinstance(one, String) else String(one) for one in pieces)
        return super().case(own, language) if str(own) else text  # type: ignore[misc]

    def strip_periods(self, text: Any) -> Any:
        """The same of a number, which has none."""
        return super().strip_periods(str(text) if isinstance(text, int) else text)  # type: ignore[misc]


class _Text(_Cased, model.Text):  # type: ignore[misc]
    """A text; macros are looked up once a style and not once a use."""

    def get_macro(self, name: str) -> Any:
        """The macro of that name; `KeyError` where there is none."""
        return self.get_root().macros[name]

    def calls_variable(self) -> bool:
        """Whether it prints anything of a source, as far as that can be said without one."""
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known = self.get_root().calling
        if name not in known:
            known[name] = bool(super().calls_variable())
        return bool(known[name])


class _Number(_Cased, model.Number):  # type: ignore[misc]
    pass


class _DatePart(_Cased, model.Date_Part):  # type: ignore[misc]
    pass


class _NamePart(_Cased, model.Name_Part):  # type: ignore[misc]
    """A name's part, which the library joins as plain words."""

    def case(self, text: Any, language: str | None = None) -> Any:
        """As above."""
        made = super().case(text, language)
        return None if made is None else str(made)


class _Label(_Cased, model.Label):  # type: ignore[misc]
    """A label; what follows the number with a label of its own makes no plural."""

    def _is_plural(self, item: Any) -> bool:
        """Whether it labels several; of "chap. 3, lines 4-5" there is one chapter."""
        if self.get("variable") != "locator":
            return bool(super()._is_plural(item))
        first = _NEXT_LABEL.split(str(item.locator.identifier))[0]
        return bool(self.RE_MULTIPLE_NUMBERS.search(first))


class _Tested:
    """A condition that knows of locators; the library looks for their numbers in the source."""

    def _is_numeric(self, item: Any) -> list[bool]:
        """Each variable of `is-numeric`. A locator is numeric that begins with a number: what does
        not is told from its label already (`locators`), and "chap. 3, lines 4-5" is to keep it.
        """
        asked = self.get("is-numeric").split()  # type: ignore[attr-defined]
        found = super()._is_numeric(item)  # type: ignore[misc]
        return [
            item.has_locator and bool(_NUMBERED.match(str(item.locator.identifier)))
            if variable == "locator"
            else bool(numeric)
            for variable, numeric in zip(asked, found, strict=True)
        ]


class _If(_Tested, model.If):  # type: ignore[misc]
    pass


class _ElseIf(_Tested, model.Else_If):  # type: ignore[misc]
    pass


_OURS = {
    "if": _If,
    "else-if": _ElseIf,
    "text": _Text,
    "number": _Number,
    "date-part": _DatePart,
    "name-part": _NamePart,
    "label": _Label,
}


class Opened(citeproc.CitationStylesStyle):  # type: ignore[misc]
    """A style whose elements are these; its `root` keeps its macros by their names."""

    def __init__(self, file: Path) -> None:
        lookup = etree.ElementNamespaceClassLookup()
        classes = lookup.get_namespace(CSL.strip("{}"))
        classes[None] = model.CitationStylesElement
        for kind in model.CitationStylesElement.__subclasses__():
            classes[kind.__name__.replace("_", "-").lower()] = kind
        classes.update(_OURS)
        parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
        parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(str(file), parser)
        self.root = self.xml.getroot()
        self.root.calling = {}
        self.root.macros = {macro.get("name"): macro for macro in self.root.iter(f"{CSL}macro")}
