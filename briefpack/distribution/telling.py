"""Telling: what a run of copies came to, for people and for machines."""

from typing import Any

from briefpack.distribution.register import FIELDS, YES
from briefpack.distribution.run import Distribution


def told(made: Distribution) -> str:
    """In a line: `build/x-copies/copies.csv: 40 copies, 3 of them made now, 1 no longer listed`."""
    copies, gone = len(made.entries), sum(entry.listed != YES for entry in made.entries)
    parts = [
        f"{copies:,} {'copy' if copies == 1 else 'copies'}",
        f"{len(made.made):,} made now",
        *([f"{gone:,} no longer listed"] if gone else []),
    ]
    seconds = sum(seconds for _, seconds in made.steps)
    return f"  {made.ledger}: {', '.join(parts)}, {seconds:.2f} s"


def as_json(made: Distribution) -> dict[str, Any]:
    """The ledger's entries, each with whether it was made now; and each step's time."""
    now = {entry.number for entry in made.made}
    return {
        "ledger": str(made.ledger),
        "copies": [
            {
                **{column: getattr(entry, field) for column, field in FIELDS.items()},
                "made": entry.number in now,
            }
            for entry in made.entries
        ],
        "steps": [{"name": name, "seconds": round(time, 4)} for name, time in made.steps],
    }
