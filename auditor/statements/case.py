"""Whether two statements speak of one case: one subject, and no name, time, part or object that tells two apart."""

from auditor.statements.align import Alignment, related
from auditor.statements.clauses import BE, DETERMINERS, PREPOSITIONS, Clause, clause, is_verb
from auditor.statements.states import State
from auditor.statements.words import Word, bases, role
from auditor.text.dates import MONTHS, WEEKDAYS
from auditor.text.persons import given_names
from auditor.text.places import is_place

_TIMES = frozenset(
    (*WEEKDAYS, *MONTHS, *"yesterday today tomorrow tonight last next spring summer autumn winter morning afternoon evening night noon "
    "midnight dawn dusk weekend youth childhood".split())
)
_OTHER = frozenset(
    "earlier previous previously former formerly another other others ago elsewhere initially originally now eventually later then "
    "subsequently again once used meanwhile since already today nowadays first second third appeal vice deputy assistant acting".split()
)
_MODAL = role("modal")
_PART = role("part")
_HAVE = frozenset("has have had".split())
_SOME = frozenset("some several part parts half most many few number one two three".split())
_LIGHT = role("light") | frozenset("charge charges count counts case cases".split())


class Case:
    """Two aligned statements with their clauses and what each has to itself."""

    def __init__(self, aligned: Alignment) -> None:
        self.aligned = aligned
        self.sides = (aligned.a, aligned.b)
        self.clauses: tuple[Clause, Clause] = clause(aligned.a), clause(aligned.b)
        self.pairs = dict(aligned.pairs), {j: i for i, j in aligned.pairs}
        self.free = tuple([k for k in range(len(words)) if k not in paired] for words, paired in zip(self.sides, self.pairs, strict=True))

    @property
    def anchored(self) -> bool:
        """Whether a thing that both speak of is the subject of one of them, and neither has a subject of its own."""
        (mine, theirs), (forward, backward) = self.clauses, self.pairs
        if mine.subject is None or theirs.subject is None:
            return False
        first, second = mine.subject in forward, theirs.subject in backward
        if first and second:
            return True
        # "The jury cleared the nurse", "the nurse was found guilty": the doer of one is not named in the other.
        return (first and mine.passive and not theirs.passive) or (second and theirs.passive and not mine.passive)

    def tense(self, side: int) -> bool:
        """Whether a statement is told in the present."""
        verb = self.clauses[side].verb
        word = self.sides[side][verb].lower if verb is not None else ""
        return word in ("is", "are", "has", "have", "will") or (word.endswith("s") and word != "was")

    @property
    def one_subject(self) -> bool:
        """Whether both have one subject."""
        mine, theirs = (one.subject for one in self.clauses)
        return mine is not None and self.pairs[0].get(mine) == theirs

    @property
    def one_doer(self) -> bool:
        """Whether the same does it in both."""
        doers = [one.agent if one.passive and one.agent is not None else one.subject for one in self.clauses]
        return doers[0] is not None and self.pairs[0].get(doers[0]) == doers[1]


