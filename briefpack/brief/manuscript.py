"""The manuscript: a brief as it was read from disk, with its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefpack.brief.house import House
from briefpack.brief.whole import Brief
from briefpack.dataset import Dataset
from briefpack.pictures.picture import Picture
from briefpack.problem import Problem
from briefpack.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefpack.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Prose:
    """A text part, parsed: markdown-it tokens in order.

    Beside CommonMark's own, there are three kinds of token: `citation` (`meta["citations"]`: list
    of `Citation`, `meta["id"]`: a name unique in the brief), `number` (`content`: what is printed,
    `meta["number"]`: an id of the ledger), `footnote` (`children`: its words)
    and `block` (`meta["block"]`: a block of `briefpack.blocks`). The `meta["place"]` of a token
    that opens a block, or is one of these, is its `Place`; `briefpack.reading` walks them."""

    tokens: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A brief as read from disk: the model, its texts, and the folder that its files stand in.

    `prose` maps the index of a text part in `brief.parts` to its text; `asides` are the tokens of
    all short fields that may hold inline Markdown. `evidence` maps the name of each file that a
    quote names to its text, `data` that of each CSV or JSON file to what it holds, `pictures` the
    name of each picture that a figure shows, with the number of its page, to what it is,
    `specifications` the name of each Vega-Lite file that a chart names to what stands in it.
    `characters` maps every character that occurs in the content to the first place where it does.
    `gaps` names the keys of the brief of which something could not be read: a rule
    that would miss what is lost there keeps silent. `unread` are files of the folder that look
    like libraries of sources, and are not named. `house` are the rules of the house that it is
    published by, `waivers` what the authors let stand. `problems` are those found while reading.
    """

    brief: Brief
    folder: Path
    prose: Mapping[int, Prose]
    characters: Mapping[str, Words]
    asides: Sequence[Token] = ()
    evidence: Mapping[str, Words] = field(default_factory=dict)
    data: Mapping[str, Dataset] = field(default_factory=dict)
    pictures: Mapping[tuple[str, int], Picture] = field(default_factory=dict)
    specifications: Mapping[str, Words] = field(default_factory=dict)
    gaps: frozenset[str] = frozenset()
    unread: Sequence[str] = ()
    house: House = field(default_factory=House)
    waivers: Sequence[Waiver] = ()
    problems: Sequence[Problem] = ()

    @property
    def tokens(self) -> list[Token]:
        """The tokens of all texts, in the order of the parts."""
        return [token for _, text in sorted(self.prose.items()) for token in text.tokens]
