"""The forme: a brief's pages as HTML, locked up and ready for the press."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Forme:
    """Composed HTML and the files that it may ask for.

    `html` names its pictures, fonts and style sheets by relative URLs; `files` maps each such URL
    to the file that holds it. Nothing that `files` does not name is ever read.
    """

    html: str
    files: Mapping[str, Path]
