"""The keys of a configuration: name, kind and meaning of each, in one table that checks and schema share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from auditor.model import Severity

FILE = "audit.toml"


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: its name in the file, its JSON schema without the description, the description, the default."""

    name: str
    schema: Mapping[str, object]
    about: str
    default: object = None


_STRINGS = {"type": "array", "items": {"type": "string"}}
_RULES = "rules by code (SP101), prefix (SP), family (spin) or id (spin/acronym-mismatch)"

KEYS = (
    Key("select", _STRINGS, f"Run only these {_RULES}; all where empty."),
    Key("ignore", _STRINGS, f"Do not run these {_RULES}."),
    Key("rules", _STRINGS, "Folders of rules of your own, relative to this file."),
    Key("include", _STRINGS, "Globs of the files of a repository that are articles, relative to this file; all where empty."),
    Key("exclude", _STRINGS, "Globs of files that are not read, relative to this file."),
    Key("names", _STRINGS, "Expressions that are right as they stand, however spun they look."),
    Key("phrases", _STRINGS, "Boilerplate phrases of your own; a line that holds one is boilerplate."),
    Key("ignores-in-articles", {"type": "boolean"}, "Whether audit-ignore in an article itself is obeyed.", True),
    Key("baseline", {"type": "string"}, "The file of known findings, relative to this file."),
    Key("per-file-ignores", {"type": "object", "additionalProperties": _STRINGS}, "Glob to rules that are not run there."),
    Key(
        "severity",
        {"type": "object", "additionalProperties": {"enum": [severity.value for severity in Severity]}},
        "Rule code to its severity here.",
    ),
    Key("sources", {"type": "object", "additionalProperties": {"type": "string"}}, "Glob to the source of its articles; `*` is what the first * of the glob stands for."),
    Key("gate.fail-on", {"enum": ["error", "warning", "info", "never"]}, "The least severity that fails a run.", "error"),
    Key("gate.fail-under", {"type": "number", "minimum": 0, "maximum": 100}, "The least score of a firmly ranked source."),
    Key("gate.max-new", {"type": "integer", "minimum": 0}, "New findings at or above fail-on that are tolerated.", 0),
)  # fmt: skip
BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}
TABLES = ("gate",)


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_IS: Mapping[str, Callable[[object], bool]] = {
    "array": _strings,
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100,
}


def fits(value: object, schema: Mapping[str, object]) -> bool:
    """Whether a value is of a key's kind."""
    if "enum" in schema:
        options = schema["enum"]
        return isinstance(options, list) and value in options
    if schema["type"] == "object":
        inner = schema["additionalProperties"]
        return isinstance(value, dict) and isinstance(inner, dict) and all(fits(one, inner) for one in value.values())
    return _IS[str(schema["type"])](value)


def wanted(schema: Mapping[str, object]) -> str:
    """A key's kind in words."""
    options = schema.get("enum")
    if isinstance(options, list):
        return f"one of {', '.join(map(str, options))}"
    kinds = {
        "array": "a list of strings",
        "string": "a string",
        "boolean": "true or false",
        "integer": "a whole number, 0 or more",
    }
    if schema["type"] == "object":
        inner = schema["additionalProperties"]
        return f"a table of names, each with {wanted(inner)}" if isinstance(inner, dict) else "a table"
    return kinds.get(str(schema["type"]), "a number from 0 to 100")


def list_in(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The list under a key of checked values; empty where it is not set."""
    value = values.get(key, [])
    return tuple(value) if isinstance(value, list) else ()


def table_in(values: Mapping[str, object], key: str) -> dict[str, object]:
    """The table under a key of checked values; empty where it is not set."""
    value = values.get(key, {})
    return value if isinstance(value, dict) else {}


def _published(key: Key) -> dict[str, object]:
    default = {} if key.default is None else {"default": key.default}
    return {**key.schema, "description": key.about, **default}


def schema() -> dict[str, object]:
    """The JSON schema of `audit.toml`, which the package ships as `config.schema.json`."""
    properties: dict[str, dict[str, object]] = {}
    tables: dict[str, dict[str, dict[str, object]]] = {name: {} for name in TABLES}
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        (tables[table] if table else properties)[name] = _published(key)
    for name, inner in tables.items():
        properties[name] = {"type": "object", "properties": inner, "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "audit.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
