"""Globs over paths, as .gitignore has them: `*` within a name, `**` across folders. The only door to pathspec."""

import os
from collections.abc import Iterable
from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(glob: str) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines([glob])


def matches(path: str, glob: str) -> bool:
    """Whether a relative path lies under `glob`."""
    return bool(path) and _spec(glob).match_file(path)


def starred(path: str, glob: str) -> str | None:
    """What the first `*` of an anchored glob stands for in a relative path under it; None where it has none."""
    for pattern, part in zip(glob.lstrip("/").split("/"), path.replace(os.sep, "/").split("/"), strict=False):
        before, star, after = pattern.partition("*")
        if star:
            return None if after.startswith("*") else part[len(before) : len(part) - len(after)]
    return None


class Patterns:
    """The lines of a .gitignore. Raises ValueError for a line that cannot be understood."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._spec = GitIgnoreSpec.from_lines(lines)

    def says(self, path: str) -> bool | None:
        """Whether a relative path (of a folder with a slash at its end) is ignored; None where no line speaks of it."""
        return self._spec.check_file(path).include
