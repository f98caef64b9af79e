"""Each specimen is caught by the rule that its fault belongs to, and by no other; a sound one by
none.
"""

import pytest

from tests.calibration import foreign, pages, planted
from tests.calibration.others import SAMPLES, Sample
from tests.calibration.specimen import Specimen
from tests.calibration.table import ROOT, briefs, told

BROKEN = [*planted.SPECIMENS, *pages.SPECIMENS, *foreign.SPECIMENS]
SOUND = [*pages.SOUND, *foreign.SOUND]


@pytest.mark.parametrize("specimen", BROKEN, ids=lambda specimen: specimen.name)
def test_a_fault_is_found_by_its_rule_and_by_no_other(specimen: Specimen) -> None:
    expected = set() if specimen.missed else {specimen.rule}
    assert specimen.found().keys() - specimen.also == expected


@pytest.mark.parametrize("specimen", SOUND, ids=lambda specimen: specimen.name)
def test_nothing_is_found_in_sound_pages(specimen: Specimen) -> None:
    assert specimen.found() == {}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_files_of_other_programs_hold_what_is_said_of_them(sample: Sample) -> None:
    assert sample.specimen().found().keys() == {*sample.found, *sample.alarms}


@pytest.mark.slow
def test_the_table_in_the_docs_is_that_of_today_and_good_briefs_give_nothing() -> None:
    in_briefs, layouts = briefs()
    assert not in_briefs.total(), in_briefs
    assert (ROOT / "CHECKS.md").read_text("utf-8") == told(in_briefs, layouts)
