"""Stock: the paper that an edition is reckoned to be printed on, and how its leaves are held."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """A paper: `grams` a square metre, and `bulk` (cm³ a gram), by which mills state how thick."""

    grams: int
    bulk: float

    @property
    def caliper(self) -> float:
        """Millimetres that one leaf is thick."""
        return round(self.grams * self.bulk / 1000, 4)


OFFICE = Stock(80, 1.3)
"""Copier paper (0.104 mm a leaf)."""

OFFSET = Stock(120, 1.25)
"""Uncoated paper of print shops (0.15 mm a leaf)."""

PAPER_STOCK: Mapping[str, Stock] = {"press": OFFSET}
"""Edition -> its paper, where that is not the office's. Assumed: nobody has measured it."""

STAPLED: Mapping[str, str] = {"press": "shop", "mono": "none"}
"""Edition -> where it is stapled, if not in the corner: a print shop binds, a proof is loose."""


STAPLER = 30
"""How many sheets of copier paper a usual stapler goes through."""


def stock(edition: str) -> Stock:
    """The paper that an edition is reckoned to be printed on."""
    return PAPER_STOCK.get(edition, OFFICE)


def stapled(edition: str, sheets: int) -> str:
    """Where an edition is stapled that no step of finishing has folded."""
    corner = "none" if sheets == 1 else "corner" if sheets <= STAPLER else "clip"
    return STAPLED.get(edition, corner)
