"""Lines to take: each can be said in one breath."""

import re
from collections.abc import Iterator

from briefpack.brief import Manuscript
from briefpack.problem import Problem, Severity
from briefpack.words import Words, complaint

WORDS = 35

# A stop within a line, and the first letter behind it: after a word of some length, since short
# ones may be abbreviations (Mio., No., z. B.), in any language.
_STOP = re.compile(r"(?:\w{4,}[.…]|[!?])[\"'”’»)\]]*\s+[\"'“‘«(\[]*(?P<next>\w)")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A line to take is one sentence, and not a long one.

    It is learnt by heart on the way to the microphone; what explains it belongs into `support`.
    """
    for item in manuscript.brief.lines:
        stops = [stop for stop in _STOP.finditer(item.line) if stop["next"].isupper()]
        count = len(item.line.split())
        if stops:
            yield _too_long(item.line, f"this line has {len(stops) + 1} sentences; one is quoted")
        elif count > WORDS:
            yield _too_long(item.line, f"this line has {count} words; {WORDS} are said in a breath")


def _too_long(line: Words, message: str) -> Problem:
    return complaint(line, "line", message, "move the rest to 'support'", Severity.WARNING)
