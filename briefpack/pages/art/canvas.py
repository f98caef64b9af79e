"""The canvas of a picture: a ground of one colour, the colours on it, and circles drawn there."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Colours:
    """What pictures are drawn in, each as SVG writes it.

    `line` is that of paths, `signal` that of the one to follow, `faint` that of lines behind them,
    `ring` that of the many rings. `body` fills what is round and large, within a line of `rim`.
    """

    ground: str = "#13263b"
    line: str = "#ffffff"
    signal: str = "#e0583f"
    faint: str = "#8ea2b4"
    ring: str = "#31475d"
    body: str = "#ffffff"
    rim: str = "none"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a picture is drawn on, in millimetres.

    `bleed` is how far it goes on beyond its edges, to be cut off there. Marks keep from its sides
    (`edge`), from its top (`head`) and from the title that stands `foot` above its lower edge. One
    that is `framed` stands within the margins of its page, for printers that cannot reach the edge
    of the paper and are to spare ink; others fill the page.
    """

    width: float
    height: float
    bleed: float = 0.0
    edge: float = 8.0
    head: float = 30.0
    foot: float = 55.0
    framed: bool = False
    colours: Colours = field(default_factory=Colours)


def canvas(ground: Ground, parts: Iterable[str]) -> str:
    """An SVG of the ground's size and its bleed, one unit a millimetre, 0 0 at the page's edge.

    A frame cuts off what goes on beyond it: the typesetter would let that show on the page.
    """
    start, width, height = 0 - ground.bleed, *spread(ground)
    size = f'width="{width:g}mm" height="{height:g}mm"'
    view = f'viewBox="{start:g} {start:g} {width:g} {height:g}"'
    whole = f'x="{start:g}" y="{start:g}" width="{width:g}" height="{height:g}"'
    picture = f'<rect {whole} fill="{ground.colours.ground}"/>{"".join(parts)}'
    if ground.framed:
        frame = f'<clipPath id="frame"><rect {whole}/></clipPath>'
        picture = f'{frame}<g clip-path="url(#frame)">{picture}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{picture}</svg>'


def spread(ground: Ground) -> tuple[float, float]:
    """Width and height of the ground, with what is cut off at both sides."""
    return ground.width + 2 * ground.bleed, ground.height + 2 * ground.bleed


def rings(centre: tuple[float, float], radii: Iterable[float], paint: str) -> str:
    """Faint circles as one path: all of them take the typesetter as long as one."""
    x, y = centre
    way = "".join(
        f"M{x - r:.2f} {y:.2f}a{r:.2f} {r:.2f} 0 1 1 {2 * r:.2f} 0"
        f"a{r:.2f} {r:.2f} 0 1 1 {-2 * r:.2f} 0"
        for r in radii
    )
    return f'<path d="{way}" fill="none" stroke="{paint}" stroke-width=".2"/>'
