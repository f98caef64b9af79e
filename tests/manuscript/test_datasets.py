"""Files of data: every cell with its place, and a message for whatever is no data."""

import csv
import json
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack.dataset import Dataset
from briefpack.manuscript import datasets
from briefpack.problem import Place, Problem
from briefpack.words import Words

some = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def read(folder: Path, content: str | bytes, name: str = "a.csv") -> tuple[Dataset, list[Problem]]:
    raw = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(raw)
    found, problems = datasets.read([Words(name, Place("text.md", 3, 11))], folder, Path("brief"))
    return found.get(name, Dataset([], [])), problems


def cells(data: Dataset) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in (data.columns, *data.rows)]


def messages(folder: Path, content: str | bytes, name: str = "a.csv") -> list[str]:
    return [f"{p.place}: {p.message}" for p in read(folder, content, name)[1]]


def test_a_csv_file_is_a_head_and_rows(tmp_path: Path) -> None:
    data, problems = read(tmp_path, 'year,"world, all"\n2015, 87 \n\n2016,"a ""b"""\n')
    assert problems == []
    assert cells(data) == [["year", "world, all"], ["2015", "87"], ["2016", 'a "b"']]
    assert not data.comma


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_system_has_it(tmp_path: Path, ends: str) -> None:
    assert cells(read(tmp_path, ends.join(["a,b", "1,2", ""]))[0]) == [["a", "b"], ["1", "2"]]


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa,b\n1,2\n")[0].columns == ["a", "b"]


def test_semicolons_mean_decimal_commas(tmp_path: Path) -> None:
    data, _ = read(tmp_path, "Jahr;Anteil\n2015;0,5\n")
    assert data.comma
    assert [data.number(cell) is not None for cell in data.rows[0]] == [True, True]


def test_tabs_part_cells_too(tmp_path: Path) -> None:
    data, _ = read(tmp_path, "a\tb\n1,5\tx, y\n", "a.tsv")
    assert cells(data) == [["a", "b"], ["1,5", "x, y"]]


def test_every_cell_knows_its_place(tmp_path: Path) -> None:
    data, _ = read(tmp_path, 'year,world\n2015,87\n2016,"85"\n')
    places = [str(cell.place) for row in (data.columns, *data.rows) for cell in row]
    assert places == [
        "brief/a.csv:1:1", "brief/a.csv:1:6", "brief/a.csv:2:1", "brief/a.csv:2:6",
        "brief/a.csv:3:1", "brief/a.csv:3:7",
    ]  # fmt: skip
    assert data.rows[1][1].excerpt == '2016,"85"'


def test_a_cell_may_run_over_lines(tmp_path: Path) -> None:
    data, problems = read(tmp_path, 'a,b\n"one\ntwo",2\n3,4\n')
    assert problems == []
    assert cells(data)[1:] == [["one\ntwo", "2"], ["3", "4"]]
    assert [row[0].place.line for row in data.rows] == [2, 4]


def test_equal_cells_have_places_of_their_own(tmp_path: Path) -> None:
    data, _ = read(tmp_path, "a,b,c\n1,1,11\n")
    assert [cell.place.column for cell in data.rows[0]] == [1, 3, 5]


def test_json_is_records_or_lists(tmp_path: Path) -> None:
    records = '[{"a": 1, "b": "x"}, {"b": null, "a": -2.50}]'
    assert cells(read(tmp_path, records, "a.json")[0]) == [["a", "b"], ["1", "x"], ["-2.50", ""]]
    lists = '[["a", "b"], [1, "x"], [1e3, true]]'
    assert cells(read(tmp_path, lists, "a.json")[0])[2] == ["1e3", "true"]


