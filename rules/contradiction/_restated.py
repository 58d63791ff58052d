"""Sentences of one article that say nearly the same twice, and what is at odds between them; shared by several rules.

A genuine article seldom repeats a sentence, and when it does (a caption, a pulled quotation) it repeats it whole. So a
sentence that returns with one word changed is looked at closely. Candidates are found by word triples that occur in two
sentences, which costs one pass over the text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from auditor.rule import Document, Hit, Span, Tier
from auditor.statements.align import Alignment, Gap, align, key_of
from auditor.statements.compare import conflict_of
from auditor.statements.conflict import Conflict
from auditor.statements.reversal import denies
from auditor.statements.words import FUNCTION, Word, words
from auditor.text.blocks import Kind
from auditor.text.dates import WEEKDAYS
from auditor.text.sentences import Sentence, sentences
from auditor.text.tokens import tokens
from auditor.text.view import view

# A sentence returns when at least three word triples do, and all but eight of the shorter one's: a changed place costs
# three, "Officials said" two, the rest is a cut. A triple that more than three sentences share is a formula.
_TRIPLES = 3
_LOST = 8
_COMMON = 3
_LONGEST = 1000
# Four shared content words: below that, formulas of three ("declined to comment on …") repeat about different things.
_SHARED = 4
# Two of them no names: lists of teams and captions ("Adams with Baker, May 2017") hold names alone.
_PLAIN = 2
# The share of the shorter one's content words; what differs besides a changed place is a cut.
_COVERED = 0.75
# What is laid side by side shares this much by a look at its first letters: of 122 candidates in 300 articles 60 do
# not, and no finding in 9,154 articles is lost.
_ALIKE = 0.65
# Four words may introduce a sentence; two more for marks that stand alone.
_INTRODUCED = 7
_MARKS = ",;:.“”\"'()"
# Pictures of a series are told in one sentence with another date.
_CAPTION = re.compile(r"^(?:photo|picture|image|file)\b|\b(?:getty|ap photo|afp|pictured)\b", re.IGNORECASE)
# What a program prints, and code: lines that are meant to return with another figure.
_LISTING = re.compile(r"[{}=|\\_`]|^[a-z][\w ]{0,40}:")
_SAYING = frozenset("say report claim add state tell announce confirm".split())


@dataclass(frozen=True, slots=True)
class Restatement:
    """Two sentences that say nearly the same, and what is at odds; spans index the text."""

    earlier: Sentence
    later: Sentence
    conflict: Conflict
    aligned: Alignment

    @property
    def first(self) -> Span:
        """The phrase at odds in the earlier sentence."""
        return _phrase(self.earlier, self.aligned.a, self.conflict.first)

    @property
    def second(self) -> Span:
        """The phrase at odds in the later sentence."""
        return _phrase(self.later, self.aligned.b, self.conflict.second)


def _phrase(sentence: Sentence, everything: tuple[Word, ...], span: Span) -> Span:
    """The words at odds with one word before and up to three behind them, so that the quotation can be read."""
    inside = [index for index, word in enumerate(everything) if word.start < span.end and word.end > span.start]
    first, last = max(0, inside[0] - 1), min(len(everything) - 1, inside[-1] + 3)
    return Span(sentence.start + everything[first].start, sentence.start + everything[last].end)


def _returning(document: Document) -> list[list[int]]:
    """The places, by word, of each triple that occurs more than once and is no formula."""
    import numpy as np

    lower = tokens(document).lower
    if len(lower) < 2 * _TRIPLES:
        return []
    # One number a triple, from the numbers of its words (odd factors tell their order apart), and equal ones brought
    # together; numbers may meet by chance, so what returns is compared in full.
    words = np.fromiter(map(hash, lower), np.int64, len(lower))
    triples = words[:-2] * 1_000_003 + words[1:-1] * 8_191 + words[2:]
    # Not a stable sort, which takes three times as long: the few places of one triple are sorted afterwards.
    order = np.argsort(triples)
    ranked = triples[order]
    again = np.flatnonzero(ranked[1:] == ranked[:-1])
    found: dict[int, list[int]] = {}
    for number, here, at in zip(ranked[again].tolist(), order[again].tolist(), order[again + 1].tolist(), strict=True):
        if lower[here : here + 3] == lower[at : at + 3]:
            found.setdefault(number, [here]).append(at)
    return [sorted(places) for places in found.values() if len(places) <= _COMMON]


def _candidates(document: Document) -> Iterator[tuple[int, int]]:
    """Pairs of sentences, by number, that share enough word triples."""
    places = _returning(document)
    if len(places) < _TRIPLES:
        return
    starts, ends = tokens(document).starts, [sentence.end for sentence in sentences(document)]
    met: Counter[tuple[int, int]] = Counter()
    for several in places:
        rows = [bisect_right(ends, starts[at]) for at in several]
        for pair in combinations(rows, 2):
            if pair[0] != pair[1]:
                met[pair] += 1
    if max(met.values(), default=0) < _TRIPLES:
        return
    lengths = [bisect_right(starts, end) for end in ends]
    for (row, other), count in sorted(met.items()):
        if count >= _TRIPLES and other < len(ends):
            least = min(lengths[n] - (lengths[n - 1] if n else 0) for n in (row, other))
            if count >= least - 2 - _LOST:
                yield row, other


def _alike(first: str, second: str) -> bool:
    """Whether two sentences are worth laying side by side, by what a set of their words tells.

    Most words of the shorter stand in the longer (by their first letters: a cheap stem). Where all of them do, the longer
    one only adds to it, and contradicts it with a word of denial alone.
    """
    ours, theirs = ([word.strip(_MARKS) for word in text.lower().split()] for text in (first, second))
    if not _begin_alike(ours, theirs):
        return False
    short, long = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if not Counter(short) - Counter(long):
        return any(denies(word) for word in set(long).difference(short))
    heads, others = ({word[:4] for word in some if word not in FUNCTION} for some in (short, long))
    return len(heads & others) >= _ALIKE * len(heads)


def _begin_alike(ours: list[str], theirs: list[str]) -> bool:
    """Whether the first word of one is among the first of the other: before it stands "Officials said" at most (see `_outer`)."""
    if ours[0] == theirs[0]:
        return True
    first, second = ([key_of(word) for word in words[:_INTRODUCED]] for words in (ours, theirs))
    return first[0] in second or second[0] in first


@view
def restatements(document: Document) -> tuple[Restatement, ...]:
    """Pairs of near-identical sentences that cannot both be true, in order."""
    found = []
    everything = sentences(document)
    for row, other in _candidates(document):
        earlier, later = everything[row], everything[other]
        if len(earlier.text) > _LONGEST or len(later.text) > _LONGEST:
            continue
        if earlier.text == later.text or not earlier.block.kind == later.block.kind == Kind.PROSE:
            continue  # headings and bullets list like things
        if _LISTING.search(earlier.text) or _LISTING.search(later.text) or not _alike(earlier.text, later.text):
            continue
        aligned = align(words(earlier.text), words(later.text), _COVERED)
        if aligned is None or aligned.coverage < _COVERED or aligned.shared < _SHARED:
            continue
        if _changed(aligned) is None:
            continue
        conflict = conflict_of(aligned)
        if conflict is not None:
            found.append(Restatement(earlier, later, conflict, aligned))
    return tuple(found)


def _outer(aligned: Alignment, gap: Gap) -> bool:
    """Whether a gap is something said before ("Officials said"), or a tail that one of them lacks."""
    if gap.first and gap.second:
        return False
    if gap.before == -1 and gap.before_second == -1:
        added = [aligned.a[i] for i in gap.first] or [aligned.b[j] for j in gap.second]
        return len(added) <= 4 and (added[-1].stem in _SAYING or added[-1].lower == "that")
    return max((*gap.first, -1)) == len(aligned.a) - 1 or max((*gap.second, -1)) == len(aligned.b) - 1


def _attributed(gap: Gap, aligned: Alignment) -> bool:
    """Whether a gap is an inserted "the office said" or "on Monday"."""
    added = [aligned.a[i] for i in gap.first] or [aligned.b[j] for j in gap.second]
    if (gap.first and gap.second) or len(added) > 4:
        return False
    return added[-1].stem in _SAYING or (added[-1].lower in WEEKDAYS and added[0].lower in ("on", *WEEKDAYS))


def _changed(aligned: Alignment) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The words, by index, of the one place of a word or two that changed; None where more did.

    Introducing words ("Officials said") and a tail that one of them lacks are no change.
    """
    inner = [gap for gap in aligned.gaps if not _outer(aligned, gap) and not _attributed(gap, aligned)]
    if len(inner) != 1 or inner[0].before < 0:
        return None
    first, second = inner[0].first, inner[0].second
    if first[-1:] == (len(aligned.a) - 1,) and second[-1:] == (len(aligned.b) - 1,):
        first, second = first[:2], second[:2]  # a change before a tail that one of them lacks
    return None if len(first) > 2 or len(second) > 2 else (first, second)


