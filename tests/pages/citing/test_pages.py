"""Pages of a brief in a citation style."""

import re
from pathlib import Path

import pytest

from briefpack.pages import layout
from briefpack.pages.compose import compose
from tests.small import small

STYLED = "stance: advocacy\ncitation-style: {style}"
POLICY = layout.find("policy")


def composed(folder: Path, style: str) -> str:
    brief = small(folder, **{"stance: advocacy": STYLED.format(style=style)})
    return compose(brief, POLICY, POLICY.paper(None)).html


@pytest.mark.parametrize(
    ("style", "in_the_text", "on_the_timeline"),
    [
        ("apa", "at night (Valley Hospital, 2025, p.\u00a012).", "closed. (Timetable 2026, n.d.)"),
        ("nature", "at night.2", "closed.1"),
        (
            "oscola",
            "at night.Valley Hospital, ‘How Our Staff Travel’ (2025) 12",
            "closed. (Timetable 2026)",
        ),
    ],
)
def test_each_family_has_its_form(
    tmp_path: Path, style: str, in_the_text: str, on_the_timeline: str
) -> None:
    html = composed(tmp_path, style)
    words = re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", "", html[html.index("<body>") :]))
    assert in_the_text in words
    assert on_the_timeline in words
    assert "\ue0f0" not in html


def test_every_call_leads_to_an_entry_of_the_list(tmp_path: Path) -> None:
    html = composed(tmp_path, "apa")
    targets = set(re.findall(r'href="#(source-[^"]+)"', html))
    assert targets == {"source-timetable", "source-survey"}
    assert targets == set(re.findall(r'<li id="(source-[^"]+)"', html))
