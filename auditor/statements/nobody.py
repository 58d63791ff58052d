"""Nobody in one statement and somebody in the other: "nobody was hurt", "two teachers were injured"."""

from collections.abc import Iterator

from auditor.statements.absent import names_more
from auditor.statements.case import Case
from auditor.statements.clauses import may_be_verb
from auditor.statements.conflict import Found
from auditor.statements.reversal import DENIALS
from auditor.statements.states import told_at

_NOBODY = frozenset("nobody none no-one neither nothing no".split())
# What else is shared: the deed and one thing more.
_LEAST = 2
# "Not one of the passengers": the word opens its statement.
_OPENING = 2
# "Has been hurt": the deed stands so near behind the first verb.
_DEED = 3


def nobody(case: Case) -> Iterator[Found]:
    """A conflict where what nobody does is done by somebody."""
    for side in (0, 1):
        words, other = case.sides[side], case.sides[1 - side]
        none = next((k for k, word in enumerate(words[:_OPENING]) if word.lower in _NOBODY), None)
        verb = case.clauses[side].verb
        if none is None or verb is None or not DENIALS.isdisjoint(word.lower for word in other):
            continue
        deed = next(
            (k for k in range(verb, min(len(words), verb + _DEED)) if words[k].content and may_be_verb(words[k])), None
        )
        there = case.pairs[side].get(deed) if deed is not None else None
        shared = sum(words[k].content for k in case.pairs[side])
        does = case.clauses[1 - side].verb
        if (
            there is None
            or does is None
            or not does <= there < does + _DEED
            or not may_be_verb(other[there])
            or shared < _LEAST
            or names_more(words, case.free[side])
        ):
            continue
        # Before the deed stands who does it.
        if any(other[k].content or other[k].number for k in range(there) if k in case.free[1 - side]):
            both = told_at(none, none + 1), told_at(there, there + 1)
            yield case.found("negation", *(both if side == 0 else both[::-1]), 0.8)
            return
