"""Two figures of one case told in different words: "nine workers were killed", "twelve workers lost their lives"."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.model import Span
from auditor.statements.align import key, related
from auditor.statements.case import Case, is_name, is_thing, one_case, things_left
from auditor.statements.clauses import DETERMINERS, PREPOSITIONS, is_verb, may_be_verb
from auditor.statements.conflict import Found, Kind
from auditor.statements.readings import CENTURY, CLOCK, DAY, DECADE
from auditor.statements.slots import agree, ordered, repeated
from auditor.statements.states import State, states
from auditor.statements.words import Word, bases, role

# Who is counted may be called by a general word in one of the statements.
_PEOPLE = frozenset("people person life inhabitant resident man human soul individual passenger worker employee spectator visitor guest victim member".split())
_GENERAL = frozenset("people person life inhabitant resident soul spectator victim".split())
# Verbs that only bring a figure.
_BRINGS = (role("light") - frozenset("gave give given took take taken pay paid cost costs".split())) | frozenset(
    "own possess carry date total number reach run come amount comprise consist measure extend hold seat employ leave lie put fall rise climb go grow "
    "raise double cover boast feature face".split()
)
_UNIVERSAL = frozenset("all both every each".split())


def days(case: Case) -> Iterator[Found]:
    """Conflicts of two dates or years, each the only one, of what happens once."""
    a, b = case.sides
    both = [[k for k, word in enumerate(words) if word.number and (word.number.year or word.number.unit in (DAY, DECADE, CENTURY))] for words in (a, b)]
    if len(both[0]) != 1 or len(both[1]) != 1:
        return
    i, j = both[0][0], both[1][0]
    ours, theirs = a[i].number, b[j].number
    if ours is None or theirs is None or agree(case.aligned, i, j, ours, theirs) or ordered(a, i) != ordered(b, j):
        return
    once = any(word.lower in ("first", "last") for word in (*a, *b))
    if not case.anchored or not one_deed(case) or (repeated(case.aligned) and not once):
        return
    if one_case(case, State("", "", 0, i, i + 1, False), State("", "", 1, j, j + 1, False)):
        kind: Kind = "temporal" if ours.unit == theirs.unit == CENTURY else "date"
        yield kind, Span(a[i].start, a[i].end), Span(b[j].start, b[j].end), 0.75 * (0.5 + 0.5 * case.aligned.coverage)


def figures(case: Case) -> Iterator[Found]:
    """Conflicts of two figures, each the only one of its kind."""
    a, b = case.sides
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if one.number and other.number and _alike(case, i, j) and _told_of_one(case, i, j):
                timely = one.number.unit in ("time", CLOCK)
                yield "temporal" if timely else "numeric", Span(one.start, one.end), Span(other.start, other.end), 0.75 * (0.5 + 0.5 * case.aligned.coverage)


def _alike(case: Case, i: int, j: int) -> bool:
    """Whether two figures are at odds and each the only one of its kind in its statement."""
    ours, theirs = case.sides[0][i].number, case.sides[1][j].number
    if ours is None or theirs is None or ours.unit != theirs.unit or ours.ordinal or theirs.ordinal or ours.year or theirs.year:
        return False
    if ours.unit in (DAY, DECADE, CENTURY) or i in case.pairs[0] or j in case.pairs[1] or agree(case.aligned, i, j, ours, theirs):
        return False
    return all(
        sum(word.number is not None and word.number.unit == ours.unit and not word.number.year for word in words) == 1
        and words[at].lower not in ("one", "a single")
        and not (words[at - 1].lower == "at" and at and not ours.unit)  # "at nine"
        and not any(word.lower == "old" for word in words[at + 1 : at + 2])
        for words, at in zip(case.sides, (i, j), strict=True)
    )


def _told_of_one(case: Case, i: int, j: int) -> bool:
    """Whether both figures count or measure one thing in one case."""
    things = [_thing(words, at) for words, at in zip(case.sides, (i, j), strict=True)]
    unit = case.sides[0][i].number.unit  # type: ignore[union-attr]
    paired = [set(some) for some in case.pairs]
    if not unit or unit == "%":
        same = _one_thing(case, things[0], things[1])
        if not same:
            return False
        for some, thing in zip(paired, things, strict=True):
            if thing is not None:
                some.add(thing)
    if not _anchored(case, paired, (i, j)) or not one_deed(case):
        return False
    if (_wide(case.sides[0]) and _wide(case.sides[1]) and _wide(case.sides[0]) != _wide(case.sides[1])) or _part_of(case, i, j):
        return False
    if _by(case.sides[0], i) != _by(case.sides[1], j) or _of_them(case.sides[0], i) or _of_them(case.sides[1], j):
        return False
    ends = [max(at, thing if thing is not None else at) + 1 for at, thing in zip((i, j), things, strict=True)]
    return one_case(case, State("", "", 0, i, ends[0], False), State("", "", 1, j, ends[1], False))


def _thing(words: tuple[Word, ...], at: int) -> int | None:
    """What a figure counts: the last word of the nouns behind it."""
    found = None
    for k in range(at + 1, min(len(words), at + 4)):
        if not words[k].content or words[k].number or words[k].lower in PREPOSITIONS or (found is not None and is_verb(words[k].lower)):
            break
        found = k
    return found


def _one_thing(case: Case, first: int | None, second: int | None) -> bool:
    if first is None or second is None:
        return first is second or all(word.number is None or word.number.unit == "" for word in (*case.sides[0], *case.sides[1]))
    one, other = case.sides[0][first], case.sides[1][second]
    if key(one) == key(other):
        return True
    # "Bedrooms" are some of the rooms.
    if related(one, other) and not one.stem.endswith(other.stem) and not other.stem.endswith(one.stem):
        return True
    both = [set(bases(word.lower)) for word in (one, other)]
    return all(some & _PEOPLE for some in both) and any(some & _GENERAL for some in both)


def _anchored(case: Case, paired: list[set[int]], at: tuple[int, int]) -> bool:
    """Whether the subjects are shared, the thing counted being one; one may stand before its figure ("a fine of 12 million")."""
    (mine, theirs) = case.clauses
    if mine.subject is None or theirs.subject is None:
        return False
    held = [
        clause.subject in some or clause.subject == k or any(n in case.pairs[side] and words[n].content for n in range(max(0, k - 2), k))
        for side, (clause, some, k, words) in enumerate(zip(case.clauses, paired, at, case.sides, strict=True))
    ]
    return all(held) and (mine.subject in paired[0] or theirs.subject in paired[1])


def one_deed(case: Case) -> bool:
    """Whether the verbs are shared, tell one state, or only bring the figure."""
    told = [[k for k in free if _deed(words, k)] for words, free in zip(case.sides, case.free, strict=True)]
    if not all(told):
        if not any(told):
            return True
        # "Was carrying 130 people", "has room for 212": what one does, and what the other has.
        plain = 0 if not told[0] else 1
        return case.tense(0) == case.tense(1) and not any(is_thing(case.sides[plain], k) for k in case.free[plain])
    values = [
        {(state.about, state.value) for state in states(words) if any(state.start <= k < state.end for k in some)}
        for words, some in zip(case.sides, told, strict=True)
    ]
    return bool(values[0] & values[1])


def _deed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a verb that says more than that there is a figure."""
    word = words[at]
    if not word.content or word.number or (at and words[at - 1].lower in DETERMINERS | PREPOSITIONS - {"to"}):
        return False
    return may_be_verb(word) and (" " in word.text or _BRINGS.isdisjoint((word.lower, *bases(word.lower))))


