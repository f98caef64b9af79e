"""Checks of dates and identifiers: what tells one version of a file from another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

from briefpack.preflight.finding import Finding, fault, remark
from briefpack.preflight.proof import Proof
from briefpack.preflight.sheet.reach import data, entry, listed, words
from briefpack.problem import quoted

PDF_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?(?P<hour>\d\d)?(?P<minute>\d\d)?"
    r"(?P<second>\d\d)?(?:(?P<zulu>Z)(?:'|00'?(?:00'?)?)?|(?P<sign>[+-])(?P<off>\d\d)'?(?:(?P<by>\d\d)'?)?)?"
)
"""A date of the document information (ISO 32000-1, 7.9.4)."""

XMP_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d+)?)?(?:(?P<zulu>Z)|(?P<sign>[+-])(?P<off>\d\d):(?P<by>\d\d))?)?)?)?"
)
"""A date of the metadata (ISO 16684-1, 8.2.1.2)."""

DATES = (("CreationDate", "xmp:CreateDate", "creation"), ("ModDate", "xmp:ModifyDate", "change"))

SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)


def dated(proof: Proof) -> Iterator[Finding]:
    """Dates tell the newer of two files from the older: they are there, agree, and can be true.

    (ISO 32000-1, 14.3; ISO 19005-1, 6.7.3.) A day is left to time zones.
    """
    found: list[dt.datetime | None] = []
    for key, name, what in DATES:
        info = words(entry(proof.document.trailer, "/Info", f"/{key}")).strip()
        said = proof.said.get(name, "").strip()
        here, there = _moment(PDF_DATE, info), _moment(XMP_DATE, said)
        for text, moment in ((info, here), (said, there)):
            if text and moment is None:
                yield fault(f"{quoted(text)} is no date of {what}")
        if here and there and abs(here - there) > SECOND:
            where = f"{quoted(info)} in one place and {quoted(said)} in the metadata"
            yield remark(f"the date of {what} is {where}")
        moment = here or there
        if moment and moment > now() + DAY:
            yield remark(f"the date of {what} is in the future: {moment:%Y-%m-%d}")
        found.append(moment)
    if found[0] is None:
        yield remark("the file does not say when it was made", hint="give it a date of creation")
    elif found[1] and found[1] < found[0] - SECOND:
        yield remark("the file says that it was changed before it was made")


def now() -> dt.datetime:
    """The time by this machine's clock."""
    return dt.datetime.now(dt.UTC)


def _moment(form: re.Pattern[str], text: str) -> dt.datetime | None:
    """The moment that a date means, in UTC where no zone is said; `None` where it is no date."""
    match = form.fullmatch(text)
    if not match:
        return None
    part = {
        name: int(value) for name, value in match.groupdict().items() if value and value.isdigit()
    }
    offset = dt.timedelta(hours=part.get("off", 0), minutes=part.get("by", 0))
    try:
        zone = dt.timezone(-offset if match["sign"] == "-" else offset)
        day = part["year"], part.get("month", 1), part.get("day", 1)
        time = part.get("hour", 0), part.get("minute", 0), part.get("second", 0)
        return dt.datetime(*day, *time, tzinfo=zone).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def identified(proof: Proof) -> Iterator[Finding]:
    """By its identifier a file is known again, by its metadata archives and finders sort it.

    (ISO 32000-1, 14.4, and 14.3.2 of the metadata.)
    """
    parts = [bytes(one) for one in listed(entry(proof.document.trailer, "/ID")) if _is_string(one)]
    if len(parts) != 2 or not all(parts):
        yield remark("the file has no identifier (/ID)", hint="save it with another tool")
    packet = entry(proof.document.Root, "/Metadata")
    if packet is None:
        yield remark("the file has no metadata (XMP)")
        return
    try:
        ElementTree.fromstring(data(packet))
    except (ElementTree.ParseError, ValueError, LookupError):
        yield fault("the metadata (XMP) cannot be read: they are no XML")


def _is_string(value: object) -> bool:
    return isinstance(value, pikepdf.String)
