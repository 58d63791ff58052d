"""All and some: "both pilots were hurt", "only one of the pilots was hurt"; "all were rescued", "three could not be rescued"."""

from collections.abc import Iterator

from auditor.statements.case import Case, things_left
from auditor.statements.conflict import Found
from auditor.statements.deeds import one_deed
from auditor.statements.states import told_at

_UNIVERSAL = frozenset("all both every each".split())
_DENIED = frozenset("not never failed".split())
_ONLY = frozenset(("only", "just"))
# "All" opens its statement, or stands behind a preposition; a part is told within four words.
_OPENING, _NEAR = 3, 4


def wholes(case: Case) -> Iterator[Found]:
    """Conflicts of all of some things and a part of them."""
    for side in (0, 1):
        words, other = case.sides[side], case.sides[1 - side]
        whole = next((k for k, word in enumerate(words[:_OPENING]) if word.lower in _UNIVERSAL), None)
        part = next(
            (k for k in range(min(_NEAR, len(other) - 2)) if other[k].number and other[k + 1].lower == "of"), None
        )
        if whole is None or part is None or whole in case.pairs[side]:
            continue
        subject, others = case.clauses[side].subject, case.clauses[1 - side].subject
        if subject is None or case.pairs[side].get(subject) != others or things_left(case):
            continue
        denied = [any(word.lower in _DENIED for word in one) for one in (words, other)]
        few = part > 0 and other[part - 1].lower in _ONLY
        if not denied[0] and (denied[1] or (few and one_deed(case))):
            both = told_at(whole, whole + 1), told_at(part, part + 1)
            yield case.found("numeric", *(both if side == 0 else both[::-1]))
