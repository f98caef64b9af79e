"""The ledger: whatever the brief says of its numbers, it says the same everywhere.

Numbers go wrong one by one: a chart is brought up to date and the sentence below it is not. Both
places are named, since either may be the one that is right.
"""

from collections.abc import Iterator

from briefpack import reading
from briefpack.brief import KeyFact, Manuscript, Number
from briefpack.ledger.filling import Filled
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import Words, complaint

RULE = "number"


def numbers_of(manuscript: Manuscript) -> list[Number]:
    """The ledger's numbers, in its order."""
    ledger = manuscript.brief.numbers
    return ledger.numbers if ledger else []


def check_twice(manuscript: Manuscript) -> Iterator[Problem]:
    """No number is declared twice: nobody could tell which of the two holds."""
    first: dict[str, Number] = {}
    for number in numbers_of(manuscript):
        before = first.setdefault(str(number.id), number)
        if before is not number:
            message = (
                f"the ledger has {quoted(number.id)} twice: "
                f"{before.value} at {before.id.place}, and {number.value} here"
            )
            yield complaint(number.id, RULE, message, "keep one of them, or rename the other")


def check_sourced(manuscript: Manuscript) -> Iterator[Problem]:
    """Each number has a source: the ledger is what readers check a brief against."""
    for number in numbers_of(manuscript):
        if not number.source:
            message = f"the number {quoted(number.id)} has no source"
            hint = "add 'source: its-id' from sources.yaml"
            yield complaint(number.id, RULE, message, hint, Severity.WARNING)


def called(manuscript: Manuscript) -> set[str]:
    """The ids of the numbers that the brief prints, in its texts, short fields and data."""
    found = {
        str(token.meta["number"])
        for token in reading.walk([*manuscript.asides, *manuscript.tokens])
        if token.type == "number"
    }
    cells = (cell for data in manuscript.data.values() for row in data.rows for cell in row)
    words = [*reading.within(manuscript.brief, Words), *cells]
    for block in reading.blocks(manuscript.tokens):
        words += [value for _, value in block if isinstance(value, Words)]
    return found | {call.id for one in words if isinstance(one, Filled) for call in one.calls}


def check_facts(manuscript: Manuscript) -> Iterator[Problem]:
    """A key fact that shows one of the ledger's numbers shows it as the ledger has it."""
    from briefpack.ledger import judging, literals

    glance, language = manuscript.brief.glance, str(manuscript.brief.language)
    for fact in glance.facts if glance else ():
        if isinstance(fact.value, Filled):
            continue
        shown = next(literals.find(_shown(fact), language), None)
        meant = [
            number for number in numbers_of(manuscript) if judging.speaks_of(fact.label, number)
        ]
        if shown and meant and not any(judging.agrees(shown, one, language) for one in meant):
            yield contradiction(fact.value, meant[0], quoted(fact.value), language)


def contradiction(
    there: Words,
    number: Number,
    found: str,
    language: str,
    severity: Severity = Severity.ERROR,
) -> Problem:
    """The complaint that a number is not what the ledger says; it names both places."""
    from briefpack.ledger.printing import printed

    right = " ".join(printed(number, language).split())
    message = f"the ledger says {right} ({number.value.place}), and here stands {found}"
    if severity is Severity.WARNING:
        message = f"is this {quoted(number.label)}? {message}"
    hint = f"{number.label}: write {{n {number.id}}} here, or correct the ledger"
    return complaint(there, "contradiction", message, hint, severity)


def _shown(fact: KeyFact) -> str:
    return f"{fact.value} {fact.unit}" if fact.unit else str(fact.value)
