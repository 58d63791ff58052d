"""Settings from `audit.toml`, or `[tool.audit]` of pyproject.toml: the nearest above the working directory.

The audited folders are never searched: articles are untrusted, and so is an `audit.toml` that came with them.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.config.checks import checked, line_of, obeyable, trusted
from auditor.config.keys import BY_NAME, FILE, list_in, table_in
from auditor.errors import ConfigError
from auditor.model import Severity
from auditor.settings import Gate, Settings


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, the folder that paths are relative to, and for each key the value in force and where it came from."""

    settings: Settings
    root: Path
    values: Mapping[str, object]
    origins: Mapping[str, str]


def find(start: Path) -> Path | None:
    """The nearest `audit.toml`, or pyproject.toml with a `[tool.audit]`, in `start` or above."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and "tool" in (data := _toml(project)) and "audit" in data["tool"]:
            return project
    return None


def _toml(path: Path) -> dict[str, dict[str, object]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error


def settings_of(values: Mapping[str, object], root: Path) -> Settings:
    """Settings from checked values; paths in them are relative to `root`."""
    fail_on, fail_under, max_new = (values.get(f"gate.{name}") for name in ("fail-on", "fail-under", "max-new"))
    return Settings(
        select=list_in(values, "select"),
        ignore=list_in(values, "ignore"),
        rules=tuple(str(root / folder) for folder in list_in(values, "rules")),
        per_file_ignores={
            glob: tuple(words)
            for glob, words in table_in(values, "per-file-ignores").items()
            if isinstance(words, list)
        },
        severity={code: Severity(str(name)) for code, name in table_in(values, "severity").items()},
        sources={glob: str(source) for glob, source in table_in(values, "sources").items()},
        names=frozenset(name.casefold() for name in list_in(values, "names")),
        phrases=frozenset(phrase.casefold() for phrase in list_in(values, "phrases")),
        include=list_in(values, "include"),
        exclude=list_in(values, "exclude"),
        gate=Gate(
            fail_on=None if fail_on == "never" else Severity(str(fail_on or "error")),
            fail_under=float(fail_under) if isinstance(fail_under, int | float) else None,
            max_new=max_new if isinstance(max_new, int) else 0,
        ),
        root=str(root),
    )


def load(start: Path, given: Mapping[str, object], file: Path | None = None, articles: Iterable[str] = ()) -> Config:
    """The configuration in force: the values `given` on the command line over those of `file` or the nearest file.

    `articles` are the paths that are audited, whose folders may set everything but rules. Raises ConfigError with
    file, line and what to do for an unknown key or rule and for a value of the wrong kind.
    """
    path = file or find(start)
    values: dict[str, object] = {}
    if path:
        data: Mapping[str, object] = _toml(path)
        if path.name == "pyproject.toml":
            tool = data.get("tool")
            inner = tool.get("audit") if isinstance(tool, dict) else None
            data = inner if isinstance(inner, dict) else {}
        values = checked(path, data)
        if values.get("rules") and not file:
            trusted(path, articles)
    root = path.parent if path else start
    if path:
        obeyable(path, values, root)
    origins = dict.fromkeys(BY_NAME, "default") | {key: f"{path}:{line_of(path, key)}" for key in values if path}
    values |= given
    origins |= dict.fromkeys(given, "command line")
    return Config(settings_of(values, root), root, values, origins)
