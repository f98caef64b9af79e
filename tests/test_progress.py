"""The steps of a run, and the bar of a long one."""

import io

import pytest

from briefpack.progress import Progress


class Terminal(io.StringIO):
    """What a terminal is shown."""

    def isatty(self) -> bool:
        return True


def test_elsewhere_a_step_is_one_plain_line() -> None:
    progress = Progress(log := io.StringIO())
    progress("Copies")
    progress.count(1, 2)
    progress.count(2, 2)
    progress.done()
    assert "\r" not in log.getvalue()
    assert log.getvalue().startswith("  Copies      ")
    assert log.getvalue().count("\n") == 1


def test_on_a_terminal_a_bar_grows_and_makes_room_for_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    progress = Progress(terminal := Terminal())
    progress("Copies")
    progress.count(500, 1000)
    progress.count(501, 1000)  # too soon to be shown
    progress.count(1000, 1000)
    progress.done()
    looks = terminal.getvalue().split("\r\x1b[K")
    assert looks[0].strip() == "Copies"
    assert looks[1] == f"  Copies      {'━' * 15:<30} 500 of 1,000"
    assert looks[2] == f"  Copies      {'━' * 30} 1,000 of 1,000"
    assert looks[3].startswith("  Copies        ")
    assert len(looks) == 4
