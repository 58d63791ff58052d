"""What is known already: findings that do not fail a gate again.

A finding is known by its rule and its content (`Finding.fingerprint`), so re-wrapping or moving an article changes
nothing. Two weaker ties spare users what they hate in other tools: an entry whose article has moved is found under the
new path, and one whose neighbouring words were edited by its rule, its article and its own words.

The file is JSON with one finding a line, sorted by identity, without line numbers and times. Its last line never
changes, so lines merge without a fuss about commas, and `merge=union` in .gitattributes is safe: of two lines for one
finding the greater count holds.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from pathlib import Path
from typing import TextIO

from auditor.errors import ConfigError
from auditor.files import portable, replacing
from auditor.model import Finding, State

# Hidden, so that a walk over the folder passes it over.
NAME = ".audit-baseline.json"
VERSION = 1

# Enough of the quoted words for a reviewer to know the finding by.
_SHOWN = 60
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One line: a finding of rule `code`, `count` times in the article `path` (relative to the file's folder)."""

    code: str
    fingerprint: str
    path: str
    excerpt: str
    count: int = 1

    @property
    def key(self) -> str:
        """What the line begins with."""
        return f"{self.code} {self.fingerprint} {self.path}"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, sorted, one entry a rule, content and path."""

    entries: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """The findings with their states, and the entries to which nothing corresponds any more."""

    findings: tuple[Finding, ...]
    resolved: tuple[Known, ...]


def _known(finding: Finding, root: str | PathLike[str]) -> Known:
    excerpt = " ".join(finding.excerpt.split())[:_SHOWN]
    return Known(finding.code, finding.fingerprint, portable(finding.path, root), excerpt)


def _merged(entries: Iterable[Known], join: Callable[[int, int], int]) -> Baseline:
    found: dict[str, Known] = {}
    for entry in sorted(entries):
        if other := found.get(entry.key):
            entry = replace(other, count=join(other.count, entry.count))
        found[entry.key] = entry
    return Baseline(tuple(found[key] for key in sorted(found)))


def created(findings: Iterable[Finding], root: str | PathLike[str] = ".") -> Baseline:
    """A baseline that knows all `findings` which are not suppressed; `root` is the folder of its file."""
    return _merged((_known(f, root) for f in findings if f.state is not State.SUPPRESSED), int.__add__)


def _match(
    open_: dict[int, Known], left: dict[Known, int], lend: Iterable[Known], tie: Callable[[Known], tuple[str, ...]]
) -> list[int]:
    """The numbers of the findings that an entry with the same `tie` excuses; `open_` and `left` are reduced."""
    lenders: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for entry in reversed(list(lend)):
        lenders[tie(entry)].append(entry)
    excused = []
    for number, wanted in open_.items():
        able = lenders.get(tie(wanted), [])
        while able and not left[able[-1]]:
            able.pop()
        if able:
            left[able[-1]] -= 1
            excused.append(number)
    for number in excused:
        del open_[number]
    return excused


def marked(
    findings: Sequence[Finding],
    baseline: Baseline,
    *,
    root: str | PathLike[str] = ".",
    paths: Container[str] | None = None,
    codes: Container[str] | None = None,
) -> Marked:
    """The findings, those in the baseline KNOWN, each entry as often as it counts; and the resolved entries.

    `paths` are the articles that this run looked at and those that are gone, relative to `root`; `codes` the rules that
    ran (without cross-document rules where nothing was compared). What was not looked at is neither resolved, nor can
    it excuse a copy elsewhere. None stands for everything.
    """
    open_ = {n: _known(f, root) for n, f in enumerate(findings) if f.state is State.NEW}
    left = {entry: entry.count for entry in baseline.entries}
    seen = [entry for entry in baseline.entries if paths is None or entry.path in paths]
    known = {
        *_match(open_, left, baseline.entries, lambda one: (one.code, one.fingerprint, one.path)),
        *_match(open_, left, seen, lambda one: (one.code, one.fingerprint)),
        *_match(open_, left, seen, lambda one: (one.code, one.path, one.excerpt)),
    }
    resolved = [
        replace(entry, count=left[entry]) for entry in seen if left[entry] and (codes is None or entry.code in codes)
    ]
    states = (replace(f, state=State.KNOWN) if n in known else f for n, f in enumerate(findings))
    return Marked(tuple(states), tuple(resolved))


def pruned(baseline: Baseline, resolved: Iterable[Known]) -> Baseline:
    """The baseline without what is resolved."""
    gone = {entry.key: entry.count for entry in resolved}
    rest = (replace(entry, count=entry.count - gone.get(entry.key, 0)) for entry in baseline.entries)
    return Baseline(tuple(entry for entry in rest if entry.count > 0))


def updated(
    baseline: Baseline,
    findings: Sequence[Finding],
    *,
    root: str | PathLike[str] = ".",
    paths: Container[str] | None = None,
    codes: Container[str] | None = None,
) -> Baseline:
    """The baseline as `created` would make it now, keeping the entries that this run did not look at."""
    kept = (
        entry
        for entry in baseline.entries
        if (paths is not None and entry.path not in paths) or (codes is not None and entry.code not in codes)
    )
    return _merged((*kept, *created(findings, root).entries), max)


def told(resolved: Sequence[Known], most: int = 5) -> tuple[str, ...]:
    """A line for each of the first resolved entries, and one for the rest."""
    lines = [
        f"resolved: {entry.code} {entry.path}: “{entry.excerpt}” is in the baseline and gone" for entry in resolved
    ]
    more = len(lines) - most
    if more > 0:
        lines[most:] = [f"resolved: {more:,} more; `audit baseline prune` takes them out of the baseline"]
    elif lines:
        lines[-1] += "; `audit baseline prune` takes it out"
    return tuple(lines)


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
            f"{name}:{error.lineno}: broken JSON ({error.msg}); restore it, or run `audit baseline create --force`"
        ) from error
    except RecursionError as error:
        raise ConfigError(f"{name}: no baseline (nested too deeply); run `audit baseline create --force`") from error
    if not isinstance(pairs, tuple):
        raise ConfigError(f"{name}: no baseline, which is a JSON object; run `audit baseline create --force`")
    version = dict(pairs).get("version")
    if version != VERSION:
        raise ConfigError(
            f"{name}: baseline version {version!r}, this audit reads {VERSION}; run `audit baseline create --force`"
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
    return _merged(entries, max)


def load(path: str | PathLike[str]) -> Baseline:
    """The baseline in a file. Raises ConfigError with file, line and what to do."""
    name = fspath(path)
    try:
        return loads(Path(path).read_text(encoding="utf-8"), name)
    except FileNotFoundError as error:
        raise ConfigError(f"{name}: no such baseline; make it with `audit baseline create`") from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{name}: no baseline (not UTF-8); restore it, or run `audit baseline create --force`"
        ) from error
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read ({error.strerror})") from error
