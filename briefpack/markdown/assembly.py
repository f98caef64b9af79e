"""Assembly: directives, and pictures that stand alone, become blocks among the tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefpack.blocks import BLOCKS, Block
from briefpack.markdown import directives, pictures
from briefpack.markdown.building import build, options
from briefpack.markdown.directives import Directive
from briefpack.markdown.source import Source
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint

KINDS: Mapping[str, type[Block]] = {kind.name: kind for kind in BLOCKS}


@dataclass(frozen=True, slots=True)
class Within:
    """Where tokens stand: at the level of the text itself, or of the body of a block."""

    level: int = 0
    kind: type[Block] | None = None


@dataclass(slots=True)
class Assembly:
    """A text on its way from directives to blocks, and what was wrong with them."""

    source: Source
    language: str
    problems: list[Problem] = field(default_factory=list)

    def assemble(self, tokens: Sequence[Token], within: Within = Within()) -> list[Token]:
        """The tokens, with a token `block` for each directive and each lone picture."""
        done: list[Token] = []
        index = 0
        while index < len(tokens):
            token, length = tokens[index], 1
            if token.type == "directive_open":
                end = _end(tokens, index)
                length = end + 1 - index
                done += self._directive(token, tokens[index + 1 : end], within)
            elif token.type == "paragraph_open" and pictures.is_lone(tokens[index + 1]):
                length = 3
                done += self._picture(token, tokens[index + 1], within)
            elif token.type != "problem":
                done.append(token)
                token.children = self._without_marks(token)
            index += length
        return done

    def _directive(self, opening: Token, body: Sequence[Token], within: Within) -> list[Token]:
        written = directives.read(opening, self.source)
        kind = KINDS.get(written.name)
        tokens = self.assemble(body, Within(opening.level + 1, kind))
        name = written.name
        if not opening.meta["closed"]:
            self._complain(name, "directive", f"this {name} has no end", "end it with ':::'")
            return _lost(written)
        if kind is None:
            message = f"there is no block {quoted(name)}"
            self._complain(name, "unknown-block", message, did_you_mean(name, KINDS))
            return [*_lost(written), *tokens]
        if not written.in_braces:
            message = "the name of a block stands in braces"
            self._complain(name, "directive", message, f"write {kind.usage}")
        if self._misread(kind, opening):
            return _lost(written, tokens)
        return self._block(kind, opening, written, tokens, within)

    def _misread(self, kind: type[Block], opening: Token) -> bool:
        """Whether the body begins with what was to be an option, which is complained of."""
        start, end = opening.meta["options"].stop, (opening.map or (0, 0))[1]
        found = list(directives.misread(range(start, end), self.source, options(kind)))
        for name, hint in found:
            message = f"':{name}:' stands in the text here, and is no option of the {kind.called()}"
            self._complain(name, "block-option", message, hint)
        return bool(found)

    def _picture(self, opening: Token, line: Token, within: Within) -> list[Token]:
        written = pictures.as_directive(line, self.source)
        caption, problems = pictures.caption(line, self.source, self.language)
        self.problems += problems
        return self._block(KINDS["figure"], opening, written, caption, within)

    def _block(
        self,
        kind: type[Block],
        opening: Token,
        written: Directive,
        body: Sequence[Token],
        within: Within,
    ) -> list[Token]:
        """One token, or none where there is a problem."""
        if opening.level != within.level:
            message = f"a {kind.called()} cannot stand in a list or a quotation"
            self._complain(written.name, "misplaced-block", message, "begin it at the margin")
            return _lost(written, body)
        if within.kind and kind.name not in within.kind.holds:
            message = f"a {within.kind.called()} cannot hold a {kind.called()}"
            self._complain(written.name, "misplaced-block", message)
        block, problems = build(kind, written, body, self.language)
        self.problems += problems
        if block is None:
            return _lost(written, body)
        meta = {"block": block, "place": opening.meta["place"]}
        return [Token("block", "", 0, map=opening.map, level=opening.level, meta=meta)]

    def _without_marks(self, line: Token) -> list[Token] | None:
        """The words of a line without complaints, and without pictures, which are complained of."""
        for child in line.children or []:
            if child.type == "image":
                at = pictures.at(line, child, self.source)
                message = "a picture stands in a paragraph of its own"
                self._complain(at, "misplaced-block", message, "or use the figure directive")
        kept = [child for child in line.children or [] if child.type not in ("problem", "image")]
        return kept if line.children is not None else None

    def _complain(self, at: Words, rule: str, message: str, hint: str = "") -> None:
        self.problems.append(complaint(at, rule, message, hint))


def _lost(written: Directive, body: Sequence[Token] = ()) -> list[Token]:
    """What stands for a block that could not be made, so that no rule misses what it holds.

    A reference to its id would else be said to lead nowhere, before the cause is told.
    """
    id_ = next((value for name, value in written.options if name == "id"), None)
    return [Token("lost", "", 0, children=list(body), meta={"id": id_})]


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the directive ends that the token at `start` opens."""
    level = tokens[start].level
    rest = range(start + 1, len(tokens))
    return next(
        end for end in rest if tokens[end].type == "directive_close" and tokens[end].level == level
    )
