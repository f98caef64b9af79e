"""Both briefs are good, in every format: preflight has nothing to say of their painted pages."""

from functools import cache
from pathlib import Path

import pytest

import briefpack
from briefpack import pulling
from briefpack.edition import EDITIONS
from briefpack.paper import PAPERS
from tests.preflight.spoilt import found, unjudged

CONTENT = Path(__file__).parent.parent.parent / "content"
MANY = 99
"""Pages, more than any of them has: a file without budgets would not be judged by these."""
ROWS = [row for row in EDITIONS.values() if not row.bleeds]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["us-china-civil-space", "barrierefreie-dokumente"])
def test_nothing_is_found_in_the_painted_pages_of_a_good_brief(name: str) -> None:
    path = CONTENT / name
    read = cache(lambda: briefpack.read(path))
    for pull in pulling.pulled(path, ROWS, "a4", read, [], lambda _: None):
        row = pull.edition
        size = PAPERS["a4"].folded if row.folded else PAPERS["a4"]
        order = {"width": size.width, "height": size.height, "multiple": row.multiple}
        order |= {"map": pull.source_map, "budgets": {"whole": MANY}}
        assert found(pull.pdf, **order) == {}, row.name
        assert unjudged(pull.pdf, **order) == set(), row.name
