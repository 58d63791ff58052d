"""Which articles a run judges, and what it holds against them: paths, an archive folder, or what git has."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.globs import matches
from auditor.index.archive import Holdings
from auditor.index.recall import Input
from auditor.inputs.git import Repository
from auditor.inputs.walk import File, files, naming_folder, raws
from auditor.read import PACKED, Raw, inner_suffix, split, suffixes
from auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Scope:
    """The inputs to judge, the archive to judge them against (None: among themselves), and how it is called."""

    inputs: Iterable[Input]
    holdings: Holdings | None = None


def _is_article(path: str, below: Sequence[str], settings: Settings) -> bool:
    """Whether a path of the repository is read: its suffix, the paths asked for, include and exclude."""
    if inner_suffix(path) not in suffixes() or "/." in f"/{path}":
        return False
    if below and not any(path == one or path.startswith(f"{one}/") or one == "." for one in below):
        return False
    if not (settings.include or settings.exclude):
        return True
    relative = settings.relative(path)
    if settings.include and not any(matches(relative, glob) for glob in settings.include):
        return False
    return not any(matches(one, glob) for glob in settings.exclude for one in {path, relative})


def _folder(path: str, below: Sequence[str]) -> str | None:
    """The folder below the one that was asked for (below the top, where none was) that may name the source."""
    inside = next((path[len(one) + 1 :] for one in below if path.startswith(f"{one}/")), path)
    return naming_folder(inside.split("/"))


def in_git(
    repository: Repository, paths: Sequence[str], settings: Settings, commit: str | None, changed: set[str] | None
) -> Scope:
    """The articles of the git index (or of a commit); only the `changed` ones judged, against all the others."""
    below = [os.path.relpath(Path(path).resolve(), repository.root.resolve()).replace(os.sep, "/") for path in paths]
    blobs = {path: blob for path, blob in repository.blobs(commit).items() if _is_article(path, below, settings)}

    def read(some: Iterable[str]) -> Iterator[Input]:
        wanted = sorted(some)
        for path, data in zip(wanted, repository.contents(blobs[path] for path in wanted), strict=True):
            packed = path.lower().endswith(PACKED)
            yield from split(Raw(path, data, _folder(path, below), packed=packed))

    if changed is None:
        return Scope(read(blobs))
    scope = sorted(path for path in changed if path in blobs)
    name = f"git:{repository.root.resolve()}:{','.join(below)}:{'' if commit is None else 'commit'}"
    return Scope(read(scope), Holdings(name, blobs, read))


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:  # a link to nowhere or a file that has gone: told when it is read
        return ""
    return f"{status.st_mtime_ns}:{status.st_size}"


def against(folder: str, inputs: Iterable[Input], settings: Settings) -> Scope:
    """`inputs` judged against the files of a folder, which are told apart by their times and sizes."""
    held = {
        str(file.path): file for file in files([folder], settings.exclude, root=settings.root) if isinstance(file, File)
    }
    stamps = {path: _stamp(file.path) for path, file in held.items() if inner_suffix(file.path.name) in suffixes()}

    def read(some: Iterable[str]) -> Iterator[Input]:
        return raws(held[path] for path in some)

    return Scope(inputs, Holdings(f"folder:{Path(folder).resolve()}", stamps, read))
