"""Shadings: the colours between which an area changes, in ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from briefpack.finishing.recolour import spaces
from briefpack.finishing.recolour.functions import floats, function, intervals
from briefpack.finishing.recolour.inks import DEVICES, RGB, CannotRecolour, Inkwell, array, widened

SAMPLES = 256
MANY = 1024
"""Where functions are put together side by side, so that none of their steps is blurred."""

NEAR = 0.5 / 255
"""A change of colour that is as close as this to an even one is written as an even one."""

KINDS = {1: "a function of the place", 4: "free triangles", 5: "a lattice of triangles",
         6: "Coons patches", 7: "tensor-product patches"}  # fmt: skip


def shaded(document: pikepdf.Pdf, shading: Any, resources: Any, inkwell: Inkwell) -> None:
    """Rewrite a shading. `CannotRecolour` for a mesh whose points have colours of their own."""
    space = spaces.space(shading.ColorSpace, resources)
    kind = int(shading.ShadingType)
    if space.kept:
        return
    if "/Function" not in shading or kind == 1:
        raise CannotRecolour(
            f"a shading of type {kind} ({KINDS.get(kind, 'unknown')}) cannot be rewritten; "
            "draw it as an axial or radial gradient, or place it as a picture"
        )
    runs = _runs(shading.Function, space)
    inked = [[inkwell.mixed(colour, "fill") for colour in run] for run in runs]
    grounds = []
    if "/Background" in shading:
        grounds = [inkwell.mixed(space.rgb(floats(shading.Background)), "fill")]
    components = max(len(ink) for run in [*inked, grounds] for ink in run)
    shading.ColorSpace = DEVICES[components]
    if grounds:
        shading.Background = array(widened(grounds[0], components))
    parts = iter([[widened(ink, components) for ink in run] for run in inked])
    shading.Function = _written(document, shading.Function, parts)


def _runs(source: Any, space: spaces.Space) -> list[list[RGB]]:
    """The colours of each function in turn that has no others within it."""
    if not isinstance(source, Array) and int(source.FunctionType) == 3:
        return [run for part in source.Functions.as_list() for run in _runs(part, space)]
    colour, (low, high), count = function(source), *_measure(source)
    steps = [low + (high - low) * number / (count - 1) for number in range(count)]
    return [[space.rgb(colour([step])) for step in steps]]


def _measure(source: Any) -> tuple[tuple[float, float], int]:
    """Over what a function goes, and how many samples stand for it."""
    if isinstance(source, Array):
        return _measure(source[0])[0], MANY
    return intervals(source.Domain)[0], SAMPLES


def _written(document: pikepdf.Pdf, source: Any, runs: Any) -> Any:
    """A function of the same shape; functions stitched together stay so, with their edges."""
    if not isinstance(source, Array) and int(source.FunctionType) == 3:
        parts = [_written(document, part, runs) for part in source.Functions.as_list()]
        return Dictionary(
            FunctionType=3,
            Domain=source.Domain,
            Bounds=source.Bounds,
            Encode=source.Encode,
            Functions=Array(parts),
        )
    domain, samples = _measure(source)[0], next(runs)
    if domain == (0.0, 1.0) and _even(samples):
        return Dictionary(
            FunctionType=2,
            Domain=array(domain),
            C0=array(samples[0]),
            C1=array(samples[-1]),
            N=1,
        )
    return _table(document, domain, samples)


def _even(samples: Sequence[tuple[float, ...]]) -> bool:
    """Whether the colours change evenly from the first to the last."""
    first, last, most = samples[0], samples[-1], len(samples) - 1
    return all(
        abs(low + (high - low) * number / most - value) <= NEAR
        for number, sample in enumerate(samples)
        for low, high, value in zip(first, last, sample, strict=True)
    )


def _table(document: pikepdf.Pdf, domain: tuple[float, float], samples: Any) -> pikepdf.Stream:
    data = bytes(round(value * 255) for sample in samples for value in sample)
    limits = Array([0, 1] * len(samples[0]))
    return pikepdf.Stream(
        document,
        data,
        FunctionType=0,
        Domain=array(domain),
        Range=limits,
        Size=Array([len(samples)]),
        BitsPerSample=8,
    )
