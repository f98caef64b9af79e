"""BibTeX, as Zotero, JabRef and people write it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.manuscript.bibliography import entries
from briefpack.manuscript.bibliography.latex import guarded, plain
from briefpack.manuscript.bibliography.names import of_bibtex
from briefpack.manuscript.sheets import Sheet

ZOTERO = r"""
@article{roe_costs_2019,
	title = {Costs of {NASA}'s night buses},
	volume = {12},
	copyright = {https://creativecommons.org/licenses/by/4.0/},
	issn = {0094-5765},
	url = {https://www.example.org/a\_b},
	doi = {10.1000/182},
	abstract = {Long \& dull.},
	language = {en},
	number = {3},
	urldate = {2026-03-02},
	journal = {Journal of Buses},
	author = {Roe, Jane A. and van der Berg, Kees and {Ministry of Buses}},
	month = mar,
	year = {2019},
	keywords = {Buses, Night},
	pages = {123--145},
	file = {PDF:/home/somebody/a.pdf:application/pdf},
}
"""


def read(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    listings, problems = entries.read(Sheet("x/sources.bib", text))
    faults = [fault for listing in listings for fault in listing.faults]
    told = [f"{one.place.line}:{one.place.column} {one.message}" for one in [*problems, *faults]]
    return [{"id": str(listing.key), **listing.item} for listing in listings], told


def one(fields: str, kind: str = "book") -> dict[str, Any]:
    [item], _ = read(f"@{kind}{{k, {fields}}}")
    return item


def test_an_entry_of_zotero_is_read_whole() -> None:
    [item], problems = read(ZOTERO)
    assert not problems
    item.pop("abstract")
    assert item == {
        "id": "roe_costs_2019",
        "type": "article-journal",
        "title": 'Costs of <span class="nocase">NASA</span>\'s night buses',
        "container-title": "Journal of Buses",
        "volume": "12",
        "issue": "3",
        "page": "123-145",
        "author": [
            {"family": "Roe", "given": "Jane A."},
            {"family": "Berg", "given": "Kees", "non-dropping-particle": "van der"},
            {"literal": "Ministry of Buses"},
        ],
        "issued": {"date-parts": [[2019, 3]]},
        "accessed": {"date-parts": [[2026, 3, 2]]},
        "URL": "https://www.example.org/a_b",
        "DOI": "10.1000/182",
        "ISSN": "0094-5765",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"M\"uller", "Müller"),
        (r"Caf\'{e}", "Café"),
        (r"\v{S}koda", "Škoda"),
        (r"\c{c}a va", "ça va"),
        (r"Stra{\ss}e", "Straße"),
        (r"\O{}re", "Øre"),
        (r"na\"{\i}ve", "naïve"),
        (r"50\% \& more", "50% & more"),
        (r"``quoted''", "“quoted”"),
        (r"1--2 --- 3", "1–2 — 3"),
        (r"\textit{Titanic} sinks", "<i>Titanic</i> sinks"),
        (r"H\textsubscript{2}O", "H<sub>2</sub>O"),
        (r"\unknown{word}", "word"),
        ("a\n  b", "a b"),
    ],
)
def test_latex_becomes_words(written: str, printed: str) -> None:
    assert plain(" ".join(written.split())) == printed


def test_words_in_braces_keep_their_case() -> None:
    assert guarded("The {Apollo} programme") == 'The <span class="nocase">Apollo</span> programme'
    assert guarded("{A whole title}") == "A whole title"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Jane Roe", [{"given": "Jane", "family": "Roe"}]),
        (
            "Ludwig van Beethoven",
            [{"given": "Ludwig", "non-dropping-particle": "van", "family": "Beethoven"}],
        ),
        ("King, Jr, Martin Luther", [{"family": "King", "suffix": "Jr", "given": "Martin Luther"}]),
        ("Roe, Jane and others", [{"family": "Roe", "given": "Jane"}]),
        ("{Barnes and Noble}", [{"literal": "Barnes and Noble"}]),
        ("NASA", [{"literal": "NASA"}]),
    ],
)
def test_names_are_taken_apart(written: str, names: list[dict[str, str]]) -> None:
    assert of_bibtex(written) == names


def test_macros_strings_and_joins() -> None:
    items, problems = read(
        '@string{jb = "Journal of " # "Buses"}\n@article{a, journal = jb # {, B}, year = 2019}'
    )
    assert items[0]["container-title"] == "Journal of Buses, B"
    assert not problems


def test_a_parent_lends_what_its_chapter_lacks() -> None:
    items, _ = read(
        "@incollection{a, crossref = {b}, title = {Part}}\n"
        "@book{b, title = {Whole}, publisher = {P}, year = 2001}"
    )
    assert items[0]["container-title"] == "Whole"
    assert items[0]["publisher"] == "P"


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {2025-01-15}", {"date-parts": [[2025, 1, 15]]}),
        ("date = {2019/2021}", {"date-parts": [[2019], [2021]]}),
        ("date = {2019~}", {"date-parts": [[2019]], "circa": 1}),
        ("year = 2019, month = {12}, day = 3", {"date-parts": [[2019, 12, 3]]}),
        ("year = {forthcoming}", {"literal": "forthcoming"}),
    ],
)
def test_dates_are_read(fields: str, issued: dict[str, Any]) -> None:
    assert one(fields)["issued"] == issued


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@book{a, year = 20255}", "1:17 '20255' is no date"),
        (
            "@book{a, date = {2025-02-30}}",
            "1:18 '2025-02-30' is no date: February 2025 has no day 30",
        ),
        ("@book{a,\n title = {Never closed\n", "2:10 this brace is closed nowhere"),
        ('@book{a,\n title = "Never closed\n', "2:10 this quotation mark is closed nowhere"),
        ("@book{, title = {T}}", "1:6 this entry has no key"),
        ("@book{a, title {T}}", "1:10 expected a field"),
        ("@book{a, title = {T}", "1:20 the entry that begins above has no end"),
        ("@bok{a, title = {T}}", "1:2 there is no kind of entry '@bok'"),
        ("just words", "1:1 there is no entry in this file"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(text: str, told: str) -> None:
    assert any(problem.startswith(told) for problem in read(text)[1]), read(text)[1]


def test_behind_a_broken_entry_the_next_is_read() -> None:
    items, problems = read("@book{a, title = }\n@book{b, title = {B}}\n")
    assert [item["id"] for item in items] == ["b"]
    assert len(problems) == 1


def test_abbreviations_that_multiply_are_refused_once() -> None:
    steps = [f"@string{{a{n + 1} = {' # '.join([f'a{n}'] * 10)}}}\n" for n in range(12)]
    text = '@string{a0 = "lol"}\n' + "".join(steps) + "@book{b, title = a12}\n"
    items, problems = read(text)
    assert items == []
    assert problems == [
        "7:24 the abbreviations of this file come to more than 1,000,000 characters"
    ]


@given(st.integers(0, len(ZOTERO)), st.text(st.sampled_from('@{}",=#\\\n aä1'), max_size=12))
def test_no_damage_is_too_much(cut: int, rubbish: str) -> None:
    for text in (ZOTERO[:cut] + rubbish, ZOTERO[:cut] + rubbish + ZOTERO[cut:], rubbish or "x"):
        items, problems = read(text)
        assert isinstance(items, list)
        assert all(len(problem) < 300 for problem in problems)
