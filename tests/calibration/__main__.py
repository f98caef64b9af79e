"""Writes CHECKS.md, the calibration table: python -m tests.calibration."""

from tests.calibration.table import ROOT, briefs, told

if __name__ == "__main__":
    (ROOT / "CHECKS.md").write_text(told(*briefs()), "utf-8")
