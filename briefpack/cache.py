"""The cache: things that are dear to make and come out alike, kept from one run to the next."""

import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

LONGEST_UNUSED = 60 * 24 * 3600
"""Seconds after which what nobody asked for is thrown away."""

_FRESH = 24 * 3600  # seconds: what was used since then is not marked as used again


def fetch(kind: str, key: str, ending: str, make: Callable[[], bytes]) -> Path:
    """The file that holds what `make` gives, made now unless it was made before.

    `kind` is a folder of the cache ("pictures"). `key` names all that the bytes depend on: the
    content that goes in, every setting, and the version of whatever makes them. `ending` begins
    with a dot. A file carries the checksum of its bytes in its name, so that a damaged one is not
    taken. It is written whole or not at all, also where several runs write it at once. Where no
    folder of the user's can be written, the files stand in the system's folder for temporary ones.
    Raises what `make` raises, and `OSError` where no folder at all can be written.
    """
    return kept(kind, key, ending) or keep(kind, key, ending, make())


def kept(kind: str, key: str, ending: str) -> Path | None:
    """The file that was kept under that key, if it is there and whole; see `fetch`."""
    for folder in _folders(kind):
        if found := _kept(folder, _name(key), ending):
            return found
    return None


def keep(kind: str, key: str, ending: str, data: bytes) -> Path:
    """Keep what was made under that key; see `fetch`."""
    return _put(kind, f"{_name(key)}-{_checksum(data)}{ending}", data)


def renew(kind: str, key: str, ending: str, data: bytes) -> Path:
    """Keep it in the place of whatever was kept under that key before; see `fetch`."""
    path = keep(kind, key, ending, data)
    for other in path.parent.glob(f"{_name(key)}-*{ending}"):
        if other != path:
            with suppress(OSError):
                other.unlink()
    return path


def _folders(kind: str) -> Iterator[Path]:
    """Where the cache stands, the better place first (XDG Base Directory Specification)."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):  # somebody without a home
        yield (named if named.is_absolute() else Path.home() / ".cache") / "briefpack" / kind
    yield Path(tempfile.gettempdir()) / f"briefpack-{getattr(os, 'getuid', int)()}" / kind


def _kept(folder: Path, name: str, ending: str) -> Path | None:
    """The file of that name, if it is there and as it was written."""
    with suppress(OSError):
        if not _is_ours(folder):
            return None
        for path in sorted(folder.glob(f"{name}-*{ending}")):
            if not stat.S_ISREG(path.lstat().st_mode):  # a device has no end
                continue
            if path.name == f"{name}-{_checksum(path.read_bytes())}{ending}":
                _mark_used(path)
                return path
    return None


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have put something there: temporary folders are open to all."""
    return all(
        stat.S_ISDIR(place.lstat().st_mode) and place.lstat().st_uid == os.getuid()
        for place in (folder, folder.parent)
        if hasattr(os, "getuid")
    )


def _mark_used(path: Path) -> None:
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _FRESH:
            os.utime(path)


def _put(kind: str, name: str, data: bytes) -> Path:
    """Write the file where that is possible."""
    trouble: OSError | None = None
    for folder in _folders(kind):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(folder):
                _write(folder / name, data)
                _prune(folder)
                return folder / name
        except OSError as fault:
            trouble = fault
    raise trouble or PermissionError(f"no folder to keep {kind} in is the user's own")


def _write(target: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(draft, target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _prune(folder: Path) -> None:
    """Throw away what has not been used for long, drafts of a run that was killed as well."""
    oldest = time.time() - LONGEST_UNUSED
    for path in folder.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:32]


def _checksum(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
