"""The annex lists every number with its source, and links to every place where it is printed."""

import re

import pytest

from briefpack import manuscript
from briefpack.pages import compose, layout
from briefpack.paper import PAPERS
from briefpack.problem import errors
from tests.pages.printed import placeless

BRIEF = """\
title: Night buses
date: 2026
stance: neutral
language: en-GB
authors: [{name: Forum}]
glance:
  title: Two lines
  issue: The last bus leaves early.
  ask: [Run., Count., Decide.]
  facts: [{value: {n riders}, label: riders a night}]
timeline:
  title: How it went
  categories: {cut: {label: Cut}}
  events:
    - {date: 1999, title: A cut, category: cut}
    - date: 2019
      title: A count
      text: "The count finds {n riders}, says {n riders}."
      category: cut
      source: count
recommendations:
  title: One step
  items: [{id: run, title: Run them, action: "Spend {n cost}.", lead: Council, evidence: count}]
numbers:
  numbers:
    - id: riders
      value: 1412
      label: Riders *a night*
      source: count
      as-of: 2025-11
      data: {table: lines, row: All, column: Riders}
    - {id: cost, value: 1.25, before: £, unit: million, label: Cost, source: [count, "other, p. 2"]}
    - {id: idle, value: 7, label: Idle}
sources:
  - {id: count, author: Jane Roe, title: Count}
  - {id: other, title: Others count}
parts:
  - glance
  - annex
  - timeline
  - text: |
      # A year of {n riders}

      ## Costs {#costs}

      It is {n cost} [@count], **{n cost bare}**, and {n riders}[@count; @other].

      :::{table}
      :id: lines
      :caption: Lines
      | Line | Riders     |
      |------|-----------:|
      | All  | {n riders} |
      :::

      Again {n cost}.
  - recommendations
  - sources
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("brief")
    (folder / "brief.yaml").write_text(BRIEF, "utf-8")
    brief = manuscript.examine(folder)
    assert errors(brief.problems) == []
    return placeless(compose.compose(brief, layout.find("policy"), PAPERS["a4"]).html)


def row(html: str, id_: str) -> str:
    match = re.search(rf'<tr id="number-{id_}--annex">(.*?)</tr>', html, re.DOTALL)
    assert match
    return match[1]


def uses(html: str, id_: str) -> list[str]:
    return re.findall(r'<a class="page-link" href="#[^"]*">([^<]*), page</a>', row(html, id_))


def test_it_says_where_each_number_stands(html: str) -> None:
    assert uses(html, "riders") == [
        "At a glance",
        "How it went",
        "A year of 1,412",
        "Costs",
        "Table 1",
    ]
    assert uses(html, "cost") == ["Costs", "Recommendation 1"]
    assert uses(html, "idle") == []


def test_its_links_lead_to_places_that_there_are(html: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    linked = re.findall(r'<a class="page-link" href="#([^"]*)"', html)
    assert set(linked) <= set(ids)


def test_it_says_what_each_number_is_and_who_says_so(html: str) -> None:
    riders = row(html, "riders")
    assert '<th scope="row">Riders <em>a night</em></th>' in riders.replace("<span> </span>", " ")
    assert '<td class="value">1,412</td>' in riders
    assert '<td class="day">Nov 2025</td>' in riders
    assert "Roe" in riders
    assert "£1.25\u00a0million" in row(html, "cost")


def test_a_number_and_its_source_stay_together(html: str) -> None:
    number = r'<span id="[^"]*" data-number="cost">£1.25\u00a0million</span>'
    assert re.search(rf'<span class="nb">{number},<span class="cites">', html)


def test_numbers_of_the_timeline_can_be_linked_to(html: str) -> None:
    assert (
        len(re.findall(r'<span class="why">.*data-number="riders".*data-number="riders"', html))
        == 1
    )
