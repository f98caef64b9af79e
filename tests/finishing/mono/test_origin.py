"""Where a colour was written down, in folders that hold more than drawings."""

import os
from pathlib import Path

from briefpack import pulling
from briefpack.edition import EDITIONS
from briefpack.finishing.mono.origin import LARGEST, origin
from tests.small import small

RARE = (1, 35, 69)


def test_what_is_no_file_or_too_large_is_not_looked_into(tmp_path: Path) -> None:
    order = pulling.job(EDITIONS["mono"], small(tmp_path), None, ["1"])
    (tmp_path / "figures" / "a.svg").mkdir(parents=True)
    os.mkfifo(tmp_path / "figures" / "b.svg")
    (tmp_path / "figures" / "c.svg").symlink_to("nowhere.svg")
    (tmp_path / "figures" / "d.svg").write_bytes(b" " * LARGEST + b"#012345")
    (tmp_path / "figures" / "e.svg").write_text('<path fill="#012345"/>')
    place, line = origin(order, [RARE])
    assert place.file.endswith("figures/e.svg")
    assert line == '<path fill="#012345"/>'
