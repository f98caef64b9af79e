"""BibTeX's and BibLaTeX's entries and fields in CSL's words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefpack.manuscript.bibliography import bibtex, latex, moments, names
from briefpack.manuscript.bibliography.bibtex import Record
from briefpack.manuscript.bibliography.listing import Listing
from briefpack.manuscript.sheets import Sheet
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "bill": "bill",
    "book": "book",
    "booklet": "pamphlet",
    "bookinbook": "chapter",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "mvbook": "book",
    "mvcollection": "book",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "speech",
    "periodical": "book",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
_NAMES = {
    "author": "author",
    "bookauthor": "container-author",
    "editor": "editor",
    "translator": "translator",
}
_WORDS = {
    "abstract": "abstract",
    "booktitle": "container-title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "maintitle": "container-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "series": "collection-title",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "volume": "volume",
    "edition": "edition",
    "chapter": "chapter-number",
    "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes",
    "eventtitle": "event",
    "venue": "event-place",
    "isbn": "ISBN",
    "issn": "ISSN",
    "version": "version",
}
_PLAIN = {"url": "URL", "doi": "DOI"}
_TITLES = frozenset(("title", "booktitle", "journal", "journaltitle", "series", "shorttitle"))
_KINDS = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "techreport": "Technical report",
}
_PASSED_DOWN = {"title": "booktitle", "subtitle": "booksubtitle"}
_RANGE = re.compile(r"\s*(?:--+|–|—)\s*")
_TOO_LONG = 2  # children of children


def read(sheet: Sheet) -> tuple[list[Listing], list[Problem]]:
    """The sources of a BibTeX file, and what keeps any from being read."""
    reading = bibtex.read(sheet)
    by_key = {str(record.key).lower(): record for record in reading.records}
    problems = list(reading.problems)
    listings = []
    for record in reading.records:
        if record.kind not in TYPES:
            problems.append(_unknown(record))
        fields = _inherited(record, by_key)
        listings.append(_listing(record, fields))
    return listings, problems


def _unknown(record: Record) -> Problem:
    message = f"there is no kind of entry {quoted('@' + record.kind)}; it is taken for a document"
    hint = did_you_mean(record.kind, TYPES)
    return complaint(record.kind, bibtex.RULE, message, hint, Severity.WARNING)


def _inherited(record: Record, by_key: Mapping[str, Record]) -> dict[str, Words]:
    """The fields of an entry and, for what it lacks, those of the one that `crossref` names."""
    fields = dict(record.fields)
    parent = by_key.get(str(fields.get("crossref", "")).strip().lower())
    if parent is None or parent is record:
        return fields
    for name, value in parent.fields.items():
        if name not in ("crossref", "author", "abstract", "keywords", "pages"):
            fields.setdefault(_PASSED_DOWN.get(name, name), value)
    return fields


def _listing(record: Record, fields: Mapping[str, Words]) -> Listing:
    item: dict[str, Any] = {"type": _type(record, fields)}
    spots: dict[str, Words] = {"type": record.kind}
    faults: list[Problem] = []
    for name, value in _variables(record, fields, faults):
        if name[0] not in item and value:
            item[name[0]] = value
            spots[name[0]] = name[1]
    return Listing(record.key, item, spots, faults)


def _type(record: Record, fields: Mapping[str, Words]) -> str:
    kind = TYPES.get(str(record.kind), "document")
    subtype = str(fields.get("entrysubtype", "")).lower()
    if kind == "article-journal" and subtype in ("magazine", "newspaper"):
        return f"article-{subtype}"
    if kind == "document" and "url" in fields and not {"publisher", "doi"} & fields.keys():
        return "webpage"
    return kind


def _variables(
    record: Record, fields: Mapping[str, Words], faults: list[Problem]
) -> Iterator[tuple[tuple[str, Words], Any]]:
    """Each CSL variable and the words that it was made of, and its value."""
    for name, words in fields.items():
        if name in _NAMES:
            yield (_NAMES[name], words), names.of_bibtex(words)
        elif name in _PLAIN:
            yield (_PLAIN[name], words), _address(words)
        elif name in _WORDS:
            yield (_WORDS[name], words), _text(name, words)
    if title := fields.get("title"):
        subtitle = fields.get("subtitle")
        whole = f"{latex.guarded(title)}: {latex.guarded(subtitle)}" if subtitle else ""
        yield ("title", title), whole or latex.guarded(title)
    if pages := fields.get("pages"):
        yield ("page", pages), _RANGE.sub("-", latex.plain(pages))
    yield from _numbers(record, fields)
    yield from _dates(fields, faults)
    yield from _rest(record, fields)


def _text(name: str, words: Words) -> str:
    return latex.guarded(words) if name in _TITLES else latex.plain(words)


def _address(words: Words) -> str:
    bare = re.sub(r"\\(?:url|href)\s*", "", words).replace("\\", "")
    return bare.replace("{", "").replace("}", "").strip()


def _numbers(
    record: Record, fields: Mapping[str, Words]
) -> Iterator[tuple[tuple[str, Words], Any]]:
    """`number` is the issue of a journal, the number of a report, or that in a series."""
    issue = fields.get("issue")
    if issue:
        yield ("issue", issue), latex.plain(issue)
    if number := fields.get("number"):
        article = TYPES.get(str(record.kind), "").startswith("article")
        series = "series" in fields and record.kind in ("book", "incollection", "inbook")
        variable = "issue" if article else "collection-number" if series else "number"
        yield (variable, number), latex.plain(number)


def _dates(
    fields: Mapping[str, Words], faults: list[Problem]
) -> Iterator[tuple[tuple[str, Words], Any]]:
    for variable, given in (
        ("issued", "date"),
        ("accessed", "urldate"),
        ("event-date", "eventdate"),
    ):
        if words := fields.get(given):
            yield (variable, words), _date(words, faults)
    if (year := fields.get("year")) and "date" not in fields:
        month, day = fields.get("month", Words()), fields.get("day", Words())
        try:
            yield ("issued", year), moments.of_parts(latex.plain(year), latex.plain(month), day)
        except moments.NoDate as fault:
            message = f"{quoted(month or year)} is no date: {fault}"
            faults.append(complaint(month or year, "date", message))


def _date(words: Words, faults: list[Problem]) -> dict[str, Any] | None:
    try:
        return moments.read(words.replace("--", "/").strip("{} "))
    except moments.NoDate as fault:
        faults.append(complaint(words, "date", f"{quoted(words)} is no date: {fault}"))
        return None


def _rest(record: Record, fields: Mapping[str, Words]) -> Iterator[tuple[tuple[str, Words], Any]]:
    kind = fields.get("type", Words())
    genre = _GENRES.get(str(kind), latex.plain(kind)) or _KINDS.get(str(record.kind), "")
    if genre:
        yield ("genre", kind or record.kind), genre
    for name in ("langid", "language"):
        if words := fields.get(name):
            yield ("language", words), _LANGUAGES.get(words.strip().lower(), words.strip())
    if (where := fields.get("howpublished")) and re.search(r"https?://", where):
        found = re.search(r"https?://[^\s{}]+", _address(where))
        if found:
            yield ("URL", where), found[0]
    elif where:
        yield ("publisher", where), latex.plain(where)
    if words := fields.get("eprint"):
        yield from _eprint(fields, words)


def _eprint(fields: Mapping[str, Words], words: Words) -> Iterator[tuple[tuple[str, Words], Any]]:
    """A preprint's number in its archive."""
    kind = str(fields.get("eprinttype") or fields.get("archiveprefix") or "").lower()
    if kind == "arxiv":
        yield ("number", words), f"arXiv:{latex.plain(words).removeprefix('arXiv:')}"
        yield ("URL", words), f"https://arxiv.org/abs/{latex.plain(words).removeprefix('arXiv:')}"


_LANGUAGES: Mapping[str, str] = {
    "american": "en-US",
    "british": "en-GB",
    "chinese": "zh-CN",
    "english": "en",
    "french": "fr",
    "german": "de",
    "ngerman": "de",
    "italian": "it",
    "japanese": "ja",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}

__all__: Sequence[str] = ("TYPES", "read")
