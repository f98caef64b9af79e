"""Pictures: what is in a file of pixels or a page of a PDF, and how it is made ready for print.

Pillow and pypdfium2 are imported here and, but for the typesetter's own look at what it is given,
nowhere else; and only when there is a picture that nobody has looked at before.
"""

from briefpack.pictures.picture import ENDINGS, Kind, Picture, Unfit
from briefpack.pictures.preparing import prepare
from briefpack.pictures.sizing import Size, dots_per_inch, room, size
from briefpack.pictures.survey import check_inlaid, survey

__all__ = [
    "ENDINGS",
    "Kind",
    "Picture",
    "Size",
    "Unfit",
    "check_inlaid",
    "dots_per_inch",
    "prepare",
    "room",
    "size",
    "survey",
]
