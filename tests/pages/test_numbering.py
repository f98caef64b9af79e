"""Numbers run through the brief in reading order, each series by itself."""

from pathlib import Path

from briefpack.pages import layout
from briefpack.pages.compose import compose
from briefpack.pages.numbering import Numbering, number
from briefpack.reading import blocks
from tests.small import small

TABLE = """\
      :::{table}
      :id: fares
      :caption: Fares

      | Line | Fare |
      |------|-----:|
      | 3    |  2.4 |
      :::
"""
BARE = TABLE.replace("      :caption: Fares\n", "").replace("fares", "bare")


def numbered(folder: Path, text: str) -> tuple[Numbering, list[str]]:
    manuscript = small(folder, **{"A *second* paragraph, <3 of all.": text.lstrip()})
    words = layout.find("policy").wording(manuscript.brief.language)
    numbering = number(manuscript, words)
    found = [block for prose in manuscript.prose.values() for block in blocks(prose.tokens)]
    return numbering, [numbering.labels.get(id(block), "") for block in found]


def test_a_table_with_a_caption_has_a_number_and_one_without_has_none(tmp_path: Path) -> None:
    text = f"{TABLE}\n{BARE}\n{TABLE.replace('fares', 'more')}"
    numbering, labels = numbered(tmp_path, text)
    assert labels == ["", "Table 1", "", "Table 2"]
    assert numbering.names["fares"] == "Table 1"
    assert "bare" not in numbering.names


def test_headings_parts_and_recommendations_have_names(tmp_path: Path) -> None:
    names = numbered(tmp_path, "Nothing.")[0].names
    assert names["figures"] == "“What the figures say”"
    assert names["timeline"] == "“How the night was lost”"
    assert names["recommendation-count"] == "Recommendation 2"


def test_a_reference_prints_the_name_and_leads_to_the_page(tmp_path: Path) -> None:
    text = f"      See {{ref fares}}, {{name fares}}, {{page fares}}.\n\n{TABLE}"
    manuscript = small(tmp_path, **{"A *second* paragraph, <3 of all.": text.lstrip()})
    look = layout.find("policy")
    html = compose(manuscript, look, look.paper("a4")).html
    assert '<a class="ref page-link" href="#fares">Table 1, page</a>,' in html
    assert '<a class="ref" href="#fares">Table 1</a>,' in html
    assert '<a class="ref page-link" href="#fares">page</a>.' in html


def test_a_numbered_paragraph_is_named_by_its_number(tmp_path: Path) -> None:
    numbered_text = {
        "  - kind: text\n    text: |": "  - kind: text\n    paragraphs: numbered\n    text: |",
        "A *second* paragraph, <3 of all.": "As {ref p-1} says, and {name p-2}. {p 2}",
        "Four in ten jobs begin or end at night [@survey, p. 12].": "Four in ten. {p 1}",
    }
    manuscript = small(tmp_path, **numbered_text)
    look = layout.find("policy")
    html = compose(manuscript, look, look.paper("a4")).html
    assert '<a class="ref page-link" href="#p-1">paragraph 1, page</a>' in html
    assert '<a class="ref" href="#p-2">paragraph 2</a>' in html
