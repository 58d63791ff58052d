"""Whether two statements tell one deed: their verbs are shared, tell one state, or only bring what is told."""

from auditor.statements.case import Case, is_thing
from auditor.statements.clauses import DETERMINERS, PREPOSITIONS, is_present, may_be_verb
from auditor.statements.states import states
from auditor.statements.words import Word, bases, role

# "Gave", "took" and "paid" are deeds of their own, light as they are elsewhere.
_HEAVY = frozenset("cost costs gave get gets give given got paid pay take taken took".split())
# Verbs that only bring a figure, a date or a place.
_BRINGS = (role("light") - _HEAVY) | frozenset(
    "amount boast carry climb come comprise consist cover date double employ extend face fall feature go grow hold leave lie "
    "measure number own possess put raise reach rise run seat total".split()
)


def one_deed(case: Case) -> bool:
    """Whether the verbs that each has to itself tell the same."""
    told = [[k for k in free if _deed(words, k)] for words, free in zip(case.sides, case.free, strict=True)]
    if all(told):
        first, second = (
            {
                (one.about, one.value)
                for one in states(words)
                # What was damaged was not all destroyed.
                if one.about != "damaged" and any(one.start <= k < one.end for k in some)
            }
            for words, some in zip(case.sides, told, strict=True)
        )
        return bool(first & second)
    if not any(told):
        return True
    # "Was carrying 130 people", "has room for 212": what one does, and what the other has.
    plain = 1 if told[0] else 0
    return _now(case, 0) == _now(case, 1) and not any(is_thing(case.sides[plain], k) for k in case.free[plain])


def _now(case: Case, side: int) -> bool:
    """Whether a statement is told in the present, in its base form too ("3,500 people live there")."""
    verb = case.clauses[side].verb
    return case.present(side) or (verb is not None and is_present(case.sides[side][verb].lower))


def _deed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a verb that says more than that there is something."""
    word = words[at]
    if not word.content or word.number or (at and words[at - 1].lower in DETERMINERS | PREPOSITIONS - {"to"}):
        return False
    # "Grew to 40" only brings a figure, "grew up" does not.
    brings = not _BRINGS.isdisjoint((word.lower, *bases(word.lower)))
    up = at + 1 < len(words) and words[at + 1].lower == "up"
    brings = brings and (" " not in word.text or word.lower in _BRINGS)
    return may_be_verb(word) and (up or not brings)
