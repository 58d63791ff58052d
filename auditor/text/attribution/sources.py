"""Finds who is behind a cue: a linear model chooses among the few places where English puts a source.

The places: the subject on the left, the subject before an inserted clause, the nearest pronoun or name, the first word
of the clause, the source of the cue before, the right ("said Ms Doe", "according to"), behind "by", a possessive — or
nobody ("is expected to"). Human judgements: PolNeAR.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from auditor.text.attribution.codes import GAP_NAMES, GAPS, SHAPE_NAMES, SHAPES, SPACE, is_common
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.shapes import CLOSED, stem
from auditor.text.attribution.weights import weights
from auditor.text.attribution.words import Words

Key: TypeAlias = tuple[str | int, ...]

_PRONOUNS = frozenset("he she they i we it who you".split())
# What the nearest of is a place of its own; a pronoun is its own shape.
_POINTERS = {SHAPES["X"]: "X", SHAPES["Xs"]: "X"} | {SHAPES[word]: "P" for word in _PRONOUNS - {"who"}}
_NAME, _ADVERB, _OWNED = SHAPES["X"], SHAPES["-ly"], frozenset((SHAPES["Xs"], SHAPES["xs"]))
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
_INSERTS = frozenset(GAPS[mark] for mark in ",-–—(")
_MOST = 1 << 14
_PLACES = "B C1 C2 L LC LQ O P R S V W X".split()
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
        and (low[at] in _SKIPPED or shapes[at] == _ADVERB)
        and found.gaps[at + 1] == SPACE
    ):
        at -= 1
    if at < first:
        return
    gap = found.gaps[at + 1]
    if gap == SPACE:
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
    if at < last and found.gaps[at] == SPACE:
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
        if at >= cue.row.first and (found.shapes[at] in _OWNED or found.tokens.lower[at] in _POSSESSIVES):
            places["O"] = at
            break
    return places


class _Sums(dict[Key, int]):
    """The summed weights of a group of features, by what they depend on; groups recur from cue to cue."""

    def __init__(self, names: Callable[..., tuple[str, ...]]) -> None:
        self.names = names

    def __missing__(self, key: Key) -> int:
        if len(self) >= _MOST:
            self.clear()
        answer = self[key] = sum(weights().get(name, 0) for name in self.names(*key))
        return answer


def _place(where: str, shape: int, before: int, behind: int, own: int) -> tuple[str, ...]:
    gaps = GAP_NAMES[before] + GAP_NAMES[behind]
    return f"Ts{where}|{SHAPE_NAMES[shape]}", f"Tg{where}|{gaps}", f"Tc{where}|{SHAPE_NAMES[own]}"


def _lemma(where: str, shape: int, lemma: str) -> tuple[str, ...]:
    return f"Tl{where}|{lemma}", f"sl{SHAPE_NAMES[shape]}{lemma}"


def _neighbours(where: str, before: int, behind: int) -> tuple[str, ...]:
    return f"Tp{where}{SHAPE_NAMES[before]}", f"Tn{where}{SHAPE_NAMES[behind]}"


def _word(distance: int, before: int, shape: int, behind: int) -> tuple[str, ...]:
    step = distance if abs(distance) < 4 else distance // 4 + (4 if distance > 0 else -3)
    own = SHAPE_NAMES[shape]
    return f"d{max(-6, min(4, step))}{own}", f"n{SHAPE_NAMES[behind]}{own}", f"p{SHAPE_NAMES[before]}{own}"


def _nobody(lemma: str, shape: int, left: int, right: int) -> tuple[str, ...]:
    own, before, behind = SHAPE_NAMES[shape], SHAPE_NAMES[left], SHAPE_NAMES[right]
    return "N", f"Nl{lemma}", f"Np{before}", f"Nn{behind}", f"Nlp{lemma}{before}", f"Nc{own}{before}"


_PLACE, _LEMMA, _BESIDE = _Sums(_place), _Sums(_lemma), _Sums(_neighbours)
_WORD, _NOBODY = _Sums(_word), _Sums(_nobody)


def _keys(found: Words, cue: Cue, places: Mapping[str, int]) -> tuple[Key, list[tuple[int, Key, Key, Key, Key]]]:
    """What the features of nobody depend on, and those of each place, by groups."""
    i, first, last = cue.chief, cue.row.first, cue.row.last
    # The row with a word of no shape on either side; gaps outside it are none.
    shapes = [0, *found.shapes[first:last], 0]
    shift = 1 - first
    own, before, behind = shapes[i + shift], shapes[i + shift - 1], shapes[i + shift + 1]
    left = found.gaps[i] if i > first else 0
    right = found.gaps[i + 1] if i + 1 < last else 0
    lemma = stem(found.tokens.lower[i])
    names: dict[int, str] = {}
    for name in _PLACES:
        if (at := places.get(name)) is not None:
            names[at] = f"{names[at]}+{name}" if at in names else name
    some: list[tuple[int, Key, Key, Key, Key]] = []
    for at, where in names.items():
        place = at + shift
        shape = shapes[place]
        some.append((
            at,
            (where, shape, left, right, own),
            (where, shape, lemma),
            (where, before, behind),
            (at - i, shapes[place - 1], shape, shapes[place + 1]),
        ))  # fmt: skip
    return (lemma, own, before, behind), some


def best_place(found: Words, cue: Cue, places: Mapping[str, int]) -> int | None:
    """The place of the greatest weight, None for nobody."""
    nobody, some = _keys(found, cue, places)
    best, most = None, _NOBODY[nobody]
    # Of equals the first found wins, and nobody the last.
    for at, place, lemma, beside, word in some:
        weight = _PLACE[place] + _LEMMA[lemma] + _BESIDE[beside] + _WORD[word]
        if weight > most or (best is None and weight == most):
            best, most = at, weight
    return best


def features(found: Words, cue: Cue, places: Mapping[str, int]) -> dict[int | None, tuple[str, ...]]:
    """The names of the features of each place, and (under None) of nobody; training reads them."""
    nobody, some = _keys(found, cue, places)
    groups = (_PLACE, _LEMMA, _BESIDE, _WORD)
    named: dict[int | None, tuple[str, ...]] = {None: _NOBODY.names(*nobody)}
    for at, *keys in some:
        named[at] = tuple(name for group, key in zip(groups, keys, strict=True) for name in group.names(*key))
    return named
