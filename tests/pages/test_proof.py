"""A proof: pulled for what it loads, not for what it shows."""

import pytest

from briefpack import fonts
from briefpack.pages import proof
from briefpack.pages.forme import Forme
from briefpack.pages.typeset import lay_out

NAME, FILE = list(fonts.files().items())[-1]
FORME = Forme(
    f'<html lang="en"><title>Page</title><style>@font-face {{ font-family: X; src: url({NAME}) }}'
    "body { font-family: X }</style><h1>Page</h1>",
    {NAME: FILE},
)


def test_a_proof_says_nothing_and_changes_no_byte(capfd: pytest.CaptureFixture[str]) -> None:
    before = lay_out(FORME).pdf()
    proof.pull()
    assert lay_out(FORME).pdf() == before
    assert capfd.readouterr() == ("", "")