_DIMENSIONS = {
    "long": "length", "wide": "width", "high": "height", "tall": "height", "deep": "depth", "broad": "width", "thick": "thickness",
    "length": "length", "width": "width", "height": "height", "depth": "depth", "thickness": "thickness",
}  # fmt: skip


def _wide(words: tuple[Word, ...]) -> str:
    """What a length measures; "" where nothing says so."""
    return next((_DIMENSIONS[word.lower] for word in words if word.lower in _DIMENSIONS), "")


def _part_of(case: Case, i: int, j: int) -> bool:
    """Whether the smaller figure is one of a part: "300 workers in Spain"."""
    ours, theirs = case.sides[0][i].number, case.sides[1][j].number
    if ours is None or theirs is None:
        return False
    side = 0 if ours.value < theirs.value else 1
    return any(is_name(case.sides[side], k) for k in case.free[side])


def _by(words: tuple[Word, ...], at: int) -> bool:
    """Whether a figure is a difference ("rose by 3 percent", "2 points more")."""
    return any(word.lower == "by" for word in words[max(0, at - 2) : at])


def _of_them(words: tuple[Word, ...], at: int) -> bool:
    """Whether a figure counts a part ("six of the climbers"); "six of its branches" are all that are meant."""
    after = [word.lower for word in words[at + 1 : at + 5]]
    return any(one == "of" and other in DETERMINERS and other not in ("its", "their", "his", "her") for one, other in pairwise(after))


def parts(case: Case) -> Iterator[Found]:
    """ "Both pilots were hurt", "only one of the pilots was hurt"; "all were rescued", "three could not be rescued"."""
    for side in (0, 1):
        words, other = case.sides[side], case.sides[1 - side]
        whole = next((k for k, word in enumerate(words[:3]) if word.lower in _UNIVERSAL), None)
        part = next((k for k in range(min(4, len(other) - 2)) if other[k].number and other[k + 1].lower == "of"), None)
        if whole is None or part is None or whole in case.pairs[side] and other[case.pairs[side][whole]].lower in _UNIVERSAL:
            continue
        subjects = case.clauses[side].subject, case.clauses[1 - side].subject
        if subjects[0] is None or case.pairs[side].get(subjects[0]) != subjects[1]:
            continue
        few = part > 0 and other[part - 1].lower in ("only", "just")
        denied = [any(word.lower in ("not", "never", "failed") for word in one) for one in (words, other)]
        if (few and denied == [False, False]) or denied == [False, True]:
            if things_left(case):
                continue
            spans = Span(words[whole].start, words[whole].end), Span(other[part].start, other[part].end)
            yield "numeric", *(spans if side == 0 else spans[::-1]), 0.7 * (0.5 + 0.5 * case.aligned.coverage)
