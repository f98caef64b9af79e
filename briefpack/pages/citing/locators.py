"""Locators: what "p. 4" or "Kap. 2" behind a source's key means to a citation style."""

import re
from typing import NamedTuple

_WORDS = {
    "page": "p pp page pages s seite seiten page pages",
    "chapter": "ch chs chap chaps chapter chapters kap kapitel chapitre",
    "section": "sec secs sect section sections § §§ abschn abschnitt",
    "paragraph": "para paras paragraph paragraphs ¶ ¶¶ abs absatz rn rdnr rz",
    "volume": "vol vols volume volumes bd bde band tome",
    "issue": "no nos issue issues nr heft",
    "part": "pt pts part parts teil partie",
    "line": "l ll line lines z zeile zeilen ligne",
    "note": "n nn note notes fn anm fußnote",
    "figure": "fig figs figure figures abb abbildung",
    "column": "col cols column columns sp spalte",
    "folio": "fol fols folio folios",
    "verse": "v vv verse verses",
    "book": "bk bks book books buch",
}
_LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
_LOCATED = re.compile(
    r"(?:(?P<word>[^\W\d_]+|§§?|¶¶?)(?P<stop>\.?)\s*)?(?P<where>\d.*|[ivxlc]+(?:[-–][ivxlc]+)?)"
)


class Locator(NamedTuple):
    """A place in a source: CSL's label, and which; where no label fits, the words as a `rest`."""

    label: str
    where: str
    rest: str = ""


def read(written: str) -> Locator | None:
    """What was written behind a key; None where nothing was."""
    if not written.strip():
        return None
    match = _LOCATED.fullmatch(written.strip())
    if match and match["word"] is None:
        return Locator("page", match["where"])
    label = _LABELS.get(match["word"].lower()) if match else None
    if match is None or label is None:
        return Locator("", "", written.strip())
    return Locator(label, match["where"])
