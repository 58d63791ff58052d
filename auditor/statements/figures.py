"""Two figures of one case told in different words: "nine workers were killed", "twelve workers lost their lives"."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.statements.align import key, related
from auditor.statements.apart import one_case
from auditor.statements.case import Case, is_name
from auditor.statements.clauses import DETERMINERS, PREPOSITIONS, is_verb
from auditor.statements.conflict import Found
from auditor.statements.counted import differs_by, roomy, singled_out
from auditor.statements.deeds import one_deed
from auditor.statements.eras import TIMES
from auditor.statements.readings import AGE, CLOCK
from auditor.statements.slots import agree
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases
from auditor.text.numbers import Number

# Who is counted may be called by a general word in one of the statements.
_GENERAL = frozenset("audience crowd people person life inhabitant resident soul spectator victim".split())
_PEOPLE = _GENERAL | frozenset("man human individual passenger worker employee visitor guest member".split())
_DOERS = ("ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "er", "or", "ist", "ian")
# "The height of the tower" is told of the tower.
_MEASURES = frozenset(
    "age amount area capacity cost debt depth duration height length loss number output population price profit range rent "
    "revenue size speed sum total turnover value weight width".split()
)
_DIMENSIONS = {
    "long": "length", "wide": "width", "high": "height", "tall": "height", "deep": "depth", "broad": "width",
    "thick": "thickness", "length": "length", "width": "width", "height": "height", "depth": "depth", "thickness": "thickness",
}  # fmt: skip
# "Left 212 people dead"
_FATES = frozenset("dead homeless hurt injured missing stranded wounded".split())
_AWAY = frozenset("above away below from off old".split())
_THEIRS = frozenset("its their his her".split())
# What is counted stands within three words behind its figure, a whole within four.
_THING, _WHOLE = 4, 5


def figures(case: Case) -> Iterator[Found]:
    """Conflicts of two figures, each the only one of its kind or of its thing."""
    for i, one in enumerate(case.sides[0]):
        for j, other in enumerate(case.sides[1]):
            if (
                one.number
                and other.number
                and _at_odds(case, i, j, one.number, other.number)
                and _told_of_one(case, i, j)
            ):
                timely = one.number.unit in ("time", CLOCK)
                yield case.found("temporal" if timely else "numeric", told_at(i, i + 1), told_at(j, j + 1))


def _at_odds(case: Case, i: int, j: int, ours: Number, theirs: Number) -> bool:
    """Whether two figures of one unit cannot both be right, and have no other to be compared with."""
    if ours.unit != theirs.unit or ours.unit in TIMES or any(x.ordinal or x.year for x in (ours, theirs)):
        return False
    if ours.bound == theirs.bound and ours.bound in ("least", "most"):
        return False
    if i in case.pairs[0] or j in case.pairs[1] or agree(case.aligned, i, j, ours, theirs):
        return False
    both = list(zip(case.sides, (i, j), strict=True))
    # "Seven women and five men", "nine women and three men": each figure has its thing.
    apart = not ours.unit and all(_counts_once(words, at) for words, at in both)
    return all((apart or _alone(words, ours.unit)) and not _no_count(words, at, ours.unit) for words, at in both)


def _alone(words: tuple[Word, ...], unit: str) -> bool:
    """Whether one figure of this kind stands in a statement."""
    return sum(word.number is not None and word.number.unit == unit and not word.number.year for word in words) == 1


def _no_count(words: tuple[Word, ...], at: int, unit: str) -> bool:
    """Whether a figure counts nothing: "one", "at nine"."""
    if words[at].lower in ("one", "a single") or (at and words[at - 1].lower == "at" and not unit):
        return True
    # "A two-year-old", "200 metres from the river"
    return at + 1 < len(words) and words[at + 1].lower in _AWAY


def _counts_once(words: tuple[Word, ...], at: int) -> bool:
    """Whether what is behind this figure is behind no other."""
    thing = counted_at(words, at)
    return thing is not None and sum(word.stem == words[thing].stem for word in words) == 1


def counted_at(words: tuple[Word, ...], at: int) -> int | None:
    """What a figure counts: the last word of the nouns behind it."""
    found = None
    for k in range(at + 1, min(len(words), at + _THING)):
        word = words[k]
        if (
            not word.content
            or word.number
            or word.lower in PREPOSITIONS
            or word.lower in _FATES
            or (found is not None and is_verb(word.lower))
        ):
            break
        found = k
    # "A circulation of 60,000"
    if found is None and at > 1 and words[at - 1].lower == "of" and words[at - 2].content:
        return at - 2
    return found


def _told_of_one(case: Case, i: int, j: int) -> bool:
    """Whether both figures count or measure one thing in one case."""
    a, b = case.sides
    first, second = counted_at(a, i), counted_at(b, j)
    number = a[i].number
    counted = number is not None and number.unit in ("", "%")
    if counted and not one_thing(a, first, b, second):
        return False
    # "Leaves at 7 am", "arrives at 4 pm"; "moved to Paris at 20", "left Paris at 45"
    if number is not None and number.unit in (CLOCK, AGE) and _two_verbs(case):
        return False
    if (
        roomy(a) != roomy(b)
        or not _anchored(case, (i, j), (first, second) if counted else (None, None))
        or not one_deed(case)
    ):
        return False
    if (
        _two_dimensions(a, b)
        or _part_of(case, i, j)
        or _of_them(a, i)
        or _of_them(b, j)
        or differs_by(a, i) != differs_by(b, j)
    ):
        return False
    return one_case(case, told_at(i, max(i, first or i) + 1), told_at(j, max(j, second or j) + 1))


def one_thing(a: tuple[Word, ...], first: int | None, b: tuple[Word, ...], second: int | None) -> bool:
    """Whether one kind of thing is counted; one statement may leave it untold where all its figures are counts."""
    if first is None or second is None:
        return first is second or not any(word.number and word.number.unit for word in (*a, *b))
    one, other = a[first], b[second]
    if key(one) == key(other):
        return True
    if related(one, other):
        return True
    if any(not _GENERAL.isdisjoint(bases(word.lower)) for word in (one, other)) and all(
        _is_person(word.lower) for word in (one, other)
    ):
        return True
    forms = [set(bases(word.lower)) for word in (one, other)]
    return all(some & _PEOPLE for some in forms) and any(some & _GENERAL for some in forms)


def _is_person(word: str) -> bool:
    """Whether a word may be one for people: listed, or with the ending of a doer ("miners", "tourists")."""
    return word.endswith(_DOERS) or not _PEOPLE.isdisjoint(bases(word))


def _two_verbs(case: Case) -> bool:
    """Whether each statement has a verb of its own."""
    return all(
        any(words[k].content and not words[k].number and is_verb(words[k].lower) for k in free)
        for words, free in zip(case.sides, case.free, strict=True)
    )


def _anchored(case: Case, at: tuple[int, int], things: tuple[int | None, int | None]) -> bool:
    """Whether the subjects are shared: one may be the thing counted, a measure of what is shared, or untold where that stands
    before its figure ("must pay a fine of 12 million")."""
    known = []
    for words, one, shared, k, thing in zip(case.sides, case.clauses, case.pairs, at, things, strict=True):
        if one.subject is None:
            return False
        paired = one.subject in shared or one.subject == thing
        number = words[k].number
        # "The preparations for the festival take two weeks": a length is its subject's.
        before = (
            number is not None
            and number.unit != "time"
            and any(n in shared and words[n].content for n in range(max(0, k - 2), k))
        )
        if not (paired or one.subject == k or before or _measure_of(words, one.subject, shared)):
            return False
        known.append(paired)
    return any(known)


def _measure_of(words: tuple[Word, ...], subject: int, shared: dict[int, int]) -> bool:
    """Whether the subject is a measure of something shared ("the height of the tower")."""
    after = words[subject + 1 : subject + 4]
    if words[subject].lower not in _MEASURES or not after or after[0].lower != "of":
        return False
    return any(subject + 1 + k in shared for k, word in enumerate(after) if word.content)


def _two_dimensions(a: tuple[Word, ...], b: tuple[Word, ...]) -> bool:
    """Whether one figure is a length and the other a width."""
    first, second = (next((_DIMENSIONS[w.lower] for w in words if w.lower in _DIMENSIONS), "") for words in (a, b))
    return bool(first and second and first != second)


def _part_of(case: Case, i: int, j: int) -> bool:
    """Whether the smaller figure is one of a part: "300 workers in Spain", "12 male singers"."""
    ours, theirs = case.sides[0][i].number, case.sides[1][j].number
    side = 0 if ours and theirs and ours.value < theirs.value else 1
    return singled_out(case, side, (i, j)[side]) or any(is_name(case.sides[side], k) for k in case.free[side])


def _of_them(words: tuple[Word, ...], at: int) -> bool:
    """Whether a figure counts a part ("six of the climbers"); "six of its branches" are all that are meant."""
    after = [word.lower for word in words[at + 1 : at + _WHOLE]]
    return any(one == "of" and other in DETERMINERS - _THEIRS for one, other in pairwise(after))
