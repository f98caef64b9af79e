"""What a command line means, and what it may put an end to."""

from pathlib import Path

import pytest

from briefpack import docket
from briefpack.edition import EDITIONS
from briefpack.exits import Exit, Stopped

SCREEN = [EDITIONS["screen"]]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n..."])
def test_an_old_pdf_is_replaced(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(content)
    assert docket.targets([tmp_path], str(target), SCREEN) == [{"screen": target}]


def test_what_is_no_pdf_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("title: My only copy\n")
    for target in (str(tmp_path / "brief.yaml"), "/dev/null"):
        with pytest.raises(Stopped) as stopped:
            docket.targets([tmp_path], target, SCREEN)
        assert stopped.value.code == Exit.USAGE


def test_a_name_that_no_system_takes_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        docket.targets([tmp_path], str(tmp_path / ("n" * 300)), SCREEN)
    assert stopped.value.code == Exit.OUTPUT
