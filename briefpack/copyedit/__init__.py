"""Copyedit: whether what a brief says hangs together. One rule, one function, one reason.

A new rule is a function from what it reads to its problems, and a row of `OF_CONTENT` or `OF_COPY`
with the names that it gives these.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from briefpack import fonts
from briefpack.brief import Manuscript
from briefpack.copyedit import (
    abbreviations,
    addresses,
    ageing,
    appraisal,
    banning,
    braces,
    budgets,
    charting,
    citing,
    claims,
    counting,
    dating,
    describing,
    doubling,
    eras,
    evidence,
    exhibits,
    glance,
    glyphs,
    housekeeping,
    ids,
    insets,
    language,
    ledger,
    leftovers,
    lines,
    linking,
    looks,
    pairs,
    paragraphs,
    passages,
    pressing,
    readability,
    recount,
    references,
    resolution,
    sections,
    sentences,
    sourcing,
    tabling,
    tallying,
)
from briefpack.copyedit.passages import Copy
from briefpack.copyedit.rule import Rule, reasons
from briefpack.problem import Problem, Severity
from briefpack.waivers import Waiver, waived

__all__ = ["NAMES", "RULES", "Rule", "check", "reasons"]

MOST_OF_A_RULE = 100
"""Complaints of one rule that are shown: where there are more, there is one cause for them."""

OF_CONTENT: tuple[Rule[Manuscript], ...] = (
    Rule(("unknown-quote",), references.check_quotes),
    Rule(("unknown-key-fact",), references.check_facts),
    Rule(("unknown-category",), references.check_categories),
    Rule(("unknown-heading",), references.check_headings),
    Rule(("unknown-heading",), references.check_links),
    Rule(("unknown-heading", "reference"), references.check_references),
    Rule(("unknown-source",), citing.check_cited),
    Rule(("citation",), citing.check_run_together),
    Rule(("citation",), citing.check_loose),
    Rule(("citation-style",), sourcing.check_style),
    Rule(("source",), sourcing.check_complete),
    Rule(("source", "date"), sourcing.check_dates),
    Rule(("doi",), sourcing.check_dois),
    Rule(("uncited-source",), sourcing.check_uncited),
    Rule(("id", "duplicate-id"), ids.check),
    Rule(("id", "duplicate-id"), ids.check_anchors),
    Rule(("unused-term",), abbreviations.check_unused),
    Rule(("duplicate-term",), abbreviations.check_twice),
    Rule(("braces",), braces.check),
    Rule(("braces",), braces.check_plain),
    Rule(("paragraph-number",), paragraphs.check),
    Rule(("paragraph-number",), paragraphs.check_issued),
    Rule(("paragraph-number",), paragraphs.check_unnumbered),
    Rule(("evidence",), evidence.check),
    Rule(("era",), eras.check),
    Rule(("glance",), glance.check),
    Rule(("baseline",), appraisal.check_baseline),
    Rule(("unknown-option",), appraisal.check_named),
    Rule(("missing-score", "unknown-criterion"), appraisal.check_scores),
    Rule(("nothing-to-show",), exhibits.check_there),
    Rule(("shown-twice",), exhibits.check_once),
    Rule(("part",), exhibits.check_placed),
    Rule(("long-cell",), exhibits.check_short),
    Rule(("line",), lines.check),
    Rule(("web-address", "e-mail-address", "orcid"), addresses.check),
    Rule(("language",), language.check),
    Rule(("chart",), charting.check),
    Rule(("alt-text",), charting.check_told),
    Rule(("chart",), charting.check_captioned),
    Rule(("unknown-layout", "no-words"), looks.check),
    Rule(("bleed",), pressing.check_bleed),
    Rule(("table",), tabling.check),
    Rule(("figure",), insets.check),
    Rule(("resolution",), resolution.check),
    Rule(("alt",), describing.check),
    Rule(("alt",), describing.check_charts),
    Rule(("empty-section",), sections.check_empty),
    Rule(("repeated-heading",), sections.check_repeated),
    Rule(("heading-stop",), sections.check_stops),
    Rule(("web-address", "e-mail-address"), linking.check_addresses),
    Rule(("link",), linking.check_slips),
    Rule(("dummy-address",), linking.check_dummies),
    Rule(("tracking",), linking.check_followed),
    Rule(("link-words",), linking.check_words),
    Rule(("bare-address",), linking.check_bare),
    Rule(("required-field",), housekeeping.check_required),
    Rule(("marking",), housekeeping.check_marking),
    Rule(("recommendation-verb",), housekeeping.check_verbs),
    Rule(("number",), ledger.check_twice),
    Rule(("number",), ledger.check_sourced),
    Rule(("number", "contradiction"), ledger.check_facts),
    Rule(("contradiction",), recount.check),
    Rule(("unused-number",), recount.check_used),
    Rule(("number", "contradiction"), tallying.check),
    Rule(("stale-number",), ageing.check),
    Rule(("claim",), claims.check),
)
"""What a brief says hangs together: rules that need nothing but the manuscript."""

OF_COPY: tuple[Rule[Copy], ...] = (
    Rule(("abbreviation",), abbreviations.check),
    Rule(("early-abbreviation",), abbreviations.check_early),
    Rule(("placeholder",), leftovers.check),
    Rule(("doubled-word",), doubling.check_words),
    Rule(("stray-sign",), doubling.check_signs),
    Rule(("unpaired-mark",), pairs.check),
    Rule(("long-sentence",), sentences.check),
    Rule(("reading-ease",), readability.check),
    Rule(("ambiguous-date",), dating.check_ambiguous),
    Rule(("date-style",), dating.check_style),
    Rule(("percent-style",), counting.check_percent),
    Rule(("opening-figure",), counting.check_opening),
    Rule(("range-dash",), counting.check_ranges),
    Rule(("currency-style",), counting.check_currency),
    Rule(("thousands",), counting.check_thousands),
    Rule(("banned-word",), banning.check),
    Rule(("word-budget",), budgets.check),
)
"""How a brief says it: rules that read the words of its author, passage by passage."""

OF_GLYPHS = Rule(("missing-glyph",), glyphs.check)

RULES: tuple[Rule[Any], ...] = (*OF_CONTENT, *OF_COPY, OF_GLYPHS)
"""All of them; `reasons(RULES)` tells what each is for."""

NAMES = frozenset(name for rule in RULES for name in rule.names)
"""The names of all rules, as messages have them."""


def check(manuscript: Manuscript, coverage: glyphs.Coverage = fonts.coverage) -> list[Problem]:
    """Everything that is wrong with a brief's content, sorted by place; warnings are among it, and
    what its waivers let stand.

    What the manuscript stage found while reading is there as well. `coverage` tells what the fonts
    can print; it is asked only where a character is uncommon.
    """
    copy = passages.read(manuscript)
    found = set(manuscript.problems)
    for rule in OF_CONTENT:
        found.update(_shown(rule.look(manuscript), manuscript.waivers))
    for style in OF_COPY:
        found.update(_shown(style.look(copy), manuscript.waivers))
    found.update(_shown(glyphs.check(manuscript.characters, coverage), manuscript.waivers))
    return sorted(found)


def _shown(problems: Iterator[Problem], waivers: Sequence[Waiver]) -> Iterator[Problem]:
    """What is shown of one rule's complaints: those that are waived are not counted."""
    left = MOST_OF_A_RULE
    for problem in chain.from_iterable(waived([one], waivers) for one in problems):
        yield problem
        left -= problem.severity is not Severity.WAIVED
        if not left:
            return
