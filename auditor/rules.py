"""Finds, loads, validates and selects rules; mounts the folder `rules/` as the package `auditor.rules`.

The packed copy inside a wheel is `auditor/_rules`; in a checkout it is the repository's `rules/`. A user's own rule
folders join by `mount`. Adding a rule is adding a file: nothing here names one.
"""

import hashlib
import importlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from auditor.errors import RuleError
from auditor.model import FAMILIES
from auditor.rule import Rule
from auditor.text.similarity import closest

_HERE = Path(__file__).resolve().parent
_BUILTIN = _HERE / "_rules" if (_HERE / "_rules").is_dir() else _HERE.parent / "rules"
__path__ = [str(_BUILTIN)]

_FILE = re.compile(r"[a-z][a-z0-9_]*")


def _rule_of(folder: Path, file: Path) -> Rule:
    name = f"auditor.rules.{file.parent.name}.{file.stem}"
    try:
        module = importlib.import_module(name)
    except RuleError:
        raise
    # Broad, since to import a user's file is to run it, and it may raise anything: theirs to mend, so one line and exit 2.
    except (Exception, SystemExit) as error:
        raise RuleError(f"{file}: cannot be loaded ({type(error).__name__}: {error})") from error
    found = [value for value in vars(module).values() if isinstance(value, Rule) and file.samefile(value.file)]
    if len(found) != 1:
        raise RuleError(f"{file}: holds {len(found)} rules; one rule a file, helpers begin with an underscore")
    if not folder.samefile(file.parent.parent):
        raise RuleError(f"{file}: is shadowed by {found[0].file}")
    return found[0]


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """All rules, the built-in ones and those under `folders`, by code; RuleError names the file that breaks a rule."""
    for folder in folders:
        if not Path(folder).is_dir():
            raise RuleError(f"{folder}: no such rule folder")
        if folder not in __path__:
            __path__.append(folder)
    taken: dict[str, Rule] = {}
    for folder in (str(_BUILTIN), *folders):
        known = len(taken)
        for family in FAMILIES:
            for file in sorted((Path(folder) / family).glob("*.py")):
                if file.stem.startswith("_") or not _FILE.fullmatch(file.stem):
                    continue
                rule = _rule_of(Path(folder), file)
                if rule.code in taken:
                    raise RuleError(f"{file}: code {rule.code} is already taken by {taken[rule.code].file}")
                taken[rule.code] = rule
        if len(taken) == known:
            raise RuleError(
                f"{folder}: holds no rule; a rule is a file {folder}/FAMILY/NAME.py ({', '.join(FAMILIES)})"
            )
    return tuple(taken[code] for code in sorted(taken))


def is_own(rule: Rule) -> bool:
    """Whether a rule is the user's own, so that what breaks in it is theirs to mend."""
    return not Path(rule.file).is_relative_to(_BUILTIN)


def _matches(rule: Rule, word: str) -> bool:
    return word in (rule.code, rule.id, rule.family, rule.name) or (word[:1].isupper() and rule.code.startswith(word))


def select(rules: Iterable[Rule], chosen: tuple[str, ...] = (), ignored: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """The rules named by code, prefix, family or id in `chosen` (all where empty), less those in `ignored`."""
    rules = tuple(rules)
    for word in (*chosen, *ignored):
        if not any(_matches(rule, word) for rule in rules):
            near = closest(word, [name for rule in rules for name in (rule.code, rule.id, rule.family, rule.name)])
            raise RuleError(
                f"no rule is called {word!r}" + (f"; did you mean {near}?" if near else "; `audit rules` lists them")
            )
    return tuple(
        rule
        for rule in rules
        if (not chosen or any(_matches(rule, word) for word in chosen))
        and not any(_matches(rule, word) for word in ignored)
    )


# What code and data are kept in; a page of cases (.md) changes nothing that an article yields.
WORKING = frozenset((".py", ".txt", ".tsv", ".json", ".npz"))


@lru_cache(maxsize=64)
def _digest(folder: str) -> str:
    digest = hashlib.sha256()
    for file in sorted(Path(folder).rglob("*")):
        if file.suffix in WORKING:
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def ruleset(rules: Iterable[Rule], version: str) -> str:
    """A hash of which rules run and of all that they are made of: their files, their data and the engine."""
    parts: Mapping[str, str] = {
        "rules": ",".join(rule.code for rule in rules),
        "builtin": _digest(str(_BUILTIN)),
        "engine": _digest(str(_HERE)),
        "own": "".join(_digest(folder) for folder in __path__[1:]),
        "version": version,
    }
    return hashlib.sha256(repr(sorted(parts.items())).encode()).hexdigest()[:16]
