"""Persons: full names (a given name before a surname), and which given names may be one person's."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.model import Document, Span
from auditor.text.names import Name, names
from auditor.text.view import view

_HERE = Path(__file__).parent
_INITIAL = re.compile(r"[A-Z]\.?")
_POSSESSIVE = re.compile(r"['’]s?$")

# Words with a capital that stand before a surname and are no given name.
TITLES = frozenset(
    "admiral ambassador attorney baron brigadier captain chairman chancellor chief coach colonel commander commissioner "
    "congressman congresswoman count countess dame detective director doctor dr duchess duke emperor father field first "
    "general gen gov governor her his imam inspector judge justice king lady lieutenant lt lord maj major manager "
    "marshal mayor minister miss mr mrs ms mx officer pastor pope premier president prime prince princess prof "
    "professor queen rabbi rep representative republican democrat rev reverend saint sec secretary sen senator sergeant "
    "sgt sheikh sheriff sir sister speaker superintendent vice".split()
)


class FullName(NamedTuple):
    """A given name and a surname that stand together in one name; `span` covers both."""

    given: str
    surname: str
    start: int
    end: int
    name: Name

    @property
    def span(self) -> Span:
        """The place of both in the text."""
        return Span(self.start, self.end)


def _listed(name: str) -> frozenset[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """The inventory of given names."""
    return _listed("given_names.txt")


@lru_cache(maxsize=1)
def known_persons() -> frozenset[str]:
    """Full names of persons who are widely known, or known to share their surname with another: two, not one misnamed."""
    return _listed("known_persons.txt")


@lru_cache(maxsize=1)
def _variants() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in (_HERE / "nicknames.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            group = line.split("\t")
            for name in group:
                found.setdefault(name, set()).update(group)
    return {name: frozenset(group) for name, group in found.items()}


def one_person(first: str, second: str) -> bool:
    """Whether two given names may be one person's: nicknames, initials, spellings that begin alike."""
    if first[:1] == second[:1] and (
        len(first.rstrip(".")) == 1 or len(second.rstrip(".")) == 1 or "." in first + second
    ):
        return True
    if first[:3].lower() == second[:3].lower():
        return True
    return second in _variants().get(first, ()) or first in _variants().get(second, ())


def surname_of(word: str) -> str:
    """A surname without its possessive ending."""
    return _POSSESSIVE.sub("", word)


@view
def full_names(document: Document) -> tuple[FullName, ...]:
    """Each two capitalised words of a name that stand together, the second no title; middle initials are passed over.

    Whether the first is a given name is for the caller to weigh: `given_names()` is an inventory, not the world.
    """
    found = []
    for name in names(document):
        if " " not in name.text:
            continue
        first, _, second = name.text.partition(" ")
        if " " not in second and "'" not in second and "’" not in second:  # most are two plain words
            if (
                first[0].isupper()
                and second[0].isupper()
                and len(second) > 1
                and second[1] != "."
                and second.lower() not in TITLES
            ):
                found.append(FullName(first, second, name.start, name.start + len(name.text), name))
            continue
        before, at = ("", 0), name.start
        given, *others = name.text.split(" ")
        last = given, at
        for word in others:
            at += len(last[0]) + 1
            initial = len(last[0]) < 3 and before[0] and _INITIAL.fullmatch(last[0])
            given, start = before if initial else last
            if word[0].isupper() and given[0].isupper():
                surname = surname_of(word) if "'" in word or "’" in word else word
                if len(surname) > 1 and surname[1] != "." and surname.lower() not in TITLES:
                    found.append(FullName(given, surname, start, at + len(surname), name))
            before, last = last, (word, at)
    return tuple(found)