def is_tight(restated: Restatement) -> bool:
    """Whether the conflict is the one thing that changed."""
    aligned, conflict = restated.aligned, restated.conflict
    first, second = _changed(aligned) or ((), ())
    ours, theirs = {aligned.a[i].start for i in first}, {aligned.b[j].start for j in second}
    inside = (conflict.first.start in ours) + (conflict.second.start in theirs)
    if inside < (1 if conflict.kind in ("negation", "factive") else 2):
        return False
    # "It would apply only in Peru", "It would apply only in Chile": what "it" is, the sentences do not say.
    if conflict.kind == "place" and "it" in (aligned.a[0].lower, aligned.b[0].lower):
        return False
    plain = sum(aligned.a[i].content and not aligned.a[i].capital for i, _ in aligned.pairs)
    return aligned.shared >= _SHARED and plain >= _PLAIN


def conflicts(document: Document, *kinds: str) -> Iterator[Hit]:
    """A hard hit for each restated sentence whose one changed place is of one of the `kinds`; the later is accused."""
    for restated in restatements(document):
        caption = restated.conflict.kind in ("date", "temporal") and _CAPTION.search(restated.later.text)
        if restated.conflict.kind in kinds and not caption and is_tight(restated):
            yield Hit(
                restated.second,
                f"“{document.quote(restated.second)}” here, “{document.quote(restated.first)}” in a like sentence above",
                confidence=0.95,
                tier=Tier.HARD,
                kind=restated.conflict.kind,
                related=(restated.first,),
            )
