"""The last hand on a grown tree."""

import pytest

from briefpack.pages.structure import settle
from briefpack.pages.structure.node import Node


@pytest.mark.parametrize(
    ("written", "ranked"),
    [
        ("H1 H2 H3 H2 H2", "H1 H2 H3 H2 H2"),
        ("H2 H3 H3 H2", "H1 H2 H2 H1"),
        ("H1 H3 H4 H2", "H1 H2 H3 H2"),
        ("H3 H2 H1", "H1 H1 H1"),
        ("", ""),
    ],
)
def test_the_first_heading_is_of_the_first_level_and_none_is_skipped(
    written: str, ranked: str
) -> None:
    document = Node("Document", [Node("Sect", [Node(role)]) for role in written.split()])
    settle.rank(document)
    assert [node.role for node in document.walk() if node.role.startswith("H")] == ranked.split()
