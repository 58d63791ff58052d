"""Roles turned round in different words: "Lena inherited the farm from her uncle Karl", "Karl inherited it from his niece Lena".

`structure` finds roles that are turned where all words are shared; here it is enough that both tell one deed, and that
its doer in each is behind the deed in the other.
"""

from collections.abc import Iterator

from auditor.statements.apart import other_time_or_part
from auditor.statements.case import Case, is_name, is_thing, is_time
from auditor.statements.clauses import DETERMINERS, may_be_verb
from auditor.statements.conflict import Found
from auditor.statements.opposites import opposite
from auditor.statements.states import denied, told_at
from auditor.statements.structure import is_symmetric

# Whom a deed is done to stands so near behind it.
_NEAR = 8
# Two sign a treaty with one another; behind "and" another deed is told.
_MUTUAL = frozenset("and between or versus with".split())
# "Admired her too", "chased him back": both are true.
_BOTH = frozenset("also back return too".split())
# What is one thing, and no kind.
_DEFINITE = DETERMINERS - {"a", "an", "some", "any", "no", "every", "each"}


def turned(case: Case) -> Iterator[Found]:
    """A conflict where the doers of one deed change places with those that it is done to."""
    mine, theirs = case.clauses
    if (
        mine.subject is None
        or theirs.subject is None
        or mine.passive != theirs.passive
        or _others(case)
        or _again(case)
    ):
        return
    # The doer of each, in the other statement.
    there, here = case.pairs[0].get(mine.subject), case.pairs[1].get(theirs.subject)
    if there is None or here is None or not (_one(case, 0, mine.subject) and _one(case, 1, theirs.subject)):
        return
    for i, j in case.aligned.pairs:
        if mine.subject < i < here <= i + _NEAR and theirs.subject < j < there <= j + _NEAR and _deed(case, i, j):
            if not (_mutual(case, here, there) or _two_objects(case, (i, j), (here, there))):
                yield case.found("structural", told_at(mine.subject, here + 1), told_at(theirs.subject, there + 1))
            return


def _again(case: Case) -> bool:
    """Whether it is told of another time, of both, or of two aims: "later she chased him", "admired her too", "taught her to ski"."""
    if other_time_or_part(case, case.free):
        return True
    sides = list(zip(case.sides, case.free, strict=True))
    both = any(words[k].lower in _BOTH for words, free in sides for k in free)
    return both or all(any(words[k].content and words[k - 1].lower == "to" for k in free if k) for words, free in sides)


def _deed(case: Case, i: int, j: int) -> bool:
    """Whether two shared words are verbs that only one of two can be the doer of, and told or denied of both."""
    a, b = case.sides[0][i], case.sides[1][j]
    than = all(
        words[k + 1 : k + 2] and words[k + 1].lower == "than" for words, k in zip(case.sides, (i, j), strict=True)
    )
    if not (a.content and (than or (may_be_verb(a) and may_be_verb(b)))) or is_symmetric(a) or is_symmetric(b):
        return False
    return denied(case.sides[0], i) == denied(case.sides[1], j)


def _mutual(case: Case, here: int, there: int) -> bool:
    """Whether it is done with one another, or told from either side: "lies east of the lake", "lies west of the town"."""
    told = (*case.sides[0][:here], *case.sides[1][:there])
    return any(word.lower in _MUTUAL or is_symmetric(word) for word in told) or any(
        opposite(case.sides[0][i].lower, case.sides[1][j].lower) for i in case.free[0] for j in case.free[1]
    )


def _two_objects(case: Case, deeds: tuple[int, int], ends: tuple[int, int]) -> bool:
    """Whether each deed has an object of its own: "imports steel from China", "imports wheat from Canada"."""
    return all(
        any(k in free and words[k].content and not words[k + 1].capital for k in range(start, end))
        for words, free, start, end in zip(case.sides, case.free, deeds, ends, strict=True)
    )


def _others(case: Case) -> bool:
    """Whether each statement names somebody of its own; "her uncle Karl" is Karl."""
    return all(
        any(
            (is_name(words, k) or is_time(words[k]) or is_thing(words, k))
            and not (k + 1 in shared and words[k + 1].capital)
            for k in free
        )
        for words, free, shared in zip(case.sides, case.free, case.pairs, strict=True)
    )


def _one(case: Case, side: int, at: int) -> bool:
    """Whether a word names one person or thing: a name, or "the" something."""
    words = case.sides[side]
    if is_name(words, at) or (words[at].capital and at == 0):
        return True
    return any(word.lower in _DEFINITE for word in words[max(0, at - 3) : at])
