"""Whatever stands in the files, the answer is a manuscript or a refusal, and never a fault."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import copyedit
from briefpack.manuscript import examine
from briefpack.problem import Refused

SAMPLE = Path(__file__).parent.parent / "cases" / "good-folder" / "brief"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file())
PIECES = (
    b"\n- ", b": ", b"\n  ", b"\t", b"{", b"}", b"[", b"]", b'"', b"'", b"&a ", b"*a", b"!!x ",
    b"<<: ", b"|\n", b">-\n", b"---\n", b"...", b"#", b"~", b"null", b"\x00", b"\xff", b"\r",
    b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"<script>", b":::{quote} x\n", b"[@x]", b"..", b"/", b"id",
    b"1970-02-30", b"\\u0000", b"title", b"\xf0\x9f\x98\x80", b"[W]e", b"[...]",
    b" # waive line: it is one\n", b"\n<!-- waive line: it is one -->\n",
)  # fmt: skip
some = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def answered(folder: Path) -> bool:
    try:
        copyedit.check(examine(folder))
    except Refused as refused:
        return bool(refused.problems)
    return True


@some
@given(name=st.sampled_from(FILES), content=st.binary(max_size=300))
def test_any_bytes_are_answered(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
        (Path(folder) / name).write_bytes(content)
        assert answered(Path(folder))


@some
@given(
    name=st.sampled_from(FILES),
    edits=st.lists(
        st.tuples(st.integers(0, 2000), st.integers(0, 40), st.sampled_from(PIECES)),
        min_size=1,
        max_size=6,
    ),
)
def test_any_slips_of_the_pen_are_answered(name: str, edits: list[tuple[int, int, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
        path = Path(folder) / name
        content = path.read_bytes()
        for start, length, piece in edits:
            start %= len(content) + 1
            content = content[:start] + piece + content[start + length :]
        path.write_bytes(content)
        assert answered(Path(folder))


@some
@given(lines=st.lists(st.sampled_from((*PIECES, b"a", b"\n", b" ")), max_size=60))
def test_any_yaml_is_answered(lines: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "brief.yaml").write_bytes(b"".join(lines))
        assert answered(Path(folder))
