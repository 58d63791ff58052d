"""Substitutions: two numbers, dates, places, persons or members of one class that stand in the same place."""

import re
from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment, Gap, key
from auditor.statements.conflict import Found, Kind
from auditor.statements.opposites import exclusive
from auditor.statements.words import Word
from auditor.text.dates import MONTHS
from auditor.text.numbers import compatible
from auditor.text.persons import given_names
from auditor.text.places import contains, is_place

# From here on the statements are one sentence, returned with a change, and not two reports.
_RETURNED = 0.85

_DIGITS = re.compile(r"\d+")
_MONTHS = frozenset(MONTHS) | {month[:3] for month in MONTHS} | {"sept"}
_TEMPORAL = frozenset("relative_day season daytime period unit_of_time timing weekday month".split())


def _dated(words: tuple[Word, ...], index: int) -> bool:
    """Whether a number is the day of a month."""
    return any(0 <= at < len(words) and words[at].lower in _MONTHS for at in (index - 1, index + 1))


def _counted(words: tuple[Word, ...], index: int) -> str:
    """The key of the first content word behind a number, within three words: what is counted."""
    for at in range(index + 1, min(len(words), index + 4)):
        if words[at].content and words[at].number is None:
            return key(words[at])
    return ""


def _pronoun(words: tuple[Word, ...], index: int) -> bool:
    """Whether "one" counts nothing ("one of the largest")."""
    return words[index].lower == "one" and index + 1 < len(words) and words[index + 1].lower == "of"


def _indexed(words: tuple[Word, ...], index: int) -> bool:
    """Whether a number counts along a series ("picture 3 of 25")."""
    after = words[index + 1 : index + 3]
    return len(after) == 2 and after[0].lower == "of" and after[1].number is not None


def _numeric(aligned: Alignment, i: int, j: int, together: bool) -> Iterator[Found]:
    ours, theirs = aligned.a[i].number, aligned.b[j].number
    if (
        ours is None
        or theirs is None
        or ours.ordinal != theirs.ordinal
        or _pronoun(aligned.a, i)
        or _pronoun(aligned.b, j)
    ):
        return
    # "More than 100" and "more than 70" may both be true, but a sentence does not return with another bound.
    same_bound = bool(ours.bound) and ours.bound == theirs.bound and aligned.coverage >= _RETURNED
    if ours.value == theirs.value if same_bound else compatible(ours, theirs):
        return
    if _indexed(aligned.a, i) and _indexed(aligned.b, j):
        return
    thing = _counted(aligned.a, i)
    same_thing = bool(thing) and thing == _counted(aligned.b, j)
    near = aligned.near(i, j)
    if not (same_thing or near):
        return
    if not together and not same_thing:
        return
    if bool(ours.unit) != bool(theirs.unit) and not near:
        return
    kind: Kind = "numeric"
    if (ours.year and theirs.year) or (_dated(aligned.a, i) and _dated(aligned.b, j)):
        kind = "date"
    certainty = 0.97 if same_thing or aligned.coverage > 0.7 else 0.8
    yield kind, Span(ours.start, ours.end), Span(theirs.start, theirs.end), certainty * (0.5 + 0.5 * aligned.coverage)


def _numbered(aligned: Alignment, gap: Gap) -> Iterator[Found]:
    """Two names that differ in their number alone: "FT-30" and "FT-21"."""
    ours, theirs = aligned.a[gap.first[0]], aligned.b[gap.second[0]]
    if ours.number or theirs.number or aligned.coverage < _RETURNED:
        return
    figures = _DIGITS.search(ours.lower), _DIGITS.search(theirs.lower)
    if figures[0] and figures[1] and _DIGITS.sub("", ours.lower) == _DIGITS.sub("", theirs.lower):
        yield "numeric", Span(ours.start, ours.end), Span(theirs.start, theirs.end), 0.9 * aligned.coverage


def _named(aligned: Alignment, gap: Gap) -> Iterator[Found]:
    """Two places, or two names, where the statements otherwise run on alike."""
    ours = [i for i in gap.first if aligned.a[i].capital and aligned.a[i].content and not aligned.a[i].number]
    theirs = [j for j in gap.second if aligned.b[j].capital and aligned.b[j].content and not aligned.b[j].number]
    if not ours or not theirs or aligned.coverage < 0.5:
        return
    first = " ".join(aligned.a[i].text for i in ours)
    second = " ".join(aligned.b[j].text for j in theirs)
    spans = (
        Span(aligned.a[ours[0]].start, aligned.a[ours[-1]].end),
        Span(aligned.b[theirs[0]].start, aligned.b[theirs[-1]].end),
    )
    if is_place(first) and is_place(second):
        if not contains(first, second) and not contains(second, first):
            yield "place", *spans, 0.95 * (0.5 + 0.5 * aligned.coverage)
    elif (
        aligned.coverage >= 0.6
        and _is_person(first)
        and _is_person(second)
        and len(gap.first) == len(ours)
        and len(gap.second) == len(theirs)
        and not _same_name(first, second)
    ):
        yield "actor", *spans, 0.8 * (0.5 + 0.5 * aligned.coverage)


def _is_person(name: str) -> bool:
    """Whether a name begins with a given name."""
    return name.split()[0] in given_names()


def _same_name(first: str, second: str) -> bool:
    """Whether one may be a short or abbreviated form of the other."""
    ours, theirs = set(first.lower().split()), set(second.lower().split())
    if ours & theirs:
        return True
    initials = "".join(word[0] for word in first.split()), "".join(word[0] for word in second.split())
    return first.replace(".", "") == initials[1] or second.replace(".", "") == initials[0] or first[:3] == second[:3]


def _is_month(word: Word) -> bool:
    """False for "may", "march" and "august" in small letters; true of all other words."""
    return word.capital or word.lower not in ("may", "march", "august")


def _classes(aligned: Alignment, gap: Gap) -> Iterator[Found]:
    for i in gap.first:
        for j in gap.second:
            if not (_is_month(aligned.a[i]) and _is_month(aligned.b[j])):
                continue
            kind = exclusive(aligned.a[i].lower, aligned.b[j].lower)
            if kind is None or not aligned.near(i, j) or aligned.coverage < 0.5:
                continue
            name: Kind = "date" if kind in ("weekday", "month") else "temporal" if kind in _TEMPORAL else "lexical"
            spans = Span(aligned.a[i].start, aligned.a[i].end), Span(aligned.b[j].start, aligned.b[j].end)
            yield name, *spans, 0.88 * (0.5 + 0.5 * aligned.coverage)


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
            yield from _named(aligned, gap)
            yield from _classes(aligned, gap)
