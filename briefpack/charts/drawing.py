"""Drawing: specifications become SVG, all that are new in one go of `engine.py`."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from briefpack import cache, fonts

ENGINE = Path(__file__).with_name("engine.py")
PATIENCE = 30.0
"""Seconds after which drawing is given up: even many charts take two."""

Spec = dict[str, Any]

_LATE = "it was not drawn in time"
_NOT_TRIED = "another chart has used up the time"
_OUT_OF_MEMORY = re.compile("out of memory|allocation failed|last resort; GC", re.IGNORECASE)
_RAISED = re.compile(r"\w+(Error|Exception|Interrupt)\b")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a specification: the drawing, or why there is none."""

    svg: str = ""
    fault: str = ""


def drawings(specifications: Sequence[Spec]) -> list[Drawn]:
    """A drawing for each specification, as Vega draws it; those known from before cost nothing."""
    texts = [json.dumps(one, sort_keys=True, ensure_ascii=False) for one in specifications]
    keys = [_key(text) for text in texts]
    found = {key: Drawn(svg) for key in keys if (svg := _kept(key))}
    wanted = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
    if wanted:
        found |= dict(zip(wanted, _plated(tuple(wanted.values())), strict=True))
        _keep({key: found[key].svg for key in wanted if found[key].svg})
    return [found[key] for key in keys]


def _keep(drawn: Mapping[str, str]) -> None:
    """Keep new drawings; where nothing can be kept, the next run draws them again."""
    with suppress(OSError):
        for key, svg in drawn.items():
            cache.keep("charts", key, ".svg", svg.encode())


def _kept(key: str) -> str:
    """The drawing from an earlier run; nothing where there is none."""
    with suppress(OSError):
        if file := cache.kept("charts", key, ".svg"):
            return file.read_text("utf-8")
    return ""


def _key(text: str) -> str:
    return f"{_engine()}\n{text}"


@lru_cache(maxsize=1)
def _engine() -> str:
    """The versions that a drawing depends on: the engine's, and that of the type it measures."""
    return " ".join(metadata.version(name) for name in ("vl-convert-python", "fontpkg-fira-sans"))


@lru_cache(maxsize=4)
def _plated(texts: tuple[str, ...]) -> list[Drawn]:
    """Draw, all within PATIENCE; what ends the engine has a fault, and what follows it another go.

    The last ones are remembered: pages may be composed again, and the cache be closed.
    """
    drawn: list[Drawn] = []
    end = time.monotonic() + PATIENCE
    while len(drawn) < len(texts):
        found, fault = _run(texts[len(drawn) :], end - time.monotonic())
        drawn += found
        if len(drawn) < len(texts):
            drawn.append(Drawn(fault=fault))
        if fault == _LATE:
            drawn += [Drawn(fault=_NOT_TRIED)] * (len(texts) - len(drawn))
    return drawn


def _run(texts: Sequence[str], seconds: float) -> tuple[list[Drawn], str]:
    """What one process of the engine draws, and why it drew no more than that."""
    folder = json.dumps(str(fonts.upright("Fira Sans", 400).parent))
    order = f'{{"fonts": {folder}, "specifications": [{", ".join(texts)}]}}'
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(ENGINE)],
            input=order.encode(),
            capture_output=True,
            timeout=max(seconds, 0.1),
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return list(_lines(late.stdout or b"")), _LATE
    words = _last_words(done.stderr.decode("utf-8", "replace"))
    return list(_lines(done.stdout)), words or "the engine ended before it was drawn"


def _last_words(said: str) -> str:
    """Why the engine ended, from its last words: memory, or else what Python said."""
    if _OUT_OF_MEMORY.search(said):
        return "it takes more memory than a chart may have"
    line = said.strip().rpartition("\n")[2]
    return line if _RAISED.match(line) else ""


def _lines(out: bytes) -> Iterator[Drawn]:
    for line in out.split(b"\n")[:-1]:
        said = json.loads(line)
        yield Drawn(said.get("svg", ""), said.get("fault", ""))
