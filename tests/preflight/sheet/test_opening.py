"""A file that cannot be opened says why in one outcome, and no file makes a check stumble."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from briefpack import preflight
from briefpack.preflight import Order
from briefpack.problem import Place
from tests.preflight.spoilt import EVERY, found, spoilt

ORDER = Order(Place("a.pdf"), frozenset(EVERY))


def locked(pdf: bytes) -> bytes:
    return spoilt(pdf, lambda _: None, encryption=pikepdf.Encryption(owner="o", user="u"))


def blank(_: bytes) -> bytes:
    file = BytesIO()
    pikepdf.new().save(file)
    return file.getvalue()


def listed_twice(pdf: bytes) -> bytes:
    """A file that says it has more pages than it has."""

    def lie(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Count = 3

    return spoilt(pdf, lie)


UNREADABLE: list[tuple[Callable[[bytes], bytes], str, str, str]] = [
    (lambda _: b"", "unreadable", "the file is empty", "download"),
    (lambda _: b"PK\x03\x04 word/document.xml", "unreadable", "the file is no PDF", "a Word"),
    (lambda _: b"<!doctype html><title>Login</title>", "unreadable", "no PDF", "a web page"),
    (lambda _: b"Good morning", "unreadable", "the file is no PDF", ""),
    (lambda pdf: pdf[: len(pdf) // 2], "unreadable", "the file breaks off", "download it again"),
    (lambda _: b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"%%EOF", "unreadable", "damaged", "anew"),
    (locked, "encrypted", "opens with a password only", "save it without"),
    (blank, "unreadable", "the file has no pages", "anew"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "rule", "message", "hint"), UNREADABLE)
def test_what_cannot_be_opened_says_why(
    sample: bytes, spoil: Callable[[bytes], bytes], rule: str, message: str, hint: str
) -> None:
    (outcome,) = preflight.inspect(spoil(sample), ORDER)
    (problem,) = outcome.problems
    assert outcome.verdict == "failed"
    assert (outcome.check.rule, problem.rule, problem.place) == (rule, rule, Place("a.pdf"))
    assert message in problem.message
    assert hint in problem.hint
    assert "BytesIO" not in problem.message


def test_a_file_that_was_mended_to_be_read_is_told(sample: bytes) -> None:
    told = found(sample.replace(b"startxref\n", b"startxref\n9"))
    assert told.keys() == {"damage"}
    assert told["damage"][0].startswith("(w) the file is damaged, and had to be mended")
    assert "BytesIO" not in told["damage"][0]


def test_a_file_that_breaks_off_and_was_mended_is_an_error(sample: bytes) -> None:
    plain = pikepdf.ObjectStreamMode.disable
    whole = spoilt(sample, lambda _: None, linearize=True, object_stream_mode=plain)
    told = found(whole[:-2000])
    assert told == {"damage": ["the file breaks off: its end is missing, and pages may be"]}


def test_a_file_behind_other_bytes_is_read(sample: bytes) -> None:
    read = [one.check for one in preflight.inspect(sample, ORDER)]
    assert [one.check for one in preflight.inspect(b"\n\n" + sample, ORDER)] == read


ODD: list[Callable[[pikepdf.Pdf, list[Any], Random], Any]] = [
    lambda *_: 1,
    lambda *_: -7,
    lambda *_: 10**15,
    lambda *_: True,
    lambda *_: String("x"),
    lambda *_: String(b"\xfe\xff\xd8"),
    lambda *_: Name.Odd,
    lambda *_: Array([]),
    lambda *_: Array([Name.X, None, String("a"), Array([])]),
    lambda *_: Dictionary(K=1, S=Name.P),
    lambda _, things, random: random.choice(things),
    lambda _, things, random: Array([random.choice(things), random.choice(things)]),
]


def muddled(pdf: bytes, seed: int) -> bytes:
    """A file in which some entries are what they should not be, and some lead in circles."""
    random = Random(seed)

    def muddle(document: pikepdf.Pdf) -> None:
        kinds = pikepdf.Dictionary | pikepdf.Stream
        things = [one for one in document.objects if isinstance(one, kinds)]
        for _ in range(random.randint(1, 30)):
            thing = random.choice(things)
            kept = ("/Length", "/Filter", "/Root")
            keys = [key for key in thing.keys() if key not in kept]  # noqa: SIM118
            if keys:
                thing[random.choice(keys)] = random.choice(ODD)(document, things, random)

    return spoilt(pdf, muddle)


@pytest.mark.parametrize("seed", range(40))
def test_no_file_makes_a_check_stumble(sample: bytes, seed: int) -> None:
    outcomes = preflight.inspect(muddled(sample, seed), ORDER)
    assert len(outcomes) in (1, sum(bool(ORDER.groups & {*one.groups}) for one in preflight.CHECKS))


def test_a_structure_that_is_its_own_child_has_an_end(sample: bytes) -> None:
    def circle(document: pikepdf.Pdf) -> None:
        root = document.Root.StructTreeRoot.K
        top = root[0] if isinstance(root, Array) else root
        top.K.append(top)

    assert found(spoilt(sample, circle)) == {}


def test_a_structure_that_is_very_deep_has_an_end(sample: bytes) -> None:
    def deepen(document: pikepdf.Pdf) -> None:
        root = document.Root.StructTreeRoot.K
        top = root[0] if isinstance(root, Array) else root
        for _ in range(1000):
            inner = document.make_indirect(Dictionary(S=Name.Div, P=top, K=Array([])))
            top.K.append(inner)
            top = inner

    assert found(spoilt(sample, deepen)) == {}


def test_bookmarks_in_a_circle_have_an_end(sample: bytes) -> None:
    def circle(document: pikepdf.Pdf) -> None:
        document.Root.Outlines.Last.Next = document.Root.Outlines.First

    assert found(spoilt(sample, circle)) == {}


def test_of_a_page_that_cannot_be_shown_nothing_but_that_is_said(sample: bytes) -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[4].obj.Type = Name.Odd

    told = found(spoilt(sample, change), "pages", "mail", "paper")
    assert told.keys() == {"damage"}
    assert told["damage"][1:] == ["page 5: the page cannot be shown by a common reader (PDFium)"]
