"""A text file is read if it is plain UTF-8 of a sensible size."""

import os
from pathlib import Path

import pytest

from briefpack.manuscript.sheets import LARGEST, Sheet, read_sheet
from briefpack.problem import Place, Problem, Refused


def refusal(path: Path) -> Problem:
    with pytest.raises(Refused) as refused:
        read_sheet(path, "text.md")
    return refused.value.problems[0]


def written(folder: Path, content: bytes) -> Path:
    path = folder / "text.md"
    path.write_bytes(content)
    return path


def test_a_byte_order_mark_and_windows_line_ends_are_taken_off(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_sheet(path, "text.md").text == "one\ntwo\nthree\n"


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    problem = refusal(path)
    assert problem.message == "'text.md' holds 50.0 MB; a text may hold 2 MB"
    assert problem.rule == "large-file"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    assert len(read_sheet(written(tmp_path, b"a" * LARGEST), "text.md").text) == LARGEST
    assert refusal(written(tmp_path, b"a" * (LARGEST + 1))).rule == "large-file"


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"ab\ncaf\xe9\n", "text.md:2:4", "it would be 'é' in Windows-1252"),
        (b"\xc3\xa9\xe9\n", "text.md:1:2", "0xE9"),
        (b"one\r\n\x81", "text.md:2:1", "the byte 0x81 is not UTF-8"),
        (b"\xed\xa0\x80", "text.md:1:1", "0xED"),  # a surrogate, which UTF-8 does not have
        ("é\n".encode("utf-16"), "text.md", "UTF-16"),
        ("text".encode("utf-16-be"), "text.md", "UTF-16"),
        ("text".encode("utf-32"), "text.md", "UTF-16"),
        (b"a\x1b[31m", "text.md:1:2", "U+001B"),
        ("a\n\u2028".encode(), "text.md:2:1", "U+2028"),
        (b"0123456789\x00", "text.md:1:11", "U+0000"),
        ("a\ufeffb".encode(), "text.md:1:2", "U+FEFF"),
        (b" \n\t\n", "text.md", "the file is empty"),
        (b"", "text.md", "the file is empty"),
    ],
)
def test_what_is_no_plain_text_is_refused_at_its_place(
    tmp_path: Path, content: bytes, place: str, message: str
) -> None:
    problem = refusal(written(tmp_path, content))
    assert str(problem.place) == place
    assert message in problem.message


def test_no_excerpt_can_steer_a_terminal(tmp_path: Path) -> None:
    for content in (b"\x1b[2J \xe9", b"\xe9 \x1b[2J", b"\x1b[2J\n"):
        assert "\x1b" not in refusal(written(tmp_path, content)).excerpt


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, b"text\n")
    path.chmod(0)
    assert "permission denied" in refusal(path).message


def test_a_device_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_sheet(Path("/dev/zero"), "text.md")
    assert refused.value.problems[0].message == "'text.md' is a device, not a file"


def test_an_index_becomes_a_place() -> None:
    sheet = Sheet("f", "ab\ncd\n\nef")
    assert [sheet.at(sheet.text.index(letter)).place for letter in "adf"] == [
        Place("f", 1, 1),
        Place("f", 2, 2),
        Place("f", 4, 2),
    ]
