"""The measures of a layout: what its `layout.yaml` says, over what `policy`'s says."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from briefpack.paper import Paper
from briefpack.problem import Place, Problem, Refused


def settings(folders: Iterable[Path]) -> Mapping[str, Any]:
    """`layout.yaml` of the first folder, over those of the next ones; see `shelf.folders`.

    `Refused` where one of them cannot be read.
    """
    found: dict[str, Any] = {}
    for folder in reversed(list(folders)):
        if (folder / "layout.yaml").is_file():
            found |= load(folder / "layout.yaml", yaml.SafeLoader)
    return found


def grid(settings: Mapping[str, Any], paper: Paper) -> Mapping[str, float]:
    """The grid of a page: its margins, and what stands across it; all in millimetres."""
    return {key: float(mm) for key, mm in settings["grid"][paper.key].items()}


def load(file: Path, loader: type) -> dict[str, Any]:
    """What a layout's YAML file holds; `Refused` where it cannot be read as names and values."""
    place, said = Place(str(file)), ""
    try:
        found = yaml.load(file.read_text("utf-8"), loader) or {}
        if isinstance(found, dict):
            return found
    except yaml.MarkedYAMLError as fault:
        said = f": {fault.problem}"
        if mark := fault.problem_mark:
            place = Place(str(file), mark.line + 1, mark.column + 1)
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        said = f": {fault}"
    raise Refused([Problem(place, "layout", f"this is no list of names and values{said}")])
