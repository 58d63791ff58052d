"""Who did or is it, and where it was, told in different words: "was written by Petry", "the author is Hurston"."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.model import Span
from auditor.statements.agents import same
from auditor.statements.align import key, related
from auditor.statements.case import Case, one_case
from auditor.statements.clauses import BE, DETERMINERS, PREPOSITIONS, Clause, is_verb
from auditor.statements.conflict import Found
from auditor.statements.figures import one_deed
from auditor.statements.states import State, denied
from auditor.statements.words import Word, bases
from auditor.text.places import contains, is_place

# What one does, and nobody else does again.
_ONCE = frozenset(
    "arrest assassinate build captain chair compose design direct discover drown edit establish find found head host invent kill "
    "kidnap lead murder own paint photograph pilot plant referee rescue rob run save score sculpt shoot sign star steal strangle "
    "succeed suggest take translate win write make carry produce create launch command coach manage develop sing play".split()
)
_WHERE = frozenset("in at near off on outside".split())


class Holder(NamedTuple):
    """Who holds a part in a statement: the words `start` to `end` name him, `part` is the word of the part."""

    start: int
    end: int
    part: int


def _group(words: tuple[Word, ...], head: int) -> tuple[int, int]:
    """The noun phrase, without its article, that ends with the word `head`."""
    start = head
    while start > 0 and words[start - 1].content and words[start - 1].lower not in PREPOSITIONS and words[start - 1].lower not in DETERMINERS:
        start -= 1
    return start, head + 1


def _named(words: tuple[Word, ...], start: int) -> tuple[int, int] | None:
    """The capital words that begin at `start`."""
    end = start
    while end < len(words) and words[end].capital and words[end].content and not words[end].number:
        end += 1
    return (start, end) if end > start else None


def _holders(words: tuple[Word, ...], one: Clause) -> Iterator[Holder]:
    """Doers of what is done once, and who is named as "the winner of" something."""
    if one.verb is None or one.subject is None:
        return
    if one.passive and one.agent is not None:
        part = next((k for k in range(one.agent - 1, one.verb, -1) if words[k].content and is_verb(words[k].lower)), None)
        if part is not None:
            yield Holder(*_group(words, one.agent), part)
    elif words[one.verb].lower in BE:
        told = _named(words, one.verb + 1)
        if told is not None and told[1] == len(words) and words[0].lower in DETERMINERS:
            yield Holder(*told, one.subject)
        named = _named(words, _group(words, one.subject)[0])
        if named is not None and one.verb + 2 < len(words) and words[one.verb + 1].lower == "the":
            part = next((k for k in range(one.verb + 2, len(words) - 1) if words[k + 1].lower in PREPOSITIONS), None)
            if part is not None and named[1] == one.verb:
                yield Holder(*named, part)
    elif not one.passive:
        verb = next((k for k in range(one.verb, min(len(words), one.verb + 3)) if words[k].content and is_verb(words[k].lower)), None)
        if verb is not None and not _ONCE.isdisjoint(bases(words[verb].lower)):
            yield Holder(*_group(words, one.subject), verb)


def holders(case: Case) -> Iterator[Found]:
    """Conflicts of two who hold one part."""
    a, b = case.sides
    for ours in _holders(a, case.clauses[0]):
        for theirs in _holders(b, case.clauses[1]):
            one, other = a[ours.part], b[theirs.part]
            if denied(a, ours.part) != denied(b, theirs.part):
                continue
            if key(one) != key(other) and not related(one, other) and case.pairs[0].get(ours.part) != theirs.part:
                continue
            about = [(i, j) for i, j in case.aligned.pairs if a[i].content and i != ours.part and j != theirs.part]
            inside = [(i, j) for i, j in about if ours.start <= i < ours.end or theirs.start <= j < theirs.end]
            names = [" ".join(word.text for word in words[one.start : one.end]) for words, one in ((a, ours), (b, theirs))]
            if not about or inside or same(*names) or not _definite(case, about):
                continue
            if one_case(case, _state(ours), _state(theirs)):
                spans = Span(a[ours.start].start, a[ours.end - 1].end), Span(b[theirs.start].start, b[theirs.end - 1].end)
                yield "actor", *spans, 0.7 * (0.5 + 0.5 * case.aligned.coverage)


def _definite(case: Case, about: list[tuple[int, int]]) -> bool:
    """Whether what it is about is one thing in both: it has a name, or is "the" something."""
    return any(
        all(words[k].capital or any(word.lower in DETERMINERS - {"a", "an"} for word in words[max(0, k - 3) : k]) for words, k in zip(case.sides, pair, strict=True))
        for pair in about
    )


def _state(holder: Holder) -> State:
    return State("", "", 0, holder.start, holder.end, False)


def places(case: Case) -> Iterator[Found]:
    """Conflicts of two places, each the only one, of one thing that is or happens."""
    both = [list(_places(words, paired)) for words, paired in zip(case.sides, case.pairs, strict=True)]
    if len(both[0]) != 1 or len(both[1]) != 1 or not case.anchored or not one_deed(case):
        return
    a, b = case.sides
    ours, theirs = both[0][0], both[1][0]
    names = [" ".join(word.text for word in words[start:end]) for words, (start, end) in ((a, ours), (b, theirs))]
    if names[0] == names[1] or contains(names[0], names[1]) or contains(names[1], names[0]):
        return
    if one_case(case, State("", "", 0, *ours, False), State("", "", 1, *theirs, False)):
        spans = Span(a[ours[0]].start, a[ours[1] - 1].end), Span(b[theirs[0]].start, b[theirs[1] - 1].end)
        yield "place", *spans, 0.75 * (0.5 + 0.5 * case.aligned.coverage)


def _places(words: tuple[Word, ...], paired: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The names of places behind "in", "at" or the like."""
    at = 1
    while at < len(words):
        end = next((k for k in range(min(len(words), at + 3), at, -1) if all(word.capital for word in words[at:k]) and is_place(" ".join(word.text for word in words[at:k]))), None)
        if end is not None and not paired.keys() & set(range(at, end)):
            led = {word.lower for word in words[max(0, at - 2) : at]}
            if led & _WHERE or (words[at - 1].lower == "of" and words[at - 2].lower in ("native", "city", "coast", "north", "south", "east", "west")):
                yield at, end
        at = end or at + 1
