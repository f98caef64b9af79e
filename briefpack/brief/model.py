"""What all of the model has in common: closed, immutable, with kebab-case keys."""

import re
from enum import Enum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from briefpack.words import Words

ID = re.compile(r"[a-z][a-z0-9-]*")
"""What an author may call a heading, a figure, a number of the ledger."""


def kebab(name: str) -> str:
    """A field's name as it is written in a content file."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """Closed (an unknown key is an error), immutable, with kebab-case keys.

    A key that stands there with nothing behind it is as if it were left out.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=kebab, validate_by_name=False
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict) or None not in value.values():
            return value
        known = {field.alias for field in cls.model_fields.values()}
        return {key: item for key, item in value.items() if item is not None or key not in known}


class Markdown(Enum):
    """Marks a field that is printed as Markdown, and how much of it an author may write there."""

    LINE = "a line"
    TEXT = "paragraphs, with empty lines between them"


MarkdownLine = Annotated[Words, Markdown.LINE]
MarkdownText = Annotated[Words, Markdown.TEXT]


def _proper(id_: Words) -> Words:
    if not ID.fullmatch(id_):
        raise ValueError("an id has small letters, digits and hyphens, as 'launch-sites'")
    return id_


Id = Annotated[Words, AfterValidator(_proper)]
"""A name of its own, by which texts call it or link to it: `[the map](#launch-sites)`."""


def listed(value: Any) -> Any:
    """One value where a list is expected is a list of one."""
    return value if isinstance(value, list) else [value]
