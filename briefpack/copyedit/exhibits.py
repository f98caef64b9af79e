"""What is shown by blocks of its name: it is there, and a text shows it, once."""

from collections.abc import Iterator

from briefpack import reading
from briefpack.blocks import BLOCKS, Block
from briefpack.brief import Brief, Manuscript
from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

SHOWN = tuple(block.name for block in BLOCKS if block.shows)
"""The keys of a brief that a block shows."""

WORDS_OF_A_CELL = 60

BROKEN = frozenset({"block", "block-argument", "block-option", "misplaced-block", "unknown-block"})
"""The rules of complaints for which a block was left out, perhaps the one that is looked for."""


def check_there(manuscript: Manuscript) -> Iterator[Problem]:
    """A block that shows the brief's risks, say, has risks to show."""
    for block, place in _placed(manuscript):
        name = block.name
        if name not in manuscript.gaps and not getattr(manuscript.brief, name):
            message = f"there is nothing for the block '{name}' to show"
            hint = f"add the file {name}.yaml, or '{name}: …' in brief.yaml"
            yield complaint(place, "nothing-to-show", message, hint)


def check_once(manuscript: Manuscript) -> Iterator[Problem]:
    """What a block shows is shown once, or once in each style; more is a slip of the pen."""
    first: dict[tuple[str, str], Words] = {}
    for block, place in _placed(manuscript):
        once = first.setdefault((block.name, getattr(block, "style", "")), place)
        if once is not place:
            message = f"the block '{block.name}' stands twice; the first is at {once.place}"
            yield complaint(place, "shown-twice", message, "take one out", Severity.WARNING)


def check_placed(manuscript: Manuscript) -> Iterator[Problem]:
    """What stands in risks.yaml, say, is placed in a text; else it is not printed."""
    broken = any(problem.rule in BROKEN for problem in manuscript.problems)
    if broken or "text" in manuscript.gaps or "parts" in manuscript.gaps:
        return
    placed = {block.name for block, _ in _placed(manuscript)}
    for name in SHOWN:
        words = _first_words(manuscript.brief, name)
        if words is not None and name not in placed:
            message = f"no text shows '{name}'"
            hint = f"write ':::{{{name}}}' and ':::' where they are to stand"
            yield complaint(words, "part", message, hint, Severity.WARNING)


def check_short(manuscript: Manuscript) -> Iterator[Problem]:
    """What stands in a cell of a table is short enough to be compared with its neighbours."""
    for words in _cells(manuscript.brief):
        if words is not None and (count := len(words.split())) > WORDS_OF_A_CELL:
            message = f"{count} words stand in a cell of a table; {WORDS_OF_A_CELL} have room there"
            hint = "say the rest in a text"
            yield complaint(words, "long-cell", message, hint, Severity.WARNING)


def _cells(brief: Brief) -> Iterator[Words | None]:
    for option in brief.options.options if brief.options else ():
        yield option.summary
        yield from (score.value for score in option.scores.values())
    for risk in brief.risks:
        yield from (risk.text, risk.mitigation)
    for stakeholder in brief.stakeholders:
        yield from (stakeholder.interest, stakeholder.view)


def _placed(manuscript: Manuscript) -> Iterator[tuple[Block, Words]]:
    """Each block that shows what the brief has, and its place in a text."""
    for token in reading.walk(manuscript.tokens):
        if token.type == "block" and token.meta["block"].shows:
            block = token.meta["block"]
            yield block, Words(block.name, token.meta["place"], block.usage)


def _first_words(brief: Brief, name: str) -> Words | None:
    """The first of what stands under a key, for a message to point at."""
    held = getattr(brief, name)
    entries = held.options if name == "options" and held else held or ()
    for entry in entries:
        first: Words = next(value for _, value in entry if isinstance(value, Words))
        return first
    return None
