"""Paths to the raw inputs below them, in a fixed order."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import UsageError
from auditor.globs import matches
from auditor.model import Skipped
from auditor.read import Raw, split, suffixes

# Far beyond any article or day of a feed; a larger file is named and left out.
LARGEST = 256 * 1024 * 1024


def _refusal(path: Path) -> str | None:
    """Why a file is not opened at all: pipes and devices would block or never end."""
    try:
        status = path.stat()
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if status.st_size == 0:
        return "empty: no text in it"
    if status.st_size > LARGEST:
        return f"larger than {LARGEST >> 20} MB; split it, one article a line in .jsonl"
    return None


def _below(folder: Path) -> Iterator[Path]:
    """All files below a folder in the order of their names; hidden ones and links to folders are passed over."""
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(current) / name for name in sorted(files) if not name.startswith("."))


def _raw(path: Path, folder: str | None) -> Iterator[Raw | Skipped]:
    if reason := _refusal(path):
        yield Skipped(str(path), reason)
        return
    if path.suffix.lower() not in suffixes():
        kind = path.suffix or "a file without suffix"
        yield Skipped(str(path), f"no reader for {kind}; readable are {' '.join(suffixes())}")
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Skipped(str(path), f"cannot be read: {error.strerror}")
        return
    yield from split(Raw(str(path), data, folder))


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its path as shown, and the first folder below the path that was given."""

    path: Path
    folder: str | None


def files(paths: Iterable[str], exclude: Iterable[str] = ()) -> Iterator[File]:
    """The files below `paths`, each once, without those under a glob of `exclude`. Raises UsageError."""
    globs = tuple(exclude)
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{given}: no such file or folder")
        for file in _below(path) if path.is_dir() else (path,):
            real = os.path.realpath(file)
            if real in seen or any(matches(os.path.relpath(file), glob) for glob in globs):
                continue
            seen.add(real)
            parts = file.relative_to(path).parts if path.is_dir() else ()
            yield File(file, parts[0] if len(parts) > 1 else None)


def raws(found: Iterable[File]) -> Iterator[Raw | Skipped]:
    """The inputs in files; one that cannot be read comes as `Skipped` with its reason."""
    for file in found:
        yield from _raw(file.path, file.folder)
