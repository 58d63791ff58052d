"""Who is what to whom: "Ivan is Olga's grandson", "Olga is Ivan's granddaughter"; "Adeyemi taught Bello", "Bello was Adeyemi's teacher".

Of two who stand in such a relation, one is the upper and one the lower; told with the places changed, it is another one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.statements.case import Case, is_name
from auditor.statements.clauses import BE
from auditor.statements.conflict import Found
from auditor.statements.reversal import DENIALS
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases

# The relation, what the upper one is called or does, and what the lower one is called or does.
_RELATIONS = (
    ("child", "mother father parent bear father raise bring", "son daughter child"),
    ("grandchild", "grandmother grandfather grandparent", "grandson granddaughter grandchild"),
    ("nephew", "aunt uncle", "niece nephew"),
    ("pupil", "teacher tutor mentor teach coach", "pupil student disciple"),
    ("employee", "boss employer employ", "employee servant subordinate"),
    ("patient", "doctor surgeon physician treat", "patient"),
    ("tenant", "landlord landlady", "tenant lodger"),
    ("heir", "predecessor", "successor succeed replace"),
    ("guest", "host", "guest"),
    ("follower", "leader", "follower"),
)
_UPPER = {word: name for name, upper, _ in _RELATIONS for word in upper.split()}
_LOWER = {word: name for name, _, lower in _RELATIONS for word in lower.split()}
_OF = ("'s", "’s")


class _Kin(NamedTuple):
    """A relation with the places of its upper and its lower one, and of the word for it."""

    name: str
    upper: int
    lower: int
    at: int


def _kin(words: tuple[Word, ...]) -> _Kin | None:
    """The relation that a statement of two names tells."""
    names = [k for k in range(len(words)) if is_name(words, k) or (k == 0 and words[k].capital and words[k].content)]
    ends = [k for k in names if k + 1 not in names]
    if len(ends) != 2 or any(word.lower in DENIALS for word in words):
        return None
    first, second = ends
    for at, word in enumerate(words):
        forms = [word.lower, *bases(word.lower)] if word.content and at not in names else []
        upper, lower = (next((table[one] for one in forms if one in table), "") for table in (_UPPER, _LOWER))
        if not (upper or lower):
            continue
        noun = any(other.lower in BE for other in words[first + 1 : at]) and (
            words[second].lower.endswith(_OF) or any(other.lower == "of" for other in words[at + 1 : second])
        )
        by = any(other.lower == "by" for other in words[at:second])
        if not noun and (not first < at < second or any(other.lower in BE for other in words[first:at]) != by):
            continue
        above = bool(upper) != by
        return _Kin(upper or lower, *((first, second) if above else (second, first)), at)
    return None


def kin(case: Case) -> Iterator[Found]:
    """A conflict where the two of one relation have changed their places."""
    ours, theirs = _kin(case.sides[0]), _kin(case.sides[1])
    if ours is None or theirs is None or ours.name != theirs.name:
        return
    # "Farid taught Petra to sail", "Petra taught Farid to ski"
    if case.sides[0][ours.at].stem == case.sides[1][theirs.at].stem and all(
        any(words[k].content for k in free) for words, free in zip(case.sides, case.free, strict=True)
    ):
        return
    if case.pairs[0].get(ours.upper) == theirs.lower and case.pairs[0].get(ours.lower) == theirs.upper:
        yield case.found("structural", told_at(ours.at, ours.at + 1), told_at(theirs.at, theirs.at + 1))
