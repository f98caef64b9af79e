"""The list of sources in two columns."""

from briefpack.brief import Source
from briefpack.pages import layout, sources
from briefpack.pages.apparatus import Call, Entry
from briefpack.pages.columns import half_width
from briefpack.pages.measure import Measure
from briefpack.paper import PAPERS

POLICY = layout.find("policy")
FACE = Measure({}, 500.0)
"""Every letter is half an em wide."""


def entry(number: int, title: str = "A title of some words") -> Entry:
    source = Source.model_validate({"id": f"s{number}", "title": title})
    return Entry(f"source-s{number}", number, source, [Call("call", "a", "")])


def numbers(entries: list[Entry]) -> list[str]:
    """A page as "1 2 | 3"."""
    pages = sources.pages(
        entries,
        POLICY.lengths("grid", PAPERS["a4"]),
        POLICY.lengths("sources"),
        PAPERS["a4"],
        FACE,
        lambda source: [source.publisher or ""],
    )
    return [
        " | ".join(" ".join(str(entry.number) for entry in column) for column in page)
        for page in pages
    ]


def test_columns_are_even() -> None:
    assert numbers([entry(number) for number in range(1, 6)]) == ["1 2 3 | 4 5"]


def test_a_long_entry_takes_its_room() -> None:
    entries = [entry(1, "word " * 60), *(entry(number) for number in range(2, 5))]
    assert numbers(entries) == ["1 | 2 3 4"]


def test_a_hundred_sources_go_on_over_the_pages_and_keep_their_order() -> None:
    pages = numbers([entry(number, "word " * 30) for number in range(1, 101)])
    assert len(pages) > 1
    order = [int(word) for page in pages for word in page.replace("|", " ").split()]
    assert order == list(range(1, 101))


def test_columns_and_gutter_fill_the_measure() -> None:
    for paper in PAPERS.values():
        grid, sources = POLICY.lengths("grid", paper), POLICY.lengths("sources")
        width = half_width(grid, sources)
        assert round(2 * width + sources["gutter"], 1) == round(
            grid["text"] + grid["gap"] + grid["side"], 1
        )
