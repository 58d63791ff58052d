"""Findings that somebody has answered for, with a reason: in `audit-ignore.toml`, or in the article itself.

    [[ignore]]
    fingerprint = "3f0c9a61d27be845a1b0"
    reason = "the minister's own spelling"
    until = 2027-01-31

Evidence is never touched: a suppressed finding stays in the report with its reason, costs no score and fails no gate.
An entry that is of no use, is out of date or gives no reason is told.
"""

import re
import tomllib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path

from auditor.errors import ConfigError
from auditor.model import Card, Finding, Ignore, State
from auditor.text.similarity import closest

NAME = "audit-ignore.toml"

_KEYS = ("fingerprint", "reason", "until")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*ignore[ \t]*\]\]", re.MULTILINE)
_AT_LINE = re.compile(r"\(at line (\d+)")
# `SP101, CO: why`, or as YAML wants it `SP101, "why"`.
_DIRECTIVE = re.compile(
    r"(?P<rules>[\w/-]++(?:[ \t]*+,[ \t]*+[\w/-]++)*+)[ \t]*+(?::|,?+[ \t]*+(?=[\"“]))(?P<reason>.*+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of `audit-ignore.toml`: it holds through the day `until`; `where` is `file:line`."""

    fingerprint: str
    reason: str
    until: date | None
    where: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The findings with their states, and what is to be said of suppressions that did not hold."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def _listed(entry: object, where: str) -> Listed:
    if not isinstance(entry, dict):
        raise ConfigError(f"{where}: an entry begins with a line [[ignore]]")
    for key in entry:
        if key not in _KEYS:
            near = closest(key, _KEYS)
            raise ConfigError(
                f"{where}: no key is called {key!r}; "
                + (f"did you mean {near}?" if near else f"there are {', '.join(_KEYS)}")
            )
    fingerprint, reason, until = (entry.get(key) for key in _KEYS)
    if not isinstance(fingerprint, str) or not fingerprint.strip():
        raise ConfigError(f"{where}: needs `fingerprint`, a string as `audit --format json` shows it")
    if not isinstance(reason, str) or not reason.strip():
        raise ConfigError(f"{where}: needs `reason`, a string that says why this is no fault")
    if isinstance(until, datetime):
        until = until.date()
    if until is not None and not isinstance(until, date):
        raise ConfigError(f"{where}: `until` is a date without quotes, like until = 2027-01-31")
    return Listed(fingerprint.strip().lower(), reason.strip(), until, where)


def loads(text: str, name: str) -> tuple[Listed, ...]:
    """The entries of an ignore file in order. Raises ConfigError, naming the file `name` and the line."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        raise ConfigError(f"{name}{f':{line[1]}' if line else ''}: broken TOML: {error}") from error
    for key in content:
        if key != "ignore":
            raise ConfigError(f"{name}: no key is called {key!r}; the file holds [[ignore]] entries only")
    entries = content.get("ignore", [])
    if not isinstance(entries, list):
        raise ConfigError(f"{name}: an entry begins with [[ignore]], in two pairs of brackets")
    lines = [1 + text.count("\n", 0, match.start()) for match in _HEADER.finditer(text)]
    places = [f"{name}:{line}" for line in lines] if len(lines) == len(entries) else [name] * len(entries)
    return tuple(_listed(entry, where) for entry, where in zip(entries, places, strict=True))


def load(path: str | PathLike[str]) -> tuple[Listed, ...]:
    """The entries of an ignore file. Raises ConfigError with file, line and what to do."""
    name = fspath(path)
    try:
        return loads(Path(path).read_text(encoding="utf-8"), name)
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read ({error.strerror})") from error


@dataclass(slots=True)
class _Directive:
    """An `Ignore` understood; counts what it suppresses."""

    rules: tuple[str, ...]
    reason: str
    lines: tuple[int, int] | None
    where: str
    used: int = 0

    def holds(self, finding: Finding) -> bool:
        """Whether it is about this finding of its article."""
        if self.lines and (finding.span.field == "title" or not self.lines[0] <= finding.line <= self.lines[1]):
            return False
        names = (finding.code, finding.rule, finding.family, finding.rule.rpartition("/")[2])
        return any(word in names or (word[:1].isupper() and finding.code.startswith(word)) for word in self.rules)


def _understood(ignore: Ignore, where: str) -> _Directive | str:
    """The directive, or what is the matter with it."""
    match = _DIRECTIVE.fullmatch(ignore.text.strip())
    if not match:
        return f"{where}: audit-ignore is not obeyed: write the rules, a colon and the reason, as in SP101: a quotation"
    reason = match["reason"].strip().strip('"“”').strip()
    if not reason:
        return f"{where}: audit-ignore is not obeyed: it gives no reason; write one behind the colon"
    rules = tuple(word.strip() for word in match["rules"].split(","))
    return _Directive(rules, reason, ignore.lines, where)


def _directives(cards: Iterable[Card]) -> tuple[dict[str, list[_Directive]], list[str]]:
    """The directives by document, and what is to be said of those that are none."""
    found: dict[str, list[_Directive]] = {}
    notes = []
    for card in cards:
        for ignore in card.ignores:
            understood = _understood(ignore, f"{card.path or card.id}:{ignore.line}")
            if isinstance(understood, str):
                notes.append(understood)
            else:
                found.setdefault(card.id, []).append(understood)
    return found, notes


def _longest(entries: Sequence[Listed]) -> Mapping[str, Listed]:
    """By fingerprint, the entry that holds longest."""
    found: dict[str, Listed] = {}
    for entry in entries:
        known = found.get(entry.fingerprint)
        if known is None or (known.until is not None and (entry.until is None or entry.until > known.until)):
            found[entry.fingerprint] = entry
    return found


def _expired(entry: Listed, today: date) -> bool:
    return entry.until is not None and entry.until < today


def _listed_notes(entries: Iterable[Listed], met: Mapping[str, Finding], today: date, whole: bool) -> list[str]:
    """What is to be said of entries of the file that are out of date or met nothing."""
    notes = []
    for entry in entries:
        if finding := met.get(entry.fingerprint):
            if _expired(entry, today):
                place = f"{finding.code} in {finding.path or finding.document}"
                notes.append(
                    f"{entry.where}: expired on {entry.until}: {place} counts again; mend it or set a new date"
                )
        elif whole:
            state = f"expired on {entry.until} and unused" if _expired(entry, today) else "unused"
            notes.append(f"{entry.where}: {state}: no finding is {entry.fingerprint}; delete the entry")
    return notes


def _unused(directives: Mapping[str, Sequence[_Directive]], codes: Container[str] | None) -> list[str]:
    """What is to be said of directives that met nothing, though their rules ran."""
    return [
        f"{one.where}: unused: audit-ignore {', '.join(one.rules)} meets no finding; delete it"
        for several in directives.values()
        for one in several
        if not one.used and (codes is None or all(word in codes for word in one.rules))
    ]


def suppressed(
    findings: Sequence[Finding],
    cards: Iterable[Card],
    listed: Sequence[Listed],
    today: date,
    *,
    codes: Container[str] | None = None,
    whole: bool = True,
    in_articles: bool = True,
) -> Suppressed:
    """The findings, those answered for SUPPRESSED with place and reason. To be called before scoring.

    `codes` are the rules that ran (None: all); `whole` says whether the run looked at everything that the file is
    about: else an entry that met nothing is not called unused. `in_articles` obeys what stands in articles: leave it
    out where the articles are not your own, since a hostile page could excuse itself.
    """
    directives, notes = _directives(cards) if in_articles else ({}, [])
    entries = _longest(listed)
    met: dict[str, Finding] = {}
    found = []
    for finding in findings:
        entry = entries.get(finding.fingerprint)
        reason = None
        if entry:
            met.setdefault(entry.fingerprint, finding)
            if not _expired(entry, today):
                reason = f"{entry.where}: {entry.reason}"
        for directive in directives.get(finding.document, ()):
            if directive.holds(finding):
                directive.used += 1
                reason = reason or f"{directive.where}: {directive.reason}"
        found.append(replace(finding, state=State.SUPPRESSED, reason=reason) if reason else finding)
    notes += _listed_notes(entries.values(), met, today, whole)
    notes += _unused(directives, codes)
    return Suppressed(tuple(found), tuple(notes))
