"""Paths to the raw inputs below them, in a fixed order."""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from auditor.errors import UsageError
from auditor.inputs.ignore import Ignored
from auditor.model import Skipped
from auditor.read import LARGEST, PACKED, STDIN, Raw, split, unreadable


def _refusal(path: Path) -> str | None:
    """Why a file is not opened at all: pipes and devices would block or never end."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        return f"cannot be read: {_said(error)}"
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if status.st_size == 0:
        return "empty: no text in it"
    if status.st_size > LARGEST:
        return f"larger than {LARGEST >> 20} MB; split it, one article a line in .jsonl"
    return None


def _said(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class _Folder:
    """The files below one folder that was given."""

    def __init__(self, given: Path, ignored: Ignored) -> None:
        self._given = given
        self._top = given.absolute()
        self._ignored = ignored
        # Who names a folder that his own .gitignore leaves out wants it read.
        self._git = not ignored.git_ignored(self._top, self._top.parent, True)

    def _passed_over(self, path: Path, folder: bool) -> str | None:
        """Why an entry is left out; hidden ones are never looked at."""
        if folder and path.is_symlink():
            return "a link to a folder, not followed"
        absolute = self._top / path.relative_to(self._given)
        if self._ignored.excluded(absolute, self._top, folder):
            return "excluded"
        if self._git and self._ignored.git_ignored(absolute, self._top, folder):
            return "ignored by .gitignore"
        return None

    def files(self) -> Iterator[Path | Skipped]:
        """All files in the order of their names; what is left out on the way is named once, at its highest folder."""
        broken: list[Skipped] = []

        def refuse(error: OSError) -> None:
            broken.append(Skipped(str(error.filename), f"cannot be read: {_said(error)}"))

        for current, folders, files in os.walk(self._given, onerror=refuse):
            kept = []
            for name in sorted(name for name in folders if not name.startswith(".")):
                path = Path(current) / name
                if reason := self._passed_over(path, True):
                    yield Skipped(str(path), reason)
                else:
                    kept.append(name)
            folders[:] = kept
            for name in sorted(name for name in files if not name.startswith(".")):
                path = Path(current) / name
                reason = self._passed_over(path, False)
                yield Skipped(str(path), reason) if reason else path
        yield from broken


def _raw(path: Path, folder: str | None) -> Iterator[Raw | Skipped]:
    if reason := _refusal(path) or unreadable(path.name):
        yield Skipped(str(path), reason)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Skipped(str(path), f"cannot be read: {_said(error)}")
        return
    yield from split(Raw(str(path), data, folder, packed=path.suffix.lower() == PACKED))


def from_stream(stream: BinaryIO, name: str = STDIN) -> Iterator[Raw | Skipped]:
    """What stands in an open stream, such as standard input; `name` tells its format (`-`: plain text)."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Skipped(name, f"larger than {LARGEST >> 20} MB; split it, one article a line in .jsonl")
    elif not data:
        yield Skipped(name, "empty: no text in it")
    else:
        yield from split(Raw(name, data, packed=data[:2] == b"\x1f\x8b"))


def _exists(given: str) -> None:
    try:
        os.lstat(given)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        reason = "no such file or folder" if missing else f"cannot be read: {_said(error)}"
        raise UsageError(f"{given}: {reason}") from error


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its path as shown, and the folder that may name its source."""

    path: Path
    folder: str | None


# A year, a month, a day: a folder that sorts articles by time, whoever wrote them.
_BY_TIME = re.compile(r"[0-9][0-9._-]*+")


def naming_folder(parts: Sequence[str]) -> str | None:
    """The first folder of a path that can name a source; the last of `parts` is the file."""
    return next((part for part in parts[:-1] if not _BY_TIME.fullmatch(part)), None)


class _Archive:
    """The folder that articles are held against: its own folders are sources, also to those who name but one of them."""

    def __init__(self, folder: str) -> None:
        _exists(folder)
        self._top = Path(os.path.realpath(folder))
        try:
            self._names = {entry.name for entry in os.scandir(self._top) if entry.is_dir(follow_symlinks=False)}
        except OSError:  # a file, or a folder that cannot be read, which is told when it is walked
            self._names = set()

    def folder(self, file: Path, given: Path, usual: str | None) -> str | None:
        """The folder of a file that lies in the archive, or below a path called like a source there; else the `usual`."""
        real = Path(os.path.realpath(file))
        if real.is_relative_to(self._top):
            return naming_folder(real.relative_to(self._top).parts)
        own = os.path.basename(os.path.realpath(given if given.is_dir() else given.parent))
        return own if own in self._names and usual not in self._names else usual


def _given(path: str, ignored: Ignored, force_exclude: bool) -> Iterator[File | Skipped]:
    """What one path that was given stands for."""
    _exists(path)
    top = Path(path)
    if os.path.isdir(path):
        for file in _Folder(top, ignored).files():
            if isinstance(file, Skipped):
                yield file
            else:
                yield File(file, naming_folder(file.relative_to(top).parts))
    elif force_exclude and ignored.excluded(top.absolute(), top.absolute().parent, False):
        yield Skipped(path, "excluded")
    else:
        yield File(top, None)


def files(
    paths: Iterable[str],
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
    root: str = ".",
    seen: set[str] | None = None,
    against: str | None = None,
) -> Iterator[File | Skipped]:
    """The files below `paths`, each once, and what is left out on the way, with the reason.

    Left out below a folder: hidden entries (without a word), what the globs of `exclude` match (as in .gitignore, seen
    from the working folder, from `root` or from the path) and what a .gitignore leaves out. A file that is named itself is read all
    the same, unless `force_exclude`. What was `seen` in an earlier call does not come again. The folders of the archive
    `against` name sources here too. Raises UsageError where a path does not exist or a glob cannot be understood.
    """
    ignored = Ignored(exclude, root)
    seen = set() if seen is None else seen
    archive = _Archive(against) if against else None
    for given in paths:
        for file in _given(given, ignored, force_exclude):
            if isinstance(file, File):
                real = os.path.realpath(file.path)
                if real in seen:
                    continue
                seen.add(real)
                if archive:
                    file = replace(file, folder=archive.folder(file.path, Path(given), file.folder))
            yield file


def raws(found: Iterable[File | Skipped]) -> Iterator[Raw | Skipped]:
    """The inputs in files; one that cannot be read comes as `Skipped` with its reason."""
    for file in found:
        if isinstance(file, Skipped):
            yield file
        else:
            yield from _raw(file.path, file.folder)
