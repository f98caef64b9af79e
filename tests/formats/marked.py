"""A brief of all that comes near a page's edge: marking, numbers, notes, turned tables."""

from pathlib import Path

from tests.small import SMALL

SAID = "Four in ten jobs begin or end at night [@survey, p. 12], and those who have them drive."
SHORT = "A paragraph of a line, so that there are more than a hundred."
STEPS = "".join(
    f"    - {{id: s{n}, title: Step {n}, action: Do it., lead: The council, evidence: survey}}\n"
    for n in range(9)
)
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="170mm" height="215mm" viewBox="0 0 170 215">
<rect x=".5" y=".5" width="169" height="214" fill="none" stroke="#13263b"/></svg>
"""


def row(*cells: str) -> str:
    """A row of a table in Markdown, wide enough for a turned page."""
    return f"| {' | '.join(cells * 14)} |"


TEXT = f"""\
# One year, then a decision

{SAID}[^a]

[^a]: A note at the foot of the page.

:::{{note}} A note
It stands beside the text.
:::

:::{{quote}} nurse
:style: page
:::

:::{{table}}
:caption: A table that is turned
:place: turned

{row("A column")}
{row("---")}
{row("A value")}
:::

{(SHORT + chr(10) * 2) * 110}

:::{{box}} Case study: the hill
:place: wide
Words in a box.
:::

:::{{figure}} figures/page.svg
:place: page
:alt: A frame
It fills its page.
:::
"""


def marked(folder: Path, marking: str = "OFFICIAL") -> Path:
    """Write the brief; its folder. It has eleven recommendations, which take two pages."""
    start, rest = SMALL.split("  - kind: text\n")
    end = rest[rest.index("  - recommendations\n") :]
    body = "".join(f"      {line}\n" if line else "\n" for line in TEXT.splitlines())
    text = f"{start}  - kind: text\n    paragraphs: numbered\n    text: |\n{body}{end}"
    text = text.replace("stance: advocacy", f"stance: advocacy\nmarking: {marking}")
    text = text.replace(", see: figures", "")
    text = text.replace("  title: Two steps\n  items:\n", f"  title: Steps\n  items:\n{STEPS}")
    (folder / "figures").mkdir()
    (folder / "figures" / "page.svg").write_text(PICTURE, "utf-8")
    (folder / "brief.yaml").write_text(text, "utf-8")
    return folder
