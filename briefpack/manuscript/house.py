"""Reads the house rules: house.yaml in the brief's folder, beside it, or in its layout's."""

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path

from pydantic import ValidationError

from briefpack.brief import House
from briefpack.manuscript import nodes
from briefpack.manuscript.misfits import explained
from briefpack.manuscript.nodes import Record
from briefpack.manuscript.sheets import read_sheet
from briefpack.problem import Place, Problem, Refused
from briefpack.shelf import LAYOUTS, layouts
from briefpack.words import complaint

FILE = "house.yaml"


def read(folder: Path, shown: Path, layout: str) -> tuple[House, list[Problem]]:
    """The house rules that a brief in that folder is under, and what is wrong with them.

    The nearest file counts, and alone: that in the folder, that of all briefs in the folder around
    it, that of the layout. What does not fit the model is left out.
    """
    for path, name in _places(folder, shown, layout):
        if path.exists() or path.is_symlink():  # a link to nothing is told of, not passed over
            return _house(path, name)
    return House(), []


def _places(folder: Path, shown: Path, layout: str) -> Iterator[tuple[Path, str]]:
    """Where a file may stand, and what messages call it there."""
    yield folder / FILE, (shown / FILE).as_posix()
    around = folder.parent if folder.name not in ("", "..") else folder / ".."
    beside = Path(normpath(shown / "..")) if shown.name in ("", "..") else shown.parent
    yield around / FILE, (beside / FILE).as_posix()
    if layout in layouts(LAYOUTS):
        own = LAYOUTS / layout / FILE
        yield own, own.as_posix()


def _house(path: Path, name: str) -> tuple[House, list[Problem]]:
    try:
        sheet = read_sheet(path, name)
        tree = nodes.parse(sheet)
    except Refused as refused:
        return House(), refused.problems
    problems = list(tree.problems)
    if tree.value is None:
        message = "the file holds nothing but comments"
        return House(), [*problems, Problem(Place(name), "empty-file", message)]
    if not isinstance(tree.value, Record):
        message = "expected keys and values ('words: …') here"
        return House(), [*problems, complaint(sheet.words("", 1, 1), "wrong-type", message)]
    house, faults = _fitted(tree.value)
    return house, [*problems, *faults]


def _fitted(data: Record) -> tuple[House, list[Problem]]:
    """The model of all that fits; keys of which something does not are done without."""
    try:
        return House.model_validate(data), []
    except ValidationError as fault:
        faults = fault.errors(include_url=False, include_input=False)
    problems = explained(faults, data, House)
    for name in {fault["loc"][0] for fault in faults}:
        data.pop(str(name), None)
    return House.model_validate(data), problems
