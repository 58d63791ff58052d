"""Two statements of one case in different words: "was freed on Sunday", "spent Sunday in captivity".

Where little but the thing itself is shared, words left over say nothing about whether two cases are meant; names, times,
other subjects and other objects do (`apart`). So what is at odds counts here if nothing of that kind tells the cases apart.
"""

from collections.abc import Iterator

from auditor.statements.absent import absent
from auditor.statements.align import Alignment
from auditor.statements.apart import one_case
from auditor.statements.case import Case
from auditor.statements.clauses import PREPOSITIONS
from auditor.statements.conflict import Found
from auditor.statements.figures import figures
from auditor.statements.holders import holders
from auditor.statements.kin import kin
from auditor.statements.nobody import nobody
from auditor.statements.objects import borne
from auditor.statements.opposites import exclusive, opposite
from auditor.statements.order import orders
from auditor.statements.ranks import ranks
from auditor.statements.scenes import scenes
from auditor.statements.spells import times
from auditor.statements.states import State, denied, states, told_at
from auditor.statements.terms import terms
from auditor.statements.turned import turned
from auditor.statements.wheres import days, places
from auditor.statements.wholes import wholes
from auditor.statements.words import Word, role

# Classes of which one thing is one, and does one at a time.
_CLASSES = frozenset(
    "animal art ball building crop doing drink faith flavour fruit gender genre goods hand instrument job leader material medal metal "
    "motion mount person pet posture room sky spot stage status taste terrain vegetable vehicle verdict weapon_of weather work".split()
)
# Opposites that say when, where or which.
_ADVERBIAL = (
    PREPOSITIONS
    | role("time")
    | frozenset(
        "all always bottom east end first left many middle never north off on only right second some south third top west".split()
    )
)


def retold(aligned: Alignment) -> Iterator[Found]:
    """Conflicts of one case told twice."""
    case = Case(aligned)
    for find in (
        figures,
        ranks,
        days,
        terms,
        kin,
        places,
        holders,
        wholes,
        orders,
        times,
        turned,
        absent,
        nobody,
        scenes,
    ):
        yield from find(case)
    for ours, theirs in _at_odds(case):
        if (case.anchored or borne(case, ours, theirs)) and one_case(case, ours, theirs):
            words = aligned.a[ours.start].lower, aligned.b[theirs.start].lower
            yield case.found("antonym" if opposite(*words) else "lexical", ours, theirs, 0.7)


def _at_odds(case: Case) -> Iterator[tuple[State, State]]:
    """Pairs of states that exclude one another."""
    a, b = case.sides
    mine, others = list(states(a)), list(states(b))
    agreed = {(x.about, x.value) for x in mine} & {(y.about, y.value) for y in others}
    odd = [
        (x, y)
        for x in mine
        for y in others
        if x.about == y.about
        and x.value != y.value
        and a[x.start].stem != b[y.start].stem  # "beat them", "were beaten by them"
        and not agreed & {(x.about, x.value), (y.about, y.value)}
    ]
    odd += [
        (told_at(i, i + 1, 0, "who"), told_at(j, j + 1, 1, "who"))
        for i in case.free[0]
        for j in case.free[1]
        if _opposed(a[i], b[j])
    ]
    # "Stocks opened lower", "stocks closed higher"; "never closes", "is always open": two reversals undo one another.
    if len({x.start for x, _ in odd}) == len({y.start for _, y in odd}) == 2:
        return
    yield from ((x, y) for x, y in odd if not denied(a, x.start) and not denied(b, y.start))


def _opposed(one: Word, other: Word) -> bool:
    """Whether two words are opposites, or of one class, and say what is."""
    if not all(word.content and not word.number and word.lower not in _ADVERBIAL for word in (one, other)):
        return False
    return opposite(one.lower, other.lower) or exclusive(one.lower, other.lower) in _CLASSES
