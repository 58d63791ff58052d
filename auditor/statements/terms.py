"""When one thing begins or ends: "has been mayor since 1999", "became mayor in 2008"; "open until ten", "closes at six".

A year or an hour belongs to the beginning or to the end by the word before it or by the verb; two beginnings of one thing are
one, and so are two ends.
"""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.statements.case import Case, is_name, is_thing
from auditor.statements.clauses import BE, is_verb
from auditor.statements.conflict import Found
from auditor.statements.eras import TIMES, years
from auditor.statements.reversal import DENIALS
from auditor.statements.spells import spells
from auditor.statements.states import told_at
from auditor.statements.words import Word, bases
from auditor.text.numbers import Number

_ALWAYS = 1_000_000
_BEGINS = frozenset(
    "appoint become begin create elect enter establish found inaugurate introduce join launch marry open start".split()
)
_ENDS = frozenset(
    "abolish cease close collapse dissolve end expire finish lapse leave quit resign retire shut stop".split()
)
_GOES_ON = frozenset("be continue go have hold keep last lead play reign remain rule run serve stay work".split())
_SINCE, _UNTIL = frozenset(("since", "from")), frozenset(("until", "till"))
# A time stands so near behind the word that leads it ("since early 1999").
_NEAR = 3


class _Term(NamedTuple):
    """Where in its statement a time stands, whether it is a beginning, and its bounds in years or hours."""

    start: int
    end: int
    begins: bool
    clock: bool
    bounds: tuple[float, float]


def apart(ours: Number, order: str, theirs: Number, other: str) -> bool:
    """Whether two times cannot be one, "before", "after" and "by" being bounds of years."""
    first, second = _bounds(ours, order), _bounds(theirs, other)
    return first is not None and second is not None and _disjoint(first, second)


def _disjoint(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return first[1] < second[0] or second[1] < first[0]


def _bounds(one: Number, order: str) -> tuple[float, float] | None:
    first, last = years(one)
    if order in ("before", "by", ""):
        return {"": (first, last), "before": (-_ALWAYS, first), "by": (-_ALWAYS, last)}[order]
    return (last, _ALWAYS) if order == "after" else None


def _terms(words: tuple[Word, ...]) -> Iterator[_Term]:
    """The beginnings and ends that a statement tells."""
    for at, word in enumerate(words):
        if word.number and (word.number.year or word.number.unit in TIMES):
            begins = _begins(words, at)
            if begins is not None:
                yield _Term(at, at + 1, begins, False, years(word.number))
    for spell in spells(words):
        begins = _begins(words, spell.start) if spell.kind == "clock" else None
        if begins is not None:
            yield _Term(spell.start, spell.end, begins, True, (spell.least, spell.most))


def _begins(words: tuple[Word, ...], at: int) -> bool | None:
    """Whether a time is a beginning (True) or an end (False)."""
    led = {word.lower for word in words[max(0, at - _NEAR) : at]}
    if led & _SINCE:
        # "Has been closed since 2011": it closed then.
        return not any(not _ENDS.isdisjoint(bases(word.lower)) for word in words[max(0, at - _NEAR) : at])
    if led & _UNTIL:
        return None if any(word.lower in DENIALS for word in words) else False
    if led & {"before", "after", "by"}:
        return None
    verb = next((k for k in range(at - 1, 0, -1) if _is_told(words[k])), None)
    if verb is None:
        return None
    return not _BEGINS.isdisjoint(bases(words[verb].lower))


def _is_told(word: Word) -> bool:
    return word.content and not (_BEGINS | _ENDS).isdisjoint(bases(word.lower))


def terms(case: Case) -> Iterator[Found]:
    """Conflicts of two beginnings, or of two ends, of one thing."""
    ours, theirs = (list(_terms(words)) for words in case.sides)
    if len(ours) != 1 or len(theirs) != 1 or not case.one_subject or _says_more(case, ours[0], theirs[0]):
        return
    one, other = ours[0], theirs[0]
    if one.clock != other.clock or not _disjoint(one.bounds, other.bounds):
        return
    if one.begins == other.begins or (_lasts(case.sides[0], one) and _lasts(case.sides[1], other)):
        yield case.found("temporal", told_at(one.start, one.end), told_at(other.start, other.end))


def _lasts(words: tuple[Word, ...], term: _Term) -> bool:
    """Whether what is told goes on since a time, or went on until one: "has been chairman since", "was chairman until"."""
    led = {word.lower for word in words[max(0, term.start - _NEAR) : term.start]}
    return not term.clock and (bool(led & _UNTIL) or (bool(led & _SINCE) and any(w.lower == "been" for w in words)))


def _says_more(case: Case, *told: _Term) -> bool:
    """Whether a statement has a thing, a name, a denial or a verb of its own that tells of more than going on."""
    for words, free, term in zip(case.sides, case.free, told, strict=True):
        for k in (k for k in free if not term.start <= k < term.end):
            word = words[k]
            if word.lower in DENIALS or is_name(words, k):
                return True
            verb = is_verb(word.lower) or word.lower in BE
            if verb and (_BEGINS | _ENDS | _GOES_ON | {"open", "force"}).isdisjoint((*bases(word.lower), word.lower)):
                return True
            if not verb and is_thing(words, k) and word.lower not in ("force", "office", "power"):
                return True
    return False
