"""Works to cite: a report, a page by the same author, an article, a book, a chapter, a treaty."""

from typing import Any

from briefpack import csl
from briefpack.pages.citing import signs
from briefpack.pages.citing.engine import Cite, Engine

WORKS: dict[str, dict[str, Any]] = {
    "report": {
        "type": "report",
        "author": [{"family": "Roe", "given": "Jane C."}],
        "title": "Night buses in 2024",
        "publisher": "Valley Hospital",
        "issued": {"date-parts": [[2025, 1, 15]]},
        "URL": "https://www.example.org/buses.pdf",
        "accessed": {"date-parts": [[2026, 3, 2]]},
    },
    "page": {
        "type": "webpage",
        "author": [{"family": "Roe", "given": "Jane C."}],
        "title": "A list of <i>all</i> stops & times",
        "container-title": "Stops",
        "issued": {"date-parts": [[2025, 3]]},
        "URL": "https://www.example.org/stops",
    },
    "article": {
        "type": "article-journal",
        "author": [
            {"family": "Li", "given": "Wei"},
            {"family": "Berg", "given": "Kees", "non-dropping-particle": "van der"},
            {"family": "Ng", "given": "Ada"},
            {"family": "Poe", "given": "Ann"},
        ],
        "title": "What a night bus costs",
        "container-title": "Journal of Buses",
        "volume": "12",
        "issue": "3",
        "page": "123-145",
        "issued": {"date-parts": [[2019]]},
        "DOI": "10.1000/182",
    },
    "book": {
        "type": "book",
        "author": [{"literal": "Ministry of Buses, Trams and Ferries"}],
        "title": "The timetable",
        "publisher": "State Printer",
        "publisher-place": "Berlin",
        "issued": {"date-parts": [[2004]]},
    },
    "chapter": {
        "type": "chapter",
        "author": [{"family": "Müller", "given": "Anna-Lena"}],
        "editor": [{"family": "Schmidt", "given": "Karl"}],
        "title": "Verkehr und Recht",
        "container-title": "Handbuch des Verkehrs",
        "publisher": "Verlag",
        "publisher-place": "Berlin",
        "page": "10-20",
        "issued": {"date-parts": [[2011]]},
        "language": "de",
    },
    "treaty": {"type": "treaty", "title": "Bus Treaty", "issued": {"date-parts": [[1967, 1, 27]]}},
}


def at_work(style: str, language: str = "en", **works: Any) -> Engine:
    """A style at work on the works, or on those given."""
    found = csl.find(style)
    assert found is not None, style
    return Engine(found, language, works or WORKS)


def called(
    style: str, *citations: str | list[str], language: str = "en", **works: Any
) -> list[str]:
    """The words of citations, each written as `-key, p. 4`, and each in a note of its own."""
    clusters = [[one] if isinstance(one, str) else one for one in citations]
    cites = [([_cite(one) for one in cluster], note) for note, cluster in enumerate(clusters, 1)]
    return [signs.plain(words) for words in at_work(style, language, **works).calls(cites)]


def listed(style: str, language: str = "en", **works: Any) -> list[str]:
    """The words of the list."""
    return [
        f"{entry.label} {signs.plain(entry.words)}".strip()
        for entry in at_work(style, language, **works).entries
    ]


def _cite(written: str) -> Cite:
    key, _, locator = written.partition(", ")
    return Cite(key.removeprefix("-"), locator, key.startswith("-"))
