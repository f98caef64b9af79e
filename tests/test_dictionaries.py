"""Where dictionaries are found, which one spells a language, and what brings one."""

from pathlib import Path

import pytest

from briefpack import dictionaries, doctor, system
from briefpack.doctor import State


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of dictionaries, and no others on this machine."""
    monkeypatch.setenv("DICPATH", str(tmp_path))
    monkeypatch.setattr(dictionaries, "PLACES", ())
    monkeypatch.setattr(dictionaries, "_of_package", lambda: iter(()))
    return tmp_path


def put(shelf: Path, *names: str) -> None:
    for name in names:
        shelf.mkdir(exist_ok=True)
        (shelf / f"{name}.dic").write_text("1\nword\n")
        (shelf / f"{name}.aff").write_text("SET UTF-8\n")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "en_GB"),
        ("en-GB", "en_GB"),
        ("en-us", "en_US"),
        ("en-IE", "en_GB"),
        ("de", "de_DE"),
        ("de-LU", "de_DE"),
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("fr-Latn-CA", "fr"),
        ("it", "it_IT"),
    ],
)
def test_a_language_has_its_dictionary(shelf: Path, language: str, name: str) -> None:
    put(shelf, "en_GB", "en_US", "de_DE_frami", "fr", "it_IT")
    found = dictionaries.find(language)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "language", ["en-AU", "de-AT", "de-CH", "pt-BR", "mi", "", "english", "../x"]
)
def test_none_is_taken_that_spells_otherwise(shelf: Path, language: str) -> None:
    put(shelf, "en_GB", "en_US", "de_DE", "pt_PT", "x")
    assert dictionaries.find(language) is None


def test_half_a_dictionary_is_none(shelf: Path) -> None:
    (shelf / "en_GB.dic").write_text("1\nword\n")
    assert dictionaries.find("en-GB") is None


def test_a_folder_of_the_environment_comes_first(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf / "mine", "en_GB")
    put(shelf / "system", "en_GB", "fr")
    monkeypatch.setenv("DICPATH", str(shelf / "mine"))
    monkeypatch.setattr(dictionaries, "PLACES", (("", str(shelf / "sys*")), ("none", "/nowhere")))
    stems = {name: one.stem.parent.name for name, one in dictionaries.found().items()}
    assert stems == {"en_GB": "mine", "fr": "system"}


@pytest.mark.parametrize(
    ("program", "language", "command"),
    [
        ("apt-get", "de", "hunspell-de-de"),
        ("apt-get", "fr-CA", "hunspell-fr"),
        ("apt-get", "en-IE", "hunspell-en-gb"),
        ("dnf", "en-GB", "hunspell-en"),
        ("pacman", "en-GB", "hunspell-en_gb"),
        ("zypper", "de", "myspell-de_DE"),
    ],
)
def test_the_systems_own_package_is_named(
    monkeypatch: pytest.MonkeyPatch, program: str, language: str, command: str
) -> None:
    row = next(row for row in system.MANAGERS if row.program == program)
    monkeypatch.setattr(system, "manager", lambda: row)
    assert dictionaries.remedy(language).endswith(f" {command}")
    assert any(command in packages for packages in [*row.dictionaries.split(), command])


@pytest.mark.parametrize("program", ["brew", ""])
def test_where_no_package_has_them_the_files_are_named(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    row = next(row for row in system.MANAGERS if row.program == program)
    monkeypatch.setattr(system, "manager", lambda: row)
    assert "en_GB.aff and en_GB.dic" in dictionaries.remedy("en-GB")


def test_the_doctor_lists_them_and_what_brings_the_others(shelf: Path) -> None:
    put(shelf, "en_GB", "sv_SE")
    found = {one.name: one for one in doctor.examine() if one.group == "Spelling"}
    assert found["en-GB"].state is State.OK
    assert found["en-GB"].detail == str(shelf / "en_GB.dic")
    assert found["de-DE"].state is State.ABSENT
    assert found["de-DE"].remedy == dictionaries.remedy("de-DE")
    assert found["others"].detail == "sv_SE"
    assert doctor.well(found.values())


def test_the_doctor_knows_what_spelling_lacks(shelf: Path) -> None:
    assert doctor.lacking_for_spelling() == ["dictionaries"]
    put(shelf, "en_GB", "en_US", "de_DE", "fr")
    assert doctor.lacking_for_spelling() == []
