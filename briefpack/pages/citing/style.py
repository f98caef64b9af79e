"""A CSL style, opened and mended: what citeproc-py 0.11 gets wrong is changed in its tree.

Each `_mend` says what goes wrong without it.
"""

import copy
import warnings
from collections.abc import Iterator
from typing import Any

from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS
from lxml import etree

from briefpack.csl import Style
from briefpack.pages.citing import signs
from briefpack.pages.citing.elements import CSL, Opened

ALIKE = "container_uri"
"""A variable given to sources whose citations would otherwise read the same."""
GIVEN_ORDER = "given_order"
"""Instead of a variable: the order in which an author cites several sources at once."""


def opened(style: Style, language: str, marked: bool = False) -> Any:
    """The style, in the brief's language, as citeproc-py takes it.

    `marked` sets signs around the names of citations, so that they can be taken out.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = Opened(style.file)
        made.root.set_locale_list(_locale(made.root, language), validate=False)
    root = made.root
    root.formatter = signs.formatter()
    for mend in MENDS:
        mend(root)
    _mark(root, "citation-number", "", signs.LABEL)
    _mark(root, "year-suffix", signs.LETTER, signs.LETTERED)
    if marked:
        for names in root.iter(f"{CSL}names"):
            if not _within(names, "substitute"):
                _affix(names, signs.NAMES, signs.NAMED)
    return made


def american(style: Any) -> bool:
    """Whether a comma or a full stop stands inside the quotation marks before it."""
    said = style.root.get_locale_option("punctuation-in-quote") or "false"
    return bool(said.lower() == "true")


def _locale(root: Any, language: str) -> str:
    """The brief's language; a style made for one language, and not for English, keeps its own."""
    own = root.get("default-locale", "")
    if own and not own.startswith("en") and own.split("-")[0] != language.split("-")[0]:
        return str(own)
    if own.startswith(f"{language}-"):
        return str(own)
    known = language in LANGUAGE_NAMES or language.split("-")[0] in PRIMARY_DIALECTS
    return language if known else "en-US"


def _mend_conditions(root: Any) -> None:
    """`disambiguate` would always hold: it asks for a variable that `engine` gives to sources
    whose citations are alike. `near-note` stops with an error, so it means "cited before".
    """
    for kind in ("if", "else-if"):
        for test in root.iter(f"{CSL}{kind}"):
            if test.attrib.pop("disambiguate", None):
                test.set("variable", f"{test.get('variable', '')} {ALIKE}".strip())
            if "near-note" in test.get("position", ""):
                test.set("position", test.get("position").replace("near-note", "subsequent"))


def _mend_dates(root: Any) -> None:
    """A style's changes to a date of the locale would stay, and change all later dates as well."""
    for number, date in enumerate(_dates_of_locale(root)):
        form, own = date.get("form"), {part.get("name"): part for part in date}
        date.set("form", f"{form}-{number}")
        for locale in root.locales:
            for shared in locale.findall(f"{CSL}date[@form='{form}']"):
                changed = copy.deepcopy(shared)
                changed.set("form", f"{form}-{number}")
                for part in changed:
                    part.attrib.update(
                        own[part.get("name")].attrib if part.get("name") in own else {}
                    )
                locale.append(changed)
        for part in own.values():
            date.remove(part)


def _dates_of_locale(root: Any) -> list[Any]:
    dates = root.iter(f"{CSL}date")
    return [
        date for date in dates if date.get("form") and len(date) and not _within(date, "locale")
    ]


def _mend_numbers(root: Any) -> None:
    """A number's variable is looked for by the name in the style, and kept with underscores."""
    for number in root.iter(f"{CSL}number"):
        if number.get("variable") != "page-first":
            number.set("variable", number.get("variable", "").replace("-", "_"))


def _mend_names(root: Any) -> None:
    """Names of the default form would get a new element at each use, and lose their label."""
    for names in root.iter(f"{CSL}names"):
        if not _within(names, "substitute") and names.find(f"{CSL}name") is None:
            names.insert(0, etree.SubElement(names, f"{CSL}name"))


def _mend_initials(root: Any) -> None:
    """`initialize="false"` keeps given names whole; it is not looked at."""
    shared = root.attrib.pop("initialize-with", None)
    for name in root.iter(f"{CSL}name"):
        if name.get("initialize") == "false":
            name.attrib.pop("initialize-with", None)
        elif shared is not None and "initialize-with" not in name.attrib:
            name.set("initialize-with", shared)


def _mend_labels(root: Any) -> None:
    """Title case is for words of the source's language; a label has none, and keeps its case."""
    for label in root.iter(f"{CSL}label"):
        if label.get("text-case") == "title":
            label.set("text-case", "capitalize-first")


def _mend_order(root: Any) -> None:
    """Sources of one citation are sorted as the list is, where the style leaves their order."""
    if root.citation.sort is None:
        sort = etree.SubElement(root.citation, f"{CSL}sort")
        etree.SubElement(sort, f"{CSL}key").set("variable", GIVEN_ORDER)


MENDS = (
    _mend_conditions,
    _mend_dates,
    _mend_numbers,
    _mend_names,
    _mend_initials,
    _mend_labels,
    _mend_order,
)


def _mark(root: Any, variable: str, before: str, behind: str) -> None:
    for text in root.iter(f"{CSL}text", f"{CSL}number"):
        if text.get("variable") == variable and not _within(text, "sort"):
            _affix(text, before, behind)


def _affix(element: Any, before: str, behind: str) -> None:
    element.set("prefix", before + element.get("prefix", ""))
    element.set("suffix", element.get("suffix", "") + behind)


def _within(element: Any, name: str) -> bool:
    return any(True for _ in _holders(element, name))


def _holders(element: Any, name: str) -> Iterator[Any]:
    return (holder for holder in element.iterancestors() if holder.tag == f"{CSL}{name}")
