"""A fault of briefpack's own: one line for the user, and a file with all that helps to mend it."""

import platform
import sys
import tempfile
import traceback
from importlib import metadata
from pathlib import Path

from briefpack import __version__
from briefpack.doctor import bring
from briefpack.exits import Exit

LINE = 200  # characters of the fault's own words that the user is shown


def explained(fault: Exception) -> tuple[Exit, str]:
    """The exit code, and the one line."""
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "").startswith("briefpack"):
        return Exit.SYSTEM, f"{fault}; this brings it: {bring(['briefpack'])}"
    words = " ".join(f"{type(fault).__name__}: {fault}".split())[:LINE]
    return Exit.FAULT, f"unexpected fault: {words}; {_saved(fault)}"


def _saved(fault: Exception) -> str:
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            prefix="briefpack-fault-",
            suffix=".txt",
            delete=False,
        ) as file:
            file.write(_report(fault))
    except OSError as trouble:
        return f"no report could be saved ({trouble})"
    return f"the report is saved in {file.name}"


def _report(fault: Exception) -> str:
    """The versions, the command line and the traceback: nothing of the content itself."""
    lines = [
        f"briefpack {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"command line: {sys.argv!r}",
        f"folder: {Path.cwd()}",
        "",
        "".join(traceback.format_exception(fault)),
        "packages:",
        *sorted({f"  {found.name} {found.version}" for found in metadata.distributions()}),
    ]
    return "\n".join(lines) + "\n"
