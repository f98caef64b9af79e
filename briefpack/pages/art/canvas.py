"""The canvas of a picture: a sheet of ink of the paper's size, and circles drawn on it."""

from collections.abc import Iterable

from briefpack.paper import Paper

INK, WHITE, SIGNAL, RING = "#13263b", "#ffffff", "#e0583f", "#31475d"


def canvas(paper: Paper, parts: Iterable[str]) -> str:
    """An SVG of the paper's size, one unit a millimetre."""
    width, height = paper.width, paper.height
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<rect width="{width}" height="{height}" fill="{INK}"/>{"".join(parts)}</svg>'
    )


def rings(centre: tuple[float, float], radii: Iterable[float]) -> str:
    """Faint circles as one path: all of them take the typesetter as long as one."""
    x, y = centre
    way = "".join(
        f"M{x - r:.2f} {y:.2f}a{r:.2f} {r:.2f} 0 1 1 {2 * r:.2f} 0"
        f"a{r:.2f} {r:.2f} 0 1 1 {-2 * r:.2f} 0"
        for r in radii
    )
    return f'<path d="{way}" fill="none" stroke="{RING}" stroke-width=".2"/>'
