"""Says in plain words, and at the right place, why a value does not fit the content model."""

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Literal, Union, get_args, get_origin

from briefpack.blocks import BLOCKS
from briefpack.brief import Brief, Model
from briefpack.manuscript.misdates import nearest_date
from briefpack.manuscript.nodes import Record, Series
from briefpack.nearest import expected, nearest
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

Fault = Mapping[str, Any]
"""One of the errors of a pydantic `ValidationError`: `type`, `loc`, `ctx`, `msg`."""
Loc = Sequence[str | int]
Explain = Callable[[Fault, Record, type[Model]], Problem]
MOST = 200
LONGEST_EXAMPLE = 60


def explained(faults: Iterable[Fault], data: Record, whole: type[Model] = Brief) -> list[Problem]:
    """The problems that pydantic's errors stand for, as many as anybody will read.

    `whole` is the model of the data. Where a key is unknown because it is misspelt, it is not
    reported as missing as well.
    """
    faults = list(islice(faults, MOST))
    meant = {
        (*fault["loc"][:-1], _nearest_key(fault["loc"], whole))
        for fault in faults
        if fault["type"] == "extra_forbidden"
    }
    return [
        _problem(fault, data, whole)
        for fault in faults
        if fault["type"] != "missing" or tuple(fault["loc"]) not in meant
    ]


def _problem(fault: Fault, data: Record, whole: type[Model]) -> Problem:
    explain = _EXPLANATIONS.get(fault["type"], _other)
    return explain(fault, data, whole)


def spot(data: Any, loc: Loc) -> tuple[Any, Words]:
    """The value at a location, and the words that mark its place.

    Where the location leads further than the data (into a short form, say), it is the last value
    on the way.
    """
    here, mark = data, data.start
    for step in loc:
        if isinstance(here, Record) and step in here:
            here, mark = here[str(step)], here.key(str(step))
        elif isinstance(here, Series) and isinstance(step, int) and step < len(here):
            here, mark = here[step], here.marks[step]
        else:
            break
    return here, _mark(here, mark)


def _mark(value: Any, otherwise: Words) -> Words:
    if isinstance(value, Words):
        return value
    return value.start if isinstance(value, Record | Series) else otherwise


def _missing(fault: Fault, data: Record, whole: type[Model]) -> Problem:
    *parent, name = fault["loc"]
    holder, mark = spot(data, parent)
    if isinstance(holder, Record) and name in holder:
        return complaint(holder.key(name), "empty", f"{quoted(name)} is empty")
    choices = _choices(fault["loc"], whole) or ["…"]
    hint = "add " + " or ".join(f"'{name}: {choice}'" for choice in choices)
    return complaint(mark, "missing-key", f"the key {quoted(name)} is missing", hint)


def _unknown(fault: Fault, data: Record, whole: type[Model]) -> Problem:
    *parent, name = fault["loc"]
    holder, mark = spot(data, parent)
    if isinstance(holder, Record) and name in holder:
        mark = holder.key(name)
        if holder[name] is None and _behind_a_comma(mark):
            message = f"the value ends at the comma, and {quoted(name)} is no key"
            hint = "put the whole value in quotation marks"
            return complaint(mark, "unknown-key", message, hint)
    known = known_keys(parent, whole)
    hint = "\n".join(filter(None, [nearest(name, known), expected(known)]))
    return complaint(mark, "unknown-key", f"unknown key {quoted(name)}", hint)


def _behind_a_comma(key: Words) -> bool:
    """Whether a key stands behind a comma between braces: `{text: A law, signed}`."""
    return key.excerpt[: key.place.column - 1].rstrip().endswith(",")


def _wrong_kind(expected: str) -> Explain:
    def explain(fault: Fault, data: Record, whole: type[Model]) -> Problem:
        value, mark = spot(data, fault["loc"])
        if value is None:
            return complaint(mark, "empty", f"{_name(fault['loc'])} is empty; expected {expected}")
        message = f"expected {expected} for {_name(fault['loc'])}, found {_kind(value)}"
        return complaint(mark, "wrong-type", message, _instead(fault, value, whole))

    return explain


def _instead(fault: Fault, value: Any, whole: type[Model]) -> str:
    """How the words that stand there would be an entry, or a key and its value."""
    if not isinstance(value, Words) or len(value) > LONGEST_EXAMPLE or "\n" in value:
        return ""
    if fault["type"] == "list_type":
        key = _first_key((*fault["loc"], 0), whole)
        return f"write '- {key}{value}' in the next line"
    key = _first_key(fault["loc"], whole)
    return f"write '{key}{value}'" if key else ""


def _first_key(loc: Loc, whole: type[Model]) -> str:
    """The key that a model's value begins with, as `name: `; nothing where words are expected."""
    model = _type_at(loc, whole)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return ""
    fields = model.model_fields.values()
    return next((f"{field.alias}: " for field in fields if field.is_required()), "")


