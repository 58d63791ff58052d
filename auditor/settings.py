"""What a run is told: which rules, whose articles, what fails. Frozen; built by `auditor.config` or by hand."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.model import Severity


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
    severity here. `names` are expressions that are right as they stand, `phrases` boilerplate of the user's own.
    `rules` are folders of the user's own rules.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()
    gate: Gate = Gate()

    def digest(self) -> str:
        """A hash of all that changes what one document yields; the gate does not."""
        parts = (
            self.select,
            self.ignore,
            sorted(self.per_file_ignores.items()),
            sorted((code, severity.value) for code, severity in self.severity.items()),
            sorted(self.sources.items()),
            sorted(self.names),
            sorted(self.phrases),
        )
        return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
