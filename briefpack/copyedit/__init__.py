"""Copyedit: whether what a brief says hangs together. One rule, one function, one reason.

A new rule is a function from a manuscript to its problems, and its name in `RULES`.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from briefpack import fonts
from briefpack.brief import Manuscript
from briefpack.copyedit import (
    abbreviations,
    addresses,
    ageing,
    appraisal,
    braces,
    charting,
    citing,
    claims,
    describing,
    eras,
    evidence,
    exhibits,
    glance,
    glyphs,
    ids,
    insets,
    language,
    ledger,
    lines,
    looks,
    paragraphs,
    pressing,
    recount,
    references,
    resolution,
    sourcing,
    tabling,
    tallying,
)
from briefpack.problem import Problem, Severity
from briefpack.waivers import Waiver, waived

__all__ = ["NAMES", "RULES", "check"]

Rule = Callable[[Manuscript], Iterator[Problem]]

MOST_OF_A_RULE = 100
"""Complaints of one rule that are shown: where there are more, there is one cause for them."""

RULES: tuple[Rule, ...] = (
    references.check_quotes,
    references.check_facts,
    references.check_categories,
    references.check_headings,
    references.check_links,
    references.check_references,
    citing.check_cited,
    citing.check_run_together,
    citing.check_loose,
    sourcing.check_style,
    sourcing.check_complete,
    sourcing.check_dates,
    sourcing.check_dois,
    sourcing.check_uncited,
    ids.check,
    ids.check_anchors,
    abbreviations.check,
    abbreviations.check_unused,
    abbreviations.check_twice,
    braces.check,
    braces.check_plain,
    paragraphs.check,
    paragraphs.check_issued,
    paragraphs.check_unnumbered,
    evidence.check,
    eras.check,
    glance.check,
    appraisal.check_baseline,
    appraisal.check_named,
    appraisal.check_scores,
    exhibits.check_there,
    exhibits.check_once,
    exhibits.check_placed,
    exhibits.check_short,
    lines.check,
    addresses.check,
    language.check,
    charting.check,
    charting.check_told,
    charting.check_captioned,
    looks.check,
    pressing.check_bleed,
    tabling.check,
    insets.check,
    resolution.check,
    describing.check,
    ledger.check_twice,
    ledger.check_sourced,
    ledger.check_facts,
    recount.check,
    recount.check_used,
    tallying.check,
    ageing.check,
    claims.check,
)
"""All rules that need nothing but the manuscript."""

NAMES = frozenset(
    (
        "abbreviation",
        "alt",
        "alt-text",
        "baseline",
        "bleed",
        "braces",
        "chart",
        "citation",
        "citation-style",
        "claim",
        "contradiction",
        "doi",
        "duplicate-id",
        "duplicate-term",
        "e-mail-address",
        "era",
        "evidence",
        "figure",
        "glance",
        "id",
        "language",
        "line",
        "long-cell",
        "missing-glyph",
        "missing-score",
        "no-words",
        "nothing-to-show",
        "number",
        "orcid",
        "paragraph-number",
        "part",
        "reference",
        "resolution",
        "shown-twice",
        "source",
        "stale-number",
        "table",
        "uncited-source",
        "unknown-category",
        "unknown-criterion",
        "unknown-heading",
        "unknown-key-fact",
        "unknown-layout",
        "unknown-option",
        "unknown-quote",
        "unknown-source",
        "unused-number",
        "unused-term",
        "web-address",
    )
)
"""The names of all rules, as messages have them."""


def check(manuscript: Manuscript, coverage: glyphs.Coverage = fonts.coverage) -> list[Problem]:
    """Everything that is wrong with a brief's content, sorted by place; warnings are among it, and
    what its waivers let stand.

    What the manuscript stage found while reading is there as well. `coverage` tells what the fonts
    can print; it is asked only where a character is uncommon.
    """
    found = set(manuscript.problems)
    for problems in (
        *(rule(manuscript) for rule in RULES),
        glyphs.check(manuscript.characters, coverage),
    ):
        found.update(_shown(problems, manuscript.waivers))
    return sorted(found)


def _shown(problems: Iterator[Problem], waivers: Sequence[Waiver]) -> Iterator[Problem]:
    """What is shown of one rule's complaints: those that are waived are not counted."""
    left = MOST_OF_A_RULE
    for problem in chain.from_iterable(waived([one], waivers) for one in problems):
        yield problem
        left -= problem.severity is not Severity.WAIVED
        if not left:
            return
