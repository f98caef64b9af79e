"""A picture is looked at from end to end before it is printed, and only once."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from briefpack.pictures import Unfit, pixels, survey
from tests.figures.made import bytes_of, halves, saved


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.png", "RGB"), ("a.png", "RGBA"), ("a.png", "LA"), ("a.png", "P"), ("a.png", "1"),
        ("a.png", "I;16"), ("a.PNG", "L"), ("a.jpg", "RGB"), ("a.jpeg", "L"), ("a.JPG", "CMYK"),
    ],
)  # fmt: skip
def test_a_picture_has_its_pixels(tmp_path: Path, name: str, mode: str) -> None:
    picture = halves(mode="L").convert("I;16") if mode == "I;16" else halves(mode=mode)
    kind = "PNG" if name.lower().endswith("png") else "JPEG"
    found = survey(saved(tmp_path, name, picture, format=kind))
    assert (found.kind, found.width, found.height) == ("pixels", 64, 48)


@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64))])
def test_a_camera_may_have_been_held_askew(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = survey(saved(tmp_path, "a.jpg", halves(), exif=exif))
    assert (found.width, found.height) == size


def test_a_page_of_a_pdf_has_its_points(tmp_path: Path) -> None:
    pages = [halves((90, 60)), halves((40, 80))]
    path = saved(tmp_path, "a.pdf", pages[0], save_all=True, append_images=pages[1:])
    assert [(survey(path, n).width, survey(path, n).height) for n in (1, 2)] == [(90, 60), (40, 80)]
    with pytest.raises(Unfit, match="has no page 3; it has 2 pages"):
        survey(path, 3)


def test_what_will_be_lost_is_remarked(tmp_path: Path) -> None:
    moving = saved(tmp_path, "a.png", halves(), save_all=True, append_images=[halves(mode="L")])
    assert survey(moving).remarks == ("is animated, and only its first picture is printed",)
    press = saved(tmp_path, "a.jpg", halves(mode="CMYK"))
    assert "CMYK without a colour profile" in survey(press).remarks[0]


def test_a_picture_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, "a.png", halves((33, 44)))
    found = survey(path)

    def again(_: Path) -> None:
        raise AssertionError("it was looked at before")

    monkeypatch.setattr(pixels, "survey", again)
    assert survey(path) == found


def test_what_was_looked_at_before_is_looked_at_without_pillow(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", halves((35, 44)))
    script = (
        "import sys; from pathlib import Path; from briefpack.pictures import survey;"
        f"survey(Path({str(path)!r})); print('PIL' in sys.modules)"
    )
    said = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.png", b"", "is empty"),
        ("a.png", b"GIF89a", "holds no PNG picture"),
        ("a.png", bytes_of(halves(), "PNG")[:60], "is cut short"),
        ("a.jpg", bytes_of(halves(), "JPEG")[:-99], "is cut short"),
        ("a.jpg", bytes_of(halves(), "JPEG")[:30], "is cut short|is damaged"),
        ("a.png", bytes_of(halves((1, 9)), "PNG"), "has 1 × 9 pixels"),
        ("a.pdf", b"%PDF-1.4", "is damaged"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unfit, match=why):
        survey(tmp_path / name)


def test_a_picture_by_another_name_is_told_its_own(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", halves(), format="JPEG")
    with pytest.raises(Unfit) as refused:
        survey(path)
    assert refused.value.hint.endswith("call it 'a.jpg'")


def test_a_bomb_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "LARGEST", 1000)
    with pytest.raises(Unfit, match="million pixels"):
        survey(saved(tmp_path, "a.png", halves((50, 40))))


def test_pillow_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 77)
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    cut = bytes_of(halves(), "PNG")[:-40]
    (tmp_path / "a.png").write_bytes(cut)
    with pytest.raises(Unfit):
        survey(tmp_path / "a.png")
    assert (Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES) == (77, True)
