"""Running heads, folios, and what they say of a brief."""

from pathlib import Path

from briefpack.pages import furniture, layout
from tests.small import small

POLICY = layout.find("policy")


def test_a_folio_is_worded_by_the_language() -> None:
    german = furniture._page_of("Seite {page} von {pages}")
    assert german == '"Seite " counter(page) " von " counter(pages)'
    assert furniture._page_of("{page}") == "counter(page)"


def test_the_foot_of_a_page_names_series_number_and_version(tmp_path: Path) -> None:
    brief = small(tmp_path).brief
    words = POLICY.wording(brief.language)
    assert furniture.imprint(brief, words) == "Valley papers 7 · Version 1.2"


def test_a_brief_says_how_far_it_can_be_trusted(tmp_path: Path) -> None:
    brief = small(tmp_path).brief
    standing = furniture.standing(brief, POLICY.wording(brief.language), lambda when: when.written)
    assert standing == ["Facts as of 2026-02-20", "Version 1.2", "For decision", "Advocacy"]
