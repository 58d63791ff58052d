"""Where and on which day one thing was, told in different words: "lives in Lisbon", "her home is in Helsinki"."""

from collections.abc import Iterator

from auditor.statements.apart import one_case, touring
from auditor.statements.case import Case
from auditor.statements.conflict import Found
from auditor.statements.deeds import one_deed
from auditor.statements.eras import CENTURY, ERA, TIMES
from auditor.statements.named import several
from auditor.statements.slots import agree, ordered, repeated
from auditor.statements.states import told_at
from auditor.statements.terms import apart
from auditor.statements.words import Word
from auditor.text.places import contains, is_place

_WHERE = frozenset("at in near off on outside".split())
_OF = frozenset("city coast east native north south west".split())
# The name of a place has so many words at most.
_LONGEST = 3
# "Opened a small shop in": an article stands so near before a place.
_NEAR = 5


def places(case: Case) -> Iterator[Found]:
    """Conflicts of two places, each the only one, of one thing that is or happens."""
    both = [list(_places(words, shared)) for words, shared in zip(case.sides, case.pairs, strict=True)]
    if len(both[0]) != 1 or len(both[1]) != 1 or not case.anchored or not one_deed(case) or touring(case):
        return
    if all(_indefinite(words, start) for words, ((start, _),) in zip(case.sides, both, strict=True)):
        return  # "opened a shop in Leeds", "opened a shop in York"
    one, other = (
        " ".join(word.text for word in words[start:end])
        for words, ((start, end),) in zip(case.sides, both, strict=True)
    )
    if one == other or contains(one, other) or contains(other, one):
        return
    ours, theirs = told_at(*both[0][0]), told_at(*both[1][0])
    if one_case(case, ours, theirs):
        yield case.found("place", ours, theirs)


def _places(words: tuple[Word, ...], shared: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The unshared names of places behind "in", "at" or the like."""
    at = 1
    while at < len(words):
        end = _place(words, at)
        if end is None:
            at += 1
            continue
        led = [word.lower for word in words[max(0, at - 2) : at]]
        if shared.keys().isdisjoint(range(at, end)) and (_WHERE & set(led) or (led[-1] == "of" and led[0] in _OF)):
            yield at, end
        at = end


def _indefinite(words: tuple[Word, ...], at: int) -> bool:
    """Whether what is at a place is "a" thing, of which there may be one elsewhere."""
    return any(word.lower in ("a", "an") for word in words[max(0, at - _NEAR) : at]) or several(words, at - 2)


def _place(words: tuple[Word, ...], at: int) -> int | None:
    """The end of the longest name of a place that begins at `at`."""
    for end in range(min(len(words), at + _LONGEST), at, -1):
        if all(word.capital for word in words[at:end]) and is_place(" ".join(word.text for word in words[at:end])):
            return end
    return None


def days(case: Case) -> Iterator[Found]:
    """Conflicts of two dates or years, each the only one, of what happens once."""
    a, b = case.sides
    mine, others = ([k for k, word in enumerate(words) if _dated(word)] for words in (a, b))
    if len(mine) != 1 or len(others) != 1 or not case.anchored or not one_deed(case):
        return
    i, j = mine[0], others[0]
    ours, theirs = a[i].number, b[j].number
    if ours is None or theirs is None:
        return
    order = ordered(a, i), ordered(b, j)
    if agree(case.aligned, i, j, ours, theirs) if order[0] == order[1] else not apart(ours, order[0], theirs, order[1]):
        return
    once = any(word.lower in ("first", "last") for word in (*a, *b))
    if (once or not repeated(case.aligned)) and one_case(case, told_at(i, i + 1), told_at(j, j + 1)):
        kind = ERA in (ours.unit, theirs.unit) or ours.unit == theirs.unit == CENTURY
        yield case.found("temporal" if kind else "date", told_at(i, i + 1), told_at(j, j + 1))


def _dated(word: Word) -> bool:
    return word.number is not None and (word.number.year or word.number.unit in TIMES)
