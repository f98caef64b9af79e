"""The views: what the template of each kind of part gets beside what all of them share."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from briefpack import markdown
from briefpack.brief import Recommendation
from briefpack.pages import annals, annex, chronicle, contents, glossary, rows, sources, suggestion
from briefpack.pages.faces import face
from briefpack.pages.particulars import particulars
from briefpack.pages.setting import Setting
from briefpack.paper import PAPERS

View = dict[str, Any]
Content = TypeVar("Content")


JOINED = {
    "glossary": ("text", "annex"),
    "sources": ("text", "glossary", "annex"),
    "about": ("glossary", "annex", "sources"),
}
"""Kind of part -> those on whose last page it may begin."""


def _glance(setting: Setting, _index: int) -> View:
    entries = contents.entries(setting.manuscript, setting.wording)
    kinds = ("part",) if setting.shortened else ("part", "section")
    listed = [entry for entry in entries if entry.kind in kinds]
    return {"glance": setting.brief.glance, "contents": listed}


def _timeline(setting: Setting, _index: int) -> View:
    """The pages of the timeline; those of the layout without its format where it is a list."""
    listed = setting.layout.settings.get("timeline") == "list"
    leaves = chronicle.leaves(
        _present(setting.brief.timeline),
        setting.layout.plain if listed else setting.layout,
        PAPERS[setting.paper.key] if listed else setting.paper,
        setting.wording,
        setting.language,
        lambda event: setting.apparatus.room(event.source),
    )
    return {"leaves": leaves, "ages": annals.ages}


def _text(setting: Setting, index: int) -> View:
    numbered = bool(setting.brief.parts[index].paragraphs)
    body = setting.prose(setting.manuscript.prose[index].tokens, running=True)
    return {"body": body, "numbered": numbered}


def _quote(setting: Setting, index: int) -> View:
    return {"quote": setting.quotes()[str(setting.brief.parts[index].quote)]}


def _recommendations(setting: Setting, _index: int) -> View:
    recommendations = _present(setting.brief.recommendations)
    heights = rows.rows(
        recommendations,
        setting.layout.lengths("grid", setting.paper),
        setting.paper,
        face("title"),
        face("sans"),
        partial(_evidence, setting),
    )
    return {"recommendations": recommendations, "heights": heights}


def _glossary(setting: Setting, index: int) -> View:
    lengths = setting.layout.lengths("glossary")
    pages = glossary.pages(
        setting.brief.glossary,
        setting.layout.lengths("grid", setting.paper),
        setting.layout.lengths("sources"),
        lengths,
        setting.paper,
        face("sans"),
        face("label"),
    )
    return {
        "pages": pages,
        "lengths": lengths,
        "title": contents.glossary_title(setting.brief, setting.wording),
        "full": partial(markdown.typographic, language=setting.language),
        "joined": len(pages) == 1 and _joins(setting, index),
    }


def _evidence(setting: Setting, item: Recommendation) -> str:
    """Words as long as the line that says what a recommendation rests on."""
    if not (item.see or item.evidence):
        return ""
    sources = setting.apparatus.room(item.evidence)
    return rows.CITED if setting.apparatus.raised else f"page 00; page 00; sources: {sources}"


def _annex(setting: Setting, _index: int) -> View:
    titles = contents.titles(setting.manuscript, setting.wording)
    listed = annex.entries(setting.manuscript, setting.numbering, titles, setting.pages)
    return {"entries": list(listed), "styled": setting.apparatus.styled}


def _sources(setting: Setting, index: int) -> View:
    entries = list(setting.apparatus.entries())
    labelled = any(entry.number for entry in entries)
    lengths = setting.layout.lengths("sources")
    told = partial(particulars, words=setting.wording, date=setting.date)
    pages = partial(
        sources.pages,
        grid=setting.layout.lengths("grid", setting.paper),
        sources={**lengths, "indent": lengths["indent" if labelled else "hanging"]},
        paper=setting.paper,
        face=face("sans"),
        particulars=told,
    )
    endnotes = pages(list(setting.apparatus.endnoted()))
    listed = pages(entries)
    joined = len(listed) == 1 and _joins(setting, index)
    return {
        "pages": listed,
        "particulars": told,
        "endnotes": endnotes,
        "styled": setting.apparatus.styled,
        "labelled": labelled,
        "joined": joined and not endnotes,
    }


def _about(setting: Setting, index: int) -> View:
    cited = {
        "authors": suggestion.authors(setting.brief),
        "title": suggestion.title(setting.brief, setting.wording),
        "details": suggestion.details(setting.brief),
    }
    return {"about": setting.brief.about, "cited": cited, "joined": _joins(setting, index)}


def _joins(setting: Setting, index: int) -> bool:
    """Whether a part may begin on the page on which the one before it ends."""
    before, kind = (setting.brief.parts[at].kind for at in (index - 1, index))
    return index > 0 and before in JOINED[kind]


def _present(content: Content | None) -> Content:
    """The content of a part, without which copyedit lets no brief through."""
    if content is None:
        raise ValueError("a part without its content was let through")
    return content


VIEWS: Mapping[str, Callable[[Setting, int], View]] = {
    "glance": _glance,
    "timeline": _timeline,
    "text": _text,
    "quote": _quote,
    "recommendations": _recommendations,
    "glossary": _glossary,
    "annex": _annex,
    "sources": _sources,
    "about": _about,
}
"""Kind of part -> its view, from the setting and the part's index; others need nothing more."""
