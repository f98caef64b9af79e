"""A brief with numbered paragraphs, a glossary and all about it, as HTML and as a PDF."""

import re
from pathlib import Path

import pytest

from briefpack import press
from tests import structure, validators

FILES = {
    "brief.yaml": """\
title: Who pays
date: 2026-01-05
stance: neutral
language: en-GB
authors: [{name: A. Author, organisation: The House, orcid: 0000-0002-1825-0097}]
contact: [{name: Desk, email: desk@example.org}, {name: Press, phone: "12"}]
about: {declaration: Nobody paid., licence: "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"}
parts:
  - cover
  - text: argument.md
    paragraphs: numbered
  - glossary
  - about
""",
    "glossary.yaml": """\
- {term: ISS, full: International Space Station, text: "A house in *orbit*."}
- {term: UN, full: United Nations, expand: false}
""",
    "paragraphs.yaml": "last: 1\ninserted: [1A]\n",
    "argument.md": """\
# Who pays

The ISS is one matter of the UN. {p 1}

- An item

It came later; see [1](#p-1). {p 1A}

Not numbered yet.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("numbered")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def pdf(folder: Path) -> bytes:
    built = press.build(folder, to=folder / "made" / "a.pdf", html=folder / "html")
    assert [problem.hint for problem in built.problems] == [
        "run 'briefpack number' before you publish"
    ]
    return built.path.read_bytes()


def test_a_paragraph_has_its_number_as_its_id(pdf: bytes, folder: Path) -> None:
    html = (folder / "html" / "index.html").read_text("utf-8")
    found = re.findall(r'<p id="(p-[^"]*)"[^>]*><span[^>]*data-tag="Lbl">([^<]*)</span>', html)
    assert found == [("p-1", "1"), ("p-1a", "1A"), ("p-2", "2")]


def test_the_number_is_a_label_before_its_paragraph(pdf: bytes) -> None:
    told = structure.outline(pdf)
    assert 'P\n      Lbl "1A"\n' in told
    assert "{p" not in told
    assert not structure.faults(pdf)


def test_an_abbreviation_is_said_in_full(pdf: bytes) -> None:
    told = structure.outline(pdf)
    assert "The International Space Station (ISS) is one matter of the" in told
    assert b"United Nations" in _unpacked(pdf)
    assert 'Lbl "ISS"\n' in told


def test_the_brief_says_how_to_cite_it(pdf: bytes) -> None:
    told = structure.outline(pdf)
    assert 'Span "Suggested citation:"' in told
    assert "The House." in told
    assert '"0000-0002-1825-0097"' in told


def test_validators_find_no_fault(pdf: bytes) -> None:
    assert validators.failures(pdf) == []


def _unpacked(pdf: bytes) -> bytes:
    """The expansion texts of the structure tree."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        elements = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        return b" ".join(bytes(one["/E"]) for one in elements if "/E" in one)
