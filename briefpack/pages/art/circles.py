"""Circles about one centre, as one path: the typesetter takes as long for one as for all of them."""

from collections.abc import Iterable


def circles(centre: tuple[float, float], radii: Iterable[float]) -> str:
    """The `d` of an SVG path; each circle is two half turns."""
    x, y = centre
    return "".join(
        f"M{x - r:.2f} {y:.2f}a{r:.2f} {r:.2f} 0 1 1 {2 * r:.2f} 0"
        f"a{r:.2f} {r:.2f} 0 1 1 {-2 * r:.2f} 0"
        for r in radii
    )
