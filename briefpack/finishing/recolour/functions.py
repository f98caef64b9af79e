"""Functions of PDF: sampled, exponential, stitched and calculated (ISO 32000-1, 7.10)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any

from pikepdf import Array, Object

from briefpack.finishing.recolour.calculator import calculator
from briefpack.finishing.recolour.inks import CannotRecolour

Function = Callable[[Sequence[float]], list[float]]
Interval = tuple[float, float]


def function(source: Any) -> Function:
    """The function that a PDF object is; an array of functions gives a value for each."""
    if isinstance(source, Array):
        parts = [function(part) for part in source.as_list()]
        return lambda values: [value for part in parts for value in part(values)]
    kind = int(source.FunctionType)
    if kind not in _KINDS:
        raise CannotRecolour(f"a function is of type {kind}, which is not known")
    inner, domain = _KINDS[kind](source), intervals(source.Domain)
    outer = intervals(source.Range) if "/Range" in source else None

    def bounded(values: Sequence[float]) -> list[float]:
        results = inner(_held(values, domain))
        return _held(results, outer) if outer else results

    return bounded


def intervals(numbers: Object) -> list[Interval]:
    """Pairs of numbers, as `Domain`, `Range`, `Encode` and `Decode` have them."""
    values = floats(numbers)
    return list(zip(values[::2], values[1::2], strict=True))


def floats(numbers: Iterable[Any]) -> list[float]:
    """Numbers of a PDF array."""
    return [float(number) for number in numbers]


def _held(values: Sequence[float], limits: Sequence[Interval]) -> list[float]:
    return [min(max(v, low), high) for v, (low, high) in zip(values, limits, strict=True)]


def _between(value: float, source: Interval, target: Interval) -> float:
    """The value, carried over from one interval to another."""
    if source[1] == source[0]:
        return target[0]
    share = (value - source[0]) / (source[1] - source[0])
    return target[0] + share * (target[1] - target[0])


def _exponential(source: Any) -> Function:
    start = floats(source.get("/C0", [0]))
    end = floats(source.get("/C1", [1]))
    exponent = float(source.N)
    ends = list(zip(start, end, strict=True))
    return lambda values: [low + values[0] ** exponent * (high - low) for low, high in ends]


def _stitched(source: Any) -> Function:
    parts = [function(part) for part in source.Functions.as_list()]
    bounds, encode = floats(source.Bounds), intervals(source.Encode)
    first, last = intervals(source.Domain)[0]
    edges = [first, *bounds, last]

    def stitched(values: Sequence[float]) -> list[float]:
        number = min(bisect_right(bounds, values[0]), len(parts) - 1)
        span = (edges[number], edges[number + 1])
        return parts[number]([_between(values[0], span, encode[number])])

    return stitched


def _sampled(source: Any) -> Function:
    sizes = [int(size) for size in source.Size]
    domain, decode = intervals(source.Domain), intervals(source.get("/Decode", source.Range))
    grid = [(0.0, size - 1.0) for size in sizes]
    encode = intervals(source.Encode) if "/Encode" in source else grid
    bits, width = int(source.BitsPerSample), len(decode)
    count = prod(sizes) * width
    values = list(_unpacked(source.read_bytes(), bits, count))
    samples = [values[start : start + width] for start in range(0, count, width)]
    steps = [prod(sizes[:axis]) for axis in range(len(sizes))]
    most = 2**bits - 1

    def sampled(inputs: Sequence[float]) -> list[float]:
        at = [_between(*three) for three in zip(inputs, domain, encode, strict=True)]
        sums = [0.0] * width
        for weight, place in _corners(_held(at, grid), sizes, steps):
            for output, sample in enumerate(samples[place]):
                sums[output] += weight * sample
        return [_between(v, (0, most), limits) for v, limits in zip(sums, decode, strict=True)]

    return sampled


def _corners(
    at: Sequence[float], sizes: Sequence[int], steps: Sequence[int]
) -> Iterator[tuple[float, int]]:
    """The samples round a place, with what each weighs there."""
    sides = []
    for value, size in zip(at, sizes, strict=True):
        low = min(int(value), max(size - 2, 0))
        sides.append([(1 - value + low, low), (value - low, low + 1)])
    for corner in product(*sides):
        if weight := prod(share for share, _ in corner):
            yield weight, sum(p * step for (_, p), step in zip(corner, steps, strict=True))


def _unpacked(data: bytes, bits: int, count: int) -> Iterator[int]:
    """Numbers of so many bits, one after the other."""
    whole = int.from_bytes(data)
    top = len(data) * 8
    if top < count * bits:
        raise CannotRecolour("a function has fewer samples than it says")
    mask = 2**bits - 1
    if bits % 8 == 0:
        step = bits // 8
        return (int.from_bytes(data[n * step : (n + 1) * step]) for n in range(count))
    return (whole >> (top - (n + 1) * bits) & mask for n in range(count))


_KINDS: dict[int, Callable[[Any], Function]] = {
    0: _sampled,
    2: _exponential,
    3: _stitched,
    4: lambda source: calculator(source.read_bytes()),
}