def test_a_record_may_lack_a_key_and_have_none_of_its_own(tmp_path: Path) -> None:
    data, problems = read(tmp_path, '[{"a": 1, "b": 2}, {"a": 3}]', "a.json")
    assert (cells(data)[2], problems) == (["3", ""], [])
    assert messages(tmp_path, '[{"a": 1}, {"a": 2, "c": 3}]', "a.json") == [
        "brief/a.json:1:21: this record has a key that the first one lacks: 'c'"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\n", "brief/a.csv:1:1: the file has a head and no rows"),
        ("a,\n1,2\n", "brief/a.csv:1:3: a column has no name"),
        ("a,b,a\n1,2,3\n", "brief/a.csv:1:5: two columns are called 'a'"),
        ("a,b\n1,2\n1,2,3\n", "brief/a.csv:3:1: this row has 3 cells, and the head 2"),
        ("a,b\n1\n", "brief/a.csv:2:1: this row has 1 cell, and the head 2"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, content: str, message: str) -> None:
    assert messages(tmp_path, content) == [message]


@pytest.mark.parametrize("content", ['a,b\n"1,2\n', 'a,b\n"1"2,3\n', "", "\n\n", " \n,\n"])
def test_a_broken_file_is_told(tmp_path: Path, content: str) -> None:
    assert len(messages(tmp_path, content)) == 1


@pytest.mark.parametrize(
    "content", ["{}", "[]", "1", '"a"', "[1, 2]", '[{"a": 1}, [2]]', '[{"a": [1]}]', "[[]]", "[{}]",
                '[["a"], [{"b": 1}]]', '[[["a"]], [1]]', "[", "null"],
)  # fmt: skip
def test_json_that_is_no_table_is_told(tmp_path: Path, content: str) -> None:
    assert messages(tmp_path, content, "a.json")


def test_too_much_is_told(tmp_path: Path) -> None:
    rows = "a\n" + "1\n" * (datasets.MOST_ROWS + 1)
    assert "and 5001 rows" in messages(tmp_path, rows)[0]
    columns = ",".join(f"c{n}" for n in range(datasets.MOST_COLUMNS + 1))
    assert "has 61 columns" in messages(tmp_path, f"{columns}\n")[0]


def test_other_files_are_no_data(tmp_path: Path) -> None:
    assert messages(tmp_path, "a", "a.xlsx") == [
        "text.md:3:11: 'a.xlsx' is no file of data by its name"
    ]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n")
    names = [Words("a.csv"), Words("a.csv"), Words("b.csv")]
    found, problems = datasets.read(names, tmp_path, Path("brief"))
    assert (found, len(problems)) == ({}, 2)


@pytest.mark.parametrize("name", ["../a.csv", "/etc/passwd.csv", "."])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    found, problems = datasets.read([Words(name)], tmp_path, Path("brief"))
    assert (found, len(problems)) == ({}, 1)


def answered(content: bytes, name: str) -> Dataset | None:
    with TemporaryDirectory() as folder:
        data, problems = read(Path(folder), content, name)
        assert bool(data.columns) != bool(problems)
        assert all(len(row) == len(data.columns) for row in data.rows)
        return data


@some
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.tsv", "a.json"]))
def test_any_bytes_are_data_or_a_problem(content: bytes, name: str) -> None:
    answered(content, name)


@some
@given(
    st.text(alphabet='ab1.,;\t"\n\r -{}[]:\x00\u2028', max_size=80),
    st.sampled_from(["a.csv", "a.json"]),
)
def test_any_text_is_data_or_a_problem(content: str, name: str) -> None:
    answered(content.encode(), name)


plain = st.text(alphabet="abÄ1.,;\"'\t -", min_size=1, max_size=8).filter(
    lambda t: t == t.strip() and t
)
tables = st.integers(1, 4).flatmap(
    lambda width: st.tuples(
        st.lists(plain, min_size=width, max_size=width, unique=True),
        st.lists(st.lists(plain, min_size=width, max_size=width), min_size=1, max_size=4),
    )
)


@some
@given(tables)
def test_what_a_spreadsheet_writes_is_read_again(table: tuple[list[str], list[list[str]]]) -> None:
    head, rows = table
    file = StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([head, *rows])
    found = answered(file.getvalue().encode(), "a.csv")
    assert found is not None
    assert cells(found) == [head, *rows]


@some
@given(tables)
def test_what_a_program_writes_is_read_again(table: tuple[list[str], list[list[str]]]) -> None:
    head, rows = table
    records = json.dumps([dict(zip(head, row, strict=True)) for row in rows])
    found = answered(records.encode(), "a.json")
    assert found is not None
    assert cells(found) == [head, *rows]


def test_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    _, [problem] = datasets.read([Words("a.xlsx")], tmp_path, Path("brief"))
    assert problem.hint == "save the sheet as CSV (UTF-8), and name that file"
