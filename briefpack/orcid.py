"""ORCID iDs: which are written right, and how they are printed."""

import re

_WRITTEN = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?")
_BARE = re.compile(r"\d{15}[\dXx]")


def bare(text: str) -> str:
    """The sixteen digits in groups of four, of an iD or its address; empty where it is neither."""
    match = _WRITTEN.fullmatch(text.strip())
    return match[1].upper() if match else ""


def likely(text: str) -> str:
    """The iD that was meant, where the groups are written otherwise; empty where none was."""
    digits = re.sub(r"[^\dXx]", "", text.rpartition("/")[2])
    if not _BARE.fullmatch(digits):
        return ""
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4)).upper()


def is_sound(written: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO 7064, MOD 11-2)."""
    digits = written.replace("-", "")
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[15] == ("X" if check == 10 else str(check))
