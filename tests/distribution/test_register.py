"""The ledger of copies: what is written is read again, and what was damaged is not taken."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.distribution import register
from briefpack.distribution.register import Entry
from briefpack.problem import Refused

ANNA = Entry(1, "Anna", "Ministry", copies=2, file="a-copy-01.pdf", checksum="ab" * 32)
BELA = Entry(2, "Bela", copies=2, file="a-copy-02.pdf", checksum="cd" * 32, listed="no")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "copies.csv").write_bytes(register.written([BELA, ANNA]))
    assert register.read(tmp_path) == [ANNA, BELA]


def test_it_opens_in_a_spreadsheet_as_it_is() -> None:
    data = register.written([ANNA])
    assert data.startswith(b"\xef\xbb\xbfnumber,of,holder,")
    assert b"\r\n1,2,Anna,Ministry," in data


def test_no_ledger_holds_nobody(tmp_path: Path) -> None:
    assert register.read(tmp_path) == []


@pytest.mark.parametrize("name", ["=1+2", "+49 30", "-", "@x", "'=x", "''", "'t Hooft", "'"])
def test_no_name_is_a_formula_and_all_come_back(tmp_path: Path, name: str) -> None:
    data = register.written([Entry(1, "Anna", note=name)])
    (tmp_path / "copies.csv").write_bytes(data)
    assert not any(cell.startswith(tuple("=+-@")) for cell in data.decode("utf-8-sig").split(","))
    assert register.read(tmp_path)[0].note == name


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    import unicodedata

    words = " ".join(unicodedata.normalize("NFC", text).split())
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "copies.csv").write_bytes(register.written([Entry(1, "Anna", note=words)]))
    assert register.read(folder)[0].note == words


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\r\n2,2", "\r\n1,2", "two copies have the number '1'"),
        ("\r\n2,2", "\r\n9,2", "number 2 is missing before 9"),
        ("\r\n2,2", "\r\nx,2", "'number' of a copy is a whole number, not 'x'"),
        ("\r\n2,2", "\r\n0,2", "'number' of a copy is a whole number, not '0'"),
        ("a-copy-02.pdf", "a-copy-01.pdf", "two copies have the file 'a-copy-01.pdf'"),
        ("a-copy-02.pdf", "../b.pdf", "is the name of a PDF in this folder, not '../b.pdf'"),
        ("cd" * 32, "1.2E+63", "'SHA-256' of a copy is 64 digits from 0 to f, not '1.2E+63'"),
        (",Bela,", ",,", "'holder' of a copy is a name, not ''"),
        (",no\r\n", ",maybe\r\n", "'listed' of a copy is yes or no, not 'maybe'"),
        (",SHA-256,", ",hash,", "there is no column 'hash'"),
        (",SHA-256,", ",hash,", "there is no column 'SHA-256'"),
    ],
)
def test_a_damaged_ledger_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = register.written([ANNA, BELA]).decode()
    assert old in text
    (tmp_path / "copies.csv").write_bytes(text.replace(old, new).encode())
    with pytest.raises(Refused) as refused:
        register.read(tmp_path)
    assert any(said in problem.message for problem in refused.value.problems)
    assert all(problem.place.line for problem in refused.value.problems)
    assert {problem.hint for problem in refused.value.problems} == {register.PUT_BACK}


def test_a_ledger_that_lost_all_its_lines_but_not_its_first_holds_nobody(tmp_path: Path) -> None:
    (tmp_path / "copies.csv").write_bytes(register.written([]))
    assert register.read(tmp_path) == []
