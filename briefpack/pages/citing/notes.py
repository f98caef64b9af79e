"""Notes of the author's own: how a citation in full joins the sentence before it."""

import html
import re

_NOTE = '<span class="footnote">'
_TAG = re.compile(r"<[^>]*>")
_STOPPED = ".?!:;,…(–—-/“‘„«\"'"
"""What stands between a sentence and a citation without more."""
_CLOSING = "”’»)"
_COMMAS = tuple(",–—")
_CITED = "\ue0f1"
"""The end of the mark of another citation."""
_NEAR = 400  # characters in which the next word stands, with its tags
_LEADING_BY_LANGUAGE = {
    "en": "see also cf compare contrast after and or but by from in of on to with per as at than "
    "the under via quoting citing cited quoted quotes cites following",
    "de": "siehe auch s vgl vergleiche und oder bei von vom aus nach in im mit laut gemäß zu zum "
    "zur wie so der die das den dem zitiert",
    "fr": "voir aussi cf et ou par de du des d’après dans selon chez en à avec comme le la "
    "les cité",
}
_LEADING = frozenset(" ".join(_LEADING_BY_LANGUAGE.values()).split())
"""Words that lead over to a citation, and need no stop behind them."""


def joined(before: str, gap: str, words: str, behind: str) -> str:
    """The words of a citation, as HTML, with what parts them from the note around them.

    `gap` is the space before them. A sentence without its stop gets one ("counts by street. Audit
    Office, …"), or a semicolon where the citation begins small ("ibid."); in the midst of a
    sentence brackets stand around it.
    """
    said = _plain(before.rpartition(_NOTE)[2])
    if not _is_open(said):
        return f"{gap}{words}"
    if _goes_on(behind):
        return f"{gap}({words})"
    small = said[-1] == _CITED or _plain(words)[:1].islower()
    return f"{';' if small else '.'}{gap or ' '}{words}"


def _is_open(said: str) -> bool:
    """Whether a sentence stands there without its stop."""
    end = said.rstrip(_CLOSING)
    if not end or end[-1] in _STOPPED:
        return False
    return end.split()[-1].strip(_STOPPED).casefold() not in _LEADING


def _goes_on(behind: str) -> bool:
    """Whether the sentence does, behind the citation."""
    rest = behind[:_NEAR].replace("<span> </span>", " ").partition("</span>")[0]
    following = _plain(rest)[:1]
    return following.isalnum() or following in _COMMAS


def _plain(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked)).strip()
