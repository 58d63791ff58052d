"""What tells two cases apart: another name, time, part, object or owner; without any of these, two statements speak of one."""

from collections.abc import Iterator, Sequence

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.case import Case, is_name, is_time
from auditor.statements.clauses import BE, DETERMINERS, Clause
from auditor.statements.conflict import Conflict
from auditor.statements.counted import other_figures
from auditor.statements.objects import other_objects
from auditor.statements.reversal import DENIALS
from auditor.statements.states import State, told_at
from auditor.statements.structure import led
from auditor.statements.words import Word, bases, role

_OTHER = frozenset(
    "acting again ago already another appeal assistant deputy earlier elsewhere eventually first former formerly initially later "
    "meanwhile now nowadays once originally other others previous previously second since subsequently then third today used vice".split()
)
_POSSIBLE = role("modal") | {"can", "will"}
_PART = role("part")
_SOME = frozenset("some several part parts half most many few number".split())
# "The two men" are all of them.
_ALL = frozenset("the these those all both his her its their".split())
_TOURING = frozenset("beat defeat lose perform play rally sing speak talk tour travel visit win".split())
_WAYS = frozenset(("from", "to"))
_UNIVERSAL = frozenset("all both each every everybody everyone".split())
_AFTER = frozenset("after when until till before".split())
_HAPPENED = frozenset("had has have able managed".split())
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def one_case(case: Case, ours: State, theirs: State) -> bool:
    """Whether nothing tells the cases apart in which two states are at odds."""
    states = ours, theirs
    own = [[k for k in free if not state.start <= k < state.end] for free, state in zip(case.free, states, strict=True)]
    sides = list(zip(case.sides, own, states, strict=True))
    for tells in (is_name, _when, _counts):
        if all(any(tells(words, k) for k in free) for words, free, _ in sides):
            return False
    if other_time_or_part(case, own) or other_way(case.aligned):
        return False
    if ours.whose == "who" and not (case.one_subject if _felt(case, states) else case.one_doer):
        return False
    if not ours.whose and one_denies(case):
        return False
    if ours.whose and (_which(case, states) or narrowed(case)):
        return False
    if any(
        _wished(words, state) or _partial(words[: one.subject or 0], state)
        for (words, _, state), one in zip(sides, case.clauses, strict=True)
    ):
        return False
    return not (_later(case, own) or possessed(case) or modified(case, own) or other_objects(case, own, states))


def other_way(aligned: Alignment) -> bool:
    """Whether one goes to what the other comes from: "the flight to Cairo", "the flight from Cairo"."""
    ways = ({led(aligned.a, i), led(aligned.b, j)} for i, j in aligned.pairs if aligned.a[i].content)
    return any(way == _WAYS for way in ways)


def touring(case: Case) -> bool:
    """Whether somebody does what is done in many places ("the band played in Oslo", "in Rome")."""
    return any(
        not _TOURING.isdisjoint(bases(words[at].lower))
        and not any(word.lower in BE for word in words[max(0, at - 2) : at])
        for words, at in ((case.aligned.a, i) for i, _ in case.aligned.pairs)
        if words[at].content and at
    )


def other_time_or_part(case: Case, own: Sequence[list[int]]) -> bool:
    """Whether one of a statement's own words tells another time or a part, or makes it alone a possibility or a plan."""
    first, second = ({words[k].lower for k in some} for words, some in zip(case.sides, own, strict=True))
    return bool((first | second) & (_OTHER | _PART)) or bool(first & _POSSIBLE) != bool(second & _POSSIBLE)


def is_possible(word: str) -> bool:
    """Whether a lower-cased word makes a possibility or a plan of what is told."""
    return word in _POSSIBLE


def one_denies(case: Case) -> bool:
    """Whether one statement alone is a denial: "won't meet in Rome", "will meet in Geneva"."""
    first, second = (
        any(words[k].lower in DENIALS and not _bounds(words, k) for k in free)
        for words, free in zip(case.sides, case.free, strict=True)
    )
    return first != second


def _bounds(words: tuple[Word, ...], at: int) -> bool:
    """Whether a denial is one of a bound: "no more than 25"."""
    return at + 1 < len(words) and (
        words[at + 1].number is not None or words[at + 1].lower in ("fewer", "less", "more")
    )


def _when(words: tuple[Word, ...], at: int) -> bool:
    return is_time(words[at])


def _counts(words: tuple[Word, ...], at: int) -> bool:
    return words[at].number is not None


def _felt(case: Case, states: tuple[State, State]) -> bool:
    """Whether an attitude is the subject's of a passive ("dismayed by the ruling")."""
    return any(words[state.end - 1].lower == "by" for words, state in zip(case.sides, states, strict=True))


def _partial(head: tuple[Word, ...], state: State) -> bool:
    """Whether some of a kind are spoken of: "some students", "eight of the climbers", "half of them"."""
    return any(
        word.lower in _SOME or (word.number is not None and not word.number.ordinal)
        for at, word in enumerate(head)
        if not (state.start <= at < state.end or (at and head[at - 1].lower in _ALL))
    )


