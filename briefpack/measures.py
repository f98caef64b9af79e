"""The measures of a layout: what its `layout.yaml` says, over what `policy`'s says."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from briefpack import gauge
from briefpack.paper import Paper
from briefpack.problem import Place, Problem, Refused

NAME = "layout.yaml"
RULE = "layout"


def settings(folders: Iterable[Path]) -> Mapping[str, Any]:
    """`layout.yaml` of the first folder, over those of the next ones; see `shelf.folders`.

    `Refused` where one of them cannot be read, or holds what nothing can be set with.
    """
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for folder in reversed(list(folders)):
        if (folder / NAME).is_file():
            own = load(folder / NAME, yaml.SafeLoader)
            problems += [_problem(folder / NAME, fault) for fault in gauge.faults(own)]
            found |= own
    if problems:
        raise Refused(problems)
    return found


def lacking(folders: Sequence[Path], name: str) -> Refused:
    """There is no group of that name, not even in the layout behind the others."""
    place = Place(str(folders[-1] / NAME))
    return Refused([Problem(place, RULE, f"there is no '{name}', which every layout needs")])


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
    except (yaml.YAMLError, ValueError) as fault:
        said = f": {fault}"
    raise Refused([Problem(place, RULE, f"this is no list of names and values{said}")])


def _problem(file: Path, fault: gauge.Fault) -> Problem:
    """A fault where it stands. The file is read once more for that: few layouts have any."""
    text = file.read_text("utf-8")
    node: Any = yaml.compose(text, yaml.SafeLoader)
    for step in fault.path:
        node = _below(node, step) or node
    line, column = node.start_mark.line, node.start_mark.column
    place = Place(str(file), line + 1, column + 1)
    excerpt = "".join(text.splitlines()[line : line + 1])
    return Problem(place, RULE, fault.message, fault.hint, excerpt)


def _below(node: yaml.Node, step: str | int) -> yaml.Node | None:
    """What stands behind a key, or at a number of a list."""
    if isinstance(node, yaml.SequenceNode):
        return node.value[step] if isinstance(step, int) else None
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == str(step)), None)