def _choice(fault: Fault, data: Record, whole: type[Model]) -> Problem:
    value, mark = spot(data, fault["loc"])
    choices = _choices(fault["loc"], whole)
    if not isinstance(value, Words):
        return _wrong_kind("one of " + ", ".join(choices))(fault, data, whole)
    message = f"{quoted(value)} is not among the choices for {_name(fault['loc'])}"
    if fault["loc"][0] == "parts" and fault["loc"][-1] != "paragraphs":
        message = f"there is no part {quoted(value)}"
        if elsewhere := _not_among_parts(value):
            return complaint(mark, "unknown-choice", message, elsewhere)
    hint = "\n".join(filter(None, [nearest(value, choices), expected(choices)]))
    return complaint(mark, "unknown-choice", message, hint)


def _not_among_parts(value: Words) -> str:
    """Where that stands which was written as a part: a file is a text, a block stands in one."""
    if value.endswith((".md", ".markdown")):
        return f"write '- text: {value}'"
    usage = next((kind.usage for kind in BLOCKS if kind.name == value), "")
    return f"write '{usage}' in a text" if usage else ""


def _too_few(fault: Fault, data: Record, _: type[Model]) -> Problem:
    least, found = fault["ctx"]["min_length"], fault["ctx"]["actual_length"]
    message = f"{_name(fault['loc'])} needs {least} or more entries, found {found}"
    return complaint(spot(data, fault["loc"])[1], "too-few", message)


def _too_many(fault: Fault, data: Record, _: type[Model]) -> Problem:
    most, found = fault["ctx"]["max_length"], fault["ctx"]["actual_length"]
    message = f"{_name(fault['loc'])} has room for {most} entries, found {found}"
    return complaint(spot(data, fault["loc"])[1], "too-many", message)


def _date(fault: Fault, data: Record, _: type[Model]) -> Problem:
    value, mark = spot(data, fault["loc"])
    found = quoted(value) if isinstance(value, str) else _kind(value)
    hint = nearest_date(value) if isinstance(value, str) else ""
    return complaint(mark, "date", f"{found} is no date: {fault['msg']}", hint)


def _value(fault: Fault, data: Record, _: type[Model]) -> Problem:
    message = str(fault.get("ctx", {}).get("error", fault["msg"]))
    return complaint(spot(data, fault["loc"])[1], "wrong-value", message)


def _other(fault: Fault, data: Record, _: type[Model]) -> Problem:
    message = f"{_name(fault['loc'])} does not fit: {fault['msg'].lower()}"
    return complaint(spot(data, fault["loc"])[1], "wrong-value", message)


_mapping = _wrong_kind("keys and values ('key: value')")
_EXPLANATIONS: Mapping[str, Explain] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _wrong_kind("words"),
    "list_type": _wrong_kind("a list (lines that begin with '- ')"),
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "literal_error": _choice,
    "too_short": _too_few,
    "too_long": _too_many,
    "date": _date,
    "value_error": _value,
}
"""What explains each of pydantic's error types that a content file can give rise to."""


def _kind(value: Any) -> str:
    if isinstance(value, Record):
        return "keys and values"
    if isinstance(value, Series):
        return "a list"
    return "nothing" if value is None else f"the words {quoted(value)}"


def _name(loc: Loc) -> str:
    """What a message calls a location: its key, or an entry of the list with that key."""
    key = next((step for step in reversed(loc) if isinstance(step, str)), "the brief")
    return f"an entry of {quoted(key)}" if loc and isinstance(loc[-1], int) else quoted(key)


def known_keys(loc: Loc, whole: type[Model] = Brief) -> list[str]:
    """The keys of the model at a location, in their order there."""
    model = _type_at(loc, whole)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _nearest_key(loc: Loc, whole: type[Model]) -> str:
    """The known key that an unknown one seems to be."""
    return nearest(str(loc[-1]), known_keys(loc[:-1], whole)).partition("'")[2].rstrip("'?")


def _choices(loc: Loc, whole: type[Model]) -> list[str]:
    # In a short form (`- timeline` for `- kind: timeline`) the last step is not in the file.
    kind = _type_at(loc, whole)
    return [str(choice) for choice in get_args(kind)] if get_origin(kind) is Literal else []


def _type_at(loc: Loc, whole: type[Model]) -> Any:
    """The type that the content model has at a location."""
    here: Any = whole
    for step in loc:
        if isinstance(here, type) and issubclass(here, Model):
            here = next(
                (field.annotation for field in here.model_fields.values() if field.alias == step),
                None,
            )
        else:
            here = (get_args(here) or (None,))[-1]
        here = _without_none(here)
    return here


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(item for item in get_args(kind) if item is not types.NoneType)
    return kind
