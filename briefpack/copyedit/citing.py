"""Citations: each names a source that there is."""

from collections.abc import Iterator

from briefpack import reading
from briefpack.brief import Citation, Manuscript
from briefpack.nearest import did_you_mean
from briefpack.problem import Problem, Severity, quoted
from briefpack.words import complaint


def citations(manuscript: Manuscript) -> Iterator[Citation]:
    """Every citation of a brief, in its data and in its texts."""
    return reading.cited(manuscript.brief, [*manuscript.asides, *manuscript.tokens])


def check_cited(manuscript: Manuscript) -> Iterator[Problem]:
    """A citation names a source of the list.

    A number that leads nowhere is worse than none: the reader takes the claim for supported.
    """
    if "sources" in manuscript.gaps:
        return
    known = {str(source.id) for source in manuscript.brief.sources}
    for citation in citations(manuscript):
        if citation.key not in known:
            hint = did_you_mean(citation.key, known, "list it in sources.yaml")
            message = f"there is no source {quoted(citation.key)}"
            yield complaint(citation.key, "unknown-source", message, hint)


def check_loose(manuscript: Manuscript) -> Iterator[Problem]:
    """The id of a source stands in square brackets behind an @, or is printed as it is."""
    known = {str(source.id) for source in manuscript.brief.sources}
    for key in reading.loose(manuscript.tokens):
        if key in known:
            message = f"this is no citation, and {quoted(key)} will be printed as it stands"
            hint = f"write [@{key}]"
            yield complaint(key, "citation", message, hint, Severity.WARNING)
