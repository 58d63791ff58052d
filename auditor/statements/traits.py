"""What tells whether two statements that seem to be at odds speak of one thing: what each says beside their conflict, and how.

A trait is a small count, or 1 where it holds. Traits decide nothing; their weights are learned (`odds`).
"""

from collections import Counter
from collections.abc import Mapping

from auditor.statements import leftover
from auditor.statements.align import Alignment
from auditor.statements.apart import is_possible, other_way, possessed, tells_apart
from auditor.statements.case import Case, is_name, is_thing, is_time
from auditor.statements.clauses import may_be_verb
from auditor.statements.conflict import Conflict
from auditor.statements.figures import counted_at, one_thing
from auditor.statements.words import Word

_RANKS = frozenset("first second third last".split())
_CLAUSES = frozenset("after before during when while".split())
_OURS = frozenset("i my our we".split())
# More of a kind tell no more.
_MOST, _MOST_SHARED = 3, 6
# "Chile", "Chilean": names and what is made of them share so many letters.
_ROOT = 4
# Statements of so many content words were mostly made of one another by exchanging a word.
_SHORT = 7
_COVERED = 0.75


def traits(aligned: Alignment, conflict: Conflict) -> Mapping[str, float]:
    """The traits of two statements and their conflict; of the shorter one by "short", of the longer by "long"."""
    case = Case(aligned)
    first, second = leftover.beside(aligned, conflict)
    counted, places = _counted(case, conflict)
    if places:  # "20 people", "150 mourners"
        first, second = (
            [word for word in some if word.start != words[at].start]
            for some, words, at in zip((first, second), case.sides, places, strict=True)
        )
    content = [sum(word.content for word in words) for words in case.sides]
    short = 1 if content[1] <= content[0] else 0
    found: dict[str, float] = {}
    for name, side in (("short", short), ("long", 1 - short)):
        found.update(_told(case, side, (first, second)[side], name))
    for kind in ("name", "thing", "time", "verb", "modifier"):
        found[f"both {kind}"] = f"short {kind}" in found and f"long {kind}" in found
    found["both"] = bool(first and second)
    found["both short"] = max(content) <= _SHORT
    found[conflict.kind] = 1
    found[counted] = bool(counted)
    unshared = leftover.unshared(aligned)
    found.update(_between(case, unshared, places))
    found["other way"] = conflict.kind != "structural" and other_way(aligned)
    told = (*leftover.tells(aligned, conflict, unshared, (*first, *second)), *tells_apart(case, conflict))
    found.update(dict.fromkeys(told, 1))
    return {name: float(value) for name, value in found.items() if value}


def _between(case: Case, unshared: set[str], counted: tuple[int, ...]) -> Mapping[str, float]:
    """What two statements have in common, and whether their subjects, times and voices do; `counted` is known to be one thing."""
    aligned = case.aligned
    strangers = (
        one.subject is not None and one.subject not in shared and one.subject not in counted
        for one, shared in zip(case.clauses, case.pairs, strict=True)
    )
    return {
        "covered": aligned.coverage,
        "well covered": aligned.coverage >= _COVERED,
        "shared": min(aligned.shared, _MOST_SHARED),
        "anchored": case.anchored,
        "one subject": case.one_subject,
        "two subjects": all(strangers),
        "a time clause": not _CLAUSES.isdisjoint(unshared),
        "two tenses": case.present(0) != case.present(1),
        "possible": any(map(is_possible, unshared)),
        "possessed": possessed(case),
        "own voice": _own_voice(case.sides[0]) != _own_voice(case.sides[1]),
    }


def _counted(case: Case, conflict: Conflict) -> tuple[str, tuple[int, ...]]:
    """Whether two figures measure in one unit, count one thing or two ("" where they are no figures), and where the one thing stands."""
    i, j = (
        next((at for at, word in enumerate(words) if word.number and word.start <= span.start < word.end), None)
        for words, span in zip(case.sides, (conflict.first, conflict.second), strict=True)
    )
    if conflict.kind != "numeric" or i is None or j is None:
        return "", ()
    a, b = case.sides
    ours, theirs = a[i].number, b[j].number
    if ours and theirs and ours.unit and ours.unit == theirs.unit:
        return "one unit", ()
    first, second = counted_at(a, i), counted_at(b, j)
    if first is None or second is None:
        return "nothing counted", ()
    return ("one thing counted", (first, second)) if one_thing(a, first, b, second) else ("two things counted", ())


def _own_voice(words: tuple[Word, ...]) -> bool:
    return any(word.lower in _OURS for word in words)


def _told(case: Case, side: int, left: list[Word], name: str) -> Mapping[str, float]:
    """How many words of each kind one statement says beside the conflict, and where they stand."""
    words, other = case.sides[side], case.sides[1 - side]
    roots = {word.lower[:_ROOT] for word in other if len(word.lower) >= _ROOT}
    places = {word.start: at for at, word in enumerate(words)}
    verb, subject = case.clauses[side].verb, case.clauses[side].subject
    found: Counter[str] = Counter()
    for at in (places[word.start] for word in left):
        kind = _kind(words, at)
        if kind == "name" and words[at].lower[:_ROOT] in roots:
            kind = "derived name"
        found[kind] += 1
        if kind in ("thing", "other", "name"):
            found["modifier"] += at + 1 in case.pairs[side] and words[at + 1].content
            found["before the verb"] += verb is not None and at < verb
            found["subject"] += at == subject
    found["any"] = bool(left)
    found["words"] = len(left)
    return {f"{name} {kind}": min(count, _MOST) for kind, count in found.items() if count}


def _kind(words: tuple[Word, ...], at: int) -> str:
    word = words[at]
    if (word.number and word.number.ordinal) or word.lower in _RANKS:
        return "rank"
    if is_time(word):
        return "time"
    if word.number:
        return "number"
    if is_name(words, at):
        return "name"
    if is_thing(words, at):
        return "thing"
    if may_be_verb(word):
        return "verb"
    return "adverb" if word.lower.endswith("ly") else "other"
