"""Whether a configuration can be obeyed: every mistake is told with file, line, and what would be right."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from auditor.config.keys import BY_NAME, FILE, TABLES, fits, list_in, table_in, wanted
from auditor.errors import ConfigError, RuleError
from auditor.globs import starred
from auditor.rule import Rule
from auditor.rules import load as load_rules
from auditor.rules import select
from auditor.text.similarity import closest


def line_of(path: Path, key: str) -> int:
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


def checked(path: Path, data: Mapping[str, object]) -> dict[str, object]:
    """The content of a file by dotted key, each value of its key's kind. Raises ConfigError."""
    found = _flat(data)
    for name, value in found.items():
        where = f"{path}:{line_of(path, name)}"
        if name not in BY_NAME:
            raise ConfigError(f"{where}: {_unknown(name)}")
        schema = BY_NAME[name].schema
        inner = schema.get("additionalProperties")
        if isinstance(value, dict) and isinstance(inner, dict):
            for entry, one in value.items():
                if not fits(one, inner):
                    place = f"{path}:{line_of(path, f'{name}.{entry}')}"
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
    for glob, source in table_in(values, "sources").items():
        if source == "*" and ("/" not in glob or starred(glob, glob) is None):
            where = f"{path}:{line_of(path, f'sources.{glob}')}"
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
    for code in table_in(values, "severity"):
        if code not in codes:
            near = closest(code, codes)
            hint = f"; did you mean {near}?" if near else "; it takes whole codes, like SP103"
            where = f"{path}:{line_of(path, f'severity.{code}')}"
            raise ConfigError(f"{where}: severity: no rule has the code {code!r}{hint}")
    for key, value in values.items():
        for word in _names_in(key, value):
            try:
                select(rules, (word,))
            except RuleError as error:
                raise ConfigError(f"{path}:{line_of(path, key)}: {key}: {error}") from error


def trusted(path: Path, articles: Iterable[str]) -> None:
    """Raises ConfigError for rules, which are programs, of a file that was found among the articles: it may have come with them."""
    if any(path.parent.resolve().is_relative_to(Path(article).resolve()) for article in articles):
        raise ConfigError(
            f"{path}:{line_of(path, 'rules')}: rules are programs, and this file lies among the articles; "
            f"if it is your own, say so: --config {path.name}, or --rules DIR"
        )


def obeyable(path: Path, values: Mapping[str, object], root: Path) -> None:
    """Whether the rules and sources that checked values name can be found. Raises ConfigError."""
    try:
        rules = load_rules(tuple(str(root / folder) for folder in list_in(values, "rules")))
    except RuleError as error:
        raise ConfigError(f"{path}:{line_of(path, 'rules')}: rules: {error}") from error
    _rules_known(path, values, rules)
    _sources_named(path, values)
