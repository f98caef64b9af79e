"""Reads and parses the text parts of a brief."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefpack import markdown
from briefpack.brief import Brief, Part, Prose
from briefpack.manuscript import characters
from briefpack.manuscript.files import enclosed
from briefpack.manuscript.gathering import Bundle
from briefpack.manuscript.sheets import read_sheet
from briefpack.problem import Problem, Refused
from briefpack.waivers import Waiver
from briefpack.words import Words


@dataclass(slots=True)
class Texts:
    """The texts by the index of their part, as written and as parsed, and what is wrong there.

    `lost` says that one could not be read.
    """

    written: dict[int, Words] = field(default_factory=dict)
    prose: dict[int, Prose] = field(default_factory=dict)
    waivers: list[Waiver] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False

    def printed(self) -> Iterator[Words]:
        """All the words that come to be printed."""
        for index, text in self.written.items():
            yield text
            yield from characters.of_tokens(self.prose[index].tokens, text)


def parse(brief: Brief, bundle: Bundle) -> Texts:
    """Read and parse every text part. The ids made up in one begin with "text", "text-2"..."""
    texts = Texts()
    numbered = ((index, part) for index, part in enumerate(brief.parts) if part.kind == "text")
    for number, (index, part) in enumerate(numbered, start=1):
        text = _written(part, bundle, texts)
        if text is not None:
            first_id = f"text-{number}" if number > 1 else "text"
            tokens, faults = markdown.parse(text, language=brief.language, first_id=first_id)
            texts.written[index], texts.prose[index] = text, Prose(tokens)
            waivers, misread = markdown.waivers.read(text)
            texts.waivers += waivers
            texts.problems += [*faults, *misread]
    return texts


def _written(part: Part, bundle: Bundle, texts: Texts) -> Words | None:
    """The Markdown of a text part; None where it names none (see `parts`) or cannot be read."""
    if part.file is None:
        texts.lost = texts.lost or part.text is None
        return part.text
    try:
        name = (bundle.shown / part.file).as_posix()
        sheet = read_sheet(enclosed(bundle.folder, part.file), name, part.file)
    except Refused as refused:
        texts.problems += refused.problems
        texts.lost = True
        return None
    return sheet.words(sheet.text, 1, 1, len(sheet.lines))
