"""The numbers of the ledger are put where the content calls for them."""

from pathlib import Path

import pytest

from briefpack import manuscript, reading
from briefpack.brief import Manuscript
from briefpack.ledger.filling import as_written
from briefpack.problem import errors

BRIEF = """\
title: "{n riders} at night"
date: 2026
stance: neutral
language: LANGUAGE
authors: [{name: Forum}]
glance:
  title: "{n riders}"
  issue: "{n budget} a year."
  ask: ["{n share} of all"]
  facts:
    - {value: {n riders}, label: riders}
    - {value: "{n distance}", label: distance}
    - {value: "{n budget}", label: budget}
    - {value: "{n distance}", unit: kilometres, source: other, label: distance}
quotes:
  - {id: nurse, words: "We were {n riders}.", speaker: A nurse}
numbers:
  numbers:
    - {id: riders, value: 14132, label: Riders, source: "count, p. 3"}
    - {id: distance, value: 1.5, unit: km, label: Distance, source: count}
    - {id: budget, value: 135, before: $, unit: billion, label: Budget, source: count}
    - {id: share, value: 41.7, unit: "%", label: Share, source: count}
sources:
  - {id: count, title: Count}
  - {id: other, title: Other}
parts:
  - glance
  - text: |
      # Of {n riders}

      :::{figure} figures/x.svg
      :alt: A line that ends at {n riders}
      What *{n share}* means
      :::
  - sources
"""


@pytest.fixture(params=["en", "de"])
def brief(request: pytest.FixtureRequest, tmp_path: Path) -> Manuscript:
    (tmp_path / "figures").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    (tmp_path / "figures" / "x.svg").write_text(drawing, "utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF.replace("LANGUAGE", request.param), "utf-8")
    found = manuscript.examine(tmp_path)
    assert errors(found.problems) == []
    return found


@pytest.fixture
def written(brief: Manuscript) -> dict[str, str]:
    """What the brief's language has."""
    return {
        "en": {"riders": "14,132", "share": "41.7%", "distance": "1.5"},
        "de": {"riders": "14.132", "share": "41,7\u00a0%", "distance": "1,5"},
    }[brief.brief.language]


def test_short_fields_are_filled(brief: Manuscript, written: dict[str, str]) -> None:
    assert brief.brief.title == f"{written['riders']} at night"
    assert as_written(brief.brief.title) == "{n riders} at night"
    assert brief.brief.glance is not None
    assert brief.brief.glance.issue == "$135\u00a0billion a year."
    assert brief.brief.glance.ask == [f"{written['share']} of all"]


def test_a_fact_has_its_unit_and_source_of_the_ledger(
    brief: Manuscript, written: dict[str, str]
) -> None:
    assert brief.brief.glance is not None
    riders, distance, budget, own = brief.brief.glance.facts
    assert (riders.value, riders.unit) == (written["riders"], None)
    assert [(one.key, one.locator) for one in riders.source] == [("count", "p. 3")]
    assert (distance.value, distance.unit) == (written["distance"], "km")
    assert (budget.value, budget.unit) == ("$135\u00a0billion", None)
    assert (own.value, own.unit) == (written["distance"], "kilometres")
    assert [one.key for one in own.source] == ["other"]


def test_the_words_of_others_stay_exact(brief: Manuscript) -> None:
    assert brief.brief.quotes[0].words == "We were {n riders}."


def test_texts_print_the_numbers(brief: Manuscript, written: dict[str, str]) -> None:
    [text] = brief.prose.values()
    [heading] = reading.headings(text.tokens)
    assert heading.title == f"Of {written['riders']}"
    [figure] = reading.blocks(text.tokens)
    assert figure.alt == f"A line that ends at {written['riders']}"
    assert reading.text(figure.body) == f"What {written['share']} means"


@pytest.mark.parametrize(("head", "comma"), [("year,riders", "1.5"), ("year;riders", "1,5")])
def test_a_cell_of_data_holds_the_plain_number(tmp_path: Path, head: str, comma: str) -> None:
    row = head.replace("year", "2025").replace("riders", "{n distance}")
    (tmp_path / "x.csv").write_text(f"{head}\n{row}\n", "utf-8")
    table = "      # T\n\n      :::{table} x.csv\n      :caption: T\n      :::\n"
    start, end = BRIEF.index("      # Of"), BRIEF.index("  - sources\n")
    text = (BRIEF[:start] + table + BRIEF[end:]).replace("LANGUAGE", "de")
    (tmp_path / "brief.yaml").write_text(text, "utf-8")
    data = manuscript.examine(tmp_path).data["x.csv"]
    assert data.rows[0][1] == comma
    assert data.numeric("riders")


def test_who_cannot_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    text = BRIEF.replace("LANGUAGE", "en").replace("value: 14132", "value: many")
    (tmp_path / "brief.yaml").write_text(text, "utf-8")
    messages = [problem.message for problem in manuscript.examine(tmp_path).problems]
    assert not [message for message in messages if "ledger has no number" in message]
