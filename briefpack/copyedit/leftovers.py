"""Leftovers: what an author meant to come back to."""

import re
from collections.abc import Iterator

from briefpack.copyedit.passages import Copy
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

_LEFT = re.compile(
    r"(?<![\w.-])(?:TODO|TO DO|FIXME|TBD|TBC|T\.B\.D\.|TK{1,3}|XXX+|xxx+)(?![\w-])"
    r"|(?<!\w)(?i:tbd|tbc|lorem ipsum|\?\?\?+|platzhalter(?= |$)|à compléter)"
    r"|\[(?i:insert|your|citation needed|source needed|tk|date|name|quelle fehlt|noch offen"
    r"|à compléter)\b[^\]]*\]|_{3,}"
)
_NAMES = {"de": {"TK", "TBC"}, "fr": {"TBC"}}
"""What is a name in a language: of a German health insurer, of an illness."""


def check(copy: Copy) -> Iterator[Problem]:
    """Nothing is left that was to be filled in: TODO, TK, TBD, XXX, lorem ipsum."""
    for passage in copy.passages:
        for match in _LEFT.finditer(passage.own):
            if match[0] not in _NAMES.get(copy.language, ()):
                message = f"{quoted(match[0])} seems to stand for words that are still to come"
                there = passage.at(match.start(), match[0])
                yield complaint(there, "placeholder", message, severity=Severity.WARNING)
