"""Briefs of any length, made from a few paragraphs, for timing and for layout tests."""

from pathlib import Path

PARAGRAPH = (
    "The committee met for the third time in the spring and heard evidence from eleven witnesses. "
    "Each was asked what the programme had cost, what it had bought, and who had checked. The answers "
    "differed less than expected: costs had risen by a third, the delays had three causes, and only "
    "one of these lay with the contractor [@audit, p. {page}]. A second opinion, asked for in June, "
    "came to the same result by another road."
)
TABLE = """
| Year | Planned | Spent | Difference |
|------|--------:|------:|-----------:|
| 2022 |   1,200 | 1,310 |        110 |
| 2023 |   1,250 | 1,498 |        248 |
| 2024 |   1,300 | 1,622 |        322 |
"""
BRIEF = """\
title: A long report
date: 2025-06-01
stance: neutral
authors: [{name: The committee}]
sources: [{id: audit, title: Audit of the programme, date: 2025}]
"""
PARAGRAPHS_ON_A_PAGE = 6.3


def write_long_brief(folder: Path, pages: int) -> Path:
    """A folder with a cover, text for about `pages` pages in chapters of ten, and sources."""
    folder.mkdir(parents=True)
    chapters = [range(start, min(start + 10, pages - 1)) for start in range(1, pages - 1, 10)]
    for number, chapter in enumerate(chapters, start=1):
        (folder / f"{number:02}.md").write_text(_chapter(number, list(chapter)), "utf-8")
    parts = "".join(f"  - text: {number:02}.md\n" for number in range(1, len(chapters) + 1))
    text = f"{BRIEF}parts:\n  - cover\n{parts}  - sources\n"
    (folder / "brief.yaml").write_text(text, "utf-8")
    return folder


def _chapter(number: int, pages: list[int]) -> str:
    parts = [f"# Chapter {number}\n"]
    for page in pages:
        parts.append(f"## Findings of month {page}\n")
        parts += [PARAGRAPH.format(page=page) + "\n" for _ in range(int(PARAGRAPHS_ON_A_PAGE))]
        parts.append(TABLE if page % 3 == 0 else "")
    return "\n".join(parts)
