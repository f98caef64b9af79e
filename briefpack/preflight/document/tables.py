"""Check of tables: whether a listener is told of each cell what it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import entry, listed, name, whole
from briefpack.preflight.sheet.structure import Element, Structure
from briefpack.problem import counted

CELLS = ("TH", "TD")
MOST = 1000
"""Rows or columns that one cell is taken to span at most."""


def headed(proof: Proof) -> Iterator[Finding]:
    """Of each cell is said which heads it stands under, and for that the rows must be as long.

    Heads are TH with a Scope, or cells name theirs (Headers). (ISO 14289-1, 7.5.)
    """
    structure, classes = proof.tagged, entry(proof.document.Root, "/StructTreeRoot", "/ClassMap")
    for table in structure.elements:
        if table.standard == "Table":
            yield from _table(structure.page(table), _rows(structure, table), classes)


def _table(page: int, rows: Sequence[Sequence[Element]], classes: Any) -> Iterator[Finding]:
    if not any(rows):
        yield fault("a table has no rows with cells", page)
        return
    said = [[_said(cell, classes) for cell in row] for row in rows]
    cells = [cell for row in rows for cell in row]
    heads = [cell for cell in cells if cell.standard == "TH"]
    told = [one for row in said for one in row]
    if not heads:
        yield remark("a table has no heads (TH)", page, "mark its first row as the head")
    elif not any("/Headers" in one for one in told):
        lacking = sum(
            cell.standard == "TH" and "/Scope" not in one
            for cell, one in zip(cells, told, strict=True)
        )
        if lacking:
            message = f"a table has {counted(lacking, 'head')} without a Scope"
            yield fault(message, page, "say of each whether it is the head of a column or of a row")
    widths = set(_widths(said))
    if len(widths) > 1:
        few, many = min(widths), max(widths)
        yield fault(f"the rows of a table have {few} to {many} cells", page)


def _rows(structure: Structure, table: Element) -> list[list[Element]]:
    """The cells of each row, without those of tables within."""
    rows: dict[int, list[Element]] = {}
    inner: set[int] = set()
    for one in structure.below(table):
        if one.standard == "Table" or one.parent in inner:
            inner.add(one.number)
        elif one.standard == "TR":
            rows[one.number] = []
        elif one.standard in CELLS and one.parent in rows:
            rows[one.parent].append(one)
    return list(rows.values())


def _said(cell: Element, classes: Any) -> Mapping[str, Any]:
    """A cell's attributes, its own and those of its classes (ISO 32000-1, 14.7.5)."""
    named = [entry(classes, f"/{name(one)}") for one in listed(entry(cell.thing, "/C"))]
    owned = [one for row in (*named, entry(cell.thing, "/A")) for one in listed(row)]
    wanted = ("/Scope", "/Headers", "/ColSpan", "/RowSpan")
    return {
        wish: value
        for one in owned
        for wish in wanted
        if name(entry(one, "/O")) == "Table" and (value := entry(one, wish)) is not None
    }


def _widths(rows: Sequence[Sequence[Mapping[str, Any]]]) -> Iterator[int]:
    """How many columns each row fills, with those that reach down from the rows above."""
    reaching: list[tuple[int, int]] = []
    for row in rows:
        taken = sum(across for _, across in reaching)
        spans = [(_span(one, "/RowSpan"), _span(one, "/ColSpan")) for one in row]
        yield taken + sum(across for _, across in spans)
        reaching = [(down - 1, across) for down, across in [*reaching, *spans] if down > 1]


def _span(said: Mapping[str, Any], which: str) -> int:
    return min(max(whole(said.get(which)) or 1, 1), MOST)
