"""Two ranks that one has reached once: "finished in third place", "came in seventh"."""

from collections.abc import Iterator

from auditor.statements.apart import one_case
from auditor.statements.case import Case
from auditor.statements.conflict import Found
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases

_REACHES = frozenset("come end finish place rank".split())
# "Finished the race in third": so many words may stand between.
_NEAR = 5


def _ranks(words: tuple[Word, ...]) -> list[int]:
    """The ordinals behind a verb that brings a rank."""
    return [
        at
        for at, word in enumerate(words)
        if ((word.number and word.number.ordinal) or word.lower in ("first", "second", "last"))
        and any(not _REACHES.isdisjoint(bases(before.lower)) for before in words[max(0, at - _NEAR) : at])
    ]


def ranks(case: Case) -> Iterator[Found]:
    """A conflict of two ranks, each the only one of its statement."""
    ours, theirs = (_ranks(words) for words in case.sides)
    if len(ours) != 1 or len(theirs) != 1 or not case.one_subject:
        return
    i, j = ours[0], theirs[0]
    if case.sides[0][i].stem == case.sides[1][j].stem:
        return
    both = told_at(i, i + 1), told_at(j, j + 1)
    if one_case(case, *both):
        yield case.found("numeric", *both)
