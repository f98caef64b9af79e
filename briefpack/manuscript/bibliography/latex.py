"""LaTeX in the fields of a BibTeX file: accents, special letters and braces become plain words."""

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteright": "’",
    "textquoteleft": "‘",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textdegree": "°",
    "textregistered": "®",
    "texttrademark": "™",
    "copyright": "©",
    "dots": "…",
    "ldots": "…",
    "textellipsis": "…",
    "euro": "€",
    "texteuro": "€",
    "pounds": "£",
    "S": "§",
    "P": "¶",
    "slash": "/",
    "newblock": " ",
    "guillemotleft": "«",
    "guillemotright": "»",
    "textmu": "µ",
}
_SET_OFF = {
    "emph": "i",
    "textit": "i",
    "textbf": "b",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}

_ACCENT = re.compile(
    r"\\(?:([`'^~=.\"])\s*|([uvHtcdbrk])(?:\s+|(?=\{)))"
    r"(?:\{\s*(\\?[^\W\d_])\s*\}|(\\[ij](?![a-zA-Z])|[^\W\d_]))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\s*\{\}|\s+|(?![A-Za-z]))")
_WRAPPED = re.compile(r"\\(emph|textit|textbf|textsuperscript|textsubscript)\s*\{([^{}]*)\}")
_ADDRESS = re.compile(r"\\(?:url|path|href)\s*\{([^{}]*)\}(?:\s*\{[^{}]*\})?")
_ESCAPED = re.compile(r"\\([&%$#_{}\s])")
_KEPT = {"{": "\x01", "}": "\x02"}


def plain(text: str) -> str:
    """The words that LaTeX would print, on one line; what it does not know it leaves out."""
    if "\\" in text:
        text = _ADDRESS.sub(r"\1", text)
        text = _ESCAPED.sub(lambda match: _KEPT.get(match[1], match[1]), text)
        text = _ACCENT.sub(_accented, text)
        text = _WRAPPED.sub(_set_off, text)
        text = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), text).replace("\\", "")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    text = text.replace("~", "\u00a0").replace("{", "").replace("}", "").replace("$", "")
    return " ".join(text.replace("\x01", "{").replace("\x02", "}").split(" ")).strip()


def guarded(text: str) -> str:
    """The words of a title, with those in braces kept from a style that changes their case."""
    if text.startswith("{") and _closes(text) == len(text) - 1:
        text = text[1:-1]
    pieces, start = [], 0
    for match in re.finditer(r"(?<!\\)\{+([^{}\\]*)\}+", text):
        pieces += [text[start : match.start()], f'<span class="nocase">{match[1]}</span>']
        start = match.end()
    return plain("".join([*pieces, text[start:]]))


def _closes(text: str) -> int:
    """The index of the brace that ends the one at the beginning."""
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return index
    return -1


def _accented(match: re.Match[str]) -> str:
    letter = (match[3] or match[4]).removeprefix("\\")
    mark = _ACCENTS.get(match[1] or match[2], "")
    return unicodedata.normalize("NFC", letter + mark)


def _set_off(match: re.Match[str]) -> str:
    tag = _SET_OFF[match[1]]
    return f"<{tag}>{match[2]}</{tag}>"
