"""Which findings a baseline knows, and which of its entries nothing corresponds to any more."""

from collections import defaultdict, deque
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from os import PathLike

from auditor.files import portable
from auditor.model import Finding, State

# Enough of the quoted words for a reviewer to know the finding by.
_SHOWN = 60


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

    @property
    def findings(self) -> int:
        """How many findings they stand for."""
        return sum(entry.count for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Marked:
    """The findings with their states, and the entries to which nothing corresponds any more."""

    findings: tuple[Finding, ...]
    resolved: tuple[Known, ...]


def _known(finding: Finding, root: str | PathLike[str], base: str | PathLike[str]) -> Known:
    excerpt = " ".join(finding.excerpt.split())[:_SHOWN]
    return Known(finding.code, finding.fingerprint, portable(finding.path, root, base), excerpt)


def merged(entries: Iterable[Known], join: Callable[[int, int], int]) -> Baseline:
    """One entry a key, in the keys' order; `join` says what several counts come to."""
    found: dict[str, Known] = {}
    for entry in entries:
        if other := found.get(entry.key):
            # Of the same words only white space behind the cut can differ; the first in order is kept.
            entry = replace(min(other, entry), count=join(other.count, entry.count))
        found[entry.key] = entry
    return Baseline(tuple(found[key] for key in sorted(found)))


def created(findings: Iterable[Finding], root: str | PathLike[str] = ".", base: str | PathLike[str] = ".") -> Baseline:
    """A baseline that knows all `findings` which are not suppressed.

    `root` is the folder of its file, `base` the one that the findings' paths are relative to.
    """
    return merged((_known(f, root, base) for f in findings if f.state is not State.SUPPRESSED), int.__add__)


def _match(
    open_: dict[int, Known],
    left: list[int],
    entries: Iterable[tuple[int, Known]],
    tie: Callable[[Known], tuple[str, ...]],
) -> list[int]:
    """The numbers of the findings that an entry with the same `tie` excuses; `open_` and `left` are reduced."""
    wanted = {tie(one) for one in open_.values()}
    lenders: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for row, entry in entries if wanted else ():
        if (name := tie(entry)) in wanted:
            lenders[name].append(row)
    excused = []
    for number, one in open_.items():
        able = lenders[tie(one)]
        while able and not left[able[0]]:
            able.popleft()
        if able:
            left[able[0]] -= 1
            excused.append(number)
    for number in excused:
        del open_[number]
    return excused


def marked(
    findings: Sequence[Finding],
    baseline: Baseline,
    *,
    root: str | PathLike[str] = ".",
    base: str | PathLike[str] = ".",
    paths: Container[str] | None = None,
    codes: Container[str] | None = None,
) -> Marked:
    """The findings, those in the baseline KNOWN, each entry as often as it counts; and the resolved entries.

    `paths` are the articles that this run looked at and those that are gone, relative to `root`; `codes` the rules that
    ran (without cross-document rules where nothing was compared). What was not looked at is neither resolved, nor can
    it excuse a copy elsewhere. None stands for everything.
    """
    open_ = {n: _known(f, root, base) for n, f in enumerate(findings) if f.state is State.NEW}
    left = [entry.count for entry in baseline.entries]
    rows = list(enumerate(baseline.entries))
    seen = [(row, entry) for row, entry in rows if paths is None or entry.path in paths]
    known = {
        *_match(open_, left, rows, lambda one: (one.code, one.fingerprint, one.path)),
        *_match(open_, left, seen, lambda one: (one.code, one.fingerprint)),
        *_match(open_, left, seen, lambda one: (one.code, one.path, one.excerpt)),
    }
    resolved = [
        replace(entry, count=left[row]) for row, entry in seen if left[row] and (codes is None or entry.code in codes)
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
    base: str | PathLike[str] = ".",
    paths: Container[str] | None = None,
    codes: Container[str] | None = None,
) -> Baseline:
    """The baseline as `created` would make it now, keeping the entries that this run did not look at."""
    kept = (
        entry
        for entry in baseline.entries
        if (paths is not None and entry.path not in paths) or (codes is not None and entry.code not in codes)
    )
    return merged((*kept, *created(findings, root, base).entries), max)


def told(resolved: Sequence[Known], most: int = 5) -> tuple[str, ...]:
    """A line for each of the first resolved entries by path, and one for the rest."""
    lines = [
        f"resolved: {entry.code} {entry.path}: “{entry.excerpt}” is in the baseline and gone"
        for entry in sorted(resolved, key=lambda entry: (entry.path, entry.code, entry.excerpt))
    ]
    more = len(lines) - most
    if more > 0:
        lines[most:] = [f"resolved: {more:,} more; `audit baseline prune` takes them out of the baseline"]
    elif lines:
        lines[-1] += "; `audit baseline prune` takes it out"
    return tuple(lines)
