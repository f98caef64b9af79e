"""The parts of a brief, and their order."""

from typing import Any, Literal, get_args

from pydantic import model_validator

from briefpack.brief.model import Model
from briefpack.words import Words

Kind = Literal[
    "cover", "glance", "timeline", "text", "quote", "recommendations", "sources", "about"
]
"""Every kind of part, in the order in which they stand by default."""

KINDS: tuple[str, ...] = get_args(Kind)

DEFAULT_PARTS = tuple(kind for kind in KINDS if kind != "quote")


class Part(Model):
    """One part of the brief. `file` or `text` belong to a text, `quote` to a quote."""

    kind: Kind
    file: Words | None = None
    """The Markdown file that holds the text."""
    text: Words | None = None
    """The text itself, as Markdown."""
    quote: Words | None = None
    """The id of a quote that fills the page."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`glance`, `text: argument.md` and `quote: moon-1963` are the short forms."""
        if isinstance(value, str):
            return {"kind": value}
        if isinstance(value, dict) and "kind" not in value and len(value) == 1:
            [(key, named)] = value.items()
            if key == "quote":
                return {"kind": "quote", "quote": named}
            if key == "text":
                inline = isinstance(named, str) and "\n" in named.strip()
                return {"kind": "text", "text" if inline else "file": named}
        return value
