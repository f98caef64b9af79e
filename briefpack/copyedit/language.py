"""The language of the brief."""

from collections.abc import Iterator

from briefpack.brief import Manuscript
from briefpack.nearest import nearest
from briefpack.problem import Problem, quoted
from briefpack.words import complaint


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """The language is a tag that can be acted on (BCP 47), as `en-GB` or `fr`.

    Dates, quotation marks, hyphens and the voice of a screen reader follow from it. What Babel
    does not know (CLDR), none of these can be had for.
    """
    import babel

    language = manuscript.brief.language
    try:
        babel.Locale.parse(language.replace("_", "-"), sep="-")
    except (babel.UnknownLocaleError, ValueError):
        names = {name.casefold(): tag for tag, name in _english_names()}
        tag = names.get(language.casefold())
        hint = f"did you mean '{tag}'?" if tag else nearest(language, names.values())
        message = f"{quoted(language)} is no language code"
        yield complaint(language, "language", message, hint or "expected a code as en-GB, fr or de")


def _english_names() -> Iterator[tuple[str, str]]:
    """Codes and names of languages, for those who write the name."""
    import babel

    yield from babel.Locale("en").languages.items()
