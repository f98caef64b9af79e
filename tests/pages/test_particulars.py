"""What the house's own list of sources says of each."""

from pathlib import Path

import pytest

from briefpack.brief import Source
from briefpack.pages import layout
from briefpack.pages.compose import compose
from briefpack.pages.particulars import particulars
from briefpack.pages.templates import address
from tests.pages.printed import placeless
from tests.small import small

POLICY = layout.find("policy")


def said(language: str = "en", **fields: str) -> str:
    source = Source.model_validate({"id": "a", "title": "T", **fields})
    made = particulars(source, POLICY.wording(language), lambda when: str(when.start.year))
    return ", ".join(made).replace("\u00a0", " ")


ARTICLE = {"container": "J", "volume": "12", "issue": "3", "pages": "45-67", "date": "2024"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (ARTICLE, "J, 12(3), 45–67, 2024"),
        ({"container": "J", "volume": "12", "pages": "e105"}, "J, 12, e105"),
        ({"container": "J", "issue": "3--4", "pages": "A4 - A6"}, "J, no. 3–4, A4–A6"),
        ({"container": "Handbook", "pages": "10–20", "publisher": "V"}, "Handbook, pp. 10–20, V"),
        ({"container": "The Post", "pages": "7"}, "The Post, p. 7"),
        ({"edition": "2", "publisher": "V", "place": "Bonn"}, "2nd edition, V, Bonn"),
        ({"edition": "11th", "volume": "2"}, "11th edition, vol. 2"),
        ({"edition": "revised edition"}, "revised edition"),
        ({"number": "12", "publisher": "Office"}, "no. 12, Office"),
        ({"number": "HR 12"}, "HR 12"),
        ({"container": "C", "publisher": "P", "date": "2024"}, "C, P, 2024"),
        ({}, ""),
    ],
)
def test_the_particulars_stand_in_the_order_of_the_trade(
    fields: dict[str, str], words: str
) -> None:
    assert said(**fields) == words


def test_each_language_has_its_words() -> None:
    book = {"edition": "2", "volume": "3", "pages": "4-5", "number": "6"}
    assert said("de", **book) == "2. Auflage, Band 3, S. 4–5, Nr. 6"
    assert said("fr", **book) == "2e édition, vol. 3, p. 4–5, nº 6"


def test_a_doi_leads_there_where_no_address_does() -> None:
    source = Source.model_validate({"id": "a", "title": "T", "doi": "https://doi.org/10.1/a<b>"})
    assert (source.link, address(source)) == ("https://doi.org/10.1/a%3Cb%3E", "doi.org/10.1/a<b>")
    both = Source.model_validate({"id": "a", "title": "T", "doi": "10.1/a", "url": "https://a.org"})
    assert (both.link, address(both)) == ("https://a.org", "a.org")


def test_all_of_it_is_printed(tmp_path: Path) -> None:
    article = "title: How our staff travel, container: J, volume: 12, issue: 3, pages: 45-67"
    brief = small(
        tmp_path,
        **{
            "title: How our staff travel": f"{article}, doi: 10.1000/182",
            ', url: "https://www.example.org/survey/"': "",
        },
    )
    html = placeless(compose(brief, POLICY, POLICY.paper(None)).html)
    assert "<cite>How our staff travel</cite>, J, 12(3), 45–67, 2025." in html
    assert '<a class="address" href="https://doi.org/10.1000/182">doi.org/10.1000/182</a>.' in html
