"""The file: JSON with one finding a line, sorted, which git merges line by line."""

import json
from os import PathLike, fspath
from pathlib import Path
from typing import TextIO

from auditor.baseline.matching import Baseline, Known, merged
from auditor.errors import ConfigError
from auditor.files import replacing

# Hidden, so that a walk over the folder passes it over.
NAME = ".audit-baseline.json"
VERSION = 1

_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def dump(baseline: Baseline, out: TextIO) -> None:
    """Writes the file's text: ASCII, one finding a line."""
    out.write("{\n")
    for entry in sorted(baseline.entries, key=lambda entry: entry.key):
        out.write(f"{json.dumps(entry.key)}: {json.dumps({'count': entry.count, 'excerpt': entry.excerpt})},\n")
    out.write(f'"version": {VERSION}\n}}\n')


def save(baseline: Baseline, path: str | PathLike[str]) -> None:
    """Writes the file whole or not at all. Raises UsageError where it cannot."""
    with replacing(path) as out:
        dump(baseline, out)


def _line_of(text: str, key: str) -> int:
    at = text.find(json.dumps(key))
    return 1 + text.count("\n", 0, max(at, 0))


def _entry(key: str, value: object) -> Known | None:
    """The entry of one line, None where it has another form."""
    code, _, rest = key.partition(" ")
    fingerprint, space, path = rest.partition(" ")
    fields = dict(value) if isinstance(value, tuple) else {}
    count, excerpt = fields.get("count", 1), fields.get("excerpt", "")
    if not (code and fingerprint and space) or not isinstance(value, tuple) or not isinstance(excerpt, str):
        return None
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return None
    return Known(code, fingerprint, path, excerpt, count)


def loads(text: str, name: str) -> Baseline:
    """The baseline in `text`. Raises ConfigError, naming the file `name` and the line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(_CONFLICT):
            raise ConfigError(f"{name}:{number}: a merge conflict; keep the lines of both sides and delete the marks")
    try:
        pairs = json.loads(text, object_pairs_hook=tuple)
    except json.JSONDecodeError as error:
        raise ConfigError(
            f"{name}:{error.lineno}: broken JSON ({error.msg}); restore it, or delete it and run `audit baseline create`"
        ) from error
    except RecursionError as error:
        raise ConfigError(
            f"{name}: no baseline (nested too deeply); delete it and run `audit baseline create`"
        ) from error
    if not isinstance(pairs, tuple):
        raise ConfigError(f"{name}: no baseline, which is a JSON object; delete it and run `audit baseline create`")
    version = dict(pairs).get("version")
    if version != VERSION:
        raise ConfigError(
            f"{name}: baseline version {version!r}, this audit reads {VERSION}; delete it and run `audit baseline create`"
        )
    entries = []
    for key, value in pairs:
        if key == "version":
            continue
        entry = _entry(key, value)
        if entry is None:
            raise ConfigError(
                f"{name}:{_line_of(text, key)}: {key[:40]!r} is no entry; delete the line, or run `audit baseline update`"
            )
        entries.append(entry)
    return merged(entries, max)


def load(path: str | PathLike[str]) -> Baseline:
    """The baseline in a file. Raises ConfigError with file, line and what to do."""
    name = fspath(path)
    try:
        return loads(Path(path).read_text(encoding="utf-8"), name)
    except FileNotFoundError as error:
        raise ConfigError(f"{name}: no such baseline; make it with `audit baseline create`") from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{name}: no baseline (not UTF-8); restore it, or delete it and run `audit baseline create`"
        ) from error
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read ({error.strerror})") from error
