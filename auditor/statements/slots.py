"""Substitutions: two numbers, dates, places, persons or members of one class that stand in the same place."""

import re
from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment, Gap, key
from auditor.statements.clauses import DETERMINERS
from auditor.statements.conflict import Found, Kind
from auditor.statements.eras import CENTURY, ERA, TIMES, same_day
from auditor.statements.named import RETURNED, named
from auditor.statements.opposites import exclusive
from auditor.statements.readings import AGE, CLOCK, MEASURES, SHARE
from auditor.statements.reversal import DENIALS
from auditor.statements.scores import SCORE
from auditor.statements.states import denied
from auditor.statements.wholes import all_of, of_a_whole
from auditor.statements.words import Word, bases, stem
from auditor.text.numbers import Number, compatible

_DIGITS = re.compile(r"\d+")
# What may happen in one year and in another.
_OFTEN = frozenset(
    "win lose visit beat defeat play score host travel perform compete rise fall grow erupt flood tour talk speak meet pose arrive".split()
)
# One may score in the first half and in the second.
_STAGES = frozenset(
    "day frame game half heat inning lap leg match month period quarter race round season set week year".split()
)
_QUALITIES = frozenset("new old young big large small extra fresh further".split())
_VALUED = frozenset("worth total about only just almost nearly some least around".split())
_ORDER = frozenset("before after until till since by from".split())
TEMPORAL = frozenset(
    "relative_day relative_time season daytime daytime_late daytime_turn period timing weekday month".split()
)


def ordered(words: tuple[Word, ...], index: int) -> str:
    """The word that makes a time a bound: "before May", "since 2003", "until Friday"; "" where it is the time itself."""
    led = next((word.lower for word in words[max(0, index - 2) : index] if word.lower in _ORDER), "")
    # "Did not melt until summer": it melted in summer.
    return "" if led in ("until", "till") and any(word.lower in DENIALS for word in words[:index]) else led


def repeated(aligned: Alignment) -> bool:
    """Whether the statements tell what happens many times: to win a title, to visit a town."""
    return any(
        aligned.a[i].content
        and not _OFTEN.isdisjoint(bases(aligned.a[i].lower))
        and not (i and aligned.a[i - 1].lower in DETERMINERS)  # "the play"
        for i, _ in aligned.pairs
    )


def counted(words: tuple[Word, ...], index: int) -> str:
    """The key of the first content word behind a number, within three words: what is counted ("30 new jets")."""
    for at in range(index + 1, min(len(words), index + 4)):
        if words[at].content and words[at].number is None and words[at].lower not in _QUALITIES:
            return key(words[at])
    return ""


def _pronoun(words: tuple[Word, ...], index: int) -> bool:
    """Whether "one" counts nothing ("one of the largest"), or a figure is what is left out ("all but three"); "only one of" counts."""
    if index and words[index - 1].lower in ("but", "except"):
        return True
    only = index > 0 and words[index - 1].lower in ("only", "just")
    return words[index].lower == "one" and index + 1 < len(words) and words[index + 1].lower == "of" and not only


def _indexed(words: tuple[Word, ...], index: int) -> bool:
    """Whether a number counts along a series ("picture 3 of 25")."""
    after = words[index + 1 : index + 3]
    return len(after) == 2 and after[0].lower == "of" and after[1].number is not None


def _alone(words: tuple[Word, ...], unit: str) -> bool:
    """Whether one figure of this kind stands in the statement, so that it can only be compared with its like."""
    kinds = [word.number.unit for word in words if word.number and not word.number.ordinal and not word.number.year]
    return bool(unit) and kinds.count(unit) == 1


def _converted(aligned: Alignment, i: int, j: int) -> bool:
    """Whether two measures are told in two units."""
    ours, theirs = (word.text.replace("-", " ").split()[-1] for word in (aligned.a[i], aligned.b[j]))
    return stem(ours.lower()) != stem(theirs.lower())


