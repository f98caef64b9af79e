"""Words that remember where they were written."""

from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from briefpack.problem import Place

NOWHERE = Place("")


class Words(str):
    """A string that carries its place in the source.

    Every scalar of a content file arrives as one of these, so that a rule that reads the model
    long after the file was parsed can still point at the very word. In the JSON Schema it is a
    plain string. `place` points at the first character of the scalar; `excerpt` is the line it
    stands on.
    """

    place: Place
    excerpt: str

    def __new__(cls, text: str = "", place: Place = NOWHERE, excerpt: str = "") -> Self:
        words = super().__new__(cls, text)
        words.place = place
        words.excerpt = excerpt
        return words

    def __getnewargs__(self) -> tuple[str, Place, str]:  # type: ignore[override]
        return str(self), self.place, self.excerpt

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def keep_place(value: Any, check: core_schema.ValidatorFunctionWrapHandler) -> "Words":
            text = check(value)
            return value if isinstance(value, Words) else cls(text)

        return core_schema.no_info_wrap_validator_function(
            keep_place, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )
