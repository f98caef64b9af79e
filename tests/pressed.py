"""A brief for a print shop, as tests need one: small, with photographs."""

from pathlib import Path
from random import Random

import pytest
from PIL import Image

from briefpack import press, profiles, system
from briefpack.press import Built
from tests.small import SMALL

PHOTOGRAPH = """\
      A *second* paragraph, <3 of all.

      :::{figure} figures/fine.png
      :alt: Colours that run into each other

      A fine photograph.
      :::

      :::{figure} figures/coarse.png
      :alt: The same with fewer pixels

      A coarse photograph.
      :::

      :::{figure} figures/grey.png
      :alt: The same without colour

      A grey photograph.
      :::
"""


def profile() -> profiles.Profile:
    """The profile that this machine has; the test is skipped, and says so, where it has none."""
    found = profiles.on_this_system()
    if found is None:
        pytest.skip(f"NO CMYK PROFILE ON THIS MACHINE; {system.remedy(['profile'])} brings one")
    return found


def brief(folder: Path, *changes: tuple[str, str]) -> Path:
    """A small brief with a fine, a coarse and a grey photograph, and a cover that bleeds."""
    text = SMALL.replace("      A *second* paragraph, <3 of all.\n", PHOTOGRAPH)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "figures").mkdir(parents=True)
    photograph(1600, 700).save(folder / "figures" / "fine.png")
    photograph(960, 400).save(folder / "figures" / "coarse.png")
    photograph(1500, 600).convert("L").save(folder / "figures" / "grey.png")
    (folder / "brief.yaml").write_text(text, "utf-8")
    return folder


def photograph(width: int, height: int) -> Image.Image:
    """All colours, dark ones too, with the grain of a film."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    grain = Image.frombytes("L", (64, 64), Random(7).randbytes(64 * 64)).resize((width, height))
    return Image.merge("RGB", (across, down, Image.blend(down, grain, 0.2)))


def pressed(folder: Path, *changes: tuple[str, str], paper: str | None = None) -> Built:
    """The brief, built for a print shop into a folder beside it."""
    profile()
    where = brief(folder / "brief", *changes)
    return press.build(where, to=folder / "out" / "pressed.pdf", edition="press", paper=paper)
