"""RIS, as databases and Zotero write it."""

from hypothesis import given
from hypothesis import strategies as st

from briefpack.manuscript.bibliography import ris
from briefpack.manuscript.sheets import Sheet

FILE = """TY  - JOUR
TI  - What a night bus costs
AU  - Roe, Jane A.
AU  - Ministry of Buses
T2  - Journal of Buses
VL  - 12
IS  - 3
SP  - 123
EP  - 145
DA  - 2019/03/14/
PY  - 2019
DO  - 10.1000/182
UR  - https://www.example.org/a
Y2  - 2026/03/02/08:15:00
AB  - A long abstract
that goes on below
ER  - 

TY  - BOOK
ID  - timetable
TI  - The timetable
ER  - 
"""  # noqa: W291


def read(text: str) -> tuple[list[ris.Listing], list[str]]:
    listings, problems = ris.read(Sheet("x/sources.ris", text))
    faults = [fault for listing in listings for fault in listing.faults]
    return listings, [
        f"{one.place.line}:{one.place.column} {one.message}" for one in [*problems, *faults]
    ]


def test_an_entry_is_read_whole() -> None:
    [first, second], problems = read(FILE)
    assert not problems
    assert [first.key, second.key] == ["roe2019", "timetable"]
    assert {**first.item, "abstract": ""} == {
        "type": "article-journal",
        "title": "What a night bus costs",
        "author": [{"family": "Roe", "given": "Jane A."}, {"literal": "Ministry of Buses"}],
        "container-title": "Journal of Buses",
        "volume": "12",
        "issue": "3",
        "page": "123-145",
        "issued": {"date-parts": [[2019, 3, 14]]},
        "accessed": {"date-parts": [[2026, 3, 2]]},
        "DOI": "10.1000/182",
        "URL": "https://www.example.org/a",
        "abstract": "",
    }
    assert first.item["abstract"] == "A long abstract that goes on below"


def test_what_is_wrong_is_told_where_it_is() -> None:
    assert read("TY  - JOUR\nTI  - T\n")[1] == ["1:7 this entry has no end"]
    assert read("AU  - Roe\n")[1] == ["1:7 the tag 'AU' stands before any 'TY'"]
    assert read("words\n")[1] == ["1:1 this line has no tag, and stands in no entry"]
    assert read("TY  - JUOR\nER  - \n")[1][0].startswith("1:7 there is no kind of entry 'JUOR'")
    [told] = read("TY  - BOOK\nDA  - 2019/13/01\nER  - \n")[1]
    assert told == "2:7 '2019/13/01' is no date: there is no month 13"


@given(st.integers(0, len(FILE)), st.text(st.sampled_from("TYERAU -\n/1a"), max_size=12))
def test_no_damage_is_too_much(cut: int, rubbish: str) -> None:
    for text in (FILE[:cut] + rubbish, FILE[:cut] + rubbish + FILE[cut:], rubbish or "x"):
        listings, problems = read(text)
        assert isinstance(listings, list)
        assert all(len(problem) < 300 for problem in problems)
