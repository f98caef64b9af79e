"""The map case: a PDF's source map is found again by the bytes of the file."""

import json
from pathlib import Path

import pytest

from briefpack import mapcase
from briefpack.mapcase import Kept
from briefpack.problem import Place
from briefpack.sourcemap import Block, Part, Passage, SourceMap
from briefpack.waivers import Waiver
from briefpack.words import Words

TEXT, GLANCE = Place("brief/text.md", 41), Place("brief/brief.yaml", 7, 12)
MAP = SourceMap(
    (Block(TEXT, 7, (1.25, 2.5, 300.07, 400.0)), Block(GLANCE, 1, (0.0, 0.0, 1.0, 1.0))),
    (Passage(TEXT, "Wörter – “quoted”", (7, 8)), Passage(GLANCE, "lost", ())),
    (Part("text-2", "text", TEXT, 7, 8),),
    (4,),
)
WAIVER = Waiver(Words("widow", TEXT), Words("the name of the act"), 40, 44, whole=True)


def known(root: Path, source_map: SourceMap = MAP) -> Kept:
    return Kept(source_map, root, (WAIVER,), "office")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "briefpack" / mapcase.KIND


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    assert mapcase.keep(b"a pdf", known(tmp_path))
    assert mapcase.kept(b"a pdf") == known(tmp_path)
    assert mapcase.kept(b"another pdf") is None


def test_the_root_is_the_folder_that_was_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mapcase.keep(b"a pdf", known(Path()))
    monkeypatch.chdir("/")
    assert mapcase.kept(b"a pdf") == known(tmp_path)


def test_of_two_maps_for_the_same_bytes_the_later_counts(home: Path, tmp_path: Path) -> None:
    moved = SourceMap((Block(Place("text.md", 99), 1, (0.0, 0.0, 1.0, 1.0)),))
    for one in (MAP, moved, MAP, moved):
        mapcase.keep(b"a pdf", known(tmp_path, one))
        assert mapcase.kept(b"a pdf") == known(tmp_path, one)
    assert len(list(home.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[1]"])
def test_a_damaged_map_is_none(home: Path, tmp_path: Path, damage: bytes) -> None:
    mapcase.keep(b"a pdf", known(tmp_path))
    (file,) = home.iterdir()
    file.write_bytes(damage)
    assert mapcase.kept(b"a pdf") is None


@pytest.mark.parametrize(
    "change",
    [
        {"files": []},
        {"files": None},
        {"blocks": [[0, 1]]},
        {"blocks": [["a", 1, 1, 1, 0, 0, 1, 1]]},
        {"parts": [[0, 1, 1, "text"]]},
        {"blanks": [None]},
        {"root": 3},
        {"waivers": [[0, 1]]},
    ],
)
def test_a_map_that_says_something_else_is_none(
    tmp_path: Path, change: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole by its checksum, and yet no map."""
    written = mapcase._written

    def changed(what: Kept) -> bytes:
        return json.dumps(json.loads(written(what)) | change).encode()

    monkeypatch.setattr(mapcase, "_written", changed)
    mapcase.keep(b"a pdf", known(tmp_path))
    assert mapcase.kept(b"a pdf") is None


def test_where_nothing_can_be_written_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefpack.cache._is_ours", lambda _: False)
    assert not mapcase.keep(b"a pdf", known(Path()))
    assert mapcase.kept(b"a pdf") is None
