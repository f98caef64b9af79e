"""Claims: what the brief says of several numbers together still holds when one of them changes."""

from collections.abc import Iterator

from briefpack import reading
from briefpack.brief import Claim, Manuscript
from briefpack.copyedit.ledger import numbers_of
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint

RULE = "claim"
EXAMPLE = "write it as (us + china) / world > 0.8, with ids of the ledger"


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """A claim follows from the numbers that it rests on.

    "More than four in every five" stays in the text when the numbers behind it move, and nobody
    works it out again.
    """
    ledger = manuscript.brief.numbers
    if ledger is None or not ledger.claims or "numbers" in manuscript.gaps:
        return
    said = reading.bare(" ".join(_everything(manuscript)))
    for claim in ledger.claims:
        yield from _check(claim, manuscript)
        if reading.bare(claim.says) not in said and not manuscript.gaps:
            message = f"the brief nowhere says {quoted(claim.says)}"
            hint = "write the claim in the words of the text, or take it out"
            yield complaint(claim.says, RULE, message, hint, Severity.WARNING)


def _check(claim: Claim, manuscript: Manuscript) -> Iterator[Problem]:
    from briefpack.ledger import sums

    numbers = {str(number.id): number for number in numbers_of(manuscript)}
    try:
        found = sums.work_out(claim.holds, {id_: one.amount for id_, one in numbers.items()})
    except sums.Unsound as fault:
        hint = did_you_mean(fault.unknown, numbers) if fault.unknown else EXAMPLE
        yield complaint(claim.holds.at(fault.at), RULE, str(fault), hint)
        return
    if not found.holds:
        left, right = found.shown()
        message = f"{quoted(claim.says)} does not hold: {left} is not {found.sign} {right}"
        values = ((id_, numbers[id_].value) for id_ in sorted(found.ids))
        rests = [f"{id_} is {value} ({value.place})" for id_, value in values]
        yield complaint(claim.holds, RULE, message, "\n".join(rests))


def _everything(manuscript: Manuscript) -> Iterator[str]:
    yield from (reading.word(token) for token in manuscript.asides)
    yield from (reading.word(token) for token in reading.walk(manuscript.tokens))
