"""The command that issues paragraph numbers: it writes marks, and nothing but marks."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import copyedit, issuing, manuscript
from briefpack.cli import main
from briefpack.paragraphs import parse
from briefpack.problem import Refused
from briefpack.reading import numbers
from briefpack.words import Words

BRIEF = """\
title: A brief
date: 2026-01-05
stance: neutral
authors: [{name: A. Author}]
parts:
  - cover
  - text: argument.md
    paragraphs: numbered
  - about
"""
MARK = re.compile(rb" \{p ([0-9A-Z]+)\}")


def brief(folder: Path, text: bytes, record: str = "") -> Path:
    (folder / "brief.yaml").write_text(BRIEF, "utf-8")
    (folder / "argument.md").write_bytes(text)
    if record:
        (folder / "paragraphs.yaml").write_text(record, "utf-8")
    return folder


def issued(folder: Path) -> list[str]:
    issuing.issue(folder)
    return [mark.decode() for mark in MARK.findall((folder / "argument.md").read_bytes())]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_nothing_changes_but_the_marks(tmp_path: Path, end: bytes, start: bytes) -> None:
    lines = [
        b"# Title",
        b"",
        b"One.  ",
        b"",
        b"Two",
        b"lines.",
        b"",
        b"- no",
        b"",
        b"> no",
        b"",
        b"\tno",
        b"",
        "Drei µ".encode(),
    ]
    before = start + end.join(lines)
    brief(tmp_path, before)
    assert issued(tmp_path) == ["1", "2", "3"]
    after = (tmp_path / "argument.md").read_bytes()
    assert MARK.sub(b"", after) == before
    assert b"One. {p 1}  " + end in after
    assert b"lines. {p 2}" + end in after


def test_waivers_move_no_mark(tmp_path: Path) -> None:
    why = b"<!-- waive braces: printed as they are -->"
    lines = [b"# Title", b"", why, b"One.", b"", b"Two", why, b"lines.", b"", why, b"Three."]
    brief(tmp_path, b"\n".join(lines))
    assert issued(tmp_path) == ["1", "2", "3"]
    marked = (tmp_path / "argument.md").read_bytes().split(b"\n")
    lines[3], lines[7], lines[10] = b"One. {p 1}", b"lines. {p 2}", b"Three. {p 3}"
    assert marked == lines


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    issued(brief(tmp_path, b"# T\n\nOne.\n\nTwo."))
    times = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.iterdir()}
    assert not issuing.issue(tmp_path).numbers
    assert times == {
        file: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.iterdir()
    }


def test_what_a_build_prints_is_what_is_issued(tmp_path: Path) -> None:
    brief(
        tmp_path, b"# T\n\nOne. {p 1}\n\nNew.\n\nTwo. {p 2}\n\nLast.", "last: 5\ninserted: [1A]\n"
    )
    tokens = manuscript.read(tmp_path).prose[1].tokens
    assert [one for _, one in numbers(tokens)] == ["1", "1B", "2", "6"]
    assert issued(tmp_path) == ["1", "1B", "2", "6"]


def test_a_number_that_is_gone_does_not_come_back(tmp_path: Path) -> None:
    file = brief(tmp_path, b"# T\n\nOne.\n\nTwo.\n\nThree.") / "argument.md"
    issued(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"\n\nThree. {p 3}", b""))
    assert issued(tmp_path) == ["1", "2"]
    file.write_bytes(file.read_bytes() + b"\n\nFour.")
    assert issued(tmp_path) == ["1", "2", "4"]


def test_the_numbers_run_on_through_several_texts(tmp_path: Path) -> None:
    brief(tmp_path, b"# T\n\nOne.")
    parts = BRIEF.replace(
        "  - about", "  - {kind: text, file: more.md, paragraphs: numbered}\n  - about"
    )
    (tmp_path / "brief.yaml").write_text(parts, "utf-8")
    (tmp_path / "more.md").write_bytes(b"# M\n\nTwo.")
    assert [list(found) for found in issuing.issue(tmp_path).numbers.values()] == [["1"], ["2"]]


def test_rights_and_links_of_a_file_stay(tmp_path: Path) -> None:
    brief(tmp_path, b"# T\n\nOne.")
    home = (tmp_path / "argument.md").rename(tmp_path / "home.txt")
    home.chmod(0o640)
    (tmp_path / "argument.md").symlink_to("home.txt")
    assert issued(tmp_path) == ["1"]
    assert (tmp_path / "argument.md").is_symlink()
    assert home.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("text", "record", "told"),
    [
        (b"# T\n\nOne. {p 1}\n\nTwo. {p 1}\n\nThree.", "", "two paragraphs have the number 1"),
        (b"# T\n\nOne. {p x}\n\nTwo.", "", "is no mark"),
        (b"# T\n\nOne.", "last: many\n", "expected a whole number"),
        (b"# T\n\nOne.", "last: [\n", ""),
    ],
)
def test_nothing_is_written_where_something_is_wrong(
    tmp_path: Path, text: bytes, record: str, told: str
) -> None:
    brief(tmp_path, text, record)
    with pytest.raises(Refused) as refused:
        issuing.issue(tmp_path)
    assert any(told in problem.message for problem in refused.value.problems)
    assert (tmp_path / "argument.md").read_bytes() == text


def test_a_text_within_the_brief_has_no_file_to_write_into(tmp_path: Path) -> None:
    one = tmp_path / "brief.yaml"
    one.write_text(
        BRIEF.replace("text: argument.md", "text: |\n      # T\n\n      One.\n"), "utf-8"
    )
    with pytest.raises(Refused, match="1 problem"):
        issuing.issue(one)


def test_a_brief_without_numbers_is_told_how(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(BRIEF.replace("    paragraphs: numbered\n", ""), "utf-8")
    (tmp_path / "argument.md").write_text("# T\n\nOne.")
    issue = issuing.issue(tmp_path)
    assert not issue.numbers
    assert [problem.message for problem in issue.problems] == [
        "no text of this brief has numbered paragraphs"
    ]


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brief(tmp_path, b"# T\n\nOne.\n\nTwo.\n\nThree.")
    assert main(["number", str(tmp_path)]) == 0
    assert "3 paragraphs numbered (1 to 3)" in capsys.readouterr().out
    assert main(["number", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "every paragraph has its number\n"
    assert main(["number", "--json", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["issued"] == {}


def test_the_command_refuses_as_check_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief(tmp_path, b"# T\n\nOne. {p 1}\n\nTwo. {p 1}")
    assert main(["number", str(tmp_path)]) == 1
    assert "two paragraphs have the number 1" in capsys.readouterr().err


LINES = st.sampled_from(
    [
        b"Words.", b"more words  ", b"", b"", b"- item", b"> said", b"## Heading", b"| a | b |",
        b"|---|---|", b"---", b"[x]: y", b"[x]:", b"`code", b"\\", b"text {p 7}", b"{p 7A}", b"{p}",
        b"`{p 3}`", b":::{note} N", b":::", b"    code", b"```", b"1. one", b": term",
        b"[^1]: note", b"word[^1]", b"![a](figures/x.png)", b"text {p 0}", b"*em* {p 2} ",
        b"a {p 2} b", b"===", b"{#id}", b"\xc3\xa9 {p 12ZA}",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from([b"\n", b"\r\n"]))
def test_any_text_is_marked_right_or_left_alone(lines: list[bytes], end: bytes) -> None:
    text = end.join([b"# T", b"", *lines])
    with tempfile.TemporaryDirectory() as name:
        folder = brief(Path(name), text)
        try:
            issuing.issue(folder)
        except Refused:
            assert (folder / "argument.md").read_bytes() == text
            assert not (folder / "paragraphs.yaml").exists()
            return
        after = (folder / "argument.md").read_bytes()
        found = manuscript.examine(folder)
        marked = [t.meta["mark"] for t in found.prose[1].tokens if "mark" in t.meta]
        assert marked == [one for _, one in numbers(found.prose[1].tokens)]
        new = _without(after, text)
        assert new == text
        assert not [
            p
            for p in copyedit.check(found)
            if p.rule == "paragraph-number" and p.severity == "error"
        ]
        issuing.issue(folder)
        assert (folder / "argument.md").read_bytes() == after


def _without(after: bytes, before: bytes) -> bytes:
    """What is left of a marked text without the marks that its former text did not have."""
    lines = []
    for line, old in zip(after.splitlines(), before.splitlines(), strict=True):
        lines.append(old if line != old and MARK.sub(b"", line) == MARK.sub(b"", old) else line)
    rest = after[len(b"".join(after.splitlines(keepends=True))) :]
    ends = [line[len(line.rstrip(b"\r\n")) :] for line in after.splitlines(keepends=True)]
    return b"".join(line + end for line, end in zip(lines, ends, strict=True)) + rest


STEPS = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "number"]), st.integers(0, 20)), max_size=20
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_a_number_stays_with_its_paragraph(steps: list[tuple[str, int]]) -> None:
    words = [f"Paragraph a{index}." for index in range(3)]
    known: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count, (kind, at) in enumerate([*steps, ("number", 0)]):
            if kind == "insert":
                words.insert(at % (len(words) + 1), f"Paragraph b{count}.")
            elif kind == "delete" and len(words) > 1:
                del words[at % len(words)]
            elif kind == "number":
                brief(folder, "\n\n".join(["# T", *words]).encode())
                issuing.issue(folder)
                words = (folder / "argument.md").read_text("utf-8").split("\n\n")[1:]
                found = [line.removesuffix("}").split(" {p ") for line in words]
                for paragraph, number in found:
                    assert known.setdefault(number, paragraph) == paragraph
                marks = [parse(number) for _, number in found]
                assert marks == sorted(set(filter(None, marks)))


def test_marks_do_not_come_to_be_printed(tmp_path: Path) -> None:
    tokens, problems = manuscript.texts.markdown.parse(
        Words("# T\n\nOne. {p 1}"), language="en", first_id="t"
    )
    assert not problems
    assert "{p" not in "".join(child.content for token in tokens for child in token.children or [])
