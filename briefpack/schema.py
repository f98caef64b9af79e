"""JSON Schemas (2020-12) of the content files, by which editors complete and underline.

They are made from the model, and then widened by what the model takes before it is strict: short
forms, one value for a list of one, keys with nothing behind them, and scalars that an editor's
YAML takes for numbers or truths where briefpack takes words.
"""

import ast
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from briefpack import brief
from briefpack.brief import COMPANIONS, Brief, House, Model, kebab
from briefpack.brief.model import listed

Schema = dict[str, Any]

FILES: dict[str, tuple[str, Any]] = {
    "brief.json": ("A brief: brief.yaml", Brief),
    "house.json": ("The house rules of all briefs: house.yaml", House),
    **{
        f"{key}.json": (f"{title}: {key}.yaml", model) for key, (title, model) in COMPANIONS.items()
    },
}
"""Each schema's file: what it describes, and the model of that."""

WORDS: Schema = {"type": ["string", "number", "boolean"]}
"""Words are never guessed at, so `number: 2026` and `title: true` are words too."""

SHORT_FORMS: dict[str, list[Schema]] = {
    "Citation": [{"type": ["string", "number"], "description": "As `key` or `key, p. 3`."}],
    "Score": [{**WORDS, "description": "A rating alone (good, fair or poor), or a value alone."}],
    "LineToTake": [{**WORDS, "description": "The line alone."}],
    "Name": [{**WORDS, "description": "An organisation, or a name that has no parts."}],
    "Part": [
        {"enum": [kind for kind in brief.KINDS if kind not in ("text", "quote")]},
        {
            "type": "object",
            "properties": {
                "text": {**WORDS, "description": "A Markdown file, or Markdown."},
                "paragraphs": {"enum": ["numbered"]},
            },
            "required": ["text"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"quote": {**WORDS, "description": "The id of a quotation."}},
            "required": ["quote"],
            "additionalProperties": False,
        },
    ],
}
"""What may be written instead of the whole, as the model's own validators take it."""

READ_AS: dict[str, Any] = {"true": True, "false": False, "null": None}
"""Words that a YAML editor takes for something else (YAML 1.2, core schema)."""


def schema(name: str) -> Schema:
    """The schema in the file of that name."""
    title, model = FILES[name]
    made = TypeAdapter(model).json_schema(by_alias=True)
    definitions = made.setdefault("$defs", {})
    if isinstance(model, type) and issubclass(model, Model):
        _open(made, model)
    for key in definitions:
        _open(definitions[key], getattr(brief, key))
    for key in SHORT_FORMS.keys() & definitions.keys():
        whole = definitions[key]
        note = {"description": whole.pop("description")}
        definitions[key] = {"anyOf": [*SHORT_FORMS[key], whole], **note}
    return {"$schema": GenerateJsonSchema.schema_dialect, **made, "title": title}


def written(name: str) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path) -> list[Path]:
    """Write every schema into a folder, made where there is none; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / name for name in FILES]
    for file in files:
        file.write_text(written(file.name), "utf-8", newline="\n")
    return files


def _open(made: Schema, model: type[Model]) -> None:
    """Describe an object's properties, and let each be written in all its ways."""
    said, alone = dict(_descriptions(model)), set(_alone(model))
    made["description"] = (inspect.getdoc(model) or "").partition("\n")[0]
    for name, plain in made["properties"].items():
        asked = name in made.get("required", [])
        value = _property(plain, optional=not asked, alone=name in alone)
        note = {"description": said[name]} if name in said else {}
        made["properties"][name] = value | note


def _alone(model: type[Model]) -> Iterator[str]:
    """The keys of lists of which a single member may be written alone."""
    for field in model.model_fields.values():
        if any(getattr(rule, "func", None) is listed for rule in field.metadata):
            yield str(field.alias)


def _property(plain: Schema, optional: bool, alone: bool) -> Schema:
    """One property: without the model's noise, and as wide as content may be written."""
    choices = plain.get("anyOf", [plain])
    values = [_widened(choice) for choice in choices if choice != {"type": "null"}]
    if alone:
        values += [_widened(choice["items"]) for choice in choices if "items" in choice]
    value = values[0] if len(values) == 1 else {"anyOf": values}
    if optional:
        value = _or_nothing(value)
    note = {"default": plain["default"]} if plain.get("default") else {}
    described = [choice["description"] for choice in choices if "description" in choice]
    return value | note | ({"description": described[0]} if described else {})


def _or_nothing(value: Schema) -> Schema:
    """The value, or nothing behind its key; without a choice, where faults within stay exact."""
    match value:
        case {"anyOf": choices}:
            return {**value, "anyOf": [*choices, {"type": "null"}]}
        case {"enum": choices}:
            return {**value, "enum": [*choices, None]}
        case {"type": [*types]}:
            return {**value, "type": [*types, "null"]}
        case {"type": only}:
            return {**value, "type": [only, "null"]}
    return {"anyOf": [value, {"type": "null"}]}


def _widened(value: Schema) -> Schema:
    """A value as YAML may have it: words may look like numbers, and a year like a number."""
    noise = ("title", "default", "description")
    value = {key: item for key, item in value.items() if key not in noise}
    if "items" in value:
        return {**value, "items": _widened(value["items"])}
    if "enum" in value:
        values = value["enum"]
        return {"enum": [*values, *(READ_AS[word] for word in values if word in READ_AS)]}
    if "pattern" in value:
        return {"anyOf": [value, {"type": "integer", "minimum": 1, "maximum": 9999}]}
    return dict(WORDS) if value.get("type") == "string" else value


def _descriptions(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Each field's key and the string that stands below it in the source."""
    [tree] = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(tree, ast.ClassDef)
    for field, below in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(ast.Constant(str(words))):
                    info = model.model_fields[field.target.id]
                    yield info.alias or kebab(field.target.id), inspect.cleandoc(words)
