"""The rows of the recommendations fill their pages, and fit."""

import pytest

from briefpack.brief import Recommendations
from briefpack.pages import layout, rows
from briefpack.pages.faces import face
from briefpack.paper import PAPERS

POLICY = layout.find("policy")


def made(count: int, paper, **more: str) -> rows.Rows:
    item = {"title": "Count the passengers", "action": "At each stop. " * 8, "lead": "Council"}
    items = [{"id": f"r{number}", **item, **more} for number in range(count)]
    recommendations = Recommendations.model_validate({"title": "What to do", "items": items})
    faces = face("title"), face("sans")
    return rows.rows(recommendations, POLICY.lengths("grid", paper), paper, *faces)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_few_rows_are_no_higher_than_looks_well_and_many_share_the_page(paper) -> None:
    few, many = made(2, paper), made(8, paper)
    assert few.row == rows.TALLEST
    assert not many.tight
    assert 8 * many.row + many.head < paper.height - 40


def test_two_facing_pages_have_rows_of_one_height() -> None:
    assert made(10, PAPERS["a4"]).row == made(5, PAPERS["a4"]).row


def test_rows_that_would_not_fit_are_set_with_less_white() -> None:
    full = {"by": "3 months", "cost": "Medium", "priority": "high", "see": "night"}
    assert made(8, PAPERS["a4"], **full).tight
