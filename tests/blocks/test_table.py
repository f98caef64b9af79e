"""A table block: what its options mean, and what it shows of a file."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack import markdown, reading
from briefpack.blocks import TableBlock
from briefpack.blocks.columns import Column, Format, heading
from briefpack.blocks.tabulation import reckonings
from briefpack.dataset import Dataset
from briefpack.words import Words

FILE = """\
year,world,share,cost (US$ bn),note
2015,87,22.9,1.5,
2020,1714,38.6,,new
2024,14132,59.46,2.25,old"""


def data(text: str = FILE) -> Dataset:
    head, *rows = ([Words(cell) for cell in line.split(",")] for line in text.splitlines())
    return Dataset(head, rows)


def block(options: str = "", argument: str = "data/a.csv", body: str = "") -> TableBlock:
    source = f":::{{table}} {argument}\n{options}\n{body}\n:::\n".replace("\n\n", "\n")
    tokens, problems = markdown.parse(Words(source), language="en", first_id="text")
    assert problems == []
    [found] = reading.blocks(tokens)
    assert isinstance(found, TableBlock)
    return found


def complaints(options: str, argument: str = "data/a.csv", body: str = "") -> list[str]:
    source = f":::{{table}} {argument}\n{options}\n{body}\n:::\n".replace("\n\n", "\n")
    return [p.message for p in markdown.parse(Words(source), language="en", first_id="text")[1]]


def kinds(options: str, text: str = FILE) -> Sequence[str]:
    return [column.kind for column in block(options).shown(data(text))]


def test_a_table_draws_on_the_file_that_it_names() -> None:
    assert list(block().draws_on()) == ["data/a.csv"]
    assert list(block(argument="", body="| a |\n|---|\n| 1 |").draws_on()) == []


def test_all_columns_are_shown_unless_some_are_chosen() -> None:
    assert [column.name for column in block().shown(data())] == list(data().columns)
    chosen = block(":columns: world; year: Year").shown(data())
    assert [(column.name, column.heading) for column in chosen] == [
        ("world", "world"),
        ("year", "Year"),
    ]


def test_a_column_that_the_file_lacks_is_left_for_the_copyeditor() -> None:
    assert [column.name for column in block(":columns: year; moon").shown(data())] == ["year"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Cost", ("Cost", "")),
        ("Cost (US$ bn)", ("Cost", "US$ bn")),
        ("(bn)", ("(bn)", "")),
        ("Cost (a) and more", ("Cost (a) and more", "")),
        ("Cost (net) (bn)", ("Cost (net)", "bn")),
    ],
)
def test_a_unit_stands_in_brackets_behind_the_heading(
    written: str, expected: tuple[str, str]
) -> None:
    assert heading(written) == expected


def test_a_heading_may_have_a_colon() -> None:
    column = Column.model_validate(Words("world: Launches: all"))
    assert (column.column, column.heading) == ("world", "Launches: all")


def test_columns_are_years_numbers_or_words() -> None:
    assert kinds("") == ["plain", "number", "number", "number", "text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grams,price\n1731,1935\n1800,1999", ["plain", "number"]),
        ("item,fiscal_year\na,2019\nb,2020", ["text", "plain"]),
        ("item,Jahr\na,2019\nb,", ["text", "plain"]),
        ("item,year\na,2019.5\nb,2020", ["text", "number"]),
        ("item,year\na,1066\nb,2020", ["text", "number"]),
        ("item,yearly\na,1600\nb,2020", ["text", "number"]),
        ("item,empty\na,\nb,", ["text", "text"]),
    ],
)
def test_years_are_known_by_their_place_or_their_name(text: str, expected: list[str]) -> None:
    assert kinds("", text) == expected


def test_a_format_says_what_a_column_is() -> None:
    formats = ":formats: year: 0; world: plain; share: text; note: date"
    assert kinds(formats) == ["number", "plain", "text", "number", "date"]


@pytest.mark.parametrize(
    ("pattern", "places", "signed", "fraction", "percent", "around"),
    [
        ("0", 0, False, False, False, ("", "")),
        ("0.00", 2, False, False, False, ("", "")),
        ("+0.0", 1, True, False, False, ("", "")),
        ("0.0 %", 1, False, False, True, ("", " %")),
        ("fraction 0%", 0, False, True, True, ("", "%")),
        ("$0.0 bn", 1, False, False, False, ("$", " bn")),
        ("US$0", 0, False, False, False, ("US$", "")),
    ],
)
def test_a_pattern_is_taken_apart(
    pattern: str, places: int, signed: bool, fraction: bool, percent: bool, around: tuple[str, str]
) -> None:
    format_ = Format.model_validate(Words(f"cost: {pattern}"))
    assert (format_.places, format_.signed, format_.fraction) == (places, signed, fraction)
    assert (format_.percent, format_.around) == (percent, around)


@pytest.mark.parametrize("pattern", ["0,0", "#,##0", "1", "0.0.0", "year", "0 5", "0.0000000000"])
def test_what_is_no_pattern_is_told(pattern: str) -> None:
    [message] = complaints(f":formats: world: {pattern}")
    assert message.startswith("a format is 'plain', 'date', 'text', or a pattern")


def test_a_format_is_for_a_column() -> None:
    for written in ("0.0", "world:"):
        [message] = complaints(f":formats: {written}")
        assert message.startswith("a format names a column and its pattern")


def test_some_rows_of_a_file() -> None:
    def years(options: str) -> list[str]:
        return [str(cell) for cell in block(options).shown(data())[0].cells]

    assert years(":rows: first 2") == ["2015", "2020"]
    assert years(":rows: last 1") == ["2024"]
    assert years(":rows: last 99") == ["2015", "2020", "2024"]
    assert complaints(":rows: first 0") == ["rows are 'first 10' or 'last 10', not 'first 0'"]


def totals(options: str, text: str = FILE) -> list[tuple[str, list[Decimal | None]]]:
    table = block(options)
    return list(reckonings(table.shown(data(text)), table.total))


def test_a_sum_is_exact_and_leaves_out_years_and_words() -> None:
    text = "year,a,b\n2015,0.1,x\n2016,0.2,y\n2017,1e20,z"
    assert totals(":total: sum", text) == [
        ("sum", [None, Decimal("100000000000000000000.3"), None])
    ]


def test_shares_add_up_only_where_that_is_asked_for() -> None:
    formats = ":formats: share: 0.0 %\n"
    assert totals(formats + ":total: sum")[0][1][2] is None
    assert totals(formats + ":total: share: sum")[0][1][2] == Decimal("120.96")


def test_sums_stand_above_means() -> None:
    rows = totals(":total: share: mean; world: sum")
    assert rows == [
        ("sum", [None, Decimal(15933), None, None, None]),
        ("mean", [None, None, Decimal("40.320"), None, None]),
    ]


def test_a_mean_has_one_place_more_than_its_numbers() -> None:
    assert totals(":total: mean", "a,b\nx,1\ny,2\nz,2")[0][1] == [None, Decimal("1.7")]


def test_gaps_are_no_part_of_a_total() -> None:
    assert totals(":total: cost (US$ bn): mean")[0][1][3] == Decimal("1.875")


def test_the_rows_that_are_shown_add_up() -> None:
    assert totals(":rows: first 2\n:total: world: sum")[0][1][1] == Decimal(1801)


@pytest.mark.parametrize("total", ["average", "world: median", "sum: world"])
def test_what_is_no_total_is_told(total: str) -> None:
    [message] = complaints(f":total: {total}")
    assert message.startswith("a total is 'sum', 'mean'")


def test_words_and_years_in_the_first_column_name_the_rows() -> None:
    def named(options: str, text: str) -> bool:
        table = block(options)
        return table.names_rows(table.shown(data(text)))

    assert named("", "name,a\nx,1")
    assert named("", "year,a\n2019,1")
    assert not named("", "a,b\n5,1")
    assert named(":row-headers: true", "a,b\n5,1")
    assert not named(":row-headers: false", "name,a\nx,1")


WRITTEN = st.text(alphabet="yearworldshrc :;,.()0%+$ fistlmunp€\u00a0-", max_size=40)


@given(WRITTEN, WRITTEN, st.sampled_from(["sum", "mean", "world: sum"]) | WRITTEN)
def test_any_option_is_a_table_or_a_problem(columns: str, formats: str, total: str) -> None:
    options = f":columns: {columns}\n:formats: {formats}\n:total: {total}\n"
    source = f":::{{table}} data/a.csv\n{options}:::\n"
    tokens, problems = markdown.parse(Words(source), language="en", first_id="text")
    found = list(reading.blocks(tokens))
    assert found or problems
    for table in found:
        shown = table.shown(data())
        assert all(len(values) == len(shown) for _, values in reckonings(shown, table.total))


def test_a_table_is_of_one_kind() -> None:
    rows = "| a |\n|---|\n| 1 |"
    assert complaints("", body=rows) == ["a table holds a Markdown table or names a file, not both"]
    assert "nothing else, or names a file" in complaints("", argument="")[0]
    assert "are for a table from a file" in complaints(":total: sum", "", rows)[0]
