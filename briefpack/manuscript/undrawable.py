"""What a drawing may not hold: what acts, what lies elsewhere, and what would not be drawn."""

import re
from base64 import b64decode
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefpack.pictures import Unfit, check_inlaid
from briefpack.problem import quoted


class Fault(NamedTuple):
    """What is wrong, what to do, and how far behind the start of what was looked at."""

    message: str
    hint: str
    at: int = 0


Faults = Iterable[Fault]

_FLATTEN = "flatten it in your drawing program, or export the drawing as PDF"
_MOVES = "take the movement out: paper shows one moment"
_SCRIPT = Fault("a drawing cannot hold scripts", "take them out, or export the drawing as PDF")
ELEMENTS: Mapping[str, Fault] = {
    "script": _SCRIPT,
    "handler": _SCRIPT,
    "foreignObject": Fault("'foreignObject' would not be drawn", _FLATTEN),
    "iframe": Fault("a drawing cannot hold a web page", _FLATTEN),
    "video": Fault("a drawing cannot hold a film", _FLATTEN),
    "audio": Fault("a drawing cannot hold sound", _FLATTEN),
    **{
        name: Fault(f"'{name}' moves the drawing", _MOVES)
        for name in ("animate", "animateColor", "animateMotion", "animateTransform", "set")
    },
}
"""Elements that are refused, each with why, and what to do."""

_EMBED = "embed pictures as PNG or JPEG, or leave them out"
_ADDRESSES = ("href", "src")
_EFFECTS = ("filter", "mask")
_LINKS = ("a",)
_INLAID = re.compile(r"\s*data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
_EFFECT = re.compile(r"(?<![\w-])(filter|mask)\s*:\s*+(?!none)[^;}]", re.IGNORECASE)
_RULES = re.compile(r"@(import|font-face)", re.IGNORECASE)
_VARIABLE = re.compile(r"(?<![\w-])var\s*\(", re.IGNORECASE)


def of_element(name: str, attributes: Mapping[str, str]) -> Faults:
    """What is wrong with an element (its name without a prefix), but for its size and words."""
    if name in ELEMENTS:
        yield ELEMENTS[name]
    for written, value in attributes.items():
        attribute = written.rpartition(":")[2]
        if attribute.lower().startswith("on"):
            yield Fault(f"{quoted(written)} is a script: a drawing cannot hold any", _SCRIPT.hint)
        elif written == "xml:base":
            yield Fault("'xml:base' leads out of the drawing", "take it out")
        elif attribute in _ADDRESSES and name not in _LINKS:
            yield from _of_address(name, value)
        elif attribute in _EFFECTS and value.strip() != "none":
            yield Fault(f"the {attribute} would not be drawn", _FLATTEN)
        else:
            yield from of_style(value)


def of_style(css: str) -> Faults:
    """What is wrong with a style sheet, or with the value of an attribute."""
    for match in _URL.finditer(css):
        if not match[1].startswith("#"):
            yield _outside(match[1], match.start())
    for match in _RULES.finditer(css):
        what = f"'@{match[1].lower()}' brings something from outside"
        yield Fault(what, "take it out", match.start())
    for match in _EFFECT.finditer(css):
        yield Fault(f"the {match[1].lower()} would not be drawn", _FLATTEN, match.start())
    for match in _VARIABLE.finditer(css):
        right = "write the colour or length itself"
        yield Fault("'var()' would not be understood", right, match.start())


def of_instruction(target: str) -> Faults:
    """What is wrong with a processing instruction."""
    if target == "xml-stylesheet":
        yield Fault("the drawing asks for a style sheet outside", "put the styles into the drawing")


def _of_address(name: str, address: str) -> Faults:
    if not address.strip() or address.startswith("#"):
        return
    start = _INLAID.match(address)
    if name != "image" or address.lstrip()[:5].lower() != "data:":
        yield _outside(address)
    elif start is None:
        yield Fault("a picture in the drawing is neither PNG nor JPEG in base64", _EMBED)
    else:
        try:
            check_inlaid(b64decode(address[start.end() :]))
        except Unfit as fault:
            yield Fault(f"a picture in the drawing {fault}", fault.hint)
        except ValueError:
            yield Fault("a picture in the drawing is not written as base64 has it", _EMBED)


def _outside(address: str, at: int = 0) -> Fault:
    return Fault(f"{quoted(address)} is outside the drawing, which holds all it shows", _EMBED, at)
