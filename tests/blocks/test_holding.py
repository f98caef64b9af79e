"""Which blocks stand in another."""

from briefpack import markdown
from briefpack.blocks.holding import held
from briefpack.words import Words

TEXT = """\
:::{quote} moon
:::

::::{box} How we know
:::{figure} figures/a.svg
:alt: A map
:::
::::

::::{note} A remark
:::{figure} figures/b.svg
:alt: A plan
:::
::::
"""


def test_each_block_is_met_once_in_reading_order_with_what_holds_it() -> None:
    tokens, problems = markdown.parse(Words(TEXT), language="en", first_id="text")
    assert problems == []
    assert [(block.name, holder) for block, holder in held(tokens)] == [
        ("quote", ""),
        ("box", ""),
        ("figure", "box"),
        ("note", ""),
        ("figure", "note"),
    ]
