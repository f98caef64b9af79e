"""The grid of a file: as many cells as heads, whatever stands in them."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from briefpack.blocks import TableBlock
from briefpack.dataset import Dataset
from briefpack.pages import layout
from briefpack.pages.tabular import filed, markup
from briefpack.pages.tabular.placing import placed, rooms
from briefpack.paper import PAPERS
from briefpack.words import Words

PAPER = PAPERS["a4"]
ROOMS = rooms(layout.find("policy").lengths("grid", PAPER), PAPER)
WORDS = {"sum": "Total", "mean": "Mean"}
CELLS = st.sampled_from(["", "1", "-2.5", "14132", "2019", "1e9", "<b>", "a & b", "c. 1962", "é"])
FORMATS = st.sampled_from(["0", "+0.00", "0 %", "fraction 0.0 %", "$0 bn", "plain", "text"])


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5),
    st.lists(FORMATS, min_size=3, max_size=3),
    st.sampled_from(["en", "de", "fr", "tr"]),
    st.sampled_from([None, "sum", "mean"]),
)
def test_any_cells_make_a_table(
    rows: list[list[str]], formats: list[str], language: str, total: str | None
) -> None:
    data = Dataset([*map(Words, "abc")], [[*map(Words, row)] for row in rows])
    said = [Words(f"{name}: {pattern}") for name, pattern in zip("abc", formats, strict=True)]
    block = TableBlock.model_validate(
        {"argument": Words("a.csv"), "formats": said, "total": [Words(total)] if total else []}
    )
    grid = filed.grid(block, data, language, WORDS, lambda when: str(when.start.year))
    assert len(grid.rows) == len(rows) + bool(total)
    assert placed(grid, ROOMS, None).place == "text"
    html = ElementTree.fromstring(markup.table(grid))
    columns = [len(row.findall("th")) + len(row.findall("td")) for row in html.iter("tr")]
    assert columns == [3] * (len(grid.rows) + 1)


def test_a_year_beside_numbers_keeps_its_digits_together() -> None:
    data = Dataset([*map(Words, ["year", "n"])], [[*map(Words, ["2019", "2019"])]])
    grid = filed.grid(TableBlock(argument=Words("a.csv")), data, "en", WORDS, str)
    assert [cell.text for cell in grid.rows[0].cells] == ["2019", "2,019"]
    assert [cell.heads for cell in grid.rows[0].cells] == [True, False]
