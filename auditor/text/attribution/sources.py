"""Finds who is behind a cue: a linear model chooses among the few places where English puts a source.

The places: the subject on the left, the subject before an inserted clause, the nearest pronoun or name, the first word
of the clause, the source of the cue before, the right ("said Ms Doe", "according to"), behind "by", a possessive — or
nobody ("is expected to"). Human judgements: PolNeAR.
"""

from collections.abc import Mapping
from functools import lru_cache

from auditor.text.attribution.codes import is_common
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.shapes import CLOSED, stem
from auditor.text.attribution.weights import weights
from auditor.text.attribution.words import Words

_PRONOUNS = frozenset("he she they i we it who you".split())
# What the nearest of is a place of its own; a pronoun is its own shape.
_POINTERS = {"X": "X", "Xs": "X"} | dict.fromkeys(_PRONOUNS - {"who"}, "P")
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
_INSERTS = frozenset(",-–—(")
# A source stands within 25 words of its cue: 99 % of those in PolNeAR's training part do.
_REACH = 25


def _insertions(found: Words, cue: Cue, at: int, places: dict[str, int]) -> None:
    """Subjects in front of what stands between commas: "Jane Doe, who runs the firm, said"."""
    first = cue.row.first
    places["LC"] = at
    for name in ("C1", "C2"):
        while at > first and found.gaps[at] not in _INSERTS:
            at -= 1
        if at <= first:
            return
        at -= 1
        places[name] = at


def _left(found: Words, cue: Cue, places: dict[str, int]) -> None:
    low, shapes, first = found.tokens.lower, found.shapes, cue.row.first
    at = cue.chief - 1
    while (
        at >= first
        and cue.chief - at < 6
        and (low[at] in _SKIPPED or shapes[at] == "-ly")
        and found.gaps[at + 1] == "_"
    ):
        at -= 1
    if at < first:
        return
    gap = found.gaps[at + 1]
    if gap == "_":
        places["L"] = at
    elif gap in _INSERTS:
        _insertions(found, cue, at, places)
    else:
        places["LQ"] = at
    if low[at] in ("who", "which", "that") and at > first:
        places["W"] = at - 1


def _nearest(found: Words, cue: Cue, places: dict[str, int]) -> None:
    low, shapes, first = found.tokens.lower, found.shapes, cue.row.first
    for at in range(cue.chief - 1, max(first - 1, cue.chief - _REACH), -1):
        if (name := _POINTERS.get(shapes[at])) and name not in places and (at > first or not is_common(low[at])):
            places[name] = at
            if "P" in places and "X" in places:
                break
    at = first
    while at < cue.chief and low[at] in CLOSED and low[at] not in _PRONOUNS:
        at += 1
    if at < cue.chief:
        places["S"] = at


def _right(found: Words, cue: Cue, places: dict[str, int]) -> None:
    low, last = found.tokens.lower, cue.row.last
    at = cue.chief + 1
    if at < last and low[at] == "to" and low[cue.chief] == "according":
        at += 1
    if at < last and found.gaps[at] == "_":
        while at < last and low[at] in _BEFORE_NOUN:
            at += 1
        if at < last:
            places["R"] = at
    for at in range(cue.chief + 1, min(last, cue.chief + 9)):
        if low[at] == "by" and at + 1 < last:
            at += 1
            while at < last - 1 and low[at] in _BEFORE_NOUN:
                at += 1
            places["B"] = at
            return


def places_of(found: Words, cue: Cue, before: int | None) -> dict[str, int]:
    """The word indices at which the source may stand, by the name of the place; `before` is the last cue's source."""
    places: dict[str, int] = {}
    _left(found, cue, places)
    _nearest(found, cue, places)
    if before is not None:
        places["V"] = before
    _right(found, cue, places)
    for at in (cue.chief - 1, cue.chief - 2):
        if at >= cue.row.first and (found.shapes[at] in ("Xs", "xs") or found.tokens.lower[at] in _POSSESSIVES):
            places["O"] = at
            break
    return places


def _weigh(*features: str) -> int:
    get = weights().get
    return sum([get(feature, 0) for feature in features])


# The features of a place in groups that recur from cue to cue, so that most are summed once and remembered.
@lru_cache(maxsize=1 << 14)
def _of_place(where: str, shape: str, around: str, own: str) -> int:
    return _weigh(f"Ts{where}|{shape}", f"Tg{where}|{around}", f"Tc{where}|{own}")


@lru_cache(maxsize=1 << 14)
def _of_lemma(where: str, shape: str, lemma: str) -> int:
    return _weigh(f"Tl{where}|{lemma}", f"sl{shape}{lemma}")


@lru_cache(maxsize=1 << 14)
def _of_neighbours(where: str, before: str, behind: str) -> int:
    return _weigh(f"Tp{where}{before}", f"Tn{where}{behind}")


@lru_cache(maxsize=1 << 14)
def _of_word(distance: int, before: str, shape: str, behind: str) -> int:
    step = distance if abs(distance) < 4 else distance // 4 + (4 if distance > 0 else -3)
    return _weigh(f"d{max(-6, min(4, step))}{shape}", f"n{behind}{shape}", f"p{before}{shape}")


@lru_cache(maxsize=1 << 14)
def _of_nobody(lemma: str, own: str, before: str, behind: str) -> int:
    return _weigh("N", f"Nl{lemma}", f"Np{before}", f"Nn{behind}", f"Nlp{lemma}{before}", f"Nc{own}{before}")


def best_place(found: Words, cue: Cue, places: Mapping[str, int]) -> int | None:
    """The place of the greatest weight, None for nobody."""
    i, shapes = cue.chief, found.shapes
    first, last = cue.row.first, cue.row.last
    around = (found.gaps[i] if i > first else "#") + (found.gaps[i + 1] if i + 1 < last else "#")
    before = shapes[i - 1] if i > first else "#"
    behind = shapes[i + 1] if i + 1 < last else "#"
    lemma, own = stem(found.tokens.lower[i]), shapes[i]
    names: dict[int, str] = {}
    for name, at in sorted(places.items()):
        names[at] = f"{names[at]}+{name}" if at in names else name
    best, most = None, _of_nobody(lemma, own, before, behind)
    # Of equals the first found wins, and nobody the last.
    for at in dict.fromkeys(places.values()):
        where, shape = names[at], shapes[at]
        weight = (
            _of_place(where, shape, around, own)
            + _of_lemma(where, shape, lemma)
            + _of_neighbours(where, before, behind)
            + _of_word(at - i, shapes[at - 1] if at > first else "#", shape, shapes[at + 1] if at + 1 < last else "#")
        )
        if weight > most or (best is None and weight == most):
            best, most = at, weight
    return best
