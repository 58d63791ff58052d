"""Times of day, ages and lengths of time that cannot be one: "at dawn" and "in the evening", "within hours" and "for months"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from auditor.statements.apart import one_case
from auditor.statements.case import Case, things_left
from auditor.statements.clauses import is_verb
from auditor.statements.conflict import Found
from auditor.statements.readings import AGE, CLOCK
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases, lines

_DAY = 86400.0
# A length is told loosely: "hours" and "a day" may be one.
_LOOSELY = 1.5
# What lasts, and what ends: their length is one.
_LASTING = frozenset(
    "last go hold drag run take continue endure stretch end collapse fail finish over break stop be survive persist stay remain".split()
)
_LEADS = frozenset(
    "for within after lasted lasts took takes in inside almost nearly over about only just than under".split()
)
_BEYOND = frozenset("after before later ago old earlier from".split())
_CLOCKED = frozenset("at by from since till until".split())
# What is added to an hour of the clock with twelve; "two at night" is before dawn.
_DAYTIME = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}
_DAWN = 6


class Spell(NamedTuple):
    """A time of a kind, from `least` to `most`, that the words `start` to `end` tell."""

    kind: str
    least: float
    most: float
    start: int
    end: int


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[tuple[str, ...], str, float, float], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, float, float]]] = {}
    for kind, phrase, least, most in lines("spells.tsv"):
        told = tuple(phrase.split(" "))
        found.setdefault(told[0], []).append((told, kind, float(least), float(most)))
    return {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()}


def spells(words: tuple[Word, ...]) -> Iterator[Spell]:
    """The times that a statement tells, the longest phrase first."""
    told = [(part, at) for at, word in enumerate(words) for part in word.text.lower().split()]
    plain = tuple(part for part, _ in told)
    k, clocked = 0, -1
    while k < len(told):
        at = told[k][1]
        if words[at].number is not None:
            number = _number(words, at)
            if number is not None and (k == 0 or told[k - 1][1] != at):
                yield number
                clocked = number.end if number.kind == "clock" else clocked
            k += 1
            continue
        for phrase, kind, least, most in _table().get(plain[k], ()):
            if plain[k : k + len(phrase)] == phrase:
                end = told[k + len(phrase) - 1][1] + 1
                kind = _length(words, at, end) if kind == "length" else kind
                # "At nine in the evening" is one time.
                if kind and not (kind == "clock" and at < clocked):
                    yield Spell(kind, least, most, at, end)
                k += len(phrase) - 1
                break
        k += 1


def _number(words: tuple[Word, ...], at: int) -> Spell | None:
    number = words[at].number
    if number is None:
        return None
    if number.unit == CLOCK:
        return Spell("clock", number.value / 60 - 0.3, number.value / 60 + 0.3, at, at + 1)
    before = words[at - 1].lower if at else ""
    near = [word.lower for word in words[max(0, at - 2) : at]]
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if (
        number.unit in ("", AGE)
        and near[:1] == ["was"]
        and near[1:] in (["over"], ["nearly"], ["under"], ["almost"])
        and after == "when"
    ):
        return Spell("age", number.value - 2, number.value + 10 if near[1] == "over" else number.value + 1, at, at + 1)
    aged = not number.unit and 12 < number.value < 110 and not number.year
    if aged and (
        before == "at" or near in (["man", "of"], ["woman", "of"]) or (before in ("was", "is") and after == "when")
    ):
        return Spell("age", number.value - 1, number.value + 1, at, at + 1)
    if number.unit == AGE or before == "aged" or [word.lower for word in words[max(0, at - 2) : at]] == ["age", "of"]:
        return Spell("age", number.value - 1, number.value + 1, at, at + 1)
    if number.unit == "time" and (kind := _length(words, at, at + 1)):
        return Spell(kind, number.value / _DAY, number.value / _DAY, at, at + 1)
    if not number.unit and before in _CLOCKED and number.value <= 12:
        part = next((word.lower for word in words[at + 1 : at + 4] if word.lower in _DAYTIME), None)
        if part is not None:
            hour = number.value % 12
            hour += 0 if part == "night" and hour < _DAWN else _DAYTIME[part]
            end = next(k for k in range(at + 1, at + 4) if words[k].lower == part) + 1
            return Spell("clock", hour - 0.3, hour + 0.3, at, end)
    return None


def _length(words: tuple[Word, ...], start: int, end: int) -> str:
    """What a length tells: "length" (how long it went on), "after" or "before" (how far from another thing), "" neither."""
    after = words[end].lower if end < len(words) else ""
    if after in _BEYOND:
        return after if after in ("after", "before") else ""
    led = any(word.lower in _LEADS for word in words[max(0, start - 2) : start])
    return "length" if led or words[start].lower == "all" else ""


def _apart(ours: Spell, theirs: Spell) -> bool:
    """Whether two times cannot be one."""
    if ours.kind == "clock":
        return not any(ours.least <= theirs.most + turn and theirs.least + turn <= ours.most for turn in (-24, 0, 24))
    if ours.kind in ("length", "after", "before"):
        return ours.least > _LOOSELY * theirs.most or theirs.least > _LOOSELY * ours.most
    return ours.least > theirs.most or theirs.least > ours.most


def times(case: Case) -> Iterator[Found]:
    """Conflicts of two times of one kind, each the only one of it."""
    if not case.anchored:
        return
    mine, others = (
        [one for one in found if _only(one, found)] for found in (list(spells(words)) for words in case.sides)
    )
    for ours in mine:
        for theirs in others:
            turned = {ours.kind, theirs.kind} == {"before", "after"} and not things_left(case)
            if not turned and (ours.kind != theirs.kind or not _apart(ours, theirs)):
                continue
            if not _one_deed(case, ours.kind) or _led(case.sides[0], ours) != _led(case.sides[1], theirs):
                continue
            both = told_at(ours.start, ours.end), told_at(theirs.start, theirs.end)
            if turned or one_case(case, *both):
                yield case.found("temporal", *both)


def _led(words: tuple[Word, ...], spell: Spell) -> str:
    """The word that makes a time of day a bound: "open until ten"."""
    before = words[spell.start - 1].lower if spell.start and spell.kind == "clock" else ""
    return before if before in _CLOCKED - {"at"} else ""


def _only(spell: Spell, found: list[Spell]) -> bool:
    return sum(one.kind == spell.kind for one in found) == 1


def _one_deed(case: Case, kind: str) -> bool:
    """Whether the verbs are shared; of lengths, also whether both tell how long it was."""
    told = [
        [words[k] for k in free if words[k].content and not words[k].number and is_verb(words[k].lower)]
        for words, free in zip(case.sides, case.free, strict=True)
    ]
    if kind != "length":
        return not all(told)
    return all(
        _LASTING.intersection((*bases(word.lower), *bases(word.text.lower().split()[0])))
        for some in told
        for word in some
    )
