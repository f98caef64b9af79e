"""Blocks that show what a brief has elsewhere: what stands in them, and in which order."""

import re
from pathlib import Path

import pytest

from briefpack import manuscript, press
from briefpack.blocks import BLOCKS, BoxBlock, FactsBlock, OptionsBlock
from briefpack.blocks.exhibit import Exhibit
from briefpack.pages import layout
from briefpack.pages.compose import compose
from briefpack.paper import PAPERS
from tests import structure, validators
from tests.pages.printed import placeless

POLICY = layout.find("policy")
BRIEF = """\
title: Night buses
date: 2026
stance: neutral
language: LANGUAGE
authors: [{name: N}]
glance:
  title: Run
  issue: It is late.
  ask: [Run., Count., Decide.]
  facts:
    - {id: last, value: "21:40", label: last bus, source: survey}
    - {id: jobs, value: 4 in 10, unit: jobs, label: at *night*}
    - {id: cars, value: "310", label: parked}
options:
  title: Three ways
  baseline: nothing
  recommended: lines
  criteria:
    - {id: cost, label: Cost, unit: € a year}
    - {id: reach, label: Reach}
  options:
    - {id: nothing, title: Do nothing, scores: {reach: poor, cost: "0"}}
    - id: lines
      title: Two lines
      summary: For a year.
      scores: {cost: {value: 1.2 million, rating: fair, source: budget}, reach: {rating: good}}
risks:
  - {id: noise, title: Noise, likelihood: low, impact: low, mitigation: None.}
  - {id: empty, title: Empty buses, likelihood: high, impact: low, mitigation: Count.}
  - {id: law, title: A lawsuit, likelihood: low, impact: high, mitigation: Ask., source: survey}
  - {id: drivers, title: No drivers, likelihood: medium, impact: high, mitigation: Hire.}
stakeholders:
  - {id: guild, name: The guild, position: opposed, influence: low}
  - {id: hospital, name: The hospital, position: supportive, influence: high, view: "*Yes*."}
  - {id: mayor, name: The mayor, position: neutral, influence: high}
questions:
  - {question: When?, answer: In May., difficulty: easy}
  - {question: Why?, answer: "It is late.\\n\\nAnd dark.", difficulty: hard, source: survey}
  - {question: Who?, answer: The council.}
lines:
  - Two lines, one year.
  - {line: Nobody should need a car., support: Four in ten do., source: budget}
sources: [{id: survey, title: Survey}, {id: budget, title: Budget}]
parts:
  - sources
  - kind: text
    text: |
      # Text

TEXT
"""


def shown(folder: Path, text: str, *changes: tuple[str, str], language: str = "en") -> str:
    """The HTML of a text, with single spaces."""
    indented = "".join(f"      {line}\n" for line in text.splitlines())
    brief = BRIEF.replace("TEXT\n", indented).replace("LANGUAGE", language)
    for old, new in changes:
        brief = brief.replace(old, new)
    (folder / "brief.yaml").write_text(brief, "utf-8")
    html = placeless(compose(manuscript.read(folder), POLICY, PAPERS["a4"]).html)
    [section] = re.findall(r'<section class="part text".*?</section>', html, re.DOTALL)
    return " ".join(section.split())


