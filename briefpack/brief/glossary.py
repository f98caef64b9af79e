"""The glossary: abbreviations and terms, and what they stand for."""

from typing import Literal

from pydantic import model_validator

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.words import Words


class Term(Model):
    """An abbreviation with its full form, or a term with its explanation, or all of these."""

    term: Words
    """The abbreviation or the term, as the text has it."""
    full: Words | None = None
    """What the abbreviation stands for; the text says so where it is first used."""
    plural: Words | None = None
    """The full form in the plural, for "SMEs": "small and medium-sized enterprises"."""
    text: MarkdownLine | None = None
    """What it is, in a sentence."""
    source: Citations = []
    expand: Literal["true", "false"] = "true"
    """`false` where readers need no full form in the text."""

    @model_validator(mode="after")
    def _says_something(self) -> "Term":  # noqa: N804
        if self.full is None and self.text is None:
            raise ValueError("expected 'full' (what it stands for) or 'text' (what it is)")
        return self
