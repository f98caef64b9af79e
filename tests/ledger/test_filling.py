"""Short words are filled with the numbers of the ledger, and remember what was written."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from briefpack.ledger.filling import Filled, as_written, fill, unknown
from briefpack.problem import Place
from briefpack.words import Words

PRINTED = {("a", ""): "14,132", ("a", "bare"): "14", ("b", ""): "$7"}


def test_words_are_filled_and_remember() -> None:
    words = Words("Of {n a} only {n b}, or {n a bare}.", Place("x.yaml", 3, 7))
    filled = fill(words, PRINTED)
    assert filled == "Of 14,132 only $7, or 14."
    assert isinstance(filled, Filled)
    assert [filled[call.start : call.end] for call in filled.calls] == ["14,132", "$7", "14"]
    assert as_written(filled) is words
    assert filled.place == words.place


def test_words_without_numbers_stay_the_same() -> None:
    words = Words("{name x} and {n c}")
    assert fill(words, PRINTED) is words
    assert as_written(words) is words


def test_filled_words_can_be_handed_to_another_process() -> None:
    filled = fill(Words("{n a}"), PRINTED)
    again = pickle.loads(pickle.dumps(filled))
    assert (again, again.calls, again.written) == ("14,132", filled.calls, "{n a}")


def test_what_the_ledger_lacks_is_said_with_the_nearest() -> None:
    [problem] = unknown(Words("Of {n launchs} only"), ["launches", "debris"])
    assert problem.message == "the ledger has no number 'launchs'"
    assert problem.hint == "did you mean 'launches'?"


@given(st.text(alphabet="{n ab} bare-c", max_size=40))
def test_any_words_can_be_filled(text: str) -> None:
    list(unknown(Words(text), ["a"]))
    filled = fill(Words(text), PRINTED)
    for call in filled.calls if isinstance(filled, Filled) else ():
        assert filled[call.start : call.end] in PRINTED.values()
