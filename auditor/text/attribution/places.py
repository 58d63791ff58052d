"""The few places where English puts the source of a cue.

The subject on the left, the subject before an inserted clause, the nearest pronoun or name, the first word of the clause,
the source of the cue before, the right ("said Ms Doe", "according to"), behind "by", a possessive.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
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
_ADVERB = SHAPES["-ly"]
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Between a subject and its verb.
_SKIPPED = _DAYS | frozenset(
    "is are was were be been being am do does did have has had having will would can could may might must should not "
    "also n't never just only still already often even now then recently later to first once".split()
)
_RELATIVE = frozenset("who which that".split())
_BY = SHAPES["by"]


def _shapes(names: Iterable[str]) -> list[bool]:
    """Of each shape whether it is listed, by number; a word of the closed classes is its own."""
    some = frozenset(names)
    return [name in some for name in SHAPES]


_LEADS_NOUN = _shapes(
    "the a an his her its their by to from of that one some many several two those other these this my our".split()
)
_OWNS = _shapes("Xs xs his her their its my our".split())
# No source at the head of a clause.
_LEADING = CLOSED - frozenset("he she they i we it who you".split())
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
    low, shapes, gaps, first = found.tokens.lower, found.shapes, found.gaps, cue.row.first
    at = cue.chief - 1
    least = max(first, at - 4)
    while at >= least and gaps[at + 1] == SPACE and (shapes[at] == _ADVERB or low[at] in _SKIPPED):
        at -= 1
    if at < first:
        return
    gap = gaps[at + 1]
    if gap == SPACE:
        places[at] = LEFT
    elif gap in _INSERTS:
        _insertions(found, cue, at, places)
    else:
        places[at] = QUOTED
    if at > first and low[at] in _RELATIVE:
        places[at - 1] = places.get(at - 1, 0) | WHO


def _nearest(found: Words, cue: Cue, places: dict[int, int]) -> None:
    chief, first = cue.chief, cue.row.first
    least = max(first, chief - _REACH + 1)
    for some, name in ((found.names, NAME), (found.pronouns, PRONOUN)):
        row = bisect_left(some, chief) - 1
        if row >= 0 and (at := some[row]) >= least and (at > first or not is_common(found.tokens.lower[at])):
            places[at] = places.get(at, 0) | name
    low, at = found.tokens.lower, first
    while at < chief and low[at] in _LEADING:
        at += 1
    if at < chief:
        places[at] = places.get(at, 0) | FIRST


def behind(found: Words, cue: Cue) -> int | None:
    """The noun that stands right behind a cue, if any."""
    last, at = cue.row.last, cue.chief + 1
    if at < last and found.tokens.lower[at] == "to" and found.tokens.lower[cue.chief] == "according":
        at += 1
    if at >= last or found.gaps[at] != SPACE:
        return None
    noun = _noun(found, at, last)
    return noun if noun < last else None


def _noun(found: Words, at: int, last: int) -> int:
    """The first word from `at` on that does not only lead to a noun, `last` where there is none before it."""
    shapes = found.shapes
    while at < last and _LEADS_NOUN[shapes[at]]:
        at += 1
    return at


def places_of(found: Words, cue: Cue, before: int | None) -> Places:
    """The words at which the source may stand; `before` is the last cue's source."""
    places: dict[int, int] = {}
    _left(found, cue, places)
    _nearest(found, cue, places)
    if before is not None:
        places[before] = places.get(before, 0) | BEFORE
    right = behind(found, cue)
    if right is not None:
        places[right] = places.get(right, 0) | RIGHT
    shapes, chief, last = found.shapes, cue.chief, cue.row.last - 1
    near = shapes[chief + 1 : min(last, chief + 9)]
    if _BY in near:
        at = _noun(found, chief + 2 + near.index(_BY), last)
        places[at] = places.get(at, 0) | BY
    # A possessive is one of the two words before the cue.
    for at in range(chief - 1, max(cue.row.first, chief - 2) - 1, -1):
        if _OWNS[shapes[at]]:
            places[at] = places.get(at, 0) | OWNER
            break
    return places


def subject(places: Places, otherwise: int | None) -> int | None:
    """The subject of the cue among its places: who "who" means, or what stands on the left."""
    left = None
    for at, names in places.items():
        if names & WHO:
            return at
        if left is None and names & LEFT:
            left = at
    return otherwise if left is None else left
