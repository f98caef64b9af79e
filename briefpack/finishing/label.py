"""Label: what belongs to an edition as a whole, as entries of its document catalogue.

Values in, values out: the typesetter writes them while it writes the file. To open a finished PDF
again for them would take longer than all the rest of finishing.
"""

import re
from collections.abc import Iterator, Sequence

from briefpack.edition import Edition

_FOLIO = re.compile(r"(?P<prefix>.*?)(?P<number>[1-9]\d*)?")


def label(edition: Edition, folios: Sequence[str]) -> dict[str, object]:
    """How the file opens, how it prints, and what each page is called.

    `folios` are the pages' numbers as they are printed; a page without one has an empty string. A
    string that begins with a solidus is a PDF name. (ISO 32000-1, 7.7.2, 12.2 and 12.4.2.)
    """
    return {
        "PageLayout": f"/{edition.page_layout}",
        "ViewerPreferences": {
            "DisplayDocTitle": True,
            "Duplex": f"/{edition.duplex}",
            "PrintScaling": f"/{edition.scaling}",
        },
        "PageLabels": {"Nums": [part for run in page_labels(folios) for part in run]},
    }


def page_labels(folios: Sequence[str]) -> Iterator[tuple[int, dict[str, object]]]:
    """The runs of folios that count on: each with its first page (from 0) and its numbering.

    1 2 3 A-1 A-2  ->  0: D, from 1;  3: "A-", D, from 1
    """
    expected = None
    for page, folio in enumerate(folios):
        match = _FOLIO.fullmatch(folio)
        prefix, number = (match["prefix"], match["number"]) if match else (folio, None)
        if number is None:
            yield page, {"P": prefix} if prefix else {}
        elif (prefix, int(number)) != expected:
            named: dict[str, object] = {"P": prefix} if prefix else {}
            yield page, {"S": "/D", **named, "St": int(number)}
        expected = (prefix, int(number) + 1) if number else None
