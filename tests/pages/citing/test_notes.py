"""Citations within notes that the author wrote, in styles that cite by notes."""

import re
from pathlib import Path

import pytest

from briefpack.pages import layout
from briefpack.pages.citing.notes import joined
from briefpack.pages.compose import compose
from tests.small import small

GAP = "<span> </span>"
NOTE = '<span class="footnote">'


@pytest.mark.parametrize(
    ("before", "behind", "made"),
    [
        ("It counts by street", ".</span>", ". Roe, <em>It</em>"),
        ("It counts by street", "</span> And the text goes on", ". Roe, <em>It</em>"),
        ("It counts by street", ". It did so in May.</span>", ". Roe, <em>It</em>"),
        ("It counts by “street”", "</span>", ". Roe, <em>It</em>"),
        ("It counts by street.", "</span>", " Roe, <em>It</em>"),
        ("It says “by street.”", "</span>", " Roe, <em>It</em>"),
        ("A &amp; B &gt;", "</span>", ". Roe, <em>It</em>"),
        ("", "</span>", " Roe, <em>It</em>"),
        ("See", "</span>", " Roe, <em>It</em>"),
        ("Vgl.", "</span>", " Roe, <em>It</em>"),
        ("For costs, voir", " et d’autres.</span>", " Roe, <em>It</em>"),
        ("The audit", f"{GAP}counts by street.</span>", " (Roe, <em>It</em>)"),
        ("The audit", ", which counts, says so.</span>", " (Roe, <em>It</em>)"),
        ("The audit", " <em>counts</em> by street.</span>", " (Roe, <em>It</em>)"),
        ("So it is. \ue0f00\ue0f1", "</span>", "; Roe, <em>It</em>"),
    ],
)
def test_a_citation_is_parted_from_the_sentence_before_it(
    before: str, behind: str, made: str
) -> None:
    html = joined(f"Earlier words without a stop {NOTE}{before}", GAP, "Roe, <em>It</em>", behind)
    assert html.replace(GAP, " ") == made


def test_behind_a_semicolon_a_small_letter_may_follow() -> None:
    assert joined(f"{NOTE}It counts", "", "ibid 7", "</span>") == "; ibid 7"


@pytest.mark.parametrize("citations", ["footnotes", "endnotes"])
def test_on_the_pages_the_sentence_has_its_stop_and_its_space(
    tmp_path: Path, citations: str
) -> None:
    brief = small(
        tmp_path,
        **{
            "stance: advocacy": "stance: advocacy\ncitation-style: chicago-notes-bibliography",
            "[@survey, p. 12].": "[^1].\n\n      [^1]: It counts by street [@survey, p. 9].\n",
        },
    )
    (tmp_path / "layout.yaml").write_text(f"citations: {citations}\n", "utf-8")
    mine = layout.Layout("mine", (tmp_path, *layout.find("policy").folders))
    html = compose(brief, mine, mine.paper(None)).html
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    assert "It counts by street. Valley Hospital, ‘How Our Staff Travel" in words