def agree(aligned: Alignment, i: int, j: int, ours: Number, theirs: Number) -> bool:
    """Whether both figures may be true of one thing."""
    returned = aligned.coverage >= RETURNED
    # "More than 100" and "more than 70" may both be true, but a sentence does not return with another bound.
    if ours.bound and ours.bound == theirs.bound and returned:
        return ours.value == theirs.value
    if ours.unit == AGE == theirs.unit:
        return abs(ours.value - theirs.value) <= 1
    if SHARE in (ours.unit, theirs.unit) and ours.unit != theirs.unit:
        return True  # "half of the 20", "ten of the 20"; "5 percent", "0.05"
    if TIMES & {ours.unit, theirs.unit}:
        return same_day(ours, theirs) if all(one.unit in TIMES or one.year for one in (ours, theirs)) else True
    if SCORE in (ours.unit, theirs.unit):
        return ours.unit != theirs.unit or ours.value == theirs.value
    if ours.unit == theirs.unit == CLOCK:
        return ours.value == theirs.value
    if ours.unit in MEASURES or theirs.unit in MEASURES:
        # "10 miles" and "16 kilometres": both are rounded before they are converted.
        near = abs(ours.value - theirs.value) <= 0.04 * max(abs(ours.value), abs(theirs.value))
        if (ours.unit != theirs.unit and not returned) or (near and _converted(aligned, i, j)):
            return True
    return compatible(ours, theirs)


def _numeric(aligned: Alignment, i: int, j: int, together: bool) -> Iterator[Found]:
    ours, theirs = aligned.a[i].number, aligned.b[j].number
    if (
        ours is None
        or theirs is None
        or ours.ordinal != theirs.ordinal
        or _pronoun(aligned.a, i)
        or _pronoun(aligned.b, j)
        or agree(aligned, i, j, ours, theirs)
        or (not ours.unit == theirs.unit == "%" and of_a_whole(aligned.a, i) != of_a_whole(aligned.b, j))
        or (_indexed(aligned.a, i) and _indexed(aligned.b, j))
        or (ours.ordinal and counted(aligned.a, i) in _STAGES and repeated(aligned))
    ):
        return
    thing, other_thing = counted(aligned.a, i), counted(aligned.b, j)
    same_thing = bool(thing) and thing == other_thing
    if not ours.unit and thing and other_thing and not same_thing and not _countable(aligned, i, j):
        return
    near = aligned.near(i, j)
    alike = ours.unit == theirs.unit and not (ours.ordinal or ours.year or theirs.year)
    alone = alike and _alone(aligned.a, ours.unit) and _alone(aligned.b, theirs.unit)
    if not (same_thing or near or alone) or (not together and not (same_thing or alone or _led(aligned, i, j))):
        return
    if bool(ours.unit) != bool(theirs.unit) and not near:
        return
    kind: Kind = "temporal" if ours.unit == CLOCK else "numeric"
    if all(one.year or one.unit in TIMES for one in (ours, theirs)):
        kind = "temporal" if ERA in (ours.unit, theirs.unit) or ours.unit == theirs.unit == CENTURY else "date"
        if ordered(aligned.a, i) != ordered(aligned.b, j) or (aligned.coverage < RETURNED and repeated(aligned)):
            return
    certainty = 0.97 if same_thing or aligned.coverage > 0.7 else 0.8
    yield kind, Span(ours.start, ours.end), Span(theirs.start, theirs.end), certainty * (0.5 + 0.5 * aligned.coverage)


def _countable(aligned: Alignment, i: int, j: int) -> bool:
    """False where one statement counts a part of what the other counts ("40 parks", "of the parks, one has 200 trees")."""
    thing, other_thing = counted(aligned.a, i), counted(aligned.b, j)
    return thing not in map(key, aligned.b[:j]) and other_thing not in map(key, aligned.a[:i])


def _led(aligned: Alignment, i: int, j: int) -> bool:
    """Whether the last content word before both figures is shared ("founded in", "assets worth")."""
    left, right = (
        next(
            (k for k in range(at - 1, max(-1, at - 4), -1) if words[k].content and words[k].lower not in _VALUED), None
        )
        for words, at in ((aligned.a, i), (aligned.b, j))
    )
    return left is not None and dict(aligned.pairs).get(left, -1) == right


