"""Lettering: the faces of the reports, cut down to the letters of Western Europe, as CSS.

A page that opens from a file can fetch no font, and the policy layout's are on few machines.
"""

from __future__ import annotations

from base64 import b64encode
from contextlib import suppress
from importlib import metadata
from io import BytesIO

from briefpack import cache, fonts

FACES = (("Spectral", 300), ("Fira Sans", 400), ("Fira Sans", 600))
"""Family and weight: headings, text, and what stands out in it."""

LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’‚“”„…•→−")]
"""Code points; others are set in what the reader's machine has."""

FEATURES = ("kern", "liga", "lnum", "tnum")


def css() -> str:
    """The faces as `@font-face` rules, with the fonts in them (WOFF2)."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: swap; '
        f'src: url("data:font/woff2;base64,{b64encode(_cut(family, weight)).decode("ascii")}"); }}'
        for family, weight in FACES
    )


def _cut(family: str, weight: int) -> bytes:
    """A face with those letters alone, kept for the next report: it takes a quarter of a second."""
    packages = (fonts.PACKAGES[family].replace("_", "-"), "fonttools")
    versions = [f"{name} {metadata.version(name)}" for name in packages]
    key = "\n".join([family, str(weight), *versions, *FEATURES, str(LETTERS)])
    with suppress(OSError):
        if file := cache.kept("lettering", key, ".woff2"):
            return file.read_bytes()
    cut = _subset(family, weight)
    with suppress(OSError):
        cache.keep("lettering", key, ".woff2", cut)
    return cut


def _subset(family: str, weight: int) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(layout_features=[*FEATURES], hinting=False, drop_tables=["meta"])
    options.drop_tables += Options().drop_tables
    file = BytesIO()
    with TTFont(fonts.upright(family, weight), recalcTimestamp=False) as font:
        cutter = Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        font.flavor = "woff2"
        font.save(file)
    return file.getvalue()