def is_name(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    if not word.capital or word.number or not word.content:
        return False
    return at > 0 or is_place(word.text) or word.text in given_names()


def other_subjects(aligned: Alignment) -> bool:
    """Whether a statement has a subject that the other does not know, without being the doer of its passive."""
    case = Case(aligned)
    return all(one.subject is not None for one in case.clauses) and not case.anchored


def _time(word: Word) -> bool:
    return word.lower in _TIMES or bool(word.number and (word.number.year or word.number.unit in ("time", "o'clock", "day of a year", "years old")))


def one_case(case: Case, ours: State, theirs: State) -> bool:
    """Whether nothing tells the cases apart in which two states are at odds."""
    own = [
        [k for k in free if not state.start <= k < state.end]
        for free, state in zip(case.free, (ours, theirs), strict=True)
    ]
    left, right = ([(words, k) for k in some] for words, some in zip(case.sides, own, strict=True))
    for test in (is_name, lambda words, k: _time(words[k]), lambda words, k: bool(words[k].number)):
        if any(test(*one) for one in left) and any(test(*one) for one in right):
            return False
    unshared = {words[k].lower for words, k in (*left, *right)}
    if unshared & _OTHER or _possible(left) != _possible(right) or unshared & _PART:
        return False
    # "Dismayed by the ruling": the attitude is the subject's.
    felt = any(words[state.end - 1].lower == "by" for words, state in zip(case.sides, (ours, theirs), strict=True))
    if ours.whose == "who" and not (case.one_subject if felt else case.one_doer):
        return False
    if (ours.whose and _which(case, (ours, theirs))) or any(_wished(words, state) for words, state in zip(case.sides, (ours, theirs), strict=True)):
        return False
    if _later(case, own):
        return False
    if _possessed(case) or (ours.whose and _narrowed(case)) or _modified(case, own) or _objects(case, own, ours, theirs):
        return False
    return not any(
        _partial(words[: one.subject or 0], state) for words, one, state in zip(case.sides, case.clauses, (ours, theirs), strict=True)
    )


def _partial(head: tuple[Word, ...], state: State) -> bool:
    """Whether some of a kind are spoken of: "some students", "eight of the climbers", "half of them"."""
    return any(
        word.lower in _SOME or (word.number is not None and not word.number.ordinal)
        for at, word in enumerate(head)
        if not state.start <= at < state.end
    )


def things_left(case: Case) -> bool:
    """Whether each statement has a thing, name or time of its own."""
    return all(
        any(is_name(words, k) or _time(words[k]) or (is_thing(words, k) and words[k].lower not in _LIGHT) for k in free)
        for words, free in zip(case.sides, case.free, strict=True)
    )


def _possessed(case: Case) -> bool:
    """Whether a subject is somebody's somebody in one statement alone ("the mayor's wife")."""
    for i, j in case.aligned.pairs:
        one, other = (words[k].lower.endswith(("'s", "’s", "s'", "s’")) for words, k in ((case.aligned.a, i), (case.aligned.b, j)))
        if one != other:
            side, k = (0, i) if one else (1, j)
            if k + 1 < len(case.sides[side]) and k + 1 in case.free[side] and k + 1 == case.clauses[side].subject:
                return True
    return False


def _modified(case: Case, own: list[list[int]]) -> bool:
    """Whether one thing has another word before it in each: "the upper floors", "the ground floor"."""
    return any(i - 1 in own[0] and j - 1 in own[1] and case.aligned.a[i - 1].content and case.aligned.b[j - 1].content and case.aligned.a[i].content
        for i, j in case.aligned.pairs)


def _objects(case: Case, own: list[list[int]], ours: State, theirs: State) -> bool:
    """Whether each state is one towards another thing: "praised the actors", "panned the script"."""
    direct = [_object(words, state) for words, state in zip(case.sides, (ours, theirs), strict=True)]
    if ours.whose and None not in direct and case.pairs[0].get(direct[0] or 0, -1) != direct[1]:
        return True  # "lost his temper", "won the debate"
    return all(
        any((is_thing(words, k) or _time(words[k])) and words[k].lower not in _LIGHT for k in free if k >= state.end or k < state.start and k != one.subject)
        for words, free, state, one in zip(case.sides, own, (ours, theirs), case.clauses, strict=True)
    )


def _object(words: tuple[Word, ...], state: State) -> int | None:
    """The direct object behind a state, if it has one."""
    end = state.end
    if end >= len(words) or words[end].lower not in DETERMINERS:
        return None
    return next((k for k in range(end + 1, min(len(words), end + 4)) if words[k].content and (k + 1 == len(words) or not words[k + 1].content)), None)


def _narrowed(case: Case) -> bool:
    """Whether the subject of one statement alone is one of something ("exports", "exports of cars")."""
    found = []
    for words, free, one in zip(case.sides, case.free, case.clauses, strict=True):
        at = one.subject or 0
        after = words[at + 1].lower if at + 1 < len(words) else ""
        found.append(after == "of" and any(k in free and words[k].content for k in range(at + 2, min(len(words), at + 4))))
    return found[0] != found[1]


def is_thing(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a noun, by what stands before it."""
    word = words[at]
    if not word.content or (is_verb(word.lower) and at and words[at - 1].lower not in DETERMINERS):
        return False
    if _time(word):
        return False
    if at and word.lower.endswith("s") and (words[at - 1].lower in _HAVE or (words[at - 1].content and is_verb(words[at - 1].lower))):
        return True  # "makes bicycles"
    return any(word.lower in DETERMINERS or word.lower in PREPOSITIONS or word.number for word in words[max(0, at - 2) : at])


def _possible(own: list[tuple[tuple[Word, ...], int]]) -> bool:
    """Whether a statement alone is one of a possibility, a plan or the future."""
    return any(words[k].lower in _MODAL or words[k].lower == "will" for words, k in own)


def _which(case: Case, states: tuple[State, State]) -> bool:
    """Whether the states only tell which thing is meant ("the old bridge"), or one of them is another thing's ("a fallen log")."""
    heads = [_attribute(words, one, state) for words, one, state in zip(case.sides, case.clauses, states, strict=True)]
    if all(head is not None for head in heads):
        return True
    return any(head is not None and case.pairs[side].get(head, -1) != case.clauses[1 - side].subject for side, head in enumerate(heads))


def _attribute(words: tuple[Word, ...], one: Clause, state: State) -> int | None:
    """The noun that a state of one word stands before, or the subject that it stands in."""
    if state.start < (one.subject or 0):
        return one.subject
    alone = state.end - state.start == 1 and 0 < state.start and state.end < len(words)
    # "Is a single-engine plane" tells what the subject is.
    told = state.start > 1 and words[state.start - 2].lower in BE
    if alone and not told and words[state.start - 1].lower in DETERMINERS and words[state.end].content:
        return state.end
    return None


def _wished(words: tuple[Word, ...], state: State) -> bool:
    """Whether a state is what is wanted, promised or planned: "to lower taxes"."""
    return state.start > 1 and not words[state.start].number and words[state.start - 1].lower == "to" and words[state.start - 2].lower not in ("had", "has", "have", "able", "managed")


_AFTER = frozenset("after when until till before".split())


def _later(case: Case, own: list[list[int]]) -> bool:
    """Whether each names a time of its own, or one alone, in another tense: "is on the run", "was caught on Friday"."""
    told = [any(words[k].lower in _AFTER or _time(words[k]) for k in range(len(words)) if k in free or not words[k].content) for words, free in zip(case.sides, own, strict=True)]
    return all(told) or (any(told) and case.tense(0) != case.tense(1))
