"""The options that a brief weighs, by criterion."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, Model
from briefpack.words import Words

RATINGS = ("good", "fair", "poor")


class Criterion(Model):
    """What the options are measured by."""

    id: Words
    """By which scores name it."""
    label: MarkdownLine
    """What is measured, as "Cost to the council"."""
    unit: MarkdownLine | None = None
    """What it is measured in, as "£m a year"."""


class Score(Model):
    """How one option does on one criterion: in words or a number, by a rating, or both."""

    value: MarkdownLine | None = None
    """In words, or a number."""
    rating: Literal["good", "fair", "poor"] | None = None
    """Shown by a shape and a word."""
    source: Citations = []

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`cost: good` is a rating alone, `cost: 12 to 15` a value alone."""
        if isinstance(value, str):
            return {"rating" if value in RATINGS else "value": value}
        return value


class Option(Model):
    """One way to go."""

    id: Words
    """By which `baseline` and `recommended` name it."""
    title: MarkdownLine
    """A few words: it heads a column."""
    summary: MarkdownLine | None = None
    """What it would mean, in a sentence."""
    scores: dict[Words, Score]
    """How it does on each of the criteria, under the criterion's id."""


class Options(Model):
    """The options side by side, among them that of doing nothing."""

    title: MarkdownLine | None = None
    """The caption of the table, where the text gives none."""
    criteria: Annotated[list[Criterion], Field(min_length=2, max_length=8)]
    """2 to 8, in the order of the rows."""
    options: Annotated[list[Option], Field(min_length=2, max_length=5)]
    """2 to 5, in the order of the columns."""
    baseline: Words | None = None
    """The id of the option that changes nothing, which the others are measured against."""
    recommended: Words | None = None
    """The id of the option that the brief recommends, if it does."""
    waiver: MarkdownLine | None = None
    """Why there is no option that changes nothing; printed below the table."""
