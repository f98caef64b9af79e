"""Planning: which copies stay as they are, and what those that are to be made are made of."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from briefpack import __version__
from briefpack.distribution.allotment import file_name
from briefpack.distribution.legends import identifier, mark
from briefpack.distribution.register import YES, Entry


@dataclass(frozen=True, slots=True)
class Planner:
    """`known` is the ledger as it was, `stems` and `pages` are each edition's: how its files'
    names begin, and what stands for all that its pages are made of."""

    known: Sequence[Entry]
    stems: Mapping[str, str]
    pages: Mapping[str, str]
    watermark: str = ""

    def planned(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries as they will be; those that are to be made have no checksum yet.

        A copy that is whole and made of the same things stays, and says the number of copies that
        there were when it was handed out. One that was lost is made again with that number.
        """
        before = {entry.number: entry for entry in self.known}
        total = max(entry.number for entry in entries)
        return [
            self._made(entry, before.get(entry.number), total) if entry.listed == YES else entry
            for entry in entries
        ]

    def _made(self, entry: Entry, before: Entry | None, total: int) -> Entry:
        origin = self._origin(entry)
        same = before is not None and before.origin == origin
        if same and entry.checksum:
            return entry
        copies = before.copies if before and same else total
        return replace(
            entry,
            copies=copies,
            file=self._file(entry, before, copies),
            checksum="",
            date=today(),
            identifier=identifier(origin, entry),
            origin=origin,
        )

    def _file(self, entry: Entry, before: Entry | None, copies: int) -> str:
        """The file's name: the one that it has, as long as holder and edition are the same."""
        kept = before and (before.name, before.edition) == (entry.name, entry.edition)
        named = before.file if before and kept else ""
        return named or file_name(self.stems[entry.edition], entry, copies)

    def _origin(self, entry: Entry) -> str:
        """What stands for all that goes into the copy, but for the number of copies."""
        shown = (entry.name, entry.organisation, mark(self.watermark, entry.name))
        parts = (__version__, self.pages[entry.edition], *shown)
        return sha256("\0".join(parts).encode("utf-8")).hexdigest()[:32]


def today() -> str:
    """The date for the ledger; SOURCE_DATE_EPOCH names another (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = (
        datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    )
    return now.date().isoformat()
