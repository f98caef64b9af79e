"""A folder or a file becomes a manuscript, and all that is wrong with it is told at once."""

import os
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from briefpack.manuscript import examine, read
from briefpack.problem import Refused

CASES = Path(__file__).parent.parent / "cases"
Write = Callable[..., Path]


def rules(path: Path) -> list[str]:
    return [problem.rule for problem in examine(path).problems]


def kinds(path: Path) -> list[str]:
    return [part.kind for part in examine(path).brief.parts]


def test_a_folder_is_read() -> None:
    manuscript = read(CASES / "good-folder" / "brief")
    brief = manuscript.brief
    assert str(brief.title) == "A brief"
    assert brief.timeline is not None
    assert len(brief.timeline.events) == 2
    assert [str(quote.id) for quote in brief.quotes] == ["province"]
    assert list(manuscript.prose) == [3]
    assert "mankind" in manuscript.evidence["evidence/treaty.txt"]
    assert not manuscript.problems
    assert not manuscript.gaps


def test_brief_yaml_means_its_folder() -> None:
    folder = CASES / "good-folder" / "brief"
    assert read(folder / "brief.yaml").brief == read(folder).brief


def test_one_yaml_file_can_hold_everything() -> None:
    manuscript = read(CASES / "good-one-file" / "brief.yaml")
    assert [part.kind for part in manuscript.brief.parts][3] == "text"
    assert manuscript.prose[3].tokens


def test_one_markdown_file_can_hold_everything() -> None:
    manuscript = read(CASES / "good-front-matter" / "brief.md")
    assert [part.kind for part in manuscript.brief.parts] == ["cover", "text", "sources", "about"]
    [prose] = manuscript.prose.values()
    assert prose.tokens[0].meta["place"].line == 11


def test_scalars_are_never_guessed() -> None:
    brief = read(CASES / "good-words" / "brief").brief
    words = (brief.title, brief.series, brief.number, brief.version, brief.status)
    assert [str(word) for word in words] == ["NO", "1:30", "0123", "1e3", "2024-06"]
    assert brief.subtitle is None
    assert brief.marking is None


def test_files_are_named_as_the_user_would_type_them(write: Write) -> None:
    folder = write("titel: x\n")
    with chdir(folder.parent):
        [problem] = examine(Path(folder.name)).problems
    assert problem.place.file == f"{folder.name}/brief.yaml"
    with chdir(folder):
        [problem] = examine(Path()).problems
    assert problem.place.file == "brief.yaml"


def test_the_usual_order_has_what_there_is(write: Write) -> None:
    files = {"b.md": "# B\n\nWords.\n", "a.md": "# A\n\nWords.\n"}
    folder = write("sources: [{id: a, title: A}]\n", files)
    manuscript = examine(folder)
    assert [part.kind for part in manuscript.brief.parts] == [
        "cover", "text", "text", "sources", "about"
    ]  # fmt: skip
    assert [str(part.file) for part in manuscript.brief.parts[1:3]] == ["a.md", "b.md"]


def test_evidence_in_markdown_is_no_text_of_the_brief(write: Write) -> None:
    quote = "quotes: [{id: a, words: Words., speaker: S, evidence: evidence.md}]\n"
    assert kinds(write(quote, {"evidence.md": "<b>Words.</b>\n"})) == ["cover", "about"]


def test_an_unlisted_body_stands_behind_the_glance(tmp_path: Path) -> None:
    head = (CASES / "good-front-matter" / "brief.md").read_text("utf-8")
    parts = "parts:\n  - cover\n  - sources\n"
    (tmp_path / "x.md").write_text(head.replace("\n---\n\n", f"\n{parts}---\n\n"), "utf-8")
    assert kinds(tmp_path / "x.md") == ["cover", "text", "sources"]


def test_the_body_stands_where_the_parts_say(tmp_path: Path) -> None:
    head = (CASES / "good-front-matter" / "brief.md").read_text("utf-8")
    parts = "parts:\n  - cover\n  - sources\n  - {kind: text}\n"
    (tmp_path / "x.md").write_text(head.replace("\n---\n\n", f"\n{parts}---\n\n"), "utf-8")
    manuscript = read(tmp_path / "x.md")
    assert list(manuscript.prose) == [2]


def test_a_part_with_several_lines_of_words_is_the_text_itself(write: Write) -> None:
    folder = write("parts:\n  - text: |\n      # A text\n\n      Words <b>here</b>.\n")
    [problem] = examine(folder).problems
    assert (problem.rule, problem.place.line, problem.place.column) == ("raw-html", 10, 13)


def test_problems_of_all_files_come_sorted_in_one_run(write: Write) -> None:
    folder = write(
        "titel: x\nparts: [{text: a.md}, {text: b.md}]\n",
        {
            "a.md": "# A\n\n<b>A</b>\n",
            "quotes.yaml": "- id: [a\n",
            "timeline.yaml": "title: T\nscal: true\ncategories: {}\nevents: []\n",
        },
    )
    problems = examine(folder).problems
    assert problems == sorted(problems)
    assert {problem.rule for problem in problems} == {
        "unknown-key", "missing-file", "raw-html", "yaml", "too-few"
    }  # fmt: skip


def test_what_could_not_be_read_is_known_to_be_missing(write: Write) -> None:
    folder = write("", {"quotes.yaml": "- id: 'a\n", "sources.yaml": "- {id: a}\n"})
    assert examine(folder).gaps == {"quotes", "sources"}


def test_reading_refuses_what_examining_only_notes(write: Write) -> None:
    with pytest.raises(Refused) as refused:
        read(write("titel: x\n"))
    assert [problem.rule for problem in refused.value.problems] == ["unknown-key"]


def test_a_warning_stops_nobody(write: Write) -> None:
    folder = write("", {"timline.yaml": "title: T\n"})
    assert [problem.rule for problem in read(folder).problems] == ["unread-file"]


def test_a_missing_folder_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "moon-brief").mkdir()
    with pytest.raises(Refused) as refused:
        examine(tmp_path / "mon-brief")
    assert refused.value.problems[0].hint == "did you mean 'moon-brief'?"


@pytest.mark.parametrize("name", ["nul\0", "a" * 5000, "brief.yaml/x"])
def test_a_path_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "brief.yaml").write_text("title: T\n")
    with pytest.raises(Refused):
        examine(tmp_path / name)


def test_a_pipe_is_no_brief(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "brief.yaml")
    assert "not-a-file" in rules(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_told(write: Write) -> None:
    folder = write()
    folder.chmod(0)
    with pytest.raises(Refused) as refused:
        examine(folder)
    folder.chmod(0o700)
    assert refused.value.problems[0].rule == "unreadable-file"


def test_fifty_megabytes_are_refused(write: Write) -> None:
    folder = write("parts: [{text: a.md}]\n", {"a.md": ""})
    for name in ("a.md", "quotes.yaml"):
        with (folder / name).open("wb") as file:
            file.truncate(50_000_000)
    assert rules(folder) == ["large-file", "large-file"]
