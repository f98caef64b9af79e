"""The house rules: what an organisation asks of all its briefs."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator

from briefpack.brief.model import Model, listed
from briefpack.brief.whole import Brief
from briefpack.nearest import nearest
from briefpack.words import Words

EASIEST = 100
"""The score of a text that anybody can read (Flesch 1948)."""


def _counted(words: Words) -> Words:
    if not (words.isascii() and words.isdigit() and int(words[:9]) > 0 and len(words) < 9):
        raise ValueError(f"expected a whole number, as 220, found '{words}'")
    return words


def _scored(words: Words) -> Words:
    if not (words.isascii() and words.isdigit() and len(words) < 4 and int(words) <= EASIEST):
        raise ValueError(f"expected a whole number from 0 to {EASIEST}, found '{words}'")
    return words


def _spoken(words: Words) -> Words:
    if not any(map(str.isalnum, words)):
        raise ValueError("expected a word or a phrase")
    return words


def _of_a_brief(name: Words) -> Words:
    model: Any = Brief
    for step in name.split("."):
        keys = {str(field.alias): field.annotation for field in model.model_fields.values()}
        if step not in keys:
            hint = nearest(step, keys)
            raise ValueError(f"a brief has no key '{name}'" + (f": {hint}" if hint else ""))
        model = _model_in(keys[step])
    return name


def _model_in(annotation: Any) -> type[Model]:
    """The model that a field holds, one or several of; an empty one where it holds words."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    held = (_model_in(part) for part in get_args(annotation))
    return next((model for model in held if model is not Model), Model)


Count = Annotated[Words, AfterValidator(_counted)]
"""A whole number, with its place, so that who exceeds it can be told where it is set."""

Phrase = Annotated[Words, AfterValidator(_spoken)]

DateStyle = Literal[
    "5 January 2026", "January 5, 2026", "5. Januar 2026", "05.01.2026", "5 janvier 2026"
]
"""How a day is written, by an example."""


class WordBudget(Model):
    """How many words each kind of part may have, all parts of that kind together."""

    glance: Count | None = None
    timeline: Count | None = None
    text: Count | None = None
    """All texts, with their notes, captions and tables."""
    recommendations: Count | None = None
    glossary: Count | None = None
    about: Count | None = None
    whole: Count | None = None
    """The brief, without its annex and its sources."""


class PageBudget(Model):
    """How many pages each kind of part may take, all parts of that kind together."""

    cover: Count | None = None
    glance: Count | None = None
    timeline: Count | None = None
    text: Count | None = None
    quote: Count | None = None
    recommendations: Count | None = None
    glossary: Count | None = None
    annex: Count | None = None
    sources: Count | None = None
    about: Count | None = None
    whole: Count | None = None
    """The brief from cover to cover."""

    @property
    def by_kind(self) -> Mapping[str, int]:
        """Those that are set, by the kind of part, and under `whole` that of the brief."""
        return {name: int(pages) for name, pages in self if pages is not None}


class SentenceLength(Model):
    """How many words a sentence may have, by language."""

    en: Count = Words("45")
    de: Count = Words("40")
    fr: Count = Words("50")


class OpeningVerbs(Model):
    """The verbs with which recommendations may begin, by language; in German they end with it."""

    en: list[Phrase] = []
    de: list[Phrase] = []
    fr: list[Phrase] = []


class NumberStyle(Model):
    """How numbers are written; what is not named here is left to the authors."""

    thousands: Literal["grouped"] | None = None
    """`grouped`: 25,000, 25.000, 25 000, as the language has it, from five digits on."""
    percent: Literal["sign", "word"] | None = None
    """`sign` (%), or `word` (per cent, Prozent, pour cent)."""
    opening: Literal["word"] | None = None
    """`word`: no sentence begins with a figure."""
    ranges: Literal["dash"] | None = None
    """`dash`: 10–20, with an en dash, and not 10-20."""
    currency: Literal["sign", "code"] | None = None
    """`sign` (€5 million), or `code` (EUR 5 million)."""


class House(Model):
    """The house rules of an organisation; a brief without them is judged by the defaults."""

    words: WordBudget = WordBudget()
    """How many words the parts may have."""
    pages: PageBudget = PageBudget()
    """How many pages the parts may take."""
    required: Annotated[
        list[Annotated[Words, AfterValidator(_of_a_brief)]], BeforeValidator(listed)
    ] = []
    """Keys that every brief.yaml must have, with dots for what is within: as-of, glance.facts."""
    marking: Annotated[list[Phrase], BeforeValidator(listed)] = []
    """`required`, or a list of the markings that there are; "EMBARGOED UNTIL …" begins one."""
    verbs: OpeningVerbs = OpeningVerbs()
    """The verbs of the titles of recommendations."""
    banned: dict[Phrase, Words | None] = {}
    """Words that are not used, and what to write instead; utilis* is any word that begins so."""
    familiar: Annotated[list[Phrase], BeforeValidator(listed)] = []
    """Abbreviations that all readers know, and that need not be spelled out."""
    dates: Annotated[list[DateStyle], BeforeValidator(listed)] = []
    """How a day is written, by examples, one for each language."""
    numbers: NumberStyle = NumberStyle()
    """How numbers are written."""
    sentence: SentenceLength = SentenceLength()
    """How long a sentence may be."""
    reading_ease: Annotated[Words, AfterValidator(_scored)] = Words("10")
    """The least score of Flesch's kind that a text may have; 0 where nobody is to ask."""
