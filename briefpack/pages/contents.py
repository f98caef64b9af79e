"""The contents: what the parts are called, and the lines of the list that leads to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.brief import Brief, Manuscript
from briefpack.markdown import plain
from briefpack.reading import headings
from briefpack.words import Words

UNLISTED = frozenset({"cover", "glance", "quote"})
SECTION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: `kind` is "part" or "section"."""

    kind: str
    id: str
    title: str


def part_ids(brief: Brief) -> list[str]:
    """The element id of each part: its kind, numbered from the second of a kind on."""
    seen: dict[str, int] = {}
    ids = []
    for part in brief.parts:
        seen[part.kind] = seen.get(part.kind, 0) + 1
        ids.append(part.kind + (f"-{seen[part.kind]}" if seen[part.kind] > 1 else ""))
    return ids


def titles(manuscript: Manuscript, words: Mapping[str, str]) -> dict[str, str]:
    """The title of each part by its element id: words without markup, which keep their place."""
    brief = manuscript.brief
    known = {
        "cover": brief.title,
        "glance": words["glance"],
        "timeline": brief.timeline.title if brief.timeline else "",
        "recommendations": brief.recommendations.title if brief.recommendations else "",
        "glossary": glossary_title(brief, words),
        "annex": words["annex"],
        "sources": words["sources"],
        "about": brief.about.title or words["about"],
    }
    named = {
        id_: _plain(known.get(part.kind, ""), brief.language)
        for part, id_ in zip(brief.parts, part_ids(brief), strict=True)
    }
    for index, id_ in enumerate(part_ids(brief)):
        if index in manuscript.prose:
            named[id_] = next((title for _, _, title in _headings(manuscript, index)), "")
    return named


def _plain(title: str, language: str) -> str:
    bare = plain(title, language=language)
    return title.instead(bare) if isinstance(title, Words) else bare


def glossary_title(brief: Brief, words: Mapping[str, str]) -> str:
    """Abbreviations alone are called what they are."""
    plain = all(term.full and not term.text for term in brief.glossary)
    return words["abbreviations" if plain else "glossary"]


def entries(manuscript: Manuscript, words: Mapping[str, str]) -> Iterator[Entry]:
    """Every part after the opening pages, and the sections of the texts."""
    brief, named = manuscript.brief, titles(manuscript, words)
    for index, (part, id_) in enumerate(zip(brief.parts, part_ids(brief), strict=True)):
        if index in manuscript.prose:
            for level, anchor, title in _headings(manuscript, index):
                if level <= SECTION:
                    yield Entry("section" if level == SECTION else "part", anchor, title)
        elif part.kind not in UNLISTED:
            yield Entry("part", id_, named[id_])


def _headings(manuscript: Manuscript, index: int) -> Iterator[tuple[int, str, str]]:
    return iter(headings(manuscript.prose[index].tokens))
