"""ICC profiles: which are fit for a press, what they are called, where they are found."""

import sys
from contextlib import suppress
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack import profiles
from briefpack.profiles import Unfit


def icc(
    space: bytes = b"CMYK",
    kind: bytes = b"prtr",
    description: str = "Coated FOGRA39L",
    signature: bytes = b"acsp",
) -> bytes:
    """A profile with nothing but a header and its description."""
    words = description.encode("ascii") + b"\0"
    tag = b"desc" + bytes(4) + pack(">I", len(words)) + words
    table = pack(">I4sII", 1, b"desc", 144, len(tag))
    head = bytes(8) + bytes.fromhex("02100000") + kind + space + b"Lab " + bytes(12) + signature
    body = head.ljust(128, b"\0")[4:] + table + tag
    return pack(">I", len(body) + 4) + body


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shop.icc"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is no ICC profile"),
        (b"\x89PNG" + bytes(400), "is no ICC profile"),
        (icc(signature=b"ACSP"), "is no ICC profile"),
        (icc(space=b"RGB "), "is a profile of RGB colours, not of CMYK"),
        (icc(space=b"GRAY"), "is a profile of grey colours, not of CMYK"),
        (icc(kind=b"link"), "is a profile of links, not of a press"),
        (icc(kind=b"mntr"), "is a profile of screens, not of a press"),
        (icc()[:-5], "is cut short: it has"),
        (icc() + bytes(20_000_000), "holds more than 20 MB"),
    ],
)
def test_what_is_no_profile_of_a_press_is_refused(file: Path, data: bytes, complaint: str) -> None:
    file.write_bytes(data)
    with pytest.raises(Unfit, match=complaint):
        profiles.read(file)


def test_what_is_behind_a_profile_is_left_out(file: Path) -> None:
    file.write_bytes(icc() + bytes(5000))
    assert profiles.read(file).data == icc()


@pytest.mark.parametrize(
    ("description", "condition"),
    [
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("FOGRA39L Coated", "FOGRA39"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSO Uncoated v3 (FOGRA52)", "FOGRA52"),
        ("Artifex CMYK SWOP Profile", "Custom"),
        ("", "Custom"),
    ],
)
def test_a_profile_says_which_printing_condition_it_is_of(
    file: Path, description: str, condition: str
) -> None:
    file.write_bytes(icc(description=description))
    found = profiles.read(file)
    assert found.condition == condition
    assert found.description == (description or "shop")


@given(st.binary(max_size=300))
def test_no_file_brings_the_reader_down(rest: bytes) -> None:
    data = icc()[:128] + rest
    with suppress(Unfit):
        profiles.check(data)
    assert isinstance(profiles._description(data), str)


def test_the_system_is_searched_in_the_order_of_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "10.0").mkdir()
    (tmp_path / "10.0" / "a.icc").write_bytes(icc())
    (tmp_path / "broken.icc").write_bytes(b"")
    places = [
        ("darwin", f"{tmp_path.as_posix()}/10.0/a.icc"),
        ("linux", f"{tmp_path.as_posix()}/missing.icc"),
        ("linux", f"{tmp_path.as_posix()}/broken.icc"),
        ("linux", f"{tmp_path.as_posix()}/*/a.icc"),
    ]
    found = profiles.on_this_system(places)
    assert found is not None
    assert found.path == tmp_path / "10.0" / "a.icc"
    assert profiles.on_this_system(places[:3]) is None
