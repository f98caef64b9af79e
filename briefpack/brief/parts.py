"""The parts of a brief, and their order."""

from typing import Any, Literal, get_args

from pydantic import model_validator

from briefpack.brief.model import Model
from briefpack.words import Words

Kind = Literal[
    "cover",
    "glance",
    "timeline",
    "text",
    "quote",
    "recommendations",
    "glossary",
    "annex",
    "sources",
    "about",
]
"""Every kind of part, in the order in which they stand by default."""

KINDS: tuple[str, ...] = get_args(Kind)

DEFAULT_PARTS = tuple(kind for kind in KINDS if kind not in ("quote", "annex"))


class Part(Model):
    """One part of the brief. `file` or `text` belong to a text, `quote` to a quote."""

    kind: Kind
    file: Words | None = None
    """The Markdown file that holds the text."""
    text: Words | None = None
    """The text itself, as Markdown."""
    quote: Words | None = None
    """The id of a quote that fills the page."""
    paragraphs: Literal["numbered"] | None = None
    """`numbered`: the paragraphs of a text have numbers, which `briefpack number` issues."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`glance`, `text: argument.md` and `quote: moon-1963` are the short forms."""
        if isinstance(value, str):
            return {"kind": value}
        if not isinstance(value, dict) or "kind" in value:
            return value
        rest = {key: item for key, item in value.items() if key not in ("text", "quote")}
        if "quote" in value and len(value) == 1:
            return {"kind": "quote", "quote": value["quote"]}
        if "text" in value and not rest.keys() - {"paragraphs"}:
            inline = isinstance(value["text"], str) and "\n" in value["text"].strip()
            return {"kind": "text", "text" if inline else "file": value["text"], **rest}
        return value
