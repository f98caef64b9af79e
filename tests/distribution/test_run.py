"""The run as a whole: what stands in the folder afterwards, whatever happens on the way."""

import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import briefpack
from briefpack import press, pulling
from briefpack.distribution import dispatch, register
from briefpack.distribution.register import Entry
from briefpack.distribution.run import Distribution
from briefpack.edition import EDITIONS
from briefpack.finishing import steps
from briefpack.finishing.copies import striking
from briefpack.finishing.job import Delivery
from briefpack.problem import Place, Problem, Refused, Severity
from tests.small import SMALL

Run = Callable[..., Distribution]


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefs") / "night-buses"
    folder.mkdir()
    (folder / "brief.yaml").write_text(SMALL, "utf-8")
    return folder


@pytest.fixture(scope="module", autouse=True)
def _set_once() -> Iterator[None]:
    """The pages of a brief are set once for all tests, as long as its words are the same."""
    real = pulling.pulled

    @cache
    def kept(path: Path, text: str, names: tuple[str, ...]) -> list[pulling.Pull]:
        rows = [EDITIONS[name] for name in names]
        return list(real(path, rows, None, lambda: press.read(path), [], lambda _: None))

    def pulled(path, rows, *rest):  # type: ignore[no-untyped-def]
        text = (path / "brief.yaml").read_text("utf-8")
        pulls = kept(path, text, tuple(row.name for row in rows))
        return [replace(pull, edition=row) for pull, row in zip(pulls, rows, strict=True)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "pulled", pulled)
        yield


