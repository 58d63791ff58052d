"""Finds who is behind a cue: a linear model chooses among the few places where English puts a source.

The places: the subject on the left, the subject before an inserted clause, the nearest pronoun or name, the first word
of the clause, the source of the cue before, the right ("said Ms Doe", "according to"), behind "by", a possessive — or
nobody ("is expected to"). Human judgements: PolNeAR.
"""

from collections.abc import Mapping

from auditor.text.attribution.cues import Cue
from auditor.text.attribution.shapes import CLOSED, stem
from auditor.text.attribution.words import Words

_PRONOUNS = frozenset("he she they i we it who you".split())
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
        if "P" not in places and low[at] in _PRONOUNS and low[at] != "who":
            places["P"] = at
        elif "X" not in places and shapes[at] in ("X", "Xs"):
            places["X"] = at
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


def features(found: Words, cue: Cue, places: Mapping[str, int]) -> list[tuple[int | None, list[str]]]:
    """Each place, and None for nobody, with its features; training reads this very function."""
    i, row, shapes = cue.chief, cue.row, found.shapes
    left = found.gaps[i] if i > row.first else "#"
    right = found.gaps[i + 1] if i + 1 < row.last else "#"
    before = shapes[i - 1] if i > row.first else "#"
    behind = shapes[i + 1] if i + 1 < row.last else "#"
    lemma, own = stem(found.tokens.lower[i]), shapes[i]
    names: dict[int, list[str]] = {}
    for name, at in places.items():
        names.setdefault(at, []).append(name)
    offered: list[tuple[int | None, list[str]]] = []
    for at, several in names.items():
        where, shape, distance = "+".join(sorted(several)), shapes[at], at - i
        step = distance if abs(distance) < 4 else distance // 4 + (4 if distance > 0 else -3)
        far = str(max(-6, min(4, step)))
        offered.append(
            (
                at,
                [
                    "Ts" + where + "|" + shape, "Tg" + where + "|" + left + right, "Tc" + where + "|" + own,
                    "Tl" + where + "|" + lemma, "d" + far + shape,
                    "n" + (shapes[at + 1] if at + 1 < row.last else "#") + shape,
                    "p" + (shapes[at - 1] if at > row.first else "#") + shape, "Tp" + where + before,
                    "Tn" + where + behind, "sl" + shape + lemma,
                ],
            )
        )  # fmt: skip
    offered.append(
        (None, ["N", "Nl" + lemma, "Np" + before, "Nn" + behind, "Nlp" + lemma + before, "Nc" + own + before])
    )
    return offered
