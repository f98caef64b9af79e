"""Says in plain words what is wrong with a YAML file that its parser does not understand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from briefpack.manuscript.sheets import Sheet
from briefpack.problem import Place, Problem, quoted
from briefpack.words import complaint

_QUOTE_IT = "put the words in quotation marks"
_TAB = re.compile(r" *(?:- +)*\t")
_NO_SPACE_AFTER_COLON = re.compile(r"(\s*(?:- +)*[\w-]+:)[^\s/:]")
_NO_SPACE_AFTER_DASH = re.compile(r"(\s*-)[^\s-]")
_OF_A_SOURCE = re.compile(r"source:\s*[-\[]*\s*[\"']?$")
_NAMES = {"[": "']'", "{": "'}'"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the parser gave up, and where that began which it was reading; all from 0."""

    sheet: Sheet
    complaint: str
    line: int
    column: int
    start_line: int
    start_column: int

    @property
    def text(self) -> str:
        """The line at which the parser gave up."""
        return self.sheet.lines[self.line] if self.line < len(self.sheet.lines) else ""

    @property
    def start_text(self) -> str:
        """The line in which began what the parser was reading."""
        return self.sheet.lines[self.start_line]

    @property
    def letter(self) -> str:
        """The character at which the parser gave up."""
        return self.text[self.column : self.column + 1]


@dataclass(frozen=True, slots=True)
class Slip:
    """What to say of it, and the line and column from 0 to say it at."""

    line: int
    column: int
    message: str
    hint: str = ""


