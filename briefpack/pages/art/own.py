"""A cover picture of the brief's own, set on the page, and made to bleed."""

from urllib.parse import quote

from briefpack.pages.art.canvas import Ground, spread

OVERLAP = 0.1
"""Millimetres that what bleeds lies under the page's edge, so that no seam shows there."""

Box = tuple[float, float, float, float]
"""A rectangle: left and upper edge, width and height."""


def placed(svg: str, ground: Ground) -> str:
    """The picture on its ground; where that bleeds, what is cut off shows the picture, enlarged.

    It was drawn for the page alone. Enlarged as a whole it would lose its edges on a screen.
    """
    start, (width, height) = 0 - ground.bleed, spread(ground)
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    size = f'width="{width:g}mm" height="{height:g}mm"'
    head = f'<svg {space} {size} viewBox="{start:g} {start:g} {width:g} {height:g}">'
    beyond = _cut_off(svg, ground) if ground.bleed else ""
    return f"{head}{beyond}{_image(svg, (0.0, 0.0, ground.width, ground.height))}</svg>"


def _image(svg: str, box: Box) -> str:
    x, y, width, height = box
    place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<image {place} xlink:href="data:image/svg+xml,{quote(svg)}"/>'


def _cut_off(svg: str, ground: Ground) -> str:
    """The picture beyond the page's edges, enlarged about its middle until it fills the bleed."""
    width, height = ground.width, ground.height
    share = max(wide / own for wide, own in zip(spread(ground), (width, height), strict=True))
    left, top = width * (1 - share) / 2, height * (1 - share) / 2
    enlarged = _image(svg, (left, top, width * share, height * share))
    clip = "".join(
        f"M{x:g} {y:g}h{wide:g}v{high:g}h{-wide:g}z" for x, y, wide, high in _strips(ground)
    )
    clipped = f'<clipPath id="cut-off"><path d="{clip}"/></clipPath>'
    return f'{clipped}<g clip-path="url(#cut-off)">{enlarged}</g>'


def _strips(ground: Ground) -> list[Box]:
    """What lies beyond the page's four edges, and a little less."""
    start, (width, height), deep = 0 - ground.bleed, spread(ground), ground.bleed + OVERLAP
    return [
        (start, start, width, deep),
        (start, ground.height - OVERLAP, width, deep),
        (start, start, deep, height),
        (ground.width - OVERLAP, start, deep, height),
    ]
