"""What a deed is done to: "called off the strike"."""

from auditor.statements.case import Case, is_thing, is_time
from auditor.statements.clauses import DETERMINERS
from auditor.statements.states import State
from auditor.statements.words import Word

_IDLE = frozenset("way fact idea manner thing kind".split())
# An object stands so near behind its verb.
_NEAR = 4


def other_objects(case: Case, own: list[list[int]], states: tuple[State, State]) -> bool:
    """Whether each state is one towards another thing: "praised the actors", "panned the script"."""
    first, second = (_object(words, state) for words, state in zip(case.sides, states, strict=True))
    if states[0].whose and first is not None and second is not None and case.pairs[0].get(first) != second:
        a, b = case.sides
        if a[first].lower not in _IDLE and b[second].lower not in _IDLE:
            return True  # "lost his temper", "won the debate"
    return all(
        any(
            is_thing(words, k) or is_time(words[k])
            for k in free
            if k >= state.end or (k < state.start and k != one.subject)
        )
        for words, free, state, one in zip(case.sides, own, states, case.clauses, strict=True)
    )


def borne(case: Case, ours: State, theirs: State) -> bool:
    """Whether what one state is done to is what the other is told of: "called off the strike", "the strike went ahead"."""
    first, second = (_object(words, state) for words, state in zip(case.sides, (ours, theirs), strict=True))
    mine, others = (one.subject for one in case.clauses)
    if ours.whose != "what" or (first is None) == (second is None):
        return False
    # "Opened the new library", "the library closed at six"
    if any(
        is_time(words[k]) or words[k].number for words, free in zip(case.sides, case.free, strict=True) for k in free
    ):
        return False
    if first is not None:
        return others is not None and not case.clauses[1].passive and case.pairs[0].get(first) == others
    return mine is not None and not case.clauses[0].passive and case.pairs[1].get(second or 0) == mine


def _object(words: tuple[Word, ...], state: State) -> int | None:
    """The direct object behind a state, if it has one."""
    if state.end >= len(words):
        return None
    after = words[state.end]
    led = after.lower in DETERMINERS or after.capital
    for k in range(state.end, min(len(words), state.end + _NEAR)):
        if words[k].content and (k + 1 == len(words) or not words[k + 1].content):
            # "Raised interest rates"
            return k if led or (after.content and words[k].lower.endswith("s")) else None
    return None
