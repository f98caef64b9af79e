"""Reads what charts name beside data: files that hold a whole chart, Vega-Lite specifications."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from briefpack import reading
from briefpack.blocks import ChartBlock
from briefpack.brief import Prose
from briefpack.charts import vega
from briefpack.charts.specification import CONTENT
from briefpack.dataset import Dataset
from briefpack.manuscript import characters, nodes
from briefpack.manuscript.files import enclosed
from briefpack.manuscript.nodes import Record, Series
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.markdown import parse_inline
from briefpack.markdown.building import build
from briefpack.markdown.directives import Directive
from briefpack.problem import Problem, Refused, quoted
from briefpack.words import Words, complaint

RULE = "chart"
_LINKS = ("url", "href")


@dataclass(slots=True)
class Charts:
    """What was read: specifications by file name, the data that they name, words to be printed."""

    language: str
    folder: Path
    shown: Path
    specifications: dict[str, Words] = field(default_factory=dict)
    trees: list[Any] = field(default_factory=list)
    data: list[Words] = field(default_factory=list)
    printed: list[Words] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def sheet(self, name: Words) -> Sheet:
        """The file of that name."""
        return read_sheet(enclosed(self.folder, name), (self.shown / name).as_posix(), name)

    def unknown(self, data: Mapping[str, Dataset]) -> Iterator[Problem]:
        """The words of specifications that Vega-Lite or their data, read meanwhile, do not know."""
        for tree in self.trees:
            yield from vega.faults(tree, data)


def read(texts: Iterable[Prose], language: str, folder: Path, shown: Path) -> Charts:
    """Read the files that charts name, and put what stands in full elsewhere into the texts.

    From then on a chart in a file of its own is like one written in the text; what the text says
    of it as well counts more.
    """
    charts = Charts(language, folder, shown)
    for text in texts:
        for token in reading.walk(text.tokens):
            block = token.meta.get("block") if token.type == "block" else None
            if isinstance(block, ChartBlock):
                try:
                    _read(charts, token, block)
                except Refused as refused:
                    charts.problems += refused.problems
    return charts


def lettering(data: Mapping[str, Dataset]) -> Iterator[Words]:
    """The words of data that may have uncommon characters."""
    for one in data.values():
        for row in (one.columns, *one.rows):
            yield from (cell for cell in row if not cell.isascii())


def _read(charts: Charts, token: Token, block: ChartBlock) -> None:
    if block.in_full:
        block = token.meta["block"] = _in_full(charts, block)
    if block.specified and str(block.argument) not in charts.specifications:
        sheet = charts.sheet(block.argument)
        tree, data = _fit(sheet)
        charts.trees.append(tree)
        charts.data += data
        charts.specifications[str(block.argument)] = sheet.words(sheet.text, 1, 1)


def _in_full(charts: Charts, block: ChartBlock) -> ChartBlock:
    """The chart that a file holds."""
    sheet = charts.sheet(block.argument)
    tree = nodes.parse(sheet)
    charts.problems += tree.problems
    record = tree.value
    if not isinstance(record, Record):
        message = "expected keys and values ('kind: bar') here"
        raise Refused([complaint(sheet.words("", 1, 1), "wrong-type", message)])
    if not isinstance(record.get("data"), Words):
        message = "this chart does not say which 'data' it shows"
        hint = "write 'data: data/launches.csv'"
        raise Refused([complaint(record.start, RULE, message, hint)])
    charts.printed += characters.printed(record)
    caption = record.get("caption")
    body, problems = (
        _paragraph(caption, charts.language) if isinstance(caption, Words) else ([], [])
    )
    options = [_option(record.key(key), record[key]) for key in record if key not in _OWN]
    start = record.start
    name = start.instead("chart")
    directive = Directive(name, record["data"], True, [one for one in options if one], [])
    built, faults = build(ChartBlock, directive, body, charts.language)
    charts.problems += [*problems, *faults]
    if not isinstance(built, ChartBlock) or built.in_full:
        raise Refused(charts.problems)
    said = block.model_fields_set - {"argument"} - (set() if block.body else {"body"})
    return built.model_copy(update={name: getattr(block, name) for name in said})


_OWN = ("data", "caption")
"""Keys of a file that are no options: a directive has these before and behind its options."""


def _option(key: Words, value: Any) -> tuple[Words, Words] | None:
    """A key as an option; a list as words with semicolons between them."""
    if value is None:
        return None
    if isinstance(value, Series) and value and all(isinstance(item, Words) for item in value):
        first = value[0]
        return key, first.instead("; ".join(value))
    if isinstance(value, Words):
        return key, value
    message = f"words or a list of words are expected behind {quoted(key)}"
    raise Refused([complaint(key, "wrong-type", message)])


def _paragraph(words: Words, language: str) -> tuple[list[Token], list[Problem]]:
    tokens, problems = parse_inline(words, language=language)
    place = {"place": words.place}
    line = Token("inline", "", 0, content=str(words), children=tokens, meta=place)
    opening = Token("paragraph_open", "p", 1, meta=dict(place))
    return [opening, line, Token("paragraph_close", "p", -1)], problems


def _fit(sheet: Sheet) -> tuple[Any, list[Words]]:
    """A specification with the place of each word, and the files of data that it names.

    `Refused` where it asks for anything else.
    """
    try:
        value = json.loads(sheet.text)
    except json.JSONDecodeError as fault:
        at = sheet.words("", fault.lineno, fault.colno)
        message = f"this is no JSON: {fault.msg[:1].lower()}{fault.msg[1:]}"
        raise Refused([complaint(at, RULE, message)]) from None
    except RecursionError:
        value = None
    if not isinstance(value, dict):
        message = "expected a Vega-Lite specification: a JSON object"
        raise Refused([complaint(sheet.words("", 1, 1), RULE, message)])
    tree = nodes.parse(sheet)
    finder = _Finder([], list(tree.problems))
    finder.look(tree.value, "")
    if finder.problems:
        raise Refused(finder.problems)
    return tree.value, finder.data


@dataclass(slots=True)
class _Finder:
    """Walks through a specification for what leads out of it."""

    data: list[Words]
    problems: list[Problem]

    def look(self, value: Any, within: str) -> None:
        """Note files of data, and complain of pictures, links and addresses."""
        if isinstance(value, Series):
            for item in value:
                self.look(item, within)
        elif isinstance(value, Record):
            for key, item in value.items():
                self.key(key if isinstance(key, Words) else value.start, item, within)
                if key not in CONTENT:
                    self.look(item, str(key))

    def key(self, key: Words, item: Any, within: str) -> None:
        """Judge one key, which stands in what the key `within` holds."""
        if key == "url" and within == "data":
            self.file(key, item)
        elif key in _LINKS:
            message = (
                f"{quoted(key)} leads out of the chart, which shows the brief's own data alone"
            )
            self.complain(key, message, "leave it out")
        elif item == "image" and (key == "mark" or (key == "type" and within == "mark")):
            self.complain(item, "a chart shows no pictures", "choose another mark")

    def file(self, key: Words, item: Any) -> None:
        """Note the file of data that `url` names, or complain of what it names instead."""
        if not isinstance(item, Words):
            self.complain(key, "the name of a file of data is expected here")
        elif "://" in item or item.startswith("//"):
            message = f"{quoted(item)} is a web address; nothing is fetched"
            self.complain(item, message, "put the data into the brief's folder, as data/NAME.csv")
        else:
            self.data.append(item)

    def complain(self, at: Words, message: str, hint: str = "") -> None:
        """Add a problem."""
        self.problems.append(complaint(at, RULE, message, hint))
