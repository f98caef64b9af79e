"""Brings pictures to what the page can show: sRGB or grey, 8 bits, no holes."""

from io import BytesIO

from PIL import Image, ImageChops, ImageCms

_SCREEN = ("RGB", "L")
_SMOOTH = {"1": "L", "P": "RGB"}
_LEVELS = range(0, 256, 51)
_NEAR = 2  # of 255: a profile that changes no colour by more is sRGB by another name


def smooth(picture: Image.Image) -> Image.Image:
    """The picture in a form in which neighbouring pixels can be mixed: 8 bits, no palette.

    It may still have holes, and any colours. The very one given, if it is so already.
    """
    if picture.mode.startswith("I"):
        return _eight_bits(picture)
    if picture.mode == "PA" or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert(_SMOOTH[picture.mode]) if picture.mode in _SMOOTH else picture


def settled(picture: Image.Image) -> Image.Image:
    """A smooth picture in `RGB` or `L`, without holes; the very one given, if it is so already.

    Colours are converted to sRGB by the profile in the file, CMYK without one by plain arithmetic.
    What is transparent shows the paper's white: it prints the same, in a smaller file that older
    printers understand. A profile that cannot be read is left out of account.
    """
    flat = _on_white(picture)
    profile = picture.info.get("icc_profile")
    converted = _by_profile(flat, profile) if profile else flat
    return converted if converted.mode in _SCREEN else converted.convert("RGB")


def is_grey(picture: Image.Image) -> bool:
    """Whether no pixel has a colour."""
    red, green, blue = picture.split()
    return not any(ImageChops.difference(red, other).getbbox() for other in (green, blue))


def is_photograph(picture: Image.Image) -> bool:
    """Whether it has more tones (32,768) than a drawing or a picture of a screen."""
    return picture.mode == "RGB" and picture.getcolors(1 << 15) is None


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA"):
        return picture
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture.convert("RGB"), mask=picture.getchannel("A"))
    return sheet.convert("L") if picture.mode == "LA" else sheet


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A grey picture of 16 bits; Pillow's own conversion cuts off instead of scaling."""
    return picture.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """Converted to sRGB; the very one given where that changes nothing, or cannot be done."""
    try:
        change = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            picture.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if picture.mode in _SCREEN and _changes_nothing(change, picture.mode):
            return picture
        converted = ImageCms.applyTransform(picture, change)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    if converted is None:
        return picture
    return converted.getchannel("G") if picture.mode == "L" else converted


def _changes_nothing(change: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether colours from all over the space come out, but for rounding, as they go in."""
    before = Image.new(mode, (len(_LEVELS) ** 3, 1))
    if mode == "L":
        before.putdata([level % 256 for level in range(before.width)])
    else:
        before.putdata([(r, g, b) for r in _LEVELS for g in _LEVELS for b in _LEVELS])
    after = ImageCms.applyTransform(before, change)
    if after is None:
        return False
    away = ImageChops.difference(before.convert("RGB"), after)
    return max(high for _, high in away.getextrema()) <= _NEAR  # type: ignore[misc]
