"""The built wheel, in an environment of its own, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parent.parent


def run(*words: str | Path, cwd: Path) -> str:
    """What a command prints; it must succeed."""
    ours = ("PYTHON", "VIRTUAL_ENV", "COV_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    done = subprocess.run(words, cwd=cwd, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, as an installer would."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=CHECKOUT)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment with the locked packages and the wheel."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--require-hashes", "-r", CHECKOUT / "requirements.lock", cwd=folder.parent)
    run(*pip, "--no-deps", wheel, cwd=folder.parent)
    return commands


@pytest.fixture
def sample(commands: Path, tmp_path: Path) -> Path:
    """The sample that the installed package brings."""
    code = "from briefpack.shelf import SAMPLE; print(SAMPLE)"
    return Path(run(commands / "python", "-c", code, cwd=tmp_path).strip())


def test_the_wheel_holds_all_that_is_needed_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names} == {"briefpack", wheel_metadata(wheel)}
    assert names >= {
        "briefpack/py.typed",
        "briefpack/schemas/brief.json",
        "briefpack/reporting/page/report.html",
        "briefpack/reporting/page/report.css",
        "briefpack/reporting/page/report.js",
        "briefpack/_layouts/policy/page.css",
        "briefpack/_sample/brief.yaml",
        f"{wheel_metadata(wheel)}/licenses/LICENSE",
    }


def wheel_metadata(wheel: Path) -> str:
    return "-".join(wheel.name.split("-")[:2]) + ".dist-info"


def test_the_command_is_there(commands: Path, tmp_path: Path) -> None:
    assert "usage: briefpack" in run(commands / "briefpack", "--help", cwd=tmp_path)


def test_the_sample_comes_along_and_is_without_fault(
    commands: Path, sample: Path, tmp_path: Path
) -> None:
    assert sample.is_relative_to(commands.parent)
    assert "no problems" in run(commands / "briefpack", "check", sample, cwd=tmp_path)


def test_the_sample_is_built_far_from_the_checkout(
    commands: Path, sample: Path, tmp_path: Path
) -> None:
    run(commands / "briefpack", "build", sample, "--to", "brief.pdf", cwd=tmp_path)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_the_doctor_finds_the_installed_package_well(commands: Path, tmp_path: Path) -> None:
    assert "WeasyPrint" in run(commands / "briefpack", "doctor", cwd=tmp_path)


def test_all_schemas_come_along(commands: Path, tmp_path: Path) -> None:
    run(commands / "briefpack", "schema", "--to", "schemas", cwd=tmp_path)
    for file in (CHECKOUT / "briefpack" / "schemas").iterdir():
        assert (tmp_path / "schemas" / file.name).read_text("utf-8") == file.read_text("utf-8")
