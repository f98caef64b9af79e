"""Gathers what a brief consists of: a folder's YAML files, or the one file that holds it all."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefpack.brief import COMPANIONS
from briefpack.manuscript import house, nodes, waivers
from briefpack.manuscript.files import entries, unreadable
from briefpack.manuscript.misfits import known_keys
from briefpack.manuscript.nodes import Record
from briefpack.manuscript.sheets import Sheet, read_sheet
from briefpack.nearest import nearest
from briefpack.problem import Place, Problem, Refused, Severity, quoted
from briefpack.waivers import Waiver
from briefpack.words import Words, complaint

MAIN = "brief.yaml"
YAML_ENDINGS = (".yaml", ".yml")
MARKDOWN_ENDINGS = (".md", ".markdown")
FENCE = "---"


@dataclass(slots=True)
class Bundle:
    """All that was gathered: the content tree, and what was wrong on the way.

    `shown` is the folder as messages name it, `body` the text below the front matter of a brief
    in one Markdown file, `texts` the Markdown files that stand in the folder. `unread` names the
    files that could not be read, by the key that each belongs to.
    """

    data: Record
    folder: Path
    shown: Path
    body: Words | None = None
    texts: tuple[str, ...] = ()
    unread: set[str] = field(default_factory=set)
    waivers: list[Waiver] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def gather(path: Path) -> Bundle:
    """Gather the content behind a path. `Refused` where there is none, or not even a beginning."""
    asked = Words("", Place(path.as_posix()))
    _find(path, asked)
    if path.is_dir():
        return _folder(path)
    if path.name == MAIN:
        return _folder(path.parent)
    if path.suffix in YAML_ENDINGS:
        return _one_yaml(path)
    if path.suffix in MARKDOWN_ENDINGS:
        return _one_markdown(path)
    message = f"{quoted(path.name)} is no brief: expected a folder, a YAML or a Markdown file"
    raise Refused([complaint(asked, "not-a-brief", message)])


def _find(path: Path, asked: Words) -> None:
    """`Refused`, with the nearest name there is, where nothing stands at the path."""
    try:
        path.stat()
        if path.is_dir():
            next(path.iterdir(), None)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        message = f"there is no file or folder {quoted(path.as_posix())}"
        hint = nearest(path.name, entries(path.parent))
        raise Refused([complaint(asked, "missing-file", message, hint)]) from None
    except (OSError, RuntimeError) as fault:
        raise unreadable(asked, fault) from None


def _folder(folder: Path) -> Bundle:
    names = entries(folder)
    bundle = Bundle(Record(), folder, folder, texts=_texts(names))
    if MAIN not in names:
        raise _no_brief(folder, names)
    _main(bundle)
    for key in COMPANIONS:
        if f"{key}.yaml" in names:
            _companion(bundle, key)
    bundle.problems += _unread(folder, names)
    return bundle


def _texts(names: list[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name.endswith(MARKDOWN_ENDINGS))


def _no_brief(folder: Path, names: list[str]) -> Refused:
    place = Words("", Place(folder.as_posix()))
    hint = nearest(MAIN, names) or f"a brief's folder holds a {MAIN} with its title and date"
    message = f"there is no {MAIN} in this folder"
    return Refused([complaint(place, "missing-file", message, hint)])


def _main(bundle: Bundle) -> None:
    """Read brief.yaml; where that fails, the other files are still looked through."""
    name, sheet = (bundle.shown / MAIN).as_posix(), None
    try:
        sheet = read_sheet(bundle.folder / MAIN, name)
        _take(bundle, sheet)
    except Refused as refused:
        bundle.problems += refused.problems
        bundle.unread.add("brief")
        bundle.data.start = Words("", Place(name, 1, 1))
        # A text that it names is surely part of the brief; of the others nobody knows.
        bundle.texts = tuple(text for text in bundle.texts if sheet and text in sheet.text)


def _take(bundle: Bundle, sheet: Sheet) -> None:
    """Take a file's content as the brief's."""
    tree = nodes.parse(sheet)
    bundle.problems += tree.problems
    if not isinstance(tree.value, Record):
        message = "expected keys and values ('title: …') here"
        raise Refused([complaint(sheet.words("", 1, 1), "wrong-type", message)])
    bundle.data = tree.value
    found, faults = waivers.read(sheet)
    bundle.waivers += [replace(waiver, chief=waiver.whole) for waiver in found]
    bundle.problems += faults


def _companion(bundle: Bundle, key: str) -> None:
    """Read a file that holds one key of the brief."""
    name = (bundle.shown / f"{key}.yaml").as_posix()
    try:
        sheet = read_sheet(bundle.folder / f"{key}.yaml", name)
        tree = nodes.parse(sheet)
    except Refused as refused:
        bundle.problems += refused.problems
        bundle.unread.add(key)
        return
    found, faults = waivers.read(sheet)
    bundle.waivers += found
    bundle.problems += [*tree.problems, *faults]
    if tree.value is None:
        message = "the file holds nothing but comments"
        bundle.problems.append(Problem(Place(name), "empty-file", message))
        bundle.unread.add(key)
    elif bundle.data.get(key) is not None:
        message = f"{quoted(key)} is given twice: here and in {key}.yaml"
        here = bundle.data.key(key)
        bundle.problems.append(complaint(here, "given-twice", message, "keep one of the two"))
    else:
        bundle.data.pop(key, None)
        bundle.data[sheet.words(key, 1, 1)] = _unwrapped(bundle, key, tree.value)


def _unwrapped(bundle: Bundle, key: str, value: Any) -> Any:
    """The file is the key's value; who writes the key once more is told, and understood."""
    if not isinstance(value, Record) or list(value) != [key] or _is_at_home(key, value[key]):
        return value
    message = f"{quoted(key)} is not needed here: the whole file is about it"
    hint = "take the line out, and move what stands below it to the left"
    bundle.problems.append(complaint(value.key(key), "unknown-key", message, hint))
    return value[key]


