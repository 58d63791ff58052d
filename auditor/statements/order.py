"""Two things told in two orders: "left before the storm", "left when the storm had passed"; "first the shots, later the scream"."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.model import Span
from auditor.statements.case import Case, things_left
from auditor.statements.conflict import Found
from auditor.statements.figures import one_deed
from auditor.statements.words import Word

_BEFORE, _AFTER = frozenset(("before", "ahead")), frozenset(("after", "following"))
_LATER = frozenset("later afterwards afterward then second".split())
_DENIED = frozenset("not never no without".split())


class _Order(NamedTuple):
    """What comes first and what comes second, as places of words; `at` is the word that tells it."""

    first: frozenset[int]
    second: frozenset[int]
    at: int


def _places(words: tuple[Word, ...], start: int, end: int) -> frozenset[int]:
    return frozenset(k for k in range(start, end) if words[k].content)


def _told(words: tuple[Word, ...]) -> _Order | None:
    """The order that a statement tells, where it tells one."""
    lower = [word.lower for word in words]
    for at in range(1, len(words) - 1):
        before = lower[at] in _BEFORE or _not_until(lower, at) is False
        after = lower[at] in _AFTER or lower[at : at + 2] == ["only", "when"] or _not_until(lower, at) is True or _had_when(lower, at)
        if not (before or after):
            continue
        start = max((k + 1 for k in range(at) if lower[k] in ("but", "and")), default=0)
        left, right = _places(words, start, at), _places(words, at + 1, len(words))
        if lower[0] == "it" and "that" in lower[at:]:  # "It was not until after the vote that she left"
            cut = lower.index("that", at)
            left, right = _places(words, cut, len(words)), _places(words, at + 1, cut)
        elif _DENIED & set(lower[:at]) and _not_until(lower, at) is None:
            return None
        return _Order(left, right, at) if before else _Order(right, left, at)
    if "first" in lower[1:]:
        at = lower.index("first", 1)
        later = next((k for k in range(at + 1, len(words)) if lower[k] in _LATER), None)
        if later is not None:
            return _Order(_places(words, 0, at), _places(words, at + 1, len(words)) - {later}, at)
    return None


def _not_until(lower: list[str], at: int) -> bool | None:
    """True at the "until" of "did not leave until the storm", which tells that it left after; False where nothing is denied
    ("stayed until"), which tells no order; None elsewhere."""
    if lower[at] in ("until", "till") and _DENIED & set(lower[:at]) and lower[at + 1] != "after":
        return True
    return None


def _had_when(lower: list[str], at: int) -> bool:
    """Whether "when … had" stands here: what follows was over."""
    return lower[at] == "when" and "had" in lower[at + 1 : at + 5]


def orders(case: Case) -> Iterator[Found]:
    """A conflict where both statements order the same two things, and not alike."""
    ours, theirs = _told(case.sides[0]), _told(case.sides[1])
    if ours is None or theirs is None or things_left(case) or not one_deed(case):
        return
    forward = case.pairs[0]

    def shared(one: frozenset[int], other: frozenset[int]) -> int:
        return sum(forward.get(i, -1) in other for i in one)

    straight = shared(ours.first, theirs.first), shared(ours.second, theirs.second)
    crossed = shared(ours.first, theirs.second), shared(ours.second, theirs.first)
    # The doer of both stands on one side, and tells nothing.
    if all(crossed) and not all(straight):
        a, b = case.sides[0][ours.at], case.sides[1][theirs.at]
        yield "temporal", Span(a.start, a.end), Span(b.start, b.end), 0.75 * (0.5 + 0.5 * case.aligned.coverage)
