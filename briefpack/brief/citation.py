"""A citation: a source, and the place in it."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from briefpack.brief.model import Model, listed
from briefpack.words import NOWHERE, Words

_CITED = re.compile(r"(?P<bare>-)?@?(?P<key>[^\s,;@]+)(?:,\s*(?P<locator>.+))?")
_AS_IN_A_TEXT = re.compile(r"\[(?P<cited>-?@[^\[\]]*)\]")


class Citation(Model):
    """A source and the page or section in it, written "key" or "key, p. 3"."""

    key: Words
    """The id of a source."""
    locator: str = ""
    """The page or section in it, as "p. 3"."""
    suppressed: bool = False
    """Whether the author, named in the sentence already, goes unnamed: `-key`."""

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if bracketed := _AS_IN_A_TEXT.fullmatch(value.strip()):
            plain = bracketed["cited"].replace("@", "").strip()
            raise ValueError(f"a source is named here without brackets and @: write '{plain}'")
        match = _CITED.fullmatch(value.strip())
        if not match:
            raise ValueError("expected a source's key, or 'key, p. 3'")
        place, excerpt = (value.place, value.excerpt) if isinstance(value, Words) else (NOWHERE, "")
        return {
            "key": Words(match["key"], place, excerpt),
            "locator": match["locator"] or "",
            "suppressed": bool(match["bare"]),
        }


Citations = Annotated[list[Citation], BeforeValidator(listed)]
"""One citation, or a list of them."""
