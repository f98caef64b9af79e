"""The glossary's entries, in order and in columns."""

from briefpack.brief import Term
from briefpack.pages import layout
from briefpack.pages.faces import face
from briefpack.pages.glossary import FEW, Page, alphabetical, pages
from briefpack.paper import PAPERS

POLICY = layout.find("policy")
A4 = PAPERS["a4"]


def terms(*names: str, text: str = "What it is.") -> list[Term]:
    return [Term.model_validate({"term": name, "text": text}) for name in names]


def shared_out(entries: list[Term]) -> list[Page]:
    lengths = (POLICY.lengths("grid", A4), POLICY.lengths("sources"), POLICY.lengths("glossary"))
    return pages(entries, *lengths, A4, face("sans"), face("label"))


def names(page: Page) -> list[list[str]]:
    return [[str(entry.term.term) for entry in column] for column in page]


def test_accents_and_case_count_only_between_equals() -> None:
    written = terms("Zone", "étage", "Esa", "ÄRA", "ESA", "ara", "Übung", "(b)")
    found = [str(term.term) for term in alphabetical(written)]
    assert found == ["ara", "ÄRA", "(b)", "ESA", "Esa", "étage", "Übung", "Zone"]


def test_a_few_entries_stand_in_one_column() -> None:
    [page] = shared_out(terms(*"DCBA"))
    assert names(page) == [["A", "B", "C", "D"]]
    assert FEW == 4


def test_more_stand_in_two_columns_read_downwards() -> None:
    [page] = shared_out(terms(*"ABCDE"))
    assert names(page) == [["A", "B", "C"], ["D", "E"]]


def test_a_long_glossary_goes_on_to_the_next_page() -> None:
    many = terms(*(f"T{number:03}" for number in range(120)), text="A sentence of words. " * 8)
    found = shared_out(many)
    assert len(found) > 1
    told = [name for page in found for column in names(page) for name in column]
    assert told == [str(term.term) for term in many]


def test_a_term_that_is_wider_than_its_room_has_its_own_line() -> None:
    [[column]] = shared_out(terms("ISS", "Conjunction assessment"))
    assert [entry.is_long for entry in column] == [True, False]
