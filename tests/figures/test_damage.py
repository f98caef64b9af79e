"""Whatever is wrong with a file, it is printed whole or refused, and nothing else happens."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from briefpack.manuscript import drawings
from briefpack.pictures import Size, Unfit, prepare, survey
from briefpack.problem import Refused
from briefpack.words import Words
from tests.figures.made import bytes_of, halves

exif = Image.Exif()
exif[0x0112] = 6
FILES = {
    "a.png": bytes_of(halves((40, 30)), "PNG"),
    "b.png": bytes_of(halves((40, 30), "P"), "PNG", transparency=0),
    "c.png": bytes_of(
        halves((40, 30)), "PNG", save_all=True, append_images=[halves((40, 30), "L")]
    ),
    "a.jpg": bytes_of(halves((40, 30)), "JPEG", exif=exif),
    "b.jpg": bytes_of(halves((40, 30)), "JPEG", progressive=True),
    "c.jpg": bytes_of(halves((40, 30), "CMYK"), "JPEG"),
    "a.pdf": bytes_of(halves((40, 30)), "PDF"),
}
DRAWING = (
    b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">\n'
    b'<style>rect { fill: url(#a); font: 9px "Fira Sans" }</style><g id="a" style="fill:red">\n'
    b'<image href="data:image/png;base64,iVBORw0KGgo="/><use href="#a"/></g></svg>\n'
)
some = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
edits = st.lists(
    st.tuples(st.integers(0, 6000), st.integers(0, 30), st.binary(max_size=4)), max_size=5
)


def damaged(content: bytes, changes: list[tuple[int, int, bytes]], length: int) -> bytes:
    for start, count, piece in changes:
        start %= len(content) + 1
        content = content[:start] + piece + content[start + count :]
    return content[: length or None]


@some
@given(name=st.sampled_from(sorted(FILES)), changes=edits, length=st.integers(0, 3000))
def test_pictures(name: str, changes: list[tuple[int, int, bytes]], length: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(damaged(FILES[name], changes, length))
        try:
            picture = survey(path)
        except Unfit:
            return
        file, _ = prepare(picture, Size(10, 10 * picture.height / picture.width))
        with Image.open(file) as printed:
            printed.load()


@some
@given(changes=edits, length=st.integers(0, 500))
def test_drawings(changes: list[tuple[int, int, bytes]], length: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.svg"
        path.write_bytes(damaged(DRAWING, changes, length))
        with suppress(Refused):
            drawings.check(path, "a.svg", Words("a.svg"))
