"""What an author says of the columns of a table: which ones, how they are printed and added up."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import field_validator, model_validator

from briefpack.brief import Model
from briefpack.problem import quoted
from briefpack.words import Words

_UNIT = re.compile(r"(?P<head>.*\S)\s*\((?P<unit>[^()]+)\)")
_PATTERN = re.compile(
    r"(?P<fraction>fraction\s+)?(?P<before>[^\d\s+.,]*)(?P<plus>\+?)0(?:\.(?P<places>0{1,9}))?"
    r"(?P<behind>\s?[^\d\s.,][^\d]*)?"
)
Kind = Literal["number", "plain", "date", "text"]
"""What a column holds; `plain` are numbers without signs between their thousands."""

_KINDS: Mapping[str, Kind] = {"plain": "plain", "date": "date", "text": "text"}
_ROWS = re.compile(r"(?P<end>first|last)\s+(?P<count>[1-9]\d{0,3})")


def parted(text: Words) -> tuple[Words, Words | None]:
    """ "name: the rest", taken apart at the first colon with a space; else the name alone."""
    name, colon, rest = f"{text} ".partition(": ")
    if not colon:
        return text, None
    return text.instead(name.strip()), text.instead(rest.strip()) if rest.strip() else None


def heading(text: str) -> tuple[str, str]:
    """A heading and its unit: "Cost (US$ bn)" is "Cost", in "US$ bn"."""
    match = _UNIT.fullmatch(text.strip())
    return (match["head"], match["unit"]) if match else (text.strip(), "")


class _OfColumn(Model):
    """Something said of one column of a file: "world: The world"."""

    column: Words

    @classmethod
    def _taken_apart(cls, value: Any, field: str) -> Any:
        if not isinstance(value, str):
            return value
        column, said = parted(value if isinstance(value, Words) else Words(value))
        return {"column": column, field: said}


class Column(_OfColumn):
    """A column to show: its name in the file, and what stands over it, as "Cost (US$ bn)"."""

    heading: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        return cls._taken_apart(value, "heading")


class Format(_OfColumn):
    """How the numbers of a column are printed.

    `plain` has no signs between thousands, as years; `date` and `text` are no numbers. Else a
    pattern: `0`,
    `0.0`, `+0.0` (with the sign always), `0.0 %`, `$0.0 bn`; `fraction 0 %` takes 0.12 for 12 %.
    The decimal sign, that between thousands, and the space before a percent sign are those of the
    brief's language, whatever the pattern has.
    """

    pattern: Words

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        parts = cls._taken_apart(value, "pattern")
        if parts.get("pattern") is None:
            raise ValueError(
                f"a format names a column and its pattern, as 'cost: 0.0', not {quoted(value)}"
            )
        return parts

    @field_validator("pattern")
    @classmethod
    def _known(cls, pattern: Words) -> Words:
        if pattern in _KINDS or _PATTERN.fullmatch(pattern):
            return pattern
        raise ValueError(
            f"a format is 'plain', 'date', 'text', or a pattern as '0', '0.0 %' or '$0 bn', "
            f"not {quoted(pattern)}"
        )

    @property
    def kind(self) -> Kind:
        """What the column holds."""
        return _KINDS.get(self.pattern, "number")

    @property
    def fraction(self) -> bool:
        """Whether a whole is 1 and not 100."""
        return bool(self._part("fraction"))

    @property
    def percent(self) -> bool:
        """Whether a percent sign stands behind the numbers."""
        return self._part("behind").strip().startswith("%")

    @property
    def places(self) -> int:
        """Places behind the decimal sign."""
        return len(self._part("places"))

    @property
    def signed(self) -> bool:
        """Whether a plus stands before what is more than nothing."""
        return bool(self._part("plus"))

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and behind a number; the space between is part of it."""
        return self._part("before"), self._part("behind")

    def _part(self, name: str) -> str:
        match = _PATTERN.fullmatch(self.pattern)
        return (match[name] or "") if match else ""


Reckoned = Literal["sum", "mean"]


class Reckoning(Model):
    """A total: "sum" of every column that has one, or "world: mean" of one column."""

    column: Words | None = None
    kind: Reckoned

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        column, kind = parted(value if isinstance(value, Words) else Words(value))
        if kind is None:
            column, kind = None, column  # type: ignore[assignment]
        if kind not in ("sum", "mean"):
            raise ValueError(
                f"a total is 'sum', 'mean', or one of them for a column, as 'cost: sum', "
                f"not {quoted(value)}"
            )
        return {"column": column, "kind": str(kind)}


class Stretch(Model):
    """Some of the rows of a file: "first 10" or "last 5"."""

    end: Literal["first", "last"]
    count: int

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _ROWS.fullmatch(value.strip())
        if not match:
            raise ValueError(f"rows are 'first 10' or 'last 10', not {quoted(value)}")
        return match.groupdict()

    @property
    def rows(self) -> slice:
        """Which rows these are."""
        return slice(self.count) if self.end == "first" else slice(-self.count, None)
