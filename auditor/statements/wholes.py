"""All and some: "both pilots were hurt", "only one of the pilots was hurt"; "all were rescued", "three could not be rescued"."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.case import Case, things_left
from auditor.statements.conflict import Found
from auditor.statements.deeds import one_deed
from auditor.statements.states import told_at
from auditor.statements.words import Word

_UNIVERSAL = frozenset("all both every each".split())
_DENIED = frozenset("not never failed".split())
_DEFINITE = frozenset("the its their his her these those".split())
_ONLY = frozenset(("only", "just"))
_NOT_QUITE = frozenset("almost nearly not".split())
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


def of_a_whole(words: tuple[Word, ...], index: int) -> bool:
    """Whether a figure counts a part ("six of the climbers", "500 million euros of the fine")."""
    after = [word.lower for word in words[index + 1 : index + 4]]
    return any(one == "of" and other in _DEFINITE for one, other in pairwise(after))


def all_of(aligned: Alignment) -> Iterator[Found]:
    """ "All four passengers died", "One of the passengers died"."""
    forward = dict(aligned.pairs)
    for turned, pairs in ((False, forward), (True, {j: i for i, j in forward.items()})):
        words, other = (aligned.b, aligned.a) if turned else (aligned.a, aligned.b)
        for at, word in enumerate(words):
            if word.lower != "all" or at in pairs or (at and words[at - 1].lower in _NOT_QUITE):
                continue
            whole = next((k for k in range(at + 1, min(len(words), at + 5)) if words[k].content and k in pairs), None)
            while whole is not None and words[whole].number and whole + 1 in pairs:
                whole += 1
            if whole is None:
                continue
            part = next(
                (k for k in range(max(0, pairs[whole] - 5), pairs[whole]) if other[k].number and of_a_whole(other, k)),
                None,
            )
            if part is not None and part not in pairs.values():
                spans = Span(word.start, word.end), Span(other[part].start, other[part].end)
                yield "numeric", *(spans[::-1] if turned else spans), 0.85 * (0.5 + 0.5 * aligned.coverage)
                return
