"""The libraries of a brief: named, or found by their name."""

from pathlib import Path

import pytest

from briefpack import manuscript
from briefpack.brief import Manuscript
from briefpack.brief.source import Listed
from briefpack.problem import Severity

BIB = '@book{roe, author = {Roe, Jane}, title = {{NASA} and {\\"u}bers}, year = 2024}\n'
BRIEF = """\
title: T
date: 2026
stance: neutral
authors: [{name: N}]
"""
TEXT = "# T\n\nWords [@roe].\n"


def read(folder: Path, brief: str = BRIEF, text: str = TEXT, **files: str) -> Manuscript:
    (folder / "brief.yaml").write_text(brief, "utf-8")
    (folder / "argument.md").write_text(text, "utf-8")
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    return manuscript.examine(folder)


def test_sources_bib_needs_not_be_named(tmp_path: Path) -> None:
    made = read(tmp_path, sources_bib=BIB)
    [source] = made.brief.sources
    assert isinstance(source, Listed)
    assert (source.id, source.byline, source.title) == ("roe", "Jane Roe", "NASA and übers")
    assert (source.id.place.line, source.id.place.column) == (1, 7)
    assert [part.kind for part in made.brief.parts] == ["cover", "text", "sources", "about"]
    assert not made.problems


def test_a_file_of_another_name_is_named(tmp_path: Path) -> None:
    assert not read(tmp_path, library_bib=BIB).brief.sources
    made = read(tmp_path, BRIEF + "bibliography: library.bib\n", library_bib=BIB)
    assert [source.id for source in made.brief.sources] == ["roe"]


def test_own_sources_come_first_and_win(tmp_path: Path) -> None:
    own = "- {id: roe, title: Mine}\n"
    made = read(tmp_path, sources_bib=BIB, sources_yaml=own)
    assert [source.title for source in made.brief.sources] == ["Mine"]
    [problem] = made.problems
    assert problem.rule == "duplicate-id"


def test_a_library_that_is_lost_keeps_citations_quiet(tmp_path: Path) -> None:
    made = read(tmp_path, sources_bib="@book{roe, title = ")
    assert "sources" in made.gaps
    assert [problem.rule for problem in made.problems] == ["bibtex"]


def test_a_library_without_entries_loses_nothing(tmp_path: Path) -> None:
    made = read(tmp_path, sources_bib="% nothing yet\n")
    assert "sources" not in made.gaps
    assert "bibtex" in [problem.rule for problem in made.problems]


@pytest.mark.parametrize(("cited", "there"), [("roe", True), ("other", False)])
def test_only_what_is_cited_has_to_be_printable(tmp_path: Path, cited: str, there: bool) -> None:
    bib = "@book{roe, title = {月}}\n@book{other, title = {T}}\n"
    made = read(tmp_path, text=f"# T\n\nWords [@{cited}].\n", sources_bib=bib)
    assert ("月" in made.characters) is there


def test_a_library_that_is_not_read_is_said_to_be_there(tmp_path: Path) -> None:
    made = read(tmp_path, library_bib=BIB)
    assert made.unread == ["library.bib"]
    [problem] = [one for one in made.problems if one.rule == "unread-file"]
    assert problem.severity is Severity.WARNING
    assert problem.place.file.endswith("/library.bib")
    assert problem.message == "library.bib is here and is not read"
    assert problem.hint == "write 'bibliography: library.bib', or take the file elsewhere"


def test_the_hint_keeps_the_libraries_that_are_named(tmp_path: Path) -> None:
    made = read(tmp_path, BRIEF + "bibliography: a.bib\n", a_bib=BIB, b_ris="", sources_json="[]")
    assert made.unread == ["b.ris"]
    [problem] = [one for one in made.problems if one.rule == "unread-file"]
    assert problem.hint.startswith("write 'bibliography: [a.bib, b.ris]'")


def test_of_json_files_only_libraries_are_taken_for_such(tmp_path: Path) -> None:
    csl = '[{"id": "roe", "type": "book", "title": "T"}]'
    data = '[{"id": 1, "type": "bus", "riders": 5}]'
    chart = '{"mark": {"type": "map"}, "data": []}'
    assert read(tmp_path, csl_json=csl, data_json=data, chart_json=chart).unread == ["csl.json"]
