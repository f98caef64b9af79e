"""The options: a table that compares like with like, and shows what doing nothing would mean."""

from collections.abc import Iterator

from briefpack.brief import Manuscript, Option, Options
from briefpack.nearest import did_you_mean, nearest
from briefpack.problem import Problem, quoted
from briefpack.words import Words, complaint


def check_baseline(manuscript: Manuscript) -> Iterator[Problem]:
    """One of the options is to do nothing, or the brief says why none is.

    Without it nobody can tell what a measure adds to what would happen anyway.
    """
    options = manuscript.brief.options
    if options is None or "options" in manuscript.gaps:
        return
    if options.baseline and options.waiver:
        message = f"there is a baseline, {quoted(options.baseline)}, and a reason why there is none"
        yield complaint(options.waiver, "baseline", message, "keep one of the two")
    elif not options.baseline and not options.waiver:
        message = "which option is to do nothing?"
        hint = (
            "name it with 'baseline: its-id'\n"
            "or say with 'waiver: …' why there is none; that will be printed below the table"
        )
        yield complaint(options.options[0].id, "baseline", message, hint)


def check_named(manuscript: Manuscript) -> Iterator[Problem]:
    """The baseline and the option that is recommended are among the options."""
    options = manuscript.brief.options
    if options is None or "options" in manuscript.gaps:
        return
    known = {str(option.id) for option in options.options}
    for named in (options.baseline, options.recommended):
        if named is not None and named not in known:
            hint = did_you_mean(named, known)
            yield complaint(named, "unknown-option", f"there is no option {quoted(named)}", hint)


def check_scores(manuscript: Manuscript) -> Iterator[Problem]:
    """Every option has a score on every criterion, and on nothing else.

    An empty cell makes an option look better or worse than it is known to be.
    """
    options = manuscript.brief.options
    if options is None or "options" in manuscript.gaps:
        return
    for option in options.options:
        yield from _missing(option, options)
        yield from _surplus(option, options)


def _missing(option: Option, options: Options) -> Iterator[Problem]:
    misspelt = {nearest(key, _criteria(options)) for key in _unknown(option, options)}
    for criterion in options.criteria:
        score = option.scores.get(criterion.id)
        if score is None and nearest(criterion.id, [criterion.id]) not in misspelt:
            message = f"the option {quoted(option.id)} has no score for {quoted(criterion.id)}"
            hint = f"add '{criterion.id}: …' to its scores, if only 'not known'"
            yield complaint(option.id, "missing-score", message, hint)
        elif score is not None and not score.value and not score.rating:
            message = f"the score for {quoted(criterion.id)} says nothing"
            hint = "a score has a 'value', a 'rating' (good, fair or poor), or both"
            yield complaint(_key(option, criterion.id), "missing-score", message, hint)


def _surplus(option: Option, options: Options) -> Iterator[Problem]:
    for key in _unknown(option, options):
        hint = did_you_mean(key, _criteria(options), "add it to 'criteria'")
        yield complaint(key, "unknown-criterion", f"there is no criterion {quoted(key)}", hint)


def _criteria(options: Options) -> set[str]:
    return {str(criterion.id) for criterion in options.criteria}


def _unknown(option: Option, options: Options) -> list[Words]:
    return [key for key in option.scores if key not in _criteria(options)]


def _key(option: Option, name: str) -> Words:
    """The key of a score as it was written."""
    return next(key for key in option.scores if key == name)
