"""Which files below a folder are left out: by the user's `exclude` globs, and by .gitignore files."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from auditor.errors import UsageError
from auditor.globs import Patterns

_FILE = ".gitignore"

_Told = tuple[tuple[Path, Patterns], ...]


def _patterns_of(folder: Path) -> Patterns | None:
    """The patterns of the .gitignore in `folder`; one that cannot be read or understood ignores nothing."""
    try:
        return Patterns((folder / _FILE).read_text(encoding="utf-8", errors="replace").splitlines())
    except (OSError, ValueError):
        return None


def _is_root(folder: Path) -> bool:
    try:
        return (folder / ".git").exists()
    except OSError:
        return False


class Ignored:
    """Decides for each path below a folder that was given. Paths are absolute and normal."""

    def __init__(self, exclude: Sequence[str] = (), base: str | PathLike[str] = ".") -> None:
        """`exclude` are patterns as in .gitignore, relative to the working folder, to `base` or to the folder given.

        Raises UsageError for a broken one.
        """
        self._bases = {Path.cwd(), Path(base).absolute()}
        self._known: dict[Path, _Told] = {}
        try:
            self._exclude = Patterns(exclude) if exclude else None
        except ValueError as error:
            raise UsageError(f"--exclude: {error}") from error

    def excluded(self, path: Path, given: Path, folder: bool) -> bool:
        """Whether the user's patterns leave `path` out, seen from any folder that they may be relative to."""
        if self._exclude is None:
            return False
        below = [path.relative_to(top).as_posix() for top in {*self._bases, given} if path.is_relative_to(top)]
        return any(self._exclude.says(inner + "/" * folder) for inner in below)

    def _speaking(self, folder: Path, given: Path) -> _Told:
        """The .gitignore files that speak of what is in `folder`, the nearest first."""
        if folder not in self._known:
            own = _patterns_of(folder)
            at_end = _is_root(folder) or folder == folder.parent or (folder == given and not self._in_repository(given))
            above = () if at_end else self._speaking(folder.parent, given)
            self._known[folder] = (((folder, own), *above)) if own else above
        return self._known[folder]

    @staticmethod
    def _in_repository(folder: Path) -> bool:
        return any(map(_is_root, (folder, *folder.parents)))

    def git_ignored(self, path: Path, given: Path, folder: bool) -> bool:
        """Whether a .gitignore leaves `path` out: one of its repository, else one at or below the folder `given`."""
        for parent, patterns in self._speaking(path.parent, given):
            answer = patterns.says(path.relative_to(parent).as_posix() + "/" * folder)
            if answer is not None:
                return answer
        return False
