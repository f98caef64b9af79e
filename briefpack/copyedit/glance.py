"""The at-a-glance page: short enough for one glance."""

import re
from collections.abc import Iterator

from briefpack.brief import Manuscript
from briefpack.problem import Problem, Severity, counted
from briefpack.words import complaint

SENTENCES = 2
LINES = 3

# The end of a sentence: not after a single capital (U.S.) or a short title (Dr., No., St.).
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ\d]|\s*$)"
)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """The issue takes two sentences, the ask three lines.

    A minister reads this page and perhaps no other; whatever does not fit belongs into the text.
    """
    glance = manuscript.brief.glance
    if glance is None:
        return
    sentences = len(_END.findall(glance.issue))
    if sentences > SENTENCES:
        message = f"the issue takes {sentences} sentences; {SENTENCES} are read at a glance"
        yield complaint(glance.issue, "glance", message, severity=Severity.WARNING)
    if len(glance.ask) != LINES:
        message = f"the ask has {counted(len(glance.ask), 'line')}; {LINES} are expected"
        yield complaint(glance.ask[0], "glance", message, severity=Severity.WARNING)
