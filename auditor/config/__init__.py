"""Settings from `audit.toml`, or `[tool.audit]` of pyproject.toml: the nearest above the working directory.

The audited folders are never searched: articles are untrusted, and so is an `audit.toml` that came with them.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.config.keys import BY_NAME, TABLES, fits, wanted
from auditor.errors import ConfigError, RuleError
from auditor.globs import starred
from auditor.model import Severity
from auditor.rule import Rule
from auditor.rules import load as load_rules
from auditor.rules import select
from auditor.settings import Gate, Settings
from auditor.text.similarity import closest

FILE = "audit.toml"


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


def _line(path: Path, key: str) -> int:
    """The line on which a dotted key is set; 1 where it cannot be told."""
    prefix = ["tool", "audit"] if path.name == "pyproject.toml" else []
    wanted, table = ".".join([*prefix, *key.split(".")]), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = header[1].replace('"', "").replace(" ", "")
            if table == wanted:
                return number
        elif entry := re.match(r"\s*(\"[^\"]*\"|'[^']*'|[\w.-]+)\s*=", line):
            name = entry[1].strip("\"'")
            if wanted == (f"{table}.{name}" if table else name):
                return number
    return 1


def _flat(data: Mapping[str, object]) -> dict[str, object]:
    """`gate` opened to `gate.fail-on` …; the maps stay maps."""
    found: dict[str, object] = {}
    for name, value in data.items():
        if name in TABLES and isinstance(value, dict):
            found |= {f"{name}.{inner}": inner_value for inner, inner_value in value.items()}
        else:
            found[name] = value
    return found


def _checked(path: Path, data: Mapping[str, object]) -> dict[str, object]:
    found = _flat(data)
    for name, value in found.items():
        where = f"{path}:{_line(path, name)}"
        if name not in BY_NAME:
            raise ConfigError(f"{where}: {_unknown(name)}")
        schema = BY_NAME[name].schema
        inner = schema.get("additionalProperties")
        if isinstance(value, dict) and isinstance(inner, dict):
            for entry, one in value.items():
                if not fits(one, inner):
                    place = f"{path}:{_line(path, f'{name}.{entry}')}"
                    raise ConfigError(
                        f"{place}: {name}: {entry} must be {wanted(inner)}, not {json.dumps(one, default=str)}"
                    )
        elif not fits(value, schema):
            raise ConfigError(f"{where}: {name} must be {wanted(schema)}, not {json.dumps(value, default=str)}")
    return found


def _unknown(name: str) -> str:
    if name in TABLES:
        return f"{name} must be a table: a line [{name}], and below it its keys"
    if name == "tool":
        return f"in {FILE} the keys stand alone, without [tool.audit]"
    near = closest(name, BY_NAME)
    return f"unknown key {name!r}" + (f"; did you mean {near!r}?" if near else "; `audit config` shows all keys")


def _sources_named(path: Path, values: Mapping[str, object]) -> None:
    for glob, source in _table(values, "sources").items():
        if source == "*" and ("/" not in glob or starred(glob, glob) is None):
            where = f"{path}:{_line(path, f'sources.{glob}')}"
            raise ConfigError(
                f'{where}: sources: "*" stands for the first * of a glob like "feeds/*/**"; {glob!r} has none'
            )


def _names_in(key: str, value: object) -> list[str]:
    if key in ("select", "ignore") and isinstance(value, list):
        return value
    if key == "per-file-ignores" and isinstance(value, dict):
        return [word for words in value.values() for word in words]
    return []


def _rules_known(path: Path, values: Mapping[str, object], rules: tuple[Rule, ...]) -> None:
    codes = {rule.code for rule in rules}
    for code in _table(values, "severity"):
        if code not in codes:
            near = closest(code, codes)
            hint = f"; did you mean {near}?" if near else "; it takes whole codes, like SP103"
            where = f"{path}:{_line(path, f'severity.{code}')}"
            raise ConfigError(f"{where}: severity: no rule has the code {code!r}{hint}")
    for key, value in values.items():
        for word in _names_in(key, value):
            try:
                select(rules, (word,))
            except RuleError as error:
                raise ConfigError(f"{path}:{_line(path, key)}: {key}: {error}") from error


def _list(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = values.get(key, [])
    return tuple(value) if isinstance(value, list) else ()


def _table(values: Mapping[str, object], key: str) -> dict[str, object]:
    value = values.get(key, {})
    return value if isinstance(value, dict) else {}


def settings_of(values: Mapping[str, object], root: Path) -> Settings:
    """Settings from checked values; paths in them are relative to `root`."""
    fail_on, fail_under, max_new = (values.get(f"gate.{name}") for name in ("fail-on", "fail-under", "max-new"))
    return Settings(
        select=_list(values, "select"),
        ignore=_list(values, "ignore"),
        rules=tuple(str(root / folder) for folder in _list(values, "rules")),
        per_file_ignores={
            glob: tuple(words) for glob, words in _table(values, "per-file-ignores").items() if isinstance(words, list)
        },
        severity={code: Severity(str(name)) for code, name in _table(values, "severity").items()},
        sources={glob: str(source) for glob, source in _table(values, "sources").items()},
        names=frozenset(name.casefold() for name in _list(values, "names")),
        phrases=frozenset(phrase.casefold() for phrase in _list(values, "phrases")),
        include=_list(values, "include"),
        exclude=_list(values, "exclude"),
        gate=Gate(
            fail_on=None if fail_on == "never" else Severity(str(fail_on or "error")),
            fail_under=float(fail_under) if isinstance(fail_under, int | float) else None,
            max_new=max_new if isinstance(max_new, int) else 0,
        ),
        root=str(root),
    )


def _trusted(path: Path, articles: Iterable[str]) -> None:
    """Refuses rules, which are programs, from a file that was found among the articles: it may have come with them."""
    if any(path.parent.resolve().is_relative_to(Path(article).resolve()) for article in articles):
        raise ConfigError(
            f"{path}:{_line(path, 'rules')}: rules are programs, and this file lies among the articles; "
            f"if it is your own, say so: --config {path.name}, or --rules DIR"
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
        values = _checked(path, data)
        if values.get("rules") and not file:
            _trusted(path, articles)
    root = path.parent if path else start
    if path:
        try:
            rules = load_rules(tuple(str(root / folder) for folder in _list(values, "rules")))
        except RuleError as error:
            raise ConfigError(f"{path}:{_line(path, 'rules')}: rules: {error}") from error
        _rules_known(path, values, rules)
        _sources_named(path, values)
    origins = dict.fromkeys(BY_NAME, "default") | {key: f"{path}:{_line(path, key)}" for key in values if path}
    values |= given
    origins |= dict.fromkeys(given, "command line")
    return Config(settings_of(values, root), root, values, origins)
