"""Two things told in two orders: "left before the storm", "left when the storm had passed"; "during the war", "after the war"."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.statements.case import Case, things_left
from auditor.statements.conflict import Found
from auditor.statements.deeds import one_deed
from auditor.statements.states import told_at
from auditor.statements.words import Word

_BEFORE, _AFTER = frozenset(("before", "ahead")), frozenset(("after", "following"))
_LATER = frozenset("afterward afterwards later second then".split())
_COUNTED = frozenset("another other second third".split())
_DENIED = frozenset("not never no without".split())
# "When the storm had passed": so many words may stand between.
_HAD = 5


class _Order(NamedTuple):
    """What comes first and what second, as places of words, or what is at one time; `at` is the word that tells it."""

    first: frozenset[int]
    second: frozenset[int]
    at: int
    together: bool = False


def _content(words: tuple[Word, ...], start: int, end: int) -> frozenset[int]:
    return frozenset(k for k in range(start, end) if words[k].content)


def _told(words: tuple[Word, ...]) -> _Order | None:
    """The order that a statement tells, where it tells one."""
    lower = [word.lower for word in words]
    for at in range(1, len(words) - 1):
        until = lower[at] in ("until", "till") and not _DENIED.isdisjoint(lower[:at]) and lower[at + 1] != "after"
        had = lower[at] == "when" and "had" in lower[at + 1 : at + _HAD]
        before, after = lower[at] in _BEFORE, lower[at] in _AFTER or until or had
        if not (before or after or lower[at] == "during"):
            continue
        start = max((k + 1 for k in range(at) if lower[k] in ("but", "and")), default=0)
        left, right = _content(words, start, at), _content(words, at + 1, len(words))
        if lower[0] == "it" and "that" in lower[at:]:  # "It was not until after the vote that she left"
            cut = lower.index("that", at)
            left, right = _content(words, cut, len(words)), _content(words, at + 1, cut)
        elif not until and not _DENIED.isdisjoint(lower[:at]):
            return None
        return _Order(right, left, at) if after else _Order(left, right, at, together=not before)
    first = lower.index("first", 1) if "first" in lower[1:] else len(words)
    later = next((k for k in range(first + 1, len(words)) if lower[k] in _LATER), None)
    if later is None:
        return None
    return _Order(_content(words, 0, first), _content(words, first + 1, len(words)) - {later}, first)


def _again(case: Case) -> bool:
    """Whether one statement alone counts what is told: "had a second baby"."""
    return any(words[k].lower in _COUNTED for words, free in zip(case.sides, case.free, strict=True) for k in free)


def orders(case: Case) -> Iterator[Found]:
    """A conflict where both statements order the same two things, and not alike."""
    ours, theirs = _told(case.sides[0]), _told(case.sides[1])
    if ours is None or theirs is None or things_left(case) or _again(case) or not one_deed(case):
        return

    def both(first: frozenset[int], second: frozenset[int]) -> bool:
        shared = case.pairs[0]
        return any(shared.get(i, -1) in first for i in ours.first) and any(
            shared.get(i, -1) in second for i in ours.second
        )

    straight, crossed = both(theirs.first, theirs.second), both(theirs.second, theirs.first)
    # The doer of both stands on one side, and tells nothing.
    turned = crossed and not straight
    if (straight or crossed) if ours.together != theirs.together else turned and not ours.together:
        yield case.found("temporal", told_at(ours.at, ours.at + 1), told_at(theirs.at, theirs.at + 1))
