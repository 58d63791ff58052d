"""What a run is told: which rules, whose articles, what fails. Frozen; built by `auditor.config` or by hand."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from auditor.globs import matches, starred
from auditor.model import Severity

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Gate:
    """When a run fails. `fail_on` None never fails on findings; `fail_under` is a source score, 0 to 100.

    `max_new` findings at or above `fail_on` are tolerated.
    """

    fail_on: Severity | None = Severity.ERROR
    fail_under: float | None = None
    max_new: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole configuration of a run.

    `select`, `ignore` and the values of `per_file_ignores` name rules by code, prefix, family or id; the keys of
    `per_file_ignores` and `sources` are globs over paths as shown in the report. `severity` maps a rule's code to its
    severity here. `root` is the folder that the globs are relative to, `base` the one that the paths of the report are
    relative to (the top of a work tree where git names them). `names` are expressions that are right as they stand,
    `phrases` boilerplate of the user's own. `rules` are folders of the user's own rules; `include` and `exclude` globs
    of the files that are read.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gate: Gate = Gate()
    root: str = "."
    base: str = "."

    def relative(self, path: str) -> str:
        """A path of the report as the globs see it."""
        return os.path.relpath(os.path.join(self.base, path), self.root) if path else path

    def _at(self, path: str, globs: Mapping[str, Value]) -> Iterator[Value]:
        relative = self.relative(path)
        return (value for glob, value in globs.items() if matches(relative, glob))

    def ignored_at(self, path: str) -> tuple[str, ...]:
        """The rules that `per_file_ignores` names for a path."""
        return tuple(word for words in self._at(path, self.per_file_ignores) for word in words)

    def source_at(self, path: str) -> str | None:
        """The source that the map gives a path; the last glob that matches wins, as in .gitignore.

        `*` stands for what the first `*` of the glob matched: `"feeds/*/**" = "*"` names a source by its folder.
        """
        found = list(self._at(path, {glob: (glob, source) for glob, source in self.sources.items()}))
        if not found:
            return None
        glob, source = found[-1]
        return starred(self.relative(path), glob) if source == "*" else source

    def digest(self) -> str:
        """A hash of all that changes what one document yields; what acts on the finished findings does not."""
        parts = (
            self.select,
            self.ignore,
            sorted(self.per_file_ignores.items()),
            sorted(self.sources.items()),
            sorted(self.phrases),
            os.path.relpath(self.base, self.root) if self.per_file_ignores or self.sources else "",
        )
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
