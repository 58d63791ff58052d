"""What one statement says there is none of: "no wine was served to the guests", "the guests were offered wine".

Verbs that only bring a thing may differ. The denial must be of all that it names: who denies a bomb in the parcel does not
deny the letter in it.
"""

from collections.abc import Iterator

from auditor.statements.apart import modified, other_time_or_part
from auditor.statements.case import Case, is_name, is_thing, is_time
from auditor.statements.clauses import may_be_verb
from auditor.statements.conflict import Found
from auditor.statements.reversal import DENIALS
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases, role

_NONE = frozenset(("no", "without"))
# Verbs that only say that there is something.
_BRING = role("light") | frozenset(
    "bear bring carry contain detect discover drive end exist feature file find finish give grant have hold include issue keep lay lead leave make offer own perform play "
    "place press provide put raise receive see ride sell serve show supply wear".split()
)
# "No" and its noun stand within so many words ("no working smoke alarms").
_NEAR = 4


def absent(case: Case) -> Iterator[Found]:
    """A conflict of a thing that is denied, and brought by the other statement."""
    for side in (0, 1):
        words, other, shared = case.sides[side], case.sides[1 - side], case.pairs[side]
        none = next((k for k, word in enumerate(words) if word.lower in _NONE), None)
        if (
            none is None
            or (none and words[none - 1].lower in DENIALS)
            or not DENIALS.isdisjoint(word.lower for word in other)
            or other_time_or_part(case, case.free)
        ):
            continue
        thing = next(
            (k for k in range(none + 1, min(len(words), none + _NEAR)) if k in shared and words[k].content), None
        )
        if modified(case, case.free) or case.present(0) != case.present(1):
            return
        if thing is None or sum(words[k].content for k in shared) < 2 or names_more(words, case.free[side]):
            continue
        if all(
            _brings(some[k])
            for some, free in zip(case.sides, case.free, strict=True)
            for k in free
            if may_be_verb(some[k])
        ):
            both = told_at(none, thing + 1), told_at(shared[thing], shared[thing] + 1)
            yield case.found("negation", *(both if side == 0 else both[::-1]), 0.7)


def names_more(words: tuple[Word, ...], free: list[int]) -> bool:
    """Whether a denial names what the other statement does not."""
    return any(is_name(words, k) or is_time(words[k]) or is_thing(words, k) or words[k].number for k in free)


def _brings(word: Word) -> bool:
    return not word.content or not _BRING.isdisjoint((word.lower, *bases(word.lower)))
