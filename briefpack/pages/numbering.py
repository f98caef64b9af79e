"""Numbering: what figures, tables and boxes are called, and how a reference names anything."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack import markdown
from briefpack.brief import Manuscript
from briefpack.pages import contents
from briefpack.reading import blocks, headings, numbers


@dataclass(frozen=True, slots=True)
class Numbering:
    """`labels` of the numbered blocks ("Figure 3") by the identity of each, and `names` by the id
    of everything that a reference can lead to.
    """

    labels: Mapping[int, str]
    names: Mapping[str, str]


def number(manuscript: Manuscript, words: Mapping[str, str]) -> Numbering:
    """Number the blocks of all texts, each series through the whole brief, in reading order.

    A heading is called by its words in quotation marks, since sections have no numbers.
    """
    labels = dict(_labels(manuscript, words))
    names = {
        **dict(_parts(manuscript, words)),
        **dict(_headings(manuscript)),
        **dict(_recommendations(manuscript, words)),
        **dict(_paragraphs(manuscript, words)),
    }
    for block in blocks(manuscript.tokens):
        if id(block) in labels and getattr(block, "id", None):
            names[str(block.id)] = labels[id(block)]
    return Numbering(labels, names)


def _labels(manuscript: Manuscript, words: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    counts: Counter[str] = Counter()
    for block in blocks(manuscript.tokens):
        if block.numbered:
            counts[block.series] += 1
            label = words[f"{block.series}-label"]
            yield id(block), label.format(number=counts[block.series])


def _parts(manuscript: Manuscript, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for id_, title in contents.titles(manuscript, words).items():
        yield id_, _quoted(title, manuscript)


def _headings(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    for _, id_, title in headings(manuscript.tokens):
        yield id_, _quoted(title, manuscript)


def _recommendations(manuscript: Manuscript, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if manuscript.brief.recommendations:
        for index, item in enumerate(manuscript.brief.recommendations.items, start=1):
            label = words["recommendation-label"].format(number=index)
            yield f"recommendation-{item.id}", label


def _paragraphs(manuscript: Manuscript, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for id_, issued in numbers(manuscript.tokens):
        yield id_, words["paragraph-label"].format(number=issued)


def _quoted(title: str, manuscript: Manuscript) -> str:
    return markdown.typographic(f'"{title}"', str(manuscript.brief.language))