def _numbered(aligned: Alignment, gap: Gap) -> Iterator[Found]:
    """Two names that differ in their number alone: "FT-30" and "FT-21"."""
    ours, theirs = aligned.a[gap.first[0]], aligned.b[gap.second[0]]
    if ours.number or theirs.number or aligned.coverage < RETURNED:
        return
    figures = _DIGITS.search(ours.lower), _DIGITS.search(theirs.lower)
    if figures[0] and figures[1] and _DIGITS.sub("", ours.lower) == _DIGITS.sub("", theirs.lower):
        yield "numeric", Span(ours.start, ours.end), Span(theirs.start, theirs.end), 0.9 * aligned.coverage


def _is_month(word: Word) -> bool:
    """False for "may", "march" and "august" in small letters; true of all other words."""
    return word.capital or word.lower not in ("may", "march", "august")


def _classes(aligned: Alignment) -> Iterator[Found]:
    """Two members of one class ("red", "blue") in one place, or each the only one of its class."""
    if aligned.coverage < 0.5:
        return
    ours = [(i, gap) for gap in aligned.gaps for i in gap.first if _is_month(aligned.a[i])]
    theirs = [(j, gap) for gap in aligned.gaps for j in gap.second if _is_month(aligned.b[j])]
    found = [
        (i, j, kind, one is other)
        for i, one in ours
        for j, other in theirs
        if (kind := exclusive(aligned.a[i].lower, aligned.b[j].lower))
    ]
    for i, j, kind, together in found:
        if not (aligned.near(i, j) or (len(found) == 1 and (together or kind in TEMPORAL))):
            continue
        if kind in TEMPORAL and ordered(aligned.a, i) != ordered(aligned.b, j):
            continue
        # "Acquitted", "not convicted"; "one of the brothers is a doctor", "one of the brothers is a lawyer"
        # "Did not freeze until February": it froze then.
        turned = kind not in TEMPORAL and denied(aligned.a, i) != denied(aligned.b, j)
        if turned or (_one_of(aligned.a, i) and _one_of(aligned.b, j)):
            continue
        # "She became a doctor", "she was a nurse when"
        if kind == "job" and _became(aligned.a) != _became(aligned.b):
            continue
        name: Kind = "date" if kind == "month" else "temporal" if kind in TEMPORAL else "lexical"
        if kind in ("weekday", "month") and aligned.coverage < RETURNED and repeated(aligned):
            continue
        spans = Span(aligned.a[i].start, aligned.a[i].end), Span(aligned.b[j].start, aligned.b[j].end)
        yield name, *spans, 0.88 * (0.5 + 0.5 * aligned.coverage)


def _became(words: tuple[Word, ...]) -> bool:
    return any(word.stem == "becam" or word.lower in ("become", "becomes", "became") for word in words)


def _one_of(words: tuple[Word, ...], index: int) -> bool:
    """Whether one of several is spoken of before `index`."""
    return any(_pronoun(words, at) for at in range(index))


def substitutions(aligned: Alignment) -> Iterator[Found]:
    """Conflicts in which one place is filled in two ways."""
    taken_b = {aligned.b[j].stem for _, j in aligned.pairs}
    taken_a = {aligned.a[i].stem for i, _ in aligned.pairs}
    free = [j for gap in aligned.gaps for j in gap.second if aligned.b[j].number]
    for gap in aligned.gaps:
        for i in gap.first:
            for j in free if aligned.a[i].number and aligned.coverage >= 0.34 else ():
                together = j in gap.second
                alone = len(gap.first) == len(gap.second) == 1
                if alone or (aligned.a[i].stem not in taken_b and aligned.b[j].stem not in taken_a):
                    yield from _numeric(aligned, i, j, together)
        if len(gap.first) == len(gap.second) == 1:
            yield from _numbered(aligned, gap)
        if gap.first and gap.second:
            yield from named(aligned, gap)
    yield from all_of(aligned)
    yield from _classes(aligned)
