"""A layout: the folder that says how a brief looks, with `policy` behind it for what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from briefpack import measures
from briefpack.nearest import did_you_mean
from briefpack.paper import PAPERS, Paper
from briefpack.problem import Place, Problem, Refused
from briefpack.shelf import FORMATS, LAYOUTS, folders, languages, layouts
from briefpack.words import Words

STYLE_SHEETS = (
    "colour.css",
    "type.css",
    "page.css",
    "blocks.css",
    "charts.css",
    "tables.css",
    "figures.css",
    "panels.css",
    "sources.css",
    "annex.css",
    "print.css",
)
EDITION_SHEET = "edition.css"
"""What a format of a layout sets otherwise: a template that comes after all style sheets."""


@dataclass(frozen=True)
class Layout:
    """Where a layout's files are found: its own folder first, then `policy`'s; see `shelf`.

    `format` is the folder of the layout's formats that stands before them; empty for none.
    """

    name: str
    folders: tuple[Path, ...]
    format: str = ""

    def find(self, name: str) -> Path:
        """The file of that name; `FileNotFoundError` where no folder has it."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)

    @cached_property
    def plain(self) -> "Layout":
        """The layout as it is without its format."""
        own = tuple(folder for folder in self.folders if folder.parent.name != FORMATS)
        return Layout(self.name, own)

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """`layout.yaml`, its own values over `policy`'s."""
        return measures.settings(self.folders)

    def lengths(self, name: str, paper: Paper | None = None) -> Mapping[str, float]:
        """A group of lengths of `layout.yaml`, millimetres unless it says otherwise; `paper`
        chooses among those that are given for each paper.
        """
        group = self.group(name)
        return {key: float(mm) for key, mm in (group[paper.key] if paper else group).items()}

    def group(self, name: str) -> Any:
        """A group of `layout.yaml`; `Refused` where neither this layout nor `policy` has it."""
        if name not in self.settings:
            raise measures.lacking(self.folders, name)
        return self.settings[name]

    @property
    def bleed(self) -> float:
        """How far (mm) the art of a page goes on beyond its edge, to be cut off."""
        return float(self.settings.get("bleed", 0.0))

    def style(self) -> str:
        """All style sheets in their order, one text."""
        return "\n".join(self.find(name).read_text("utf-8") for name in STYLE_SHEETS)

    def wording(self, language: Words) -> Mapping[str, str]:
        """The layout's own words ("Sources", "page x of y") in the brief's language.

        `en-GB` takes those of `words/en-GB.yaml` over those of `words/en.yaml`. `Refused` names the
        languages that there are.
        """
        words: dict[str, str] = {}
        for tag in dict.fromkeys((language.split("-")[0], str(language))):
            for folder in reversed(self.folders):
                if (folder / "words" / f"{tag}.yaml").is_file():
                    words |= measures.load(folder / "words" / f"{tag}.yaml", yaml.BaseLoader)
        if not words:
            raise Refused([self._speechless(language)])
        return words

    def _speechless(self, language: Words) -> Problem:
        return Problem(
            _place(language),
            "no-words",
            f"the layout '{self.name}' has no words in '{language}'",
            f"it has {', '.join(languages(self.folders))}; "
            "a new language is one file in the layout's folder words/",
            _excerpt(language),
        )

    def paper(self, asked: str | None) -> Paper:
        """The paper asked for, else the layout's own."""
        return PAPERS[asked or str(self.group("paper"))]

    def check(self, edition: str, name: Words | str) -> None:
        """`Refused` where the layout, called so by the brief, is not made for the edition."""
        made_for = [str(one) for one in self.group("editions")]
        if edition not in made_for:
            message = f"the layout '{name}' has no edition '{edition}'"
            hint = f"it has {', '.join(made_for)}"
            raise Refused([Problem(_place(name), "no-edition", message, hint, _excerpt(name))])


def find(name: str, shelf: Path = LAYOUTS, format: str = "") -> Layout:  # noqa: A002
    """The layout of that name on the shelf; `Refused` names those that there are."""
    names = layouts(shelf)
    if name not in names:
        message, hint = f"there is no layout '{name}'", did_you_mean(name, names)
        raise Refused([Problem(_place(name), "unknown-layout", message, hint, _excerpt(name))])
    look = Layout(str(name), folders(shelf, name, format), format)
    if format and look.folders == folders(shelf, name):
        message, hint = f"the layout '{name}' has no format '{format}'", "its folder is formats/"
        raise Refused([Problem(_place(name), "no-edition", message, hint, _excerpt(name))])
    return look


def _place(words: str) -> Place:
    """Where the words were written; a default was written nowhere."""
    place = getattr(words, "place", None)
    return place if place and place.file else Place("brief.yaml")


def _excerpt(words: str) -> str:
    return str(getattr(words, "excerpt", ""))
