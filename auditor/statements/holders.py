"""Who did or is it, told in different words: "was written by Petry", "the author is Hurston"."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.statements.align import key, related
from auditor.statements.apart import one_case
from auditor.statements.case import Case
from auditor.statements.clauses import BE, DETERMINERS, PREPOSITIONS, Clause, is_verb
from auditor.statements.conflict import Found
from auditor.statements.states import denied, told_at
from auditor.statements.words import Word, bases

# What one does, and nobody else does again.
_ONCE = frozenset(
    "arrest assassinate build captain chair compose design direct discover drown edit establish find found head host invent kill "
    "kidnap lead murder own paint photograph pilot plant referee rescue rob run save score sculpt shoot sign star steal strangle "
    "succeed suggest take translate win write make carry produce create launch command coach manage develop sing play open inaugurate defuse unveil crown baptise murder rape burgle set start commit carry".split()
)


class Holder(NamedTuple):
    """Who holds a part in a statement: the words `start` to `end` name him, `part` is the word of the part."""

    start: int
    end: int
    part: int


def _group(words: tuple[Word, ...], head: int) -> tuple[int, int]:
    """The noun phrase, without its article, that ends with the word `head`."""
    start = head
    while (
        start > 0
        and words[start - 1].content
        and words[start - 1].lower not in PREPOSITIONS
        and words[start - 1].lower not in DETERMINERS
    ):
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
        part = next(
            (k for k in range(one.agent - 1, one.verb, -1) if words[k].content and is_verb(words[k].lower)), None
        )
        if part is not None:
            yield Holder(*_group(words, one.agent), part)
    elif words[one.verb].lower in BE:
        told = _named(words, one.verb + 1)
        if told is not None and told[1] == len(words) and words[0].lower in DETERMINERS:
            yield Holder(*told, one.subject)
        named = _named(words, _group(words, one.subject)[0])
        if named is not None and one.verb + 2 < len(words) and words[one.verb + 1].lower not in ("a", "an", "one"):
            part = next((k for k in range(one.verb + 1, len(words) - 1) if words[k + 1].lower in PREPOSITIONS), None)
            if part is not None and named[1] == one.verb:
                yield Holder(*named, part)
    elif not one.passive:
        verb = next(
            (k for k in range(one.verb, min(len(words), one.verb + 3)) if words[k].content and is_verb(words[k].lower)),
            None,
        )
        several = any(word.lower == "and" for word in words[: one.subject])
        if verb is not None and not several and not _ONCE.isdisjoint(bases(words[verb].lower)):
            yield Holder(*_group(words, one.subject), verb)


def holders(case: Case) -> Iterator[Found]:
    """Conflicts of two who hold one part."""
    for ours in _holders(case.sides[0], case.clauses[0]):
        for theirs in _holders(case.sides[1], case.clauses[1]):
            if not _one_part(case, ours, theirs) or not _definite(case, ours, theirs):
                continue
            both = told_at(ours.start, ours.end), told_at(theirs.start, theirs.end)
            if one_case(case, *both):
                yield case.found("actor", *both)


def _one_part(case: Case, ours: Holder, theirs: Holder) -> bool:
    """Whether two of different names hold one part."""
    a, b = case.sides
    one, other = a[ours.part], b[theirs.part]
    # "Watched by 9 million viewers", "by 60,000 fans in the stadium"
    if any(word.number for word in (*a[ours.start : ours.end], *b[theirs.start : theirs.end])):
        return False
    if key(one) != key(other) and not related(one, other) and case.pairs[0].get(ours.part) != theirs.part:
        return False
    names = (" ".join(word.text for word in words[x.start : x.end]) for words, x in ((a, ours), (b, theirs)))
    return denied(a, ours.part) == denied(b, theirs.part) and not _same(*names)


def _definite(case: Case, ours: Holder, theirs: Holder) -> bool:
    """Whether what the part is in is one thing in both, with a name or "the", and no part of the holders' own names."""
    about = [pair for pair in case.aligned.pairs if case.sides[0][pair[0]].content and pair != (ours.part, theirs.part)]
    if any(ours.start <= i < ours.end or theirs.start <= j < theirs.end for i, j in about):
        return False
    return any(all(_known(words, k) for words, k in zip(case.sides, pair, strict=True)) for pair in about)


def _known(words: tuple[Word, ...], at: int) -> bool:
    before = words[max(0, at - 3) : at]
    return words[at].capital or any(word.lower in DETERMINERS - {"a", "an"} for word in before)


def _same(first: str, second: str) -> bool:
    """Whether one name may be a form of the other."""
    ours, theirs = set(first.lower().split()), set(second.lower().split())
    if first.isupper() or second.isupper():
        return True  # "ISIS" may be short for the other name
    initials = ["".join(word[0] for word in name.split()).lower() for name in (first, second)]
    return bool(ours & theirs) or first.lower() == initials[1] or second.lower() == initials[0]
