"""Globs over paths, as .gitignore has them: `*` within a name, `**` across folders. The only door to pathspec."""

from collections.abc import Iterable
from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(glob: str) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines([glob])


def matches(path: str, glob: str) -> bool:
    """Whether a relative path lies under `glob`."""
    return bool(path) and _spec(glob).match_file(path)


class Patterns:
    """The lines of a .gitignore. Raises ValueError for a line that cannot be understood."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._spec = GitIgnoreSpec.from_lines(lines)

    def says(self, path: str) -> bool | None:
        """Whether a relative path (of a folder with a slash at its end) is ignored; None where no line speaks of it."""
        return self._spec.check_file(path).include
