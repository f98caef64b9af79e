"""A layout: the folder that says how a brief looks, with `policy` behind it for what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from briefpack.paper import PAPERS, Paper
from briefpack.problem import Place, Problem, Refused
from briefpack.shelf import LAYOUTS
from briefpack.words import Words

FALLBACK = "policy"
STYLE_SHEETS = ("colour.css", "type.css", "page.css", "blocks.css", "print.css")


@dataclass(frozen=True)
class Layout:
    """Where a layout's files are found: its own folder first, then `policy`'s."""

    name: str
    folders: tuple[Path, ...]

    def find(self, name: str) -> Path:
        """The file of that name; `FileNotFoundError` where no folder has it."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """`layout.yaml`, its own values over `policy`'s."""
        settings: dict[str, Any] = {}
        for folder in reversed(self.folders):
            if (folder / "layout.yaml").is_file():
                settings |= yaml.safe_load((folder / "layout.yaml").read_text("utf-8")) or {}
        return settings

    def style(self) -> str:
        """All style sheets in their order, one text."""
        return "\n".join(self.find(name).read_text("utf-8") for name in STYLE_SHEETS)

    def wording(self, language: str) -> Mapping[str, str]:
        """The layout's own words ("Sources", "page x of y") in the brief's language.

        `en-GB` takes `words/en-GB.yaml`, else `words/en.yaml`; a language without words is refused
        by `find_wording`'s caller as a Problem.
        """
        for tag in (language, language.split("-")[0]):
            try:
                path = self.find(f"words/{tag}.yaml")
            except FileNotFoundError:
                continue
            words: Mapping[str, str] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
            return words
        raise FileNotFoundError(f"words/{language}.yaml")

    def languages(self) -> list[str]:
        """Every language that the layout has words for."""
        return sorted({path.stem for folder in self.folders for path in (folder / "words").glob("*.yaml")})

    def paper(self, asked: str | None) -> Paper:
        """The paper asked for, else the layout's own."""
        return PAPERS[asked or str(self.settings["paper"])]


def find(name: str, shelf: Path = LAYOUTS) -> Layout:
    """The layout of that name on the shelf; `Refused` names those that there are."""
    names = sorted(folder.name for folder in shelf.iterdir() if folder.is_dir())
    if name not in names:
        words = name if isinstance(name, Words) else Words(name)
        problem = Problem(
            words.place if words.place.file else Place("brief.yaml"),
            "unknown-layout",
            f"there is no layout '{name}'",
            "expected one of " + ", ".join(names),
            words.excerpt,
        )
        raise Refused([problem])
    return Layout(str(name), tuple(shelf / folder for folder in dict.fromkeys((str(name), FALLBACK))))
