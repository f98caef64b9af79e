"""The fonts are files from packages, and every face of a family has the same characters."""

from fontTools.ttLib import TTFont

from briefpack import fonts


def test_every_face_is_there_and_what_it_says() -> None:
    for face in fonts.FACES:
        with TTFont(fonts.path(face), lazy=True) as font:
            assert font["name"].getBestFamilyName() == face.family
            assert font["OS/2"].usWeightClass == face.weight
            assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")
            assert "fvar" not in font


def test_one_face_speaks_for_its_family() -> None:
    coverage = fonts.coverage()
    for face in fonts.FACES:
        with TTFont(fonts.path(face), lazy=True) as font:
            assert coverage[face.family] == font.getBestCmap().keys()


def test_the_style_sheet_names_each_file_that_is_handed_over() -> None:
    css = fonts.css()
    assert css.count("@font-face") == len(fonts.FACES)
    assert all(f'url("{url}")' in css for url in fonts.files())
