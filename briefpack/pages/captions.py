"""Captions: the words of one, behind the number of what it belongs to."""

import re

from markupsafe import Markup, escape

_FIRST_PARAGRAPH = re.compile(r"<p[^>]*>")


def labelled(label: str, words: Markup | str) -> Markup:
    """The words with the label at their start, within their first paragraph if they have any.

    The space stands in an element of its own; see `prose` for why.
    """
    words = escape(words)
    if not label:
        return words
    opening = _FIRST_PARAGRAPH.match(words)
    end = opening.end() if opening else 0
    head = Markup('<span class="label">{}</span><span> </span>').format(label)
    return words[:end] + head + words[end:]
