"""Questions and answers, and the lines to take: what to say when asked."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import model_validator

from briefpack.brief.citation import Citations
from briefpack.brief.model import MarkdownLine, MarkdownText, Model

ORDER = ("hard", "medium", "easy")


class Question(Model):
    """A question to be ready for."""

    question: MarkdownLine
    """As it will be asked."""
    answer: MarkdownText
    """Paragraphs; an empty line parts them."""
    difficulty: Literal["hard", "medium", "easy"] = "medium"
    """The hardest come first."""
    source: Citations = []


class LineToTake(Model):
    """A sentence to say, and what stands behind it."""

    line: MarkdownLine
    """One sentence, as it can be said aloud."""
    support: MarkdownLine | None = None
    """The facts behind it, for who is asked further."""
    source: Citations = []

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """A line alone is its words."""
        return {"line": value} if isinstance(value, str) else value


def hardest_first(questions: Iterable[Question]) -> list[Question]:
    """The questions by difficulty; those of like difficulty as they were written."""
    return sorted(questions, key=lambda question: ORDER.index(question.difficulty))
