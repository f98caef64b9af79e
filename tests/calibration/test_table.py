"""The table that is in the docs is the one that the specimens give."""

import pytest

from tests.calibration.table import ROOT, briefs, told


@pytest.mark.slow
def test_the_table_is_up_to_date() -> None:
    assert (ROOT / "CHECKS.md").read_text("utf-8") == told(*briefs())
