"""The few places where English puts the source of a cue.

The subject on the left, the subject before an inserted clause, the nearest pronoun or name, the first word of the clause,
the source of the cue before, the right ("said Ms Doe", "according to"), behind "by", a possessive.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import TypeAlias

from auditor.text.attribution.codes import GAPS, SHAPES, SPACE, is_common
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.words import Words

# Words at which the source may stand, each with the sum of the names of the places that meet there.
Places: TypeAlias = Mapping[int, int]

BY, CLAUSE, FURTHER, LEFT, INSERTED, QUOTED, OWNER, PRONOUN, RIGHT, FIRST, BEFORE, WHO, NAME = (
    1 << bit for bit in range(13)
)
_PRONOUNS = frozenset("he she they i we it who you".split())
_ADVERB, _OWNED = SHAPES["-ly"], frozenset((SHAPES["Xs"], SHAPES["xs"]))
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Between a subject and its verb.
_SKIPPED = _DAYS | frozenset(
    "is are was were be been being am do does did have has had having will would can could may might must should not "
    "also n't never just only still already often even now then recently later to first once".split()
)
_BEFORE_NOUN = frozenset(
    "the a an his her their its by to from of that one some many several two those other these this my our".split()
)
_POSSESSIVES = frozenset("his her their its my our".split())
_RELATIVE = frozenset("who which that".split())
_INSERTS = frozenset(GAPS[mark] for mark in ",-–—(")
# A source stands within 25 words of its cue: 99 % of those in PolNeAR's training part do.
_REACH = 25


def _insertions(found: Words, cue: Cue, at: int, places: dict[int, int]) -> None:
    """Subjects in front of what stands between commas: "Jane Doe, who runs the firm, said"."""
    first = cue.row.first
    places[at] = places.get(at, 0) | INSERTED
    for name in (CLAUSE, FURTHER):
        while at > first and found.gaps[at] not in _INSERTS:
            at -= 1
        if at <= first:
            return
        at -= 1
        places[at] = places.get(at, 0) | name


def _left(found: Words, cue: Cue, places: dict[int, int]) -> None:
    low, shapes, first = found.tokens.lower, found.shapes, cue.row.first
    at = cue.chief - 1
    while (
        at >= first
        and cue.chief - at < 6
        and (low[at] in _SKIPPED or shapes[at] == _ADVERB)
        and found.gaps[at + 1] == SPACE
    ):
        at -= 1
    if at < first:
        return
    gap = found.gaps[at + 1]
    if gap == SPACE:
        places[at] = LEFT
    elif gap in _INSERTS:
        _insertions(found, cue, at, places)
    else:
        places[at] = QUOTED
    if at > first and low[at] in _RELATIVE:
        places[at - 1] = places.get(at - 1, 0) | WHO


def _nearest(found: Words, cue: Cue, places: dict[int, int]) -> None:
    low, first = found.tokens.lower, cue.row.first
    least = max(first, cue.chief - _REACH + 1)
    for some, name in ((found.names, NAME), (found.pronouns, PRONOUN)):
        row = bisect_left(some, cue.chief) - 1
        if row >= 0 and (at := some[row]) >= least and (at > first or not is_common(low[at])):
            places[at] = places.get(at, 0) | name
    at = first
    while at < cue.chief and low[at] in CLOSED and low[at] not in _PRONOUNS:
        at += 1
    if at < cue.chief:
        places[at] = places.get(at, 0) | FIRST


def behind(found: Words, cue: Cue) -> int | None:
    """The noun that stands right behind a cue, if any."""
    low, last, at = found.tokens.lower, cue.row.last, cue.chief + 1
    if at < last and low[at] == "to" and low[cue.chief] == "according":
        at += 1
    if at < last and found.gaps[at] == SPACE:
        while at < last and low[at] in _BEFORE_NOUN:
            at += 1
        if at < last:
            return at
    return None


def _by(found: Words, cue: Cue) -> int | None:
    """The noun behind a "by" that follows."""
    low, last = found.tokens.lower, cue.row.last
    near = low[cue.chief + 1 : min(last - 1, cue.chief + 9)]
    if "by" not in near:
        return None
    at = cue.chief + 2 + near.index("by")
    while at < last - 1 and low[at] in _BEFORE_NOUN:
        at += 1
    return at


def places_of(found: Words, cue: Cue, before: int | None) -> Places:
    """The words at which the source may stand; `before` is the last cue's source."""
    places: dict[int, int] = {}
    _left(found, cue, places)
    _nearest(found, cue, places)
    for at, name in ((before, BEFORE), (behind(found, cue), RIGHT), (_by(found, cue), BY)):
        if at is not None:
            places[at] = places.get(at, 0) | name
    for at in (cue.chief - 1, cue.chief - 2):
        if at >= cue.row.first and (found.shapes[at] in _OWNED or found.tokens.lower[at] in _POSSESSIVES):
            places[at] = places.get(at, 0) | OWNER
            break
    return places


def subject(places: Places, otherwise: int | None) -> int | None:
    """The subject of the cue among its places: who "who" means, or what stands on the left."""
    for name in (WHO, LEFT):
        for at, names in places.items():
            if names & name:
                return at
    return otherwise
