"""An impression: what is printed on one copy and on no other."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Impression:
    """One copy: its number, the file's name, and what it says of itself.

    `line` stands on every page, `short` beside the code on the last one, `remark` behind the
    title, `watermark` across every page; an empty one is left out.
    """

    number: int
    file: str
    line: str
    short: str
    remark: str
    identifier: UUID
    watermark: str = ""

    @property
    def urn(self) -> str:
        """The identifier as a name for the whole world (RFC 9562, 4)."""
        return self.identifier.urn
