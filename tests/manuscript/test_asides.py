"""The short fields that are printed as Markdown, found by how the model marks them."""

from briefpack import copyedit, manuscript
from briefpack.brief import Brief
from briefpack.brief.model import Markdown
from briefpack.manuscript import asides
from tests.manuscript.conftest import Write

MARKED = [("title", Markdown.LINE), ("subtitle", Markdown.LINE)]
LEDGER = "numbers:\n  numbers:\n    - {id: launches, value: 34, label: 'launches, {ref nowhere}'}\n"


def test_a_field_is_known_by_its_mark() -> None:
    assert asides._fields_of(Brief)[:2] == MARKED


def test_what_may_hold_such_fields_is_looked_into() -> None:
    names = dict(asides._fields_of(Brief))
    assert {"authors", "glance", "numbers", "risks", "about"} <= names.keys()
    assert not {"language", "date", "keywords"} & names.keys()


def test_lines_and_paragraphs_are_read_in_the_order_of_the_model(write: Write) -> None:
    more = "about:\n  text: |\n    One.\n\n    Two.\nsubtitle: Two *words*\n"
    tokens = manuscript.read(write(more)).asides
    said = [token.content for token in tokens if token.type == "text" and token.content]
    assert said == ["A brief", "Two ", "words", "One.", "Two."]


def test_an_unknown_number_is_named_once_wherever_it_stands(write: Write) -> None:
    more = (
        "subtitle: >\n  Of {n gone}\n  folded\nsources: [{id: a, title: T, note: 'x {n lost}'}]\n"
    )
    label = LEDGER.replace("{ref nowhere}", "{n missing}")
    found = [one.message for one in manuscript.examine(write(more + label)).problems]
    unknown = [message for message in found if message.startswith("the ledger has no number")]
    assert sorted(message.split("'")[1] for message in unknown) == ["gone", "lost", "missing"]


def test_a_reference_in_the_label_of_a_number_is_looked_up(write: Write) -> None:
    found = copyedit.check(manuscript.examine(write(LEDGER)))
    assert "nothing has the id 'nowhere'" in [problem.message for problem in found]
