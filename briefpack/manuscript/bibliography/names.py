"""Names of people and organisations, as BibTeX and RIS write them, in CSL's parts."""

import re
from collections.abc import Iterator

from briefpack.manuscript.bibliography.latex import plain

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def of_bibtex(field: str) -> list[dict[str, str]]:
    """`First von Last`, `von Last, First` or `von Last, Jr, First`, parted by `and`; a name in
    braces is an organisation's.
    """
    names = []
    for written in _apart(field, _AND):
        name = written.strip()
        if name.lower() == "others" or not name:
            continue
        if name.startswith("{") and name.endswith("}"):
            names.append({"literal": plain(name)})
        else:
            names.append(_person([plain(part) for part in _apart(name, re.compile(","))]))
    return [name for name in names if any(name.values())]


def of_ris(written: str) -> dict[str, str]:
    """`Last, First` or `Last, First, Suffix`; without a comma it is an organisation's name."""
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if len(parts) < 2:
        return {"literal": written.strip().rstrip(",")}
    name = {"family": parts[0], "given": parts[1]}
    return name | ({"suffix": parts[2]} if len(parts) > 2 else {})


def printed(names: object) -> str:
    """The names as the house's own list prints them: "Jane Roe, Valley Hospital"."""
    listed = names if isinstance(names, list) else []
    return ", ".join(_whole(name) for name in listed if isinstance(name, dict))


def _whole(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(name[part] for part in order if name.get(part))


def _person(parts: list[str]) -> dict[str, str]:
    parts = [part.strip() for part in parts]
    if len(parts) == 1:
        return _in_order(parts[0].split())
    particle, family = _particle(parts[0].split())
    name = {"family": family, "given": parts[-1]}
    if len(parts) > 2 and parts[1]:
        name["suffix"] = parts[1]
    return name | ({"non-dropping-particle": particle} if particle else {})


def _in_order(words: list[str]) -> dict[str, str]:
    """Given names first; from a small letter on it is the family's."""
    small = next((index for index, word in enumerate(words[:-1]) if word[:1].islower()), None)
    cut = len(words) - 1 if small is None else small
    if cut <= 0 and small is None:
        return {"literal": " ".join(words)}
    particle, family = _particle(words[cut:])
    name = {"family": family}
    if words[:cut]:
        name["given"] = " ".join(words[:cut])
    return name | ({"non-dropping-particle": particle} if particle else {})


def _particle(words: list[str]) -> tuple[str, str]:
    """ "van der Berg" as ("van der", "Berg")."""
    count = 0
    while count < len(words) - 1 and words[count][:1].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _apart(text: str, mark: re.Pattern[str]) -> Iterator[str]:
    """The pieces between the marks that stand in no braces."""
    depth, start, index = 0, 0, 0
    while index < len(text):
        depth += (text[index] == "{") - (text[index] == "}")
        match = mark.match(text, index) if depth <= 0 else None
        if match and match.end() > index:
            yield text[start:index]
            start = index = match.end()
        else:
            index += 1
    yield text[start:]
