"""Reads RIS: a tag of two letters a line, from TY to ER."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefpack.manuscript.bibliography import moments, names
from briefpack.manuscript.bibliography.listing import Listing
from briefpack.manuscript.sheets import Sheet
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "ris"

TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GEN": "document",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "JFULL": "article-journal",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
_NAMES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A4": "translator"}
_WORDS = {
    "TI": "title",
    "T1": "title",
    "ST": "title-short",
    "T2": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "BT": "container-title",
    "JA": "container-title-short",
    "J2": "container-title-short",
    "T3": "collection-title",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "VL": "volume",
    "IS": "issue",
    "ET": "edition",
    "M3": "genre",
    "LA": "language",
    "DO": "DOI",
    "AB": "abstract",
    "N2": "abstract",
}
_DATES = (("DA", "issued"), ("PY", "issued"), ("Y1", "issued"), ("Y2", "accessed"))
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|\s*)$")

Tags = Sequence[tuple[str, Words]]


def read(sheet: Sheet) -> tuple[list[Listing], list[Problem]]:
    """The sources of a RIS file, and what is wrong with it."""
    problems: list[Problem] = []
    listings = []
    for number, tags in enumerate(_records(sheet, problems), start=1):
        if tags[0][1] not in TYPES:
            problems.append(_unknown(tags[0][1]))
        listings.append(_listing(tags, number))
    if not listings and not problems:
        message = "there is no entry in this file"
        hint = "expected entries from 'TY  - BOOK' to 'ER  - '"
        problems.append(complaint(sheet.at(0), RULE, message, hint, Severity.WARNING))
    return listings, problems


def _records(sheet: Sheet, problems: list[Problem]) -> Iterator[Tags]:
    """The tags of each entry; a line without a tag goes on with the one above it."""
    tags: list[tuple[str, Words]] = []
    for number, line in enumerate(sheet.lines, start=1):
        match = _LINE.fullmatch(line.rstrip())
        if not match:
            if line.strip() and not tags:
                message = "this line has no tag, and stands in no entry"
                hint = "expected an entry as 'TY  - BOOK'"
                problems.append(complaint(sheet.words("", number, 1), RULE, message, hint))
                return
            if line.strip():
                name, value = tags[-1]
                tags[-1] = name, value.instead(f"{value} {line.strip()}")
            continue
        value = sheet.words((match[2] or "").strip(), number, match.start(2) + 1 if match[2] else 1)
        if match[1] == "TY" or (match[1] == "ER" and not tags):
            yield from _unfinished(tags, problems)
            tags = [("TY", value)] if match[1] == "TY" else []
        elif match[1] == "ER":
            yield tags
            tags = []
        elif not tags:
            message = f"the tag {quoted(match[1])} stands before any 'TY'"
            problems.append(complaint(value, RULE, message, "an entry begins with 'TY  - '"))
            return
        else:
            tags.append((match[1], value))
    yield from _unfinished(tags, problems)


def _unfinished(tags: Tags, problems: list[Problem]) -> Iterator[Tags]:
    """An entry without its end: it is said, and taken as it is."""
    if tags:
        message = "this entry has no end"
        problems.append(complaint(tags[0][1], RULE, message, "end it with a line 'ER  - '"))
        yield tags


def _unknown(kind: Words) -> Problem:
    message = f"there is no kind of entry {quoted(kind)}; it is taken for a document"
    return complaint(kind, RULE, message, did_you_mean(kind, TYPES), Severity.WARNING)


def _listing(tags: Tags, number: int) -> Listing:
    item: dict[str, Any] = {"type": TYPES.get(str(tags[0][1]), "document")}
    spots: dict[str, Words] = {"type": tags[0][1]}
    faults: list[Problem] = []
    for tag, value in tags[1:]:
        if tag in _NAMES and value:
            item.setdefault(_NAMES[tag], []).append(names.of_ris(value))
            spots.setdefault(_NAMES[tag], value)
        elif tag in _WORDS and value and _WORDS[tag] not in item:
            item[_WORDS[tag]] = str(value)
            spots[_WORDS[tag]] = value
    _more(item, spots, tags, faults)
    return Listing(_key(item, tags, number), item, spots, faults)


def _more(item: dict[str, Any], spots: dict[str, Words], tags: Tags, faults: list[Problem]) -> None:
    """Pages, dates, the address and numbers."""
    first = {tag: value for tag, value in reversed(tags) if value}
    if "SP" in first:
        item["page"] = "-".join(first[tag] for tag in ("SP", "EP") if tag in first)
        spots["page"] = first["SP"]
    if url := first.get("UR") or first.get("L2"):
        item["URL"], spots["URL"] = url.split()[0], url
    if number := first.get("M1") or first.get("SN"):
        item["number" if "M1" in first else "ISBN"] = str(number)
    for tag, variable in _DATES:
        if tag in first and variable not in item:
            try:
                item[variable] = moments.read(_tidy(first[tag]))
                spots[variable] = first[tag]
            except moments.NoDate as fault:
                message = f"{quoted(first[tag])} is no date: {fault}"
                faults.append(complaint(first[tag], "date", message))


def _tidy(date: str) -> str:
    """`2025/03/14/` and `2025///Spring` as a date of CSL's."""
    numbers = [part for part in date.split("/")[:3] if part.strip().isdigit()]
    return "-".join(numbers) if numbers and "/" in date else date


def _key(item: dict[str, Any], tags: Tags, number: int) -> Words:
    """What a citation calls it by: its ID, or else the first author's name and the year."""
    for tag, value in tags:
        if tag == "ID" and value:
            return value
    named = (item.get("author") or item.get("editor") or [{"literal": "source"}])[0]
    name = str(named.get("family") or named.get("literal") or "source").split()[0].lower()
    date = item.get("issued") or {}
    year = date.get("date-parts", [[number]])[0][0]
    mark = next((value for tag, value in tags if tag in ("TI", "T1")), tags[0][1])
    key = "".join(letter for letter in name if letter.isalnum()) + str(year)
    return mark.instead(key)
