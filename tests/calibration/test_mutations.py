"""Whatever stands in the content of a page, preflight comes to an end, and throws nothing."""

import random
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefpack.preflight import Order, inspect
from briefpack.problem import Place
from tests.calibration.specimen import GROUPS

HERE = Path(__file__).parent / "others"
FILES = ("chromium-broken", "groff-broken", "matplotlib42-sound", "typst-broken")
SEEDS = range(12)

NUMBER = re.compile(rb"-?\d+\.?\d*")
ABSURD = (
    b"0|-0.0|99999999999999999999999999999999999999999|-1e9|1e400|NaN|inf|2147483648|.|--7|true|null"
    b"|/Name|(text)|[1 2|<<|"
).split(b"|")
OPERATORS = b"cm Tm re Tf Do q Q BT ET TJ scn sh gs W n BDC EMC BI ID EI Tr xyz \xff\xfe".split(
    b" "
)


def other_numbers(content: bytes, chance: random.Random) -> bytes:
    def other(found: re.Match[bytes]) -> bytes:
        return chance.choice(ABSURD) if chance.random() < 0.03 else found[0]

    return NUMBER.sub(other, content)


def other_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(len(changed) // 60):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def other_operators(content: bytes, chance: random.Random) -> bytes:
    words = content.split(b" ")
    for _ in range(len(words) // 30 + 1):
        words.insert(chance.randrange(len(words)), chance.choice(OPERATORS))
    return b" ".join(words)


def other_order(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines()
    chance.shuffle(lines)
    return b"\n".join(lines[: chance.randrange(1, len(lines) + 1)])


MUTATIONS = (other_numbers, other_bytes, other_operators, other_order)


def looked_at(pdf: bytes) -> None:
    assert inspect(pdf, Order(Place("mutated.pdf"), GROUPS | {"press"}, 210, 297, 3))


def mutated(name: str, mutate: Callable[[bytes, random.Random], bytes], seed: int) -> bytes:
    """A file whose first page, and the forms on it, have other contents."""
    chance = random.Random(f"{name} {seed}")
    with pikepdf.open(HERE / f"{name}.pdf") as document:
        page = document.pages[0]
        page.contents_coalesce()
        streams = [page.Contents, *(page.get("/Resources", {}).get("/XObject", {}).values())]
        for stream in streams:
            if stream.get("/Subtype") != "/Image":
                stream.write(mutate(stream.read_bytes(), chance))
        file = BytesIO()
        document.save(file)
        return file.getvalue()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_mutated_contents_throw_nothing(
    name: str, mutate: Callable[[bytes, random.Random], bytes]
) -> None:
    for seed in SEEDS:
        looked_at(mutated(name, mutate, seed))


def page(content: bytes, **forms: bytes) -> bytes:
    """A page with these contents, and forms that may place each other."""
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        made = {
            f"/{name}": document.make_stream(
                form, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 200]
            )
            for name, form in forms.items()
        }
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(made), Font=pikepdf.Dictionary(F=font)
        )
        for form in made.values():
            form.Resources = document.make_indirect(resources)
        document.pages[0].obj.Resources = resources
        document.pages[0].obj.Contents = document.make_stream(content)
        file = BytesIO()
        document.save(file)
        return file.getvalue()


WORDS = b"BT /F 9 Tf 20 20 Td (Words) Tj ET"


@pytest.mark.parametrize(
    "pdf",
    [
        page(b""),
        page(b"\0\xff garbage ( unclosed"),
        page(b"q " * 5000 + WORDS),
        page(b"Q " * 50 + WORDS),
        page(b"0 0 0 0 0 0 cm " + WORDS),
        page(b"1e38 0 0 1e38 0 0 cm " * 12 + WORDS),
        page(b"BT /F 99999999999999999999999999999999999999 Tf (Words) Tj ET"),
        page(b"BT /F 9 Tf 1 0 0 1 -99999999999999999999999999 7 Tm (Words) Tj ET"),
        page(b"BT /Missing 9 Tf (Words) Tj ET /Missing Do /Missing gs /Missing sh"),
        page(b"/A Do", A=b"/A Do " + WORDS),
        page(b"/A Do", A=b"/B Do", B=b"/A Do " + WORDS),
        page(b"/A Do", **{chr(65 + at): f"/{chr(66 + at)} Do".encode() for at in range(24)}),
        page(b"/A Do", **{chr(65 + at): 2 * f"/{chr(66 + at)} Do ".encode() for at in range(10)}),
        page(b"BI /W 9999999 /H 9999999 /BPC 8 /CS /RGB ID abc EI " + WORDS),
    ],
    ids=[
        "nothing", "garbage", "saved", "restored", "flat", "huge", "large", "far", "missing",
        "itself", "each-other", "deep", "broad", "inline",
    ],
)  # fmt: skip
def test_odd_contents_throw_nothing(pdf: bytes) -> None:
    looked_at(pdf)
