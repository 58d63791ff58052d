"""Two statements of one case in different words: "was freed on Sunday", "spent Sunday in captivity".

Where little but the thing itself is shared, words left over say nothing about whether two cases are meant; names, times,
other subjects and other objects do. So a conflict of states counts here if nothing of that kind tells the cases apart.
"""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.case import Case, one_case
from auditor.statements.conflict import Found, Kind
from auditor.statements.clauses import PREPOSITIONS
from auditor.statements.figures import days, figures, parts
from auditor.statements.holders import holders, places
from auditor.statements.opposites import exclusive, opposite
from auditor.statements.order import orders
from auditor.statements.spells import times
from auditor.statements.states import State, denied, states
from auditor.statements.words import Word, role

# Classes of which one thing is one, and does one at a time.
_CLASSES = frozenset("animal art ball building crop doing drink faith fruit gender genre goods hand instrument job leader material medal metal motion mount person pet posture room sky spot stage status terrain vegetable vehicle verdict weapon_of weather work".split())
_ADVERBIAL = role("time") | frozenset("first second third top bottom middle end north south east west left right many some all only always never on off".split())


def retold(aligned: Alignment) -> Iterator[Found]:
    """Conflicts of one case told twice."""
    case = Case(aligned)
    yield from figures(case)
    yield from days(case)
    yield from places(case)
    yield from holders(case)
    yield from parts(case)
    yield from orders(case)
    yield from times(case)
    if not case.anchored:
        return
    for ours, theirs in _at_odds(aligned):
        if one_case(case, ours, theirs):
            a, b = aligned.a, aligned.b
            spans = Span(a[ours.start].start, a[ours.end - 1].end), Span(b[theirs.start].start, b[theirs.end - 1].end)
            yield _kind(aligned, ours, theirs), *spans, 0.7 * (0.5 + 0.5 * aligned.coverage)


def _kind(aligned: Alignment, ours: State, theirs: State) -> Kind:
    if ours.denied != theirs.denied:
        return "negation"
    return "antonym" if opposite(aligned.a[ours.start].lower, aligned.b[theirs.start].lower) else "lexical"


def _at_odds(aligned: Alignment) -> Iterator[tuple[State, State]]:
    """Pairs of states that exclude one another."""
    a, b = aligned.a, aligned.b
    mine, others = list(states(a)), list(states(b))
    both = {(x.about, x.value, x.denied) for x in mine} & {(y.about, y.value, y.denied) for y in others}
    agreed = {about for about, _, _ in both}
    odd = [
        (x, y)
        for x in mine
        for y in others
        if x.about == y.about and x.about not in agreed and x.value != y.value and not x.denied and not y.denied
    ]
    forward = dict(aligned.pairs)
    backward = set(forward.values())
    odd += [
        (State("", "who", 0, i, i + 1, denied(a, i)), State("", "who", 1, j, j + 1, denied(b, j)))
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if i not in forward and j not in backward and _opposed(one, other)
    ]
    # "Stocks opened lower", "stocks closed higher"; "never closes", "is always open": two reversals undo one another.
    if len({x.start for x, _ in odd}) == len({y.start for _, y in odd}) == 2:
        return
    yield from ((x, y) for x, y in odd if not x.denied and not y.denied)


def _opposed(one: Word, other: Word) -> bool:
    """Whether two words are opposites that say what is, and not when, where or which."""
    if one.lower in PREPOSITIONS | _ADVERBIAL or other.lower in PREPOSITIONS | _ADVERBIAL or one.number or other.number:
        return False
    if not one.content or not other.content:
        return False
    return opposite(one.lower, other.lower) or exclusive(one.lower, other.lower) in _CLASSES
