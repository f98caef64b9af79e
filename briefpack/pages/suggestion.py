"""The suggested citation: how the brief would be cited by others."""

from collections.abc import Iterator, Mapping

from babel.lists import format_list

from briefpack.brief import Brief
from briefpack.pages import furniture, wording


def authors(brief: Brief) -> str:
    """Their names in one line: "A, B and C" in the brief's language."""
    return format_list(
        [str(person.name) for person in brief.authors],
        locale=wording.locale(str(brief.language)),
    )


def title(brief: Brief, words: Mapping[str, str]) -> str:
    """Title and subtitle, with the colon that the language sets; none behind a question mark."""
    if not brief.subtitle:
        return str(brief.title)
    pattern = "{title} {subtitle}" if brief.title.endswith(("?", "!", ".")) else words["full-title"]
    return pattern.format(title=brief.title, subtitle=brief.subtitle)


def details(brief: Brief) -> list[str]:
    """Series and number, then who publishes it."""
    return [item for item in (furniture.series(brief), ", ".join(_publishers(brief))) if item]


def _publishers(brief: Brief) -> Iterator[str]:
    """The organisations of the authors, each once; one that is an author itself stands in front."""
    named = {str(person.name) for person in brief.authors}
    for person in brief.authors:
        if person.organisation and str(person.organisation) not in named:
            named.add(str(person.organisation))
            yield str(person.organisation)
