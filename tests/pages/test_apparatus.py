"""Sources numbered in order of first citation."""

from briefpack.brief import Citation, Source
from briefpack.pages.apparatus import Apparatus


def apparatus() -> Apparatus:
    sources = [Source.model_validate({"id": key, "title": f"On {key}"}) for key in "abc"]
    return Apparatus({str(source.id): source for source in sources}, "Source {number}: {title}")


def cited(*citations: str) -> list[Citation]:
    return [Citation.model_validate(citation) for citation in citations]


def test_a_source_takes_the_number_of_its_first_citation() -> None:
    notes = apparatus()
    notes.cite(cited("c"))
    notes.cite(cited("a"))
    notes.cite(cited("c, p. 3"))
    assert [(entry.number, entry.source.id) for entry in notes.entries()] == [(1, "c"), (2, "a")]


def test_a_source_lists_its_calls_with_their_pages() -> None:
    notes = apparatus()
    notes.cite(cited("a"))
    notes.cite(cited("a, p. 3"))
    [entry] = notes.entries()
    assert [(call.name, call.locator) for call in entry.calls] == [("a", ""), ("b", "p. 3")]


def test_a_call_is_a_link_that_a_listener_understands() -> None:
    html = apparatus().cite(cited("b"))
    assert 'href="#source-b"' in html
    assert 'aria-label="Source 1: On b"' in html
    assert ">1</a>" in html


def test_numbers_of_one_call_stand_in_order() -> None:
    notes = apparatus()
    notes.cite(cited("a"))
    notes.cite(cited("b"))
    html = notes.numbers(cited("b", "a"))
    assert html.index(">1</a>") < html.index(">2</a>")


def test_a_source_never_cited_is_not_listed() -> None:
    notes = apparatus()
    notes.cite(cited("b"))
    assert [entry.source.id for entry in notes.entries()] == ["b"]


def test_after_z_comes_aa() -> None:
    notes = apparatus()
    for _ in range(28):
        notes.cite(cited("a"))
    [entry] = notes.entries()
    assert [call.name for call in entry.calls][25:] == ["z", "aa", "ab"]
