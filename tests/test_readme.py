"""What the README says is so."""

import re
from pathlib import Path

import pytest

import briefpack
from briefpack.edition import EDITIONS
from briefpack.exits import Exit

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_brief_in_one_file_is_without_fault(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.+?)```", README, re.DOTALL)
    file = tmp_path / "brief.yaml"
    file.write_text(example, "utf-8")
    assert briefpack.check(file) == []


@pytest.mark.parametrize("code", Exit, ids=lambda code: code.name)
def test_every_exit_code_is_named(code: Exit) -> None:
    assert re.search(rf"^\| *`?{code.value}`? *\| *`?{code.name}`? *\|", README, re.MULTILINE)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake (\w+)", README))))
def test_every_chore_is_one_of_the_makefile(target: str) -> None:
    makefile = (Path(__file__).parent.parent / "Makefile").read_text("utf-8")
    [editions] = re.findall(r"^EDITIONS = (.+)$", makefile, re.MULTILINE)
    rule = rf"^(?:\S+ )*{target}(?: \S+)*:(?=\s)"
    assert re.search(rule, makefile, re.MULTILINE) or target in editions.split()


@pytest.mark.parametrize("name", EDITIONS)
def test_every_edition_has_its_row_and_its_picture(name: str) -> None:
    [picture] = re.findall(rf"^\| `{name}` \|.+\| !\[.+\]\((.+)\) \|$", README, re.MULTILINE)
    assert picture == f"layouts/policy/preview/edition-{name}.png"


@pytest.mark.parametrize("picture", re.findall(r"!\[.*?\]\((.+?)\)", README))
def test_every_picture_is_there_and_small(picture: str) -> None:
    file = Path(__file__).parent.parent / picture
    assert 0 < file.stat().st_size < 150_000
