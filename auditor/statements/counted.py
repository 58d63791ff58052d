"""What two figures count: all or a part, a state or a difference, what is or what can be."""

from collections.abc import Iterator

from auditor.statements.case import Case, is_name
from auditor.statements.clauses import BE, is_verb
from auditor.statements.scores import SCORE
from auditor.statements.words import Word

_ROOM = frozenset("can could capacity maximum room accommodate accommodates".split())


def other_figures(case: Case, i: int, j: int) -> Iterator[str]:
    """What tells that one figure is a difference, a sum, of a part, or of what can be, and the other is not."""
    a, b = case.sides
    ours, theirs = a[i].number, b[j].number
    if _sums(a, b[j]) or _sums(b, a[i]):
        yield "a sum"
    if differs_by(a, i) != differs_by(b, j):
        yield "a difference"
    if roomy(a) != roomy(b):
        yield "room"
    if ours is None or theirs is None or ours.unit or ours.ordinal or ours.year or ours.value == theirs.value:
        return
    # "300 workers in Spain", "12 male singers" are some of all
    side = 0 if ours.value < theirs.value else 1
    if singled_out(case, side, (i, j)[side]):
        yield "singled out"
    names = [any(is_name(words, k) and k for k in free) for words, free in zip(case.sides, case.free, strict=True)]
    if names[side] and not names[1 - side]:
        yield "named part"


def roomy(words: tuple[Word, ...]) -> bool:
    """Whether a figure is of what there is room for ("can carry 30", "seats 800"), and not of what there is."""
    return any(
        not _ROOM.isdisjoint(word.text.lower().split())
        or (word.lower == "seats" and at + 1 < len(words) and words[at + 1].number is not None)
        for at, word in enumerate(words)
    )


def singled_out(case: Case, side: int, at: int) -> bool:
    """Whether a word stands between a figure and what it counts that the other statement lacks: "12 male singers"."""
    words = case.sides[side]
    # "150 mourners attended": the mourners are what is counted.
    between = at + 1 in case.free[side] and at + 2 in case.pairs[side] and words[at + 1].content
    return between and not is_verb(words[at + 2].lower)


def differs_by(words: tuple[Word, ...], at: int) -> bool:
    """Whether a figure is a difference ("rose by 3 percent"), and not a doer's ("attended by 8,000 people")."""
    number = words[at].number
    if number is not None and number.unit == SCORE:
        return False  # "won by two goals to one"
    # "Were up 3 percent"
    if at and words[at - 1].lower in ("up", "down"):
        return True
    by = next((k for k in range(max(0, at - 2), at) if words[k].lower == "by"), None)
    return by is not None and not any(word.lower in BE for word in words[max(0, by - 3) : by])


def _sums(words: tuple[Word, ...], whole: Word) -> bool:
    """Whether figures add up to another statement's ("300 in Spain and 200 in Italy", "500")."""
    if whole.number is None:
        return False
    parts = [w.number.value for w in words if w.number and w.number.unit == whole.number.unit and not w.number.year]
    return len(parts) > 1 and sum(parts) == whole.number.value
