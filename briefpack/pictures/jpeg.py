"""Takes everything off a JPEG file that is not the picture: cameras note places and names there."""

import re

_STARTS_SCAN, _ENDS = 0xDA, 0xD9
_ALONE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a segment behind them (ISO/IEC 10918-1, table B.1)."""

_KEPT = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA, 0xE0}
"""Frames that PDF's DCTDecode knows (ISO 32000-1, 7.4.8), tables, restarts, scans, and JFIF."""

_DROPPED = {*range(0xE1, 0xF0), 0xFE}
"""Exif, profiles, previews, comments."""

_ADOBE = 0xEE
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


def bare(data: bytes) -> bytes | None:
    """The same picture without metadata, bit by bit; None where it is of a kind to be made anew.

    That is arithmetic coding, or colours that are stored in Adobe's way, which some readers of
    PDFs take for others.
    """
    kept = [data[:2]]
    position = 2
    while found := _MARKER.match(data, position):
        code, start = found[1][0], found.end()
        if code == _ENDS:
            return b"".join([*kept, b"\xff\xd9"])
        if code in _ALONE:
            position = start
            continue
        length = int.from_bytes(data[start : start + 2])
        position = start + length
        if code == _ADOBE and data[start + 2 : start + 7] == b"Adobe":
            return None
        if code == _STARTS_SCAN:
            scan = _MARKER.search(data, position)
            position = scan.start() if scan else len(data)
        if code in _KEPT:
            kept.append(b"\xff" + data[start - 1 : position])
        elif code not in _DROPPED or length < 2:
            return None
    return None
