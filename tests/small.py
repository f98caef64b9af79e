"""A small brief of everything, in one file, for tests that need a manuscript."""

from pathlib import Path

from briefpack import manuscript
from briefpack.brief import Manuscript

SMALL = """\
title: Night buses for the valley
subtitle: One year, two lines, then a decision
short-title: Night buses
series: Valley papers
number: "7"
date: 2026-03
as-of: 2026-02-20
version: "1.2"
status: For decision
stance: advocacy
language: en-GB
authors:
  - name: Valley Transport Forum
glance:
  title: Run two lines, and count
  issue: The last bus leaves at 21:40. Shift workers drive or do not come.
  ask:
    - Run lines 3 and 7 until 01:00 for one year.
    - Count the passengers each week.
    - Decide on the figures.
  facts:
    - {id: last, value: "21:40", label: last departure on weekdays, source: timetable}
timeline:
  title: How the night was lost
  categories:
    cut: {label: Cut, shape: triangle}
    talk: {label: Talk, shape: circle}
  events:
    - {date: 1999-05-30, title: Last night bus, text: The line is closed., category: cut, source: timetable}
    - {date: 2008, title: A petition, category: talk, source: survey}
    - {date: 2019-11, title: The hospital asks, category: talk, source: "survey, p. 2"}
quotes:
  - {id: nurse, words: "I drive because I must—and I hate it.", speaker: A nurse, source: survey}
  - {id: mayor, words: We will run the buses., speaker: The mayor}
recommendations:
  title: Two steps
  items:
    - {id: run, title: Run two lines, action: Start in May., lead: The council, by: May, priority: high, evidence: survey, see: figures}
    - {id: count, title: Count, action: Count weekly., lead: The operator, cost: Low}
sources:
  - {id: timetable, title: Timetable 2026, publisher: Valley Transport}
  - {id: survey, author: Valley Hospital, title: How our staff travel, date: 2025, url: "https://www.example.org/survey/"}
parts:
  - cover
  - glance
  - timeline
  - kind: text
    text: |
      # One year, then a decision

      Four in ten jobs begin or end at night [@survey, p. 12].

      ## What the figures say {#figures}

      :::{quote} nurse
      :style: measure
      :::

      A *second* paragraph, <3 of all.
  - recommendations
  - sources
  - about
"""


def small(folder: Path, **changes: str) -> Manuscript:
    """The small brief, read; `changes` are (old, new) pieces of its text, by any name."""
    text = SMALL
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"the small brief has no '{old}'")
        text = text.replace(old, new)
    file = folder / "brief.yaml"
    file.write_text(text, "utf-8")
    return manuscript.read(file)