@pytest.fixture
def run(brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767571200")

    def call(*names: str, head: str = "name", **options: object) -> Distribution:
        file = tmp_path / "recipients.csv"
        file.write_text("\n".join([head, *names]), "utf-8")
        return briefpack.copies(brief, to=file, into=tmp_path / "out", **options)  # type: ignore[arg-type]

    return call


def shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def assert_true(folder: Path) -> None:
    """Every file that the ledger names is there, as the ledger says; nothing lies about."""
    entries = register.read(folder)
    for entry in entries:
        if entry.file:
            data = (folder / entry.file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == entry.checksum
    named = {entry.file for entry in entries if entry.file}
    assert {path.name for path in folder.iterdir()} == named | {"copies.csv"}


def words(folder: Path, entry: Entry) -> str:
    with pypdfium2.PdfDocument(folder / entry.file) as pdf:
        return str(pdf[1].get_textpage().get_text_range())


def test_everybody_gets_a_copy_and_a_line_in_the_ledger(run: Run, tmp_path: Path) -> None:
    counted: list[tuple[int, int]] = []
    made = run("Anna", "Bela", count=lambda *numbers: counted.append(numbers))
    assert counted == [(1, 2), (2, 2)]
    assert [entry.file for entry in made.entries] == [
        "night-buses-copy-01-Anna.pdf",
        "night-buses-copy-02-Bela.pdf",
    ]
    assert made.ledger == tmp_path / "out" / "copies.csv"
    assert list(made.made) == list(made.entries) == register.read(tmp_path / "out")
    assert {entry.date for entry in made.entries} == {"2026-01-05"}
    assert_true(tmp_path / "out")
    assert "Copy 2 of 2 · Bela" in words(tmp_path / "out", made.entries[1])


def test_a_second_run_touches_nothing(run: Run, tmp_path: Path) -> None:
    run("Anna", "Bela")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    assert list(run("Bela", "Anna").made) == []
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}


def test_newcomers_get_the_next_numbers_and_old_copies_stay(run: Run, tmp_path: Path) -> None:
    first = run("Anna", "Bela")
    second = run("Carla", "Anna")
    assert [(entry.number, entry.copies, entry.listed) for entry in second.entries] == [
        (1, 2, "yes"),
        (2, 2, "no"),
        (3, 3, "yes"),
    ]
    assert second.entries[0] == first.entries[0]
    assert "Copy 3 of 3 · Carla" in words(tmp_path / "out", second.entries[2])
    assert_true(tmp_path / "out")


def test_a_lost_or_spoilt_copy_is_made_again_as_it_was(run: Run, tmp_path: Path) -> None:
    made = run("Anna", "Bela")
    before = shown(tmp_path / "out")
    (tmp_path / "out" / made.entries[0].file).unlink()
    (tmp_path / "out" / made.entries[1].file).write_bytes(b"%PDF- spoilt")
    assert len(run("Anna", "Bela").made) == 2
    assert shown(tmp_path / "out") == before


def test_a_changed_brief_makes_all_anew(run: Run, brief: Path, tmp_path: Path) -> None:
    run("Anna", "Bela")
    text = (brief / "brief.yaml").read_text("utf-8")
    try:
        (brief / "brief.yaml").write_text(text.replace("Night buses for", "Day buses for"), "utf-8")
        made = run("Anna", "Bela", "Carla")
    finally:
        (brief / "brief.yaml").write_text(text, "utf-8")
    assert [entry.copies for entry in made.made] == [3, 3, 3]
    assert_true(tmp_path / "out")


def test_a_new_name_of_a_holder_is_printed_and_the_old_file_goes(run: Run, tmp_path: Path) -> None:
    run("Anna,a@b.org", head="name,e-mail")
    made = run("Anna Blum,a@b.org", head="name,e-mail")
    assert [entry.file for entry in made.entries] == ["night-buses-copy-01-Anna-Blum.pdf"]
    assert_true(tmp_path / "out")


def test_each_copy_has_an_identifier_of_its_own_and_always_the_same(
    run: Run, tmp_path: Path
) -> None:
    first = [entry.identifier for entry in run("Anna", "Bela").entries]
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    assert [entry.identifier for entry in run("Anna", "Bela").entries] == first
    assert len(set(first)) == 2


def test_a_watermark_may_be_the_name(run: Run, tmp_path: Path) -> None:
    [entry] = run("Anna", watermark="name").entries
    assert words(tmp_path / "out", entry).count("Anna") == 2
    [entry] = run("Anna", watermark="DRAFT").entries
    assert "DRAFT" in words(tmp_path / "out", entry)


def test_a_full_disk_leaves_everything_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("Anna")
    before = shown(tmp_path / "out")
    written = 0

    def write_all(handle: int, data: bytes) -> None:
        nonlocal written
        written += 1
        if written > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        os.write(handle, data)

    monkeypatch.setattr(striking, "write_all", write_all)
    with pytest.raises(OSError, match="No space left"):
        run("Anna", "Bela", "Carla", watermark="DRAFT")
    assert shown(tmp_path / "out") == before


@pytest.mark.parametrize("writes", [0, 1])
def test_the_ledger_is_true_whenever_the_run_is_stopped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    run("Anna", "Bela")
    with monkeypatch.context() as patch:
        patch.setattr(dispatch.os, "replace", stopped_after(writes, os.replace))
        with pytest.raises(KeyboardInterrupt):
            run("Bela", "Carla", watermark="DRAFT")
    named = [entry for entry in register.read(tmp_path / "out") if entry.file]
    assert all(dispatch.is_whole(tmp_path / "out", entry) for entry in named)
    made = run("Bela", "Carla", watermark="DRAFT")
    assert {entry.name: entry.number for entry in made.entries} == {
        "Anna": 1,
        "Bela": 2,
        "Carla": 3,
    }
    assert_true(tmp_path / "out")


def stopped_after(calls: int, real: Callable[..., None]) -> Callable[..., None]:
    """The real thing, until somebody presses Ctrl-C."""
    left = calls

    def call(*words: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        real(*words)

    return call


def test_what_is_no_copy_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    stranger = tmp_path / "out" / "night-buses-copy-01-Anna.pdf"
    stranger.write_text("my notes")
    with pytest.raises(Refused) as refused:
        run("Anna")
    assert "is no PDF" in refused.value.problems[0].message
    assert shown(tmp_path / "out") == {stranger.name: b"my notes"}


@pytest.mark.parametrize("left", [b"", b"number"])
def test_without_its_ledger_no_copy_gets_a_number_again(
    run: Run, tmp_path: Path, left: bytes
) -> None:
    """Whether the ledger is gone or has lost its last line."""
    run("Anna", "Bela")
    ledger = tmp_path / "out" / "copies.csv"
    if left:
        ledger.write_bytes(b"\r\n".join(ledger.read_bytes().split(b"\r\n")[:2]))
    else:
        ledger.unlink()
    before = shown(tmp_path / "out")
    with pytest.raises(Refused) as refused:
        run("Anna", "Carla")
    assert "is a copy, and the ledger" in refused.value.problems[0].message
    assert shown(tmp_path / "out") == before


def test_who_may_be_taken_for_another_is_told(run: Run) -> None:
    head = "name,organisation,e-mail"
    assert not run("Anna,,a@b.org", "Bela,,", head=head).problems
    made = run("Carla,,a@b.org", "Bela,Ministry,", head=head)
    assert [problem.message for problem in made.problems] == [
        "copy 1 was for 'Anna', at the same e-mail address",
        "this is copy 3; copy 2 was for 'Bela'",
    ]
    assert not run("Carla,,a@b.org", "Bela,Ministry,", head=head).problems


def test_a_file_is_no_folder_for_copies(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(NotADirectoryError):
        run("Anna")


def test_a_watermark_is_one_line_that_can_be_seen(run: Run, tmp_path: Path) -> None:
    [entry] = run("Anna", watermark=" NOT YET\nDECIDED ").entries
    assert "NOT YET DECIDED" in words(tmp_path / "out", entry)
    with pytest.raises(Refused) as refused:
        run("Anna", watermark="STRICTLY CONFIDENTIAL " * 9)
    assert "is too long: a watermark is one line" in refused.value.problems[0].message


def test_a_blank_watermark_is_none(run: Run) -> None:
    run("Anna")
    assert not run("Anna", watermark="  ").made


def test_two_runs_do_not_write_at_once(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with dispatch.in_hand(tmp_path / "out"), pytest.raises(Refused) as refused:
        run("Anna")
    assert "another run" in refused.value.problems[0].message


def test_drafts_of_a_run_that_was_killed_are_thrown_away(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out" / ".copies-abc").mkdir(parents=True)
    (tmp_path / "out" / ".copies-abc" / "half.pdf").write_bytes(b"%PDF-")
    run("Anna")
    assert_true(tmp_path / "out")


def test_wrong_people_and_a_wrong_brief_are_told_together(run: Run, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        run("Anna,beer", head="name,edition", watermark="الطبعة")
    places = [str(problem.place).rpartition("/")[2] for problem in refused.value.problems]
    assert places == ["--watermark", "recipients.csv:2:6"]
    assert not (tmp_path / "out").exists()


def test_a_name_too_long_for_the_line_is_refused_and_an_organisation_is_cut(
    run: Run, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        run("Anna " * 30)
    assert "too long for one line" in refused.value.problems[0].message
    made = run(f"Anna,{'Ministry of Everything ' * 9}", head="name,organisation")
    assert "Anna, Ministry of Everything Min" in words(tmp_path / "out", made.entries[0])
    assert "…" in words(tmp_path / "out", made.entries[0])
    assert made.entries[0].organisation.count("Everything") == 9


def test_an_edition_that_is_finished_further_is_stamped_before(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As sheets are: each copy goes through the steps with its stamps on."""

    def halve(delivery: Delivery, job: object) -> Delivery:
        with pikepdf.open(io.BytesIO(delivery.pdf)) as document:
            del document.pages[1:]
            document.save(out := tmp_path / "half.pdf")
        return delivery.then(out.read_bytes())

    row = replace(EDITIONS["screen"], steps=("halve",))
    monkeypatch.setitem(EDITIONS, "screen", row)
    monkeypatch.setattr(steps, "STEPS", {"halve": halve})
    made = run("Anna", "Bela")
    for entry in made.entries:
        with pypdfium2.PdfDocument(tmp_path / "out" / entry.file) as pdf:
            assert len(pdf) == 1
            assert f"Copy {entry.number} of 2" in pdf[0].get_textpage().get_text_range()
            assert pdf.get_metadata_dict()["Title"].endswith(f"2, {entry.name})")
    assert_true(tmp_path / "out")


def test_finishing_notices_nothing_of_a_watermark(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As grey pairs are, which are the layout's: the stamps are not."""

    def notice(delivery: Delivery, job: object) -> Delivery:
        with pypdfium2.PdfDocument(delivery.pdf) as pdf:
            seen = "DRAFT" in pdf[0].get_textpage().get_text_range()
        warning = Problem(Place("layout.yaml"), "seen", str(seen), severity=Severity.WARNING)
        return delivery.then(delivery.pdf, warning)

    monkeypatch.setitem(EDITIONS, "screen", replace(EDITIONS["screen"], steps=("notice",)))
    monkeypatch.setattr(steps, "STEPS", {"notice": notice})
    assert [problem.message for problem in run("Anna", watermark="DRAFT").problems] == ["False"]
