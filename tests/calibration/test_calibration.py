"""Each specimen is caught by the rule that its fault belongs to, and by no other; a sound one by
none.
"""

import pytest

from tests.calibration import foreign, pages
from tests.calibration.specimen import Specimen

BROKEN = [*pages.SPECIMENS, *foreign.SPECIMENS]
SOUND = [*pages.SOUND, *foreign.SOUND]


@pytest.mark.parametrize("specimen", BROKEN, ids=lambda specimen: specimen.name)
def test_a_fault_is_found_by_its_rule_and_by_no_other(specimen: Specimen) -> None:
    assert specimen.found().keys() == (set() if specimen.missed else {specimen.rule})


@pytest.mark.parametrize("specimen", SOUND, ids=lambda specimen: specimen.name)
def test_nothing_is_found_in_sound_pages(specimen: Specimen) -> None:
    assert specimen.found() == {}
