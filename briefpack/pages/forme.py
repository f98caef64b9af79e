"""The forme: a brief's pages as HTML, locked up and ready for the press."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Forme:
    """Composed HTML and the files that it may ask for.

    `html` names its pictures, fonts and style sheets by relative URLs; `files` maps each such URL
    to the file that holds it. Nothing that `files` does not name is ever read. `parts` are the
    kinds of the parts by the ids of their elements, fillers and pages for notes among them.
    """

    html: str
    files: Mapping[str, Path]
    parts: Mapping[str, str] = field(default_factory=dict)
