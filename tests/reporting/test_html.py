"""HTML: it holds all that it shows, escapes what it is given, and its marks lie on their places."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefpack.preflight import Outcome
from briefpack.preflight.validators import Verdict
from briefpack.problem import Place, Problem, Severity, Spot
from briefpack.reporting import File, Report, of_content
from briefpack.reporting.html import MOST, html
from tests.reporting.samples import LONG, SMALL, TINY, report

EVIL = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """What a page is made of: each element's name with its attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]

    def values(self, name: str) -> list[str]:
        return [each[name] or "" for _, each in self.elements if name in each]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html([report()]))


@pytest.fixture(scope="module")
def evil() -> Page:
    problem = Problem(Place(EVIL, 1, 1), EVIL, EVIL, EVIL, EVIL, Severity.WAIVED, Spot(7, ()), EVIL)
    return Page(
        html([
            report(
                file=File(EVIL, 1, EVIL, 9),
                problems=(problem, replace(problem, severity=Severity.ERROR, spot=Spot())),
                validators=(
                    Verdict(EVIL, EVIL, EVIL, False, (EVIL,)),
                    Verdict(EVIL, EVIL, EVIL, False, trouble=EVIL),
                ),
                purpose=EVIL,
            )
        ])
    )  # fmt: skip


def test_the_page_loads_nothing(page: Page) -> None:
    for address in [*page.values("src"), *page.values("href")]:
        assert address.startswith(("data:image/png;base64,", "#"))
    style = html([report()]).partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"@import|url\((?!\"data:)", style)
    assert not page.all("link")


def test_only_our_own_script_may_run(page: Page) -> None:
    text = html([report()])
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = next(each["content"] for each in page.all("meta") if "http-equiv" in each)
    assert f"script-src 'sha256-{hashed}'" in str(policy)
    assert "default-src 'none'" in str(policy)


def test_nothing_that_is_told_becomes_markup(evil: Page) -> None:
    assert len(evil.all("script")) == 1
    assert not [each for each in evil.all("img") if each["src"] == "x"]
    assert evil.text.count(EVIL) >= 8


def test_every_link_has_its_end_and_no_name_is_given_twice() -> None:
    page = Page(html([report(), report()]))
    ids = page.values("id")
    assert len(ids) == len({*ids})
    linked = [address.removeprefix("#") for address in page.values("href") if address[0] == "#"]
    named = [*page.values("data-mark"), *page.values("data-finding"), *page.values("for")]
    pictured = [name for name in named if not re.fullmatch(r"f\d-m[15]", name)]
    assert {*linked, *pictured} <= {*ids}


def test_a_mark_lies_on_its_place_in_hundredths_of_the_page(page: Page) -> None:
    [mark] = [each for each in page.all("a") if each.get("id") == "f1-m4"]
    assert str(mark["style"]).startswith("left: 24.0%; top: 24.333%; width: 27.0%; height: 4.667%")
    assert mark["href"] == "#f1-4"


def test_everything_is_told(page: Page) -> None:
    words = " ".join(page.text.split())
    for piece in (
        "This must not leave the building",
        "build/brief.pdf",
        "ab" * 32,
        "123.5 KB",
        "2 errors",
        "2 warnings",
        "1 waived",
        "1 check passed",
        "text of 4 pt",
        "make it 6 pt",
        "content/x/argument.md:41:3",
        "A <b>line</b>",
        "a quotation of a leaflet",
        "tags follow the pages",
        "the file has no tags",
        "it is good",
        "veraPDF 1.28 PDF/UA-1: failed",
        "7.1: not tagged",
        "Type that cannot be read is not read.",
    ):
        assert piece in words, piece


def test_the_same_report_gives_the_same_page() -> None:
    assert html([report()]) == html([report()])


def test_very_many_findings_of_a_page_are_counted() -> None:
    many = [replace(TINY, message=f"page 7: {number}") for number in range(MOST + 20)]
    text = Page(html([report(outcomes=[Outcome(SMALL, tuple(many))])])).text
    assert text.count("make it 6 pt") == MOST
    assert "And 20 more" in text


def test_a_page_without_a_picture_says_so() -> None:
    page = Page(html([report(leaves=())]))
    assert page.text.count("There is no picture of this page.") == 2


def test_a_file_without_findings_says_what_passed() -> None:
    good = report(outcomes=[Outcome(SMALL)], problems=(), leaves=(), validators=())
    text = " ".join(Page(html([good])).text.split())
    assert "This can leave the building" in text
    assert "Nothing was found." in text


def test_a_file_that_no_check_knows_is_not_passed() -> None:
    text = Page(html([Report(report().file)])).text
    assert "Nobody has judged this yet" in text
    assert "Nothing was found" not in text


def test_the_number_of_a_finding_leads_to_its_mark_and_back(page: Page) -> None:
    [finding] = [each for each in page.all("li") if each.get("id") == "f1-4"]
    assert finding["data-mark"] == "f1-m4"
    assert TINY in [one.problem for one in report().entries if one.number == 4]


def test_content_of_which_there_is_no_page_is_no_file() -> None:
    [made] = of_content("content/x", [LONG])
    text = " ".join(Page(html([made])).text.split())
    assert "This can be set, once a person has looked" in text
    assert "content/x/brief.yaml:3" in text
    assert "The content alone." in text
    for piece in ("SHA-256", "checks passed", "not judged", "Preflight"):
        assert piece not in text


def test_a_brief_of_one_file_still_says_the_lines() -> None:
    [made] = of_content("buses.yaml", [replace(LONG, place=Place("buses.yaml", 3))])
    text = Page(html([made])).text
    assert "buses.yaml:3" in text
    assert "The file as a whole" not in text


def test_the_words_that_are_meant_are_marked_in_their_line() -> None:
    line = "  See [here](https://valley.org) and here."
    problem = replace(LONG, place=Place("content/x/a.md", 4, 7), excerpt=line)
    page = html(of_content("content/x", [problem]))
    assert "See <mark>[here](https://valley.org)</mark> and here." in page
