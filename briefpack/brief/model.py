"""What all of the model has in common: closed, immutable, with kebab-case keys."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


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


def listed(value: Any) -> Any:
    """One value where a list is expected is a list of one."""
    return value if isinstance(value, list) else [value]
