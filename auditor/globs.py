"""Globs over paths, as .gitignore has them: `*` within a name, `**` across folders. The only door to pathspec."""

from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(glob: str) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines([glob])


def matches(path: str, glob: str) -> bool:
    """Whether a relative path lies under `glob`."""
    return bool(path) and _spec(glob).match_file(path)
