"""A program of its own: specifications come in, drawings go out; nothing is fetched.

It runs beside briefpack because the engine within vl-convert neither survives a fork nor can be
stopped: a specification may count to the end of time. In: a JSON object of `fonts`, a folder, and
`specifications`, a list. Out: a JSON list, for each of them `{"svg": …}` or `{"fault": …}`. The
program is done when its input is, and writes what it has drawn line by line.
"""

import json
import sys
from typing import Any

MEMORY = 1_500 << 20
"""Bytes: nearly three times what an ordinary chart takes."""


def main() -> None:
    """Draw what the standard input asks for."""
    _limit()
    import vl_convert

    asked = json.load(sys.stdin)
    vl_convert.register_font_directory(asked["fonts"])
    for specification in asked["specifications"]:
        sys.stdout.write(json.dumps(_drawn(vl_convert, specification)) + "\n")
        sys.stdout.flush()


def _limit() -> None:
    """No more memory than MEMORY, where the system can see to that.

    It is the data segment that is limited, which Linux takes to be all memory that a program may
    write to. The address space cannot be: V8 reserves some 64 GB of it, and uses little.
    """
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        least = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_DATA, (least, most))
    except (ImportError, OSError, ValueError):  # not on Windows; a system that will not
        return


def _drawn(vl_convert: Any, specification: Any) -> dict[str, str]:
    if _asks(specification):
        return {"fault": "it asks for data from elsewhere"}
    try:
        return {"svg": vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])}
    except Exception as fault:  # noqa: BLE001 - whatever the engine says, the author must hear of it
        return {"fault": str(fault)}


def _asks(value: Any) -> bool:
    """Whether a specification asks for a file, which vl-convert passes over without a word."""
    if isinstance(value, list):
        return any(map(_asks, value))
    if not isinstance(value, dict):
        return False
    data = value.get("data")
    asks = isinstance(data, dict) and "url" in data
    return asks or any(_asks(item) for key, item in value.items() if key != "values")


if __name__ == "__main__":
    main()