def _wished(words: tuple[Word, ...], state: State) -> bool:
    """Whether a state is what is wanted, promised or planned: "to lower taxes"."""
    if state.start < 2 or words[state.start].number or words[state.start - 1].lower != "to":
        return False
    return words[state.start - 2].lower not in _HAPPENED


def _which(case: Case, states: tuple[State, State]) -> bool:
    """Whether the states only tell which thing is meant ("the old bridge"), or one is another thing's ("a fallen log")."""
    heads = [_attribute(words, one, state) for words, one, state in zip(case.sides, case.clauses, states, strict=True)]
    if None not in heads:
        return True
    return any(
        head is not None and case.pairs[side].get(head, -1) != case.clauses[1 - side].subject
        for side, head in enumerate(heads)
    )


def _attribute(words: tuple[Word, ...], one: Clause, state: State) -> int | None:
    """The noun that a state of one word stands before, or the subject that it stands in."""
    if state.start < (one.subject or 0):
        return one.subject
    if state.end - state.start > 1 or not 0 < state.start < state.end < len(words):
        return None
    # "Is a single-engine plane" tells what the subject is.
    told = state.start > 1 and words[state.start - 2].lower in BE
    return state.end if not told and words[state.start - 1].lower in DETERMINERS and words[state.end].content else None


def _later(case: Case, own: list[list[int]]) -> bool:
    """Whether each names a time of its own, or one alone, in another tense: "is on the run", "was caught on Friday"."""
    timed = [
        any(word.lower in _AFTER or is_time(word) for k, word in enumerate(words) if k in free or not word.content)
        for words, free in zip(case.sides, own, strict=True)
    ]
    still = any(word.lower in ("still", "remain", "remains") for words in case.sides for word in words)
    return all(timed) or (any(timed) and case.present(0) != case.present(1) and not still)


def possessed(case: Case) -> bool:
    """Whether a subject is somebody's somebody in one statement alone ("the mayor's wife")."""
    for pair in case.aligned.pairs:
        owns = [words[k].lower.endswith(_POSSESSIVE) for words, k in zip(case.sides, pair, strict=True)]
        side = owns.index(True) if owns[0] != owns[1] else None
        if side is not None and pair[side] + 1 in case.free[side] and pair[side] + 1 == case.clauses[side].subject:
            return True
    return False


def modified(case: Case, own: Sequence[list[int]]) -> bool:
    """Whether one thing has another word before it in each: "the upper floors", "the ground floor"."""
    a, b = case.sides
    return any(
        i - 1 in own[0] and j - 1 in own[1] and a[i - 1].content and b[j - 1].content and a[i].content
        for i, j in case.aligned.pairs
    )


def narrowed(case: Case) -> bool:
    """Whether the subject of one statement alone is one of something ("exports", "exports of cars")."""
    found = []
    for words, free, one in zip(case.sides, case.free, case.clauses, strict=True):
        at = one.subject or 0
        of = at + 1 < len(words) and words[at + 1].lower == "of"
        found.append(of and any(k in free and words[k].content for k in range(at + 2, min(len(words), at + 5))))
    return found[0] != found[1]


def tells_apart(case: Case, conflict: Conflict) -> Iterator[str]:
    """What tells that two figures, opposites or names at odds, of statements that share most words, are of two cases after all."""
    if conflict.kind == "place" and touring(case):
        yield "touring"
    if conflict.kind in ("place", "date", "actor", "lexical") and one_denies(case):
        yield "one denies"
    if conflict.kind not in ("antonym", "numeric"):
        return
    first, second = (
        told_at(*_inside(words, span), whose="what")
        for words, span in zip(case.sides, (conflict.first, conflict.second), strict=True)
    )
    if conflict.kind == "numeric":
        yield from other_figures(case, first.start, second.start)
    elif all(one.subject is not None for one in case.clauses):
        yield from _of_opposites(case, first, second)


def _of_opposites(case: Case, first: State, second: State) -> Iterator[str]:
    # "The couple has divorced", "the couple got married in 1990"
    timed = [any(is_time(words[k]) for k in free) for words, free in zip(case.sides, case.free, strict=True)]
    if timed[0] != timed[1] and case.present(0) != case.present(1):
        yield "timed tenses"
    # "Everyone has access", "many people lack access"
    universal = any(words[0].lower in _UNIVERSAL for words in case.sides) and not any(
        word.lower in DENIALS for words in case.sides for word in words
    )
    if universal:
        yield "all"
    elif not case.anchored:
        yield "unanchored"
    if not universal and any(
        _partial(words[: one.subject], first) for words, one in zip(case.sides, case.clauses, strict=True)
    ):
        yield "partial"
    if narrowed(case):
        yield "narrowed subject"
    if other_objects(case, [list(free) for free in case.free], (first, second)):
        yield "other objects"


def _inside(words: tuple[Word, ...], span: Span) -> tuple[int, int]:
    inside = [k for k, word in enumerate(words) if word.start < span.end and word.end > span.start]
    return inside[0], inside[-1] + 1