def explained(fault: yaml.YAMLError, sheet: Sheet) -> Problem:
    """The problem that a parser's fault stands for; its own words where the slip is not known."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is None:
        return Problem(
            Place(sheet.name), "yaml", f"YAML cannot read this file: {_own_words(fault)}"
        )
    slip = _slip(_scene(fault, mark, sheet))
    return complaint(
        sheet.words("", slip.line + 1, slip.column + 1), "yaml", slip.message, slip.hint
    )


def _own_words(fault: Any) -> str:
    return getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it is not YAML"


def _scene(fault: Any, mark: Any, sheet: Sheet) -> Scene:
    start = getattr(fault, "context_mark", None) or mark
    return Scene(sheet, _own_words(fault), mark.line, mark.column, start.line, start.column)


def _slip(scene: Scene) -> Slip:
    for line in (scene.line, scene.start_line):
        text = scene.sheet.lines[line] if line < len(scene.sheet.lines) else ""
        if match := _TAB.match(text):
            message = "a tab is used for indentation here; YAML needs spaces"
            return Slip(line, match.end() - 1, message, "put two spaces for each tab")
    for words, explain in SLIPS:
        if words in scene.complaint and (slip := explain(scene)):
            return slip
    return Slip(scene.line, scene.column, f"YAML does not allow this: {scene.complaint}")


def _unclosed_quote(scene: Scene) -> Slip:
    mark = scene.start_text[scene.start_column : scene.start_column + 1]
    message = f"the quotation mark {mark} that opens here is never closed"
    return Slip(scene.start_line, scene.start_column, message)


def _stray_colon(scene: Scene) -> Slip | None:
    """A second colon in one line: `title: Space: a history`."""
    return _colon(scene) if re.search(r":\s", scene.text[: scene.column]) else None


def _colon(scene: Scene) -> Slip:
    message = "a colon stands in a value that is not in quotation marks"
    return Slip(scene.line, scene.column, message, "put the whole value in quotation marks")


def _missing_space(scene: Scene) -> Slip | None:
    """`title:Space` or `-item`, here or in the line before."""
    lines = scene.sheet.lines
    before = next((n for n in range(scene.line - 1, -1, -1) if lines[n].strip()), scene.line)
    for number in (scene.start_line, before):
        if match := _NO_SPACE_AFTER_DASH.match(lines[number]):
            return Slip(number, match.end(1), "a space is missing after the dash")
        if match := _NO_SPACE_AFTER_COLON.match(lines[number]):
            return Slip(number, match.end(1), "a space is missing after the colon")
    return None


def _no_key(scene: Scene) -> Slip:
    words = quoted(scene.start_text.strip())
    message = f"{words} is neither a key with a colon nor part of the value before it"
    return Slip(scene.start_line, scene.start_column, message, "write 'key: value'")


def _after_the_end(scene: Scene) -> Slip | None:
    """Something follows a closing quotation mark or bracket."""
    match = re.search(r"""(["'\]}])\s*$""", scene.text[: scene.column])
    if not match or not scene.text[scene.column :].strip():
        return None
    message = f"nothing may follow the {match[1]} that closes the value"
    hint = "put the whole value in quotation marks of the other kind"
    return Slip(scene.line, scene.column, message, hint if match[1] in "'\"" else _QUOTE_IT)


def _special_start(scene: Scene) -> Slip | None:
    """Text behind an alias or an anchor, which was to be words with a star in front."""
    match = re.search(r"[:-]\s+([*&])\S+\s+$", scene.text[: scene.column])
    return _begins_with(scene.line, match.start(1), match[1]) if match else None


def _indentation(scene: Scene) -> Slip:
    column = len(scene.text) - len(scene.text.lstrip(" "))
    if scene.text[column:].startswith(":"):
        return Slip(scene.line, column, "a key is missing before the colon")
    if scene.text[column:].startswith("- "):
        message = "a list entry stands where a key was expected"
        return Slip(scene.line, column, message, "indent it more than the key of its list")
    message = "the indentation of this line fits none of the lines above"
    hint = "keys that belong together begin in the same column"
    return Slip(scene.line, column, message, hint)


def _no_entry(scene: Scene) -> Slip:
    message = f"an entry of the list in line {scene.start_line + 1} was expected here"
    return Slip(scene.line, scene.column, message, "begin it with '- ', in the list's own column")


def _unclosed_bracket(scene: Scene) -> Slip:
    opening = scene.start_text[scene.start_column : scene.start_column + 1]
    closing = _NAMES.get(opening, "a bracket")
    if scene.letter == ":" and re.search(r":\s[^,]*$", scene.text[: scene.column]):
        return _colon(scene)
    if scene.start_line == scene.line and scene.letter:
        return Slip(scene.line, scene.column, f"a comma or {closing} is missing here")
    message = f"the bracket '{opening}' that opens here is never closed by {closing}"
    hint = "put words that begin with a bracket in quotation marks"
    return Slip(scene.start_line, scene.start_column, message, hint)


def _wrong_start(scene: Scene) -> Slip | None:
    if scene.letter == "\t":
        return Slip(scene.line, scene.column, "a tab stands here; YAML needs spaces")
    if scene.letter == "@" and _OF_A_SOURCE.search(scene.text[: scene.column]):
        message = "a source is named here without brackets and @"
        return Slip(scene.line, scene.column, message, "write its id: 'source: audit, p. 3'")
    return _begins_with(scene.line, scene.column, scene.letter) if scene.letter else None


def _wrong_name(scene: Scene) -> Slip:
    """A lone `*`, `&` or `!`, or one with an odd name behind it."""
    letter = scene.start_text[scene.start_column : scene.start_column + 1]
    return _begins_with(scene.start_line, scene.start_column, letter)


def _begins_with(line: int, column: int, letter: str) -> Slip:
    return Slip(line, column, f"words cannot begin with '{letter}' in YAML", _QUOTE_IT)


def _escape(scene: Scene) -> Slip:
    message = "a backslash between double quotation marks begins an escape, and this is none"
    column = max(scene.text.rfind("\\", 0, scene.column + 1), 0)
    return Slip(scene.line, column, message, "use single quotation marks, or write two backslashes")


def _list_behind_key(scene: Scene) -> Slip:
    message = "a list cannot begin in the line of its key"
    return Slip(scene.line, scene.column, message, "begin the list in the next line")


def _text_behind_bar(scene: Scene) -> Slip:
    mark = scene.start_text[scene.start_column : scene.start_column + 1]
    message = f"nothing may follow '{mark}' in its line"
    return Slip(scene.line, scene.column, message, "begin the text in the next line, indented")


def _after_the_document(scene: Scene) -> Slip:
    return Slip(scene.line, scene.column, "nothing may follow the line '...', which ends the file")


def _directive(scene: Scene) -> Slip:
    return Slip(scene.line, 0, "a line cannot begin with '%' in YAML", _QUOTE_IT)


SLIPS: tuple[tuple[str, Callable[[Scene], Slip | None]], ...] = (
    ("unexpected end of stream", _unclosed_quote),
    ("unexpected document indicator", _unclosed_quote),
    ("mapping values are not allowed", _stray_colon),
    ("mapping values are not allowed", _missing_space),
    ("mapping values are not allowed", _indentation),
    ("could not find expected ':'", _missing_space),
    ("could not find expected ':'", _no_key),
    ("did not find expected key", _after_the_end),
    ("did not find expected key", _special_start),
    ("did not find expected key", _indentation),
    ("did not find expected '-' indicator", _no_entry),
    ("expected <block end>", _after_the_end),
    ("expected <block end>", _special_start),
    ("expected <block end>", _indentation),
    ("expected ','", _unclosed_bracket),
    ("cannot start any token", _wrong_start),
    ("did not find expected node content", _wrong_start),
    ("mapping keys are not allowed", _wrong_start),
    ("sequence entries are not allowed", _list_behind_key),
    ("unknown escape character", _escape),
    ("invalid Unicode character escape", _escape),
    ("hexdecimal number", _escape),
    ("expected alphabetic", _wrong_name),
    ("tag handle", _wrong_name),
    ("comment or line break", _text_behind_bar),
    ("expected <document start>", _after_the_document),
    ("directive", _directive),
    ("incompatible YAML document", _directive),
)
"""What a parser says (libyaml's, or PyYAML's own) and what may explain it; the first that can."""
