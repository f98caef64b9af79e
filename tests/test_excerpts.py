"""Excerpts show the line at a place, or nothing."""

import os
from pathlib import Path

import pytest

from briefpack.excerpts import LARGEST, excerpt, with_excerpts
from briefpack.problem import Place, Problem


def lines(folder: Path, data: bytes, line: int = 2) -> str:
    (folder / "text.md").write_bytes(data)
    return excerpt(Place("text.md", line), folder)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_it_is_the_line_without_its_end(tmp_path: Path, end: bytes) -> None:
    assert lines(tmp_path, end.join([b"one", b"  zw\xc3\xb6lf ", b"three"])) == "  zwölf "


def test_a_byte_order_mark_is_no_part_of_it(tmp_path: Path) -> None:
    assert lines(tmp_path, b"\xef\xbb\xbfone\ntwo", 1) == "one"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    assert lines(tmp_path, b"one\ntwo") == "two"
    assert lines(tmp_path, b"one\nfour") == "four"


@pytest.mark.parametrize("data", [b"one", b"", b"one\n\xff", b"one\n\0two", b"o\n" * LARGEST])
def test_what_has_no_such_line_of_text_gives_nothing(tmp_path: Path, data: bytes) -> None:
    assert lines(tmp_path, data) == ""


@pytest.mark.parametrize("line", [0, -1, 3])
def test_a_place_without_a_line_gives_nothing(tmp_path: Path, line: int) -> None:
    assert lines(tmp_path, b"one\ntwo", line) == ""


@pytest.mark.parametrize("name", ["", "gone.md", "text.md/more", "a\0b", "../" * 400, "x" * 4000])
def test_a_file_that_is_not_there_gives_nothing(tmp_path: Path, name: str) -> None:
    assert excerpt(Place(name, 1), tmp_path) == ""


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert excerpt(Place("pipe", 1), tmp_path) == ""


def test_a_whole_path_needs_no_root(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("one", "utf-8")
    assert excerpt(Place(str(tmp_path / "text.md"), 1), Path("/nowhere")) == "one"


def test_a_problem_without_a_line_gets_the_one_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("one\ntwo", "utf-8")
    bare = Problem(Place("text.md", 2), "rule", "message")
    own = Problem(Place("text.md", 2), "rule", "message", excerpt="its own")
    assert [one.excerpt for one in with_excerpts([bare, own], tmp_path)] == ["two", "its own"]
