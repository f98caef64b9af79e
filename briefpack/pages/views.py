"""The views: what the template of each kind of part gets beside what all of them share."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from briefpack.pages import chronicle, contents, references, rows
from briefpack.pages.faces import face
from briefpack.pages.setting import Setting

View = dict[str, Any]
Content = TypeVar("Content")


def _cover(_setting: Setting, _index: int) -> View:
    return {}


def _glance(setting: Setting, _index: int) -> View:
    entries = contents.entries(setting.manuscript, setting.wording)
    return {"glance": setting.brief.glance, "contents": list(entries)}


def _timeline(setting: Setting, _index: int) -> View:
    leaves = chronicle.leaves(
        _present(setting.brief.timeline),
        setting.layout,
        setting.paper,
        setting.wording,
        setting.language,
    )
    return {"leaves": leaves}


def _text(setting: Setting, index: int) -> View:
    return {"body": setting.prose(setting.manuscript.prose[index].tokens)}


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
    )
    return {"recommendations": recommendations, "heights": heights}


def _sources(setting: Setting, index: int) -> View:
    pages = references.pages(
        list(setting.apparatus.entries()),
        setting.layout.lengths("grid", setting.paper),
        setting.layout.lengths("sources"),
        setting.paper,
        face("sans"),
        setting.date,
    )
    joined = len(pages) == 1 and _previous(setting, index) == "text"
    return {"pages": pages, "joined": joined}


def _about(setting: Setting, index: int) -> View:
    return {"about": setting.brief.about, "joined": _previous(setting, index) == "sources"}


def _previous(setting: Setting, index: int) -> str:
    """The kind of the part before."""
    return setting.brief.parts[index - 1].kind if index else ""


def _present(content: Content | None) -> Content:
    """The content of a part, without which copyedit lets no brief through."""
    if content is None:
        raise ValueError("a part without its content was let through")
    return content


VIEWS: Mapping[str, Callable[[Setting, int], View]] = {
    "cover": _cover,
    "glance": _glance,
    "timeline": _timeline,
    "text": _text,
    "quote": _quote,
    "recommendations": _recommendations,
    "sources": _sources,
    "about": _about,
}
"""Kind of part -> its view, from the setting and the part's index."""