def words(html: str) -> str:
    """What is read, without markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if issubclass(kind, Exhibit)])
def test_a_table_made_from_data_always_has_a_number(kind: type[Exhibit]) -> None:
    assert kind.model_validate({}).numbered


def test_a_box_has_a_number_where_it_has_a_title(tmp_path: Path) -> None:
    html = shown(
        tmp_path, ":::{box} How\n:kind: method\nWe asked.\n:::\n\n:::{box}\nNo title.\n:::"
    )
    assert html.count("Box 1") == 1
    assert "Box 2" not in html
    assert '<span class="kind">Method</span>' in html
    assert '<p class="title">How</p>' in html
    assert html.count('class="box text short"') == 2


def test_a_long_box_may_break(tmp_path: Path) -> None:
    html = shown(tmp_path, f":::{{box}} How\n:place: wide\n{'We asked. ' * 100}\n:::")
    assert 'class="box wide"' in html
    assert BoxBlock.footnotes


def test_options_are_columns_and_criteria_rows(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{options}\n:id: ways\n:::")
    assert html.count('<th scope="col"') == 3
    assert html.count('<th scope="row"') == 3  # the summary, and two criteria
    assert '<th scope="row">Cost<span class="unit">, € a year</span></th>' in html
    assert '<span class="label">Table 1</span><span> </span>Three ways</figcaption>' in html
    said = words(html)
    assert "Criterion Baseline Do nothing Recommended Two lines In short For a year." in said
    assert "Cost , € a year 0 Fair 1.2 million" in said
    assert "Reach Poor Good" in said


def test_what_is_recommended_is_said_and_marked_in_every_row(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{options}\n:::")
    assert html.count('class="recommended"') == 4


def test_without_a_baseline_the_reason_stands_below(tmp_path: Path) -> None:
    waived = ("baseline: nothing", "waiver: Law & custom forbid it.")
    html = shown(tmp_path, ":::{options}\n:::", waived)
    assert "Why there is no “do nothing” option: Law &amp; custom forbid it." in html


def test_a_caption_of_the_text_s_own_goes_first(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{risks}\n:caption: What *may* fail\n:note: As of May.\n:::")
    assert "What<span> </span><em>may</em> fail</figcaption>" in html
    assert '<p class="remark sans">As of May.</p>' in html


def test_risks_are_ordered_by_severity(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{risks}\n:::")
    said = words(html)
    names = ("1 No drivers", "2 A lawsuit", "3 Empty buses", "4 Noise")
    assert sorted(names, key=said.index) == list(names)
    assert '<td class="gridded likelihood-medium impact-high">Medium</td> <td>High</td>' in html
    assert "Who" not in html


def test_owners_have_a_column_where_there_are_any(tmp_path: Path) -> None:
    owned = ("mitigation: Hire.", "mitigation: Hire., owner: The operator")
    html = shown(tmp_path, ":::{risks}\n:::", owned)
    assert "Who</th>" in html
    assert "<td>The operator</td>" in html
    assert html.count("<td></td>") == 3


def test_stakeholders_are_ordered_by_influence(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{stakeholders}\n:::")
    names = re.findall(r'<span class="name">([^<]*)</span>', html)
    assert names == ["The hospital", "The mayor", "The guild"]
    assert '<span class="stand opposed"></span>Opposed' in html


def test_a_map_has_no_column_for_what_nobody_thinks(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{stakeholders}\n:style: map\n:::")
    assert "Not known" not in html
    unknown = ("position: opposed", "position: unknown")
    assert "Not known" in shown(tmp_path, ":::{stakeholders}\n:style: map\n:::", unknown)
    assert "High The mayor The hospital Medium Low" in words(html)


def test_questions_come_hardest_first_and_keep_one_count(tmp_path: Path) -> None:
    said = words(shown(tmp_path, ":::{questions}\n:::"))
    assert "Hard questions 1 Why? It is late. And dark. 1 " in said
    assert "Questions of medium difficulty 2 Who? The council. Easy questions 3 When?" in said


def test_questions_of_one_difficulty_are_not_parted(tmp_path: Path) -> None:
    same = [("difficulty: easy", "difficulty: medium"), ("difficulty: hard", "difficulty: medium")]
    html = shown(tmp_path, ":::{questions}\n:::", *same)
    assert "difficulty" not in html


def test_a_line_to_take_has_its_sources_behind_its_support(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{lines}\n:::")
    assert '<span class="say">Two lines, one year.</span></li>' in html
    assert re.search(r'<span class="nb">do\.<span class="cites">', html)
    assert html.count('data-tag="Lbl"') == 2


def test_facts_stand_in_the_order_asked_for(tmp_path: Path) -> None:
    html = shown(tmp_path, ":::{facts} cars; last\n:::")
    assert html.index("310") < html.index("21:40")
    assert 'class="facts-row of-2"' in html
    assert FactsBlock.model_validate({"argument": ["a", "b"]}).argument == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Kriterium Vergleichsfall Do nothing Empfohlen"),
        ("fr", "Critère Référence Do nothing"),
    ],
)
def test_a_layout_has_its_words_in_each_language(tmp_path: Path, language: str, said: str) -> None:
    text = "\n\n".join(f":::{{{kind.name}}}\n:::" for kind in BLOCKS if kind.shows)
    assert said in words(shown(tmp_path, text, language=language))


def test_messages_call_a_block_by_its_noun() -> None:
    assert OptionsBlock.called() == "table of options"
    assert BoxBlock.called() == "box"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """All of the blocks on paper, two of them over the end of a page."""
    folder = tmp_path_factory.mktemp("exhibits")
    blocks = [f":::{{{kind.name}}}\n:::" for kind in BLOCKS if kind.shows]
    box = (
        ":::{box} How\n:kind: case-study\n"
        "We asked.[^1]\n\n" + "We asked many.\n\n" * 60 + ":::\n\n[^1]: Twice."
    )
    map_ = ":::{stakeholders}\n:style: map\n:::"
    text = "\n\n".join([*blocks, map_, ":::{facts} last; jobs; cars\n:::", box])
    shown(folder, text, ("  - sources\n", "  - cover\n  - sources\n"))
    return press.build(folder, to=folder / "out.pdf").path.read_bytes()


def test_they_pass_the_validators_on_paper(pdf: bytes) -> None:
    assert validators.failures(pdf) == []
    assert structure.faults(pdf) == []


def test_a_table_is_a_table_to_who_listens(pdf: bytes) -> None:
    outline = structure.outline(pdf)
    assert 'Caption "Table 1 Three ways"' in outline
    assert 'TH Scope=Row "1  No drivers"' in outline
    assert outline.count("Table\n") == 4
    assert "L ListNumbering=Decimal" in outline
