"""The operators that matter: what each does to the state of a content stream, or paints.

(ISO 32000-1, annex A. The others leave no ink.)
"""

from collections.abc import Mapping

from briefpack.preflight.sheet.stream import Obedience, Stream, Which


def _paints(kinds: str) -> Obedience:
    return lambda stream, _: stream.paint(kinds)


def _colours(which: Which, space: str) -> Obedience:
    return lambda stream, numbers: stream.colour(which, space, numbers)


def _chooses(which: Which) -> Obedience:
    return lambda stream, operands: stream.space(which, operands)


def _mixes(which: Which) -> Obedience:
    return lambda stream, operands: stream.components(which, operands)


OPERATORS: Mapping[str, Obedience] = {
    **dict.fromkeys(("m", "l", "c", "v", "y"), Stream.point),
    "re": Stream.rectangle,
    **dict.fromkeys(("f", "F", "f*"), _paints("fill")),
    **dict.fromkeys(("S", "s"), _paints("stroke")),
    **dict.fromkeys(("B", "B*", "b", "b*"), _paints("fill stroke")),
    "n": _paints(""),
    **dict.fromkeys(("W", "W*"), Stream.clip),
    "g": _colours("fill", "DeviceGray"),
    "G": _colours("stroke", "DeviceGray"),
    "rg": _colours("fill", "DeviceRGB"),
    "RG": _colours("stroke", "DeviceRGB"),
    "k": _colours("fill", "DeviceCMYK"),
    "K": _colours("stroke", "DeviceCMYK"),
    "cs": _chooses("fill"),
    "CS": _chooses("stroke"),
    **dict.fromkeys(("sc", "scn"), _mixes("fill")),
    **dict.fromkeys(("SC", "SCN"), _mixes("stroke")),
    "sh": Stream.shade,
    "q": Stream.save,
    "Q": Stream.restore,
    "cm": Stream.transform,
    "w": Stream.line_width,
    "gs": Stream.settings,
    "BT": Stream.begin_text,
    "Tf": Stream.font,
    "Tr": Stream.rendering,
    "Tm": Stream.place_text,
    **dict.fromkeys(("Td", "TD"), Stream.move_text),
    **dict.fromkeys(("Tj", "TJ", "'", '"'), Stream.show),
    "Do": Stream.place,
}
