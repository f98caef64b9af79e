"""Raising: a block of the side column is moved before an earlier paragraph of its text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markdown_it.token import Token

from briefpack.brief import Manuscript, Prose


def raise_blocks(manuscript: Manuscript, raised: Mapping[str, str]) -> Manuscript:
    """The manuscript with each block (by its place, "file:line") before the named paragraph."""
    if not raised:
        return manuscript
    prose = {index: Prose(_raised(text.tokens, raised)) for index, text in manuscript.prose.items()}
    return replace(manuscript, prose=prose)


def _raised(tokens: Sequence[Token], raised: Mapping[str, str]) -> list[Token]:
    arriving: dict[str, list[Token]] = {}
    for token in tokens:
        if token.type == "block" and _place(token) in raised:
            arriving.setdefault(raised[_place(token)], []).append(token)
    moved: list[Token] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            moved += arriving.pop(_place(token), [])
        if not (token.type == "block" and _place(token) in raised):
            moved.append(token)
    return moved


def _place(token: Token) -> str:
    place = token.meta.get("place")
    return f"{place.file}:{place.line}" if place else ""
