"""No file outside the folder is opened, and none that is not a regular file."""

import os
from pathlib import Path

import pytest

from briefpack.manuscript.files import enclosed
from briefpack.problem import Place, Refused
from briefpack.words import Words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.md").write_text("# Secret\n")
    folder = tmp_path / "brief"
    (folder / "figures").mkdir(parents=True)
    (folder / "text.md").write_text("# A text\n")
    (folder / "figures" / "map.svg").write_text("<svg/>\n")
    return folder


def rule_and_message(folder: Path, name: str) -> tuple[str, str]:
    words = Words(name, Place("brief.yaml", 7, 3))
    with pytest.raises(Refused) as refused:
        enclosed(folder, words)
    [problem] = refused.value.problems
    assert problem.place == words.place
    return problem.rule, problem.message


@pytest.mark.parametrize("name", ["text.md", "figures/map.svg", "./text.md"])
def test_a_file_in_the_folder_is_found(folder: Path, name: str) -> None:
    assert enclosed(folder, Words(name)) == folder / name


@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "figures/../../secret.md",
        "/etc/passwd",
        "C:/secret.md",
        "figures\\..\\..\\secret.md",
        "\\\\server\\share\\secret.md",
        "~/secret.md",
        "file:///etc/passwd",
        "https://example.org/text.md",
    ],
)
def test_no_path_leads_out(folder: Path, name: str) -> None:
    assert rule_and_message(folder, name)[0] == "outside-folder"


def test_a_link_that_leads_out_is_refused(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "deep").symlink_to(folder.parent)
    assert rule_and_message(folder, "link.md")[0] == "outside-folder"
    assert rule_and_message(folder, "deep/secret.md")[0] == "outside-folder"


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.md").symlink_to("text.md")
    assert enclosed(folder, Words("link.md"))


def test_links_in_a_circle_are_refused(folder: Path) -> None:
    (folder / "one.md").symlink_to("two.md")
    (folder / "two.md").symlink_to("one.md")
    assert rule_and_message(folder, "one.md")[0] in ("unreadable-file", "outside-folder")


@pytest.mark.parametrize("name", ["txet.md", "text.md/more", "nul\0.md"])
def test_a_missing_file_is_told_with_the_nearest(folder: Path, name: str) -> None:
    assert rule_and_message(folder, name)[0] == "missing-file"


def test_the_case_of_letters_counts_everywhere(folder: Path) -> None:
    assert rule_and_message(folder, "Text.md")[0] == "missing-file"
    assert rule_and_message(folder, "Figures/map.svg")[0] == "missing-file"


@pytest.mark.parametrize("name", ["figures", ".", "figures/"])
def test_a_folder_is_no_file(folder: Path, name: str) -> None:
    assert rule_and_message(folder, name)[1].endswith("is a folder, not a file")


def test_a_pipe_is_refused_without_waiting_for_it(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    assert rule_and_message(folder, "pipe.md") == (
        "not-a-file",
        "'pipe.md' is a named pipe, not a file",
    )


def test_a_name_of_any_length_is_answered(folder: Path) -> None:
    assert rule_and_message(folder, "a" * 5000)[0] == "unreadable-file"
