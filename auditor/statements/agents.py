"""Who did it, and where: two names that fill one place about one act, in the active or the passive voice.

"Anneke Bosman chairs the inquiry", "The inquiry is chaired by Pieter de Wit": the verb is shared, its doer is not.
"""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.conflict import Found
from auditor.statements.words import Word

_PARTICLES = frozenset("de van von der den al el bin ibn di da of".split())
_DEFINITE = frozenset("the this that its his her their these those".split())
# A doer's name stands within so many words of "by" ("by the opposition leader, Amina Diallo").
_NEAR = 6
_BE = frozenset("is are was were be been being".split())


def _run(words: tuple[Word, ...], start: int, paired: set[int]) -> tuple[int, int] | None:
    """The name that begins at `start`, as a range of words; None where none does, or its words are shared."""
    end = start
    while end < len(words) and (
        (words[end].capital and words[end].content and not words[end].number and end not in paired)
        or (end > start and words[end].lower in _PARTICLES)
    ):
        end += 1
    while end > start and not words[end - 1].capital:
        end -= 1
    return (start, end) if end > start else None


def _subject(words: tuple[Word, ...], verb: int, paired: set[int]) -> tuple[int, int] | None:
    """The name before the active verb `verb` at the head of a statement ("The opposition leader Amina Diallo won")."""
    if verb > _NEAR + 2 or any(word.lower in _BE or word.lower == "by" for word in words[:verb]):
        return None
    starts = (at for at in range(verb) if words[at].capital and not (at == 0 and words[at].lower in _DEFINITE))
    found = [run for at in starts if (run := _run(words, at, paired)) and run[1] == verb]
    return found[0] if found else None


def _by(words: tuple[Word, ...], verb: int, paired: set[int]) -> tuple[int, int] | None:
    """The name behind "by" behind the passive verb `verb`."""
    if verb == 0 or not any(word.lower in _BE for word in words[max(0, verb - 3) : verb]):
        return None
    by = next((at for at in range(verb + 1, min(len(words), verb + 3)) if words[at].lower == "by"), None)
    if by is None:
        return None
    return next((run for at in range(by + 1, min(len(words), by + _NEAR)) if (run := _run(words, at, paired))), None)


def same(first: str, second: str) -> bool:
    """Whether one name may be a form of the other."""
    ours, theirs = set(first.lower().split()), set(second.lower().split())
    if first.isupper() or second.isupper():
        return True  # "ISIS" may be short for the other name
    initials = ["".join(word[0] for word in name.split()).lower() for name in (first, second)]
    return bool(ours & theirs) or first.lower() == initials[1] or second.lower() == initials[0]


def doers(aligned: Alignment) -> Iterator[Found]:
    """Two names that did one thing: a shared verb with a name behind "by" in one statement, and another in the other."""
    # 0.5: the verb and what was done are shared, of a statement of three content words.
    if aligned.coverage < 0.5:
        return
    a, b = aligned.a, aligned.b
    ours, theirs = {i for i, _ in aligned.pairs}, {j for _, j in aligned.pairs}
    for i, j in aligned.pairs:
        if not a[i].content or not b[j].content or (a[i].capital and i):
            continue
        passive = _by(a, i, ours), _by(b, j, theirs)
        first = passive[0] or _subject(a, i, ours)
        second = passive[1] or _subject(b, j, theirs)
        if not first or not second or not any(passive):
            continue
        # What was done is one thing: it has a name, or is "the" something.
        done = b[:j] if passive[1] else a[:i]
        if not any(word.lower in _DEFINITE or (word.capital and word.content) for word in done):
            continue
        named = [" ".join(word.text for word in words[start:end]) for words, (start, end) in ((a, first), (b, second))]
        if not same(*named):
            spans = Span(a[first[0]].start, a[first[1] - 1].end), Span(b[second[0]].start, b[second[1] - 1].end)
            yield "actor", *spans, 0.85 * (0.5 + 0.5 * aligned.coverage)
            return