def _is_at_home(key: str, inside: Any) -> bool:
    """Whether the key stands in its file by right: options.yaml has a list of `options`."""
    return key in known_keys([key]) and not isinstance(inside, Record)


def _one_yaml(path: Path) -> Bundle:
    bundle = Bundle(Record(), path.parent, path.parent)
    _take(bundle, read_sheet(path, path.as_posix()))
    return bundle


def _one_markdown(path: Path) -> Bundle:
    """A Markdown file whose front matter, between two lines of three hyphens, is the brief."""
    sheet = read_sheet(path, path.as_posix())
    end = _end_of_front_matter(sheet)
    bundle = Bundle(Record(), path.parent, path.parent)
    _take(bundle, Sheet(sheet.name, "\n".join([*sheet.lines[:end], ""])))
    body = "\n".join(sheet.lines[end + 1 :])
    if body.strip():
        bundle.body = sheet.words(body, end + 2, 1, len(sheet.lines))
    return bundle


def _end_of_front_matter(sheet: Sheet) -> int:
    """The index of the line that ends it."""
    start = sheet.words("", 1, 1)
    if sheet.lines[0].rstrip() != FENCE:
        message = f"the front matter is missing: expected the line '{FENCE}' here"
        hint = f"title, date and so on stand at the top, between two lines '{FENCE}'"
        raise Refused([complaint(start, "front-matter", message, hint)])
    for index, line in enumerate(sheet.lines[1:], start=1):
        if line.rstrip() == FENCE:
            return index
    message = "the front matter that begins here has no end"
    raise Refused([complaint(start, "front-matter", message, f"end it with the line '{FENCE}'")])


def _unread(folder: Path, names: list[str]) -> list[Problem]:
    """Warnings of YAML files that look as if they should be read, and are not."""
    known = {MAIN, house.FILE, *(f"{key}.yaml" for key in COMPANIONS)}
    found = []
    for name in names:
        if name.endswith(YAML_ENDINGS) and name not in known and (hint := nearest(name, known)):
            place = Place((folder / name).as_posix())
            message = "this file is not read"
            found.append(Problem(place, "unread-file", message, hint, severity=Severity.WARNING))
    return found
