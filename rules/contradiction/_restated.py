"""Sentences of one article that say nearly the same twice, and what is at odds between them; shared by several rules.

A genuine article seldom repeats a sentence, and when it does (a caption, a pulled quotation) it repeats it whole. So a
sentence that returns with one word changed is looked at closely. Candidates are found by word triples that occur in two
sentences, which costs one pass over the text.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.rule import Document, Hit, Span, Tier
from auditor.statements.align import Alignment, Gap, align
from auditor.statements.compare import conflict_of
from auditor.statements.conflict import Conflict
from auditor.statements.words import words
from auditor.text.blocks import Kind
from auditor.text.sentences import Sentence, sentences
from auditor.text.tokens import tokens
from auditor.text.view import view

# A sentence returns when at least three word triples do; a triple that more than three sentences share is a formula.
_TRIPLES = 3
_COMMON = 3
# Four shared content words: below that, formulas of three ("declined to comment on …") repeat about different things.
_SHARED = 4
# Two of them no names: lists of teams and captions ("Adams with Baker, May 2017") hold names alone.
_PLAIN = 2
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
        """The words at odds in the earlier sentence."""
        return Span(self.earlier.start + self.conflict.first.start, self.earlier.start + self.conflict.first.end)

    @property
    def second(self) -> Span:
        """The words at odds in the later sentence."""
        return Span(self.later.start + self.conflict.second.start, self.later.start + self.conflict.second.end)


def _candidates(document: Document) -> Iterator[tuple[int, int]]:
    """Pairs of sentences, by number, that share enough word triples."""
    everything = tokens(document)
    lower = everything.lower
    triples = list(zip(lower, lower[1:], lower[2:], strict=False))
    if len(set(triples)) + _TRIPLES > len(triples):
        return
    where: dict[tuple[str, str, str], list[int]] = {}
    counts = Counter(triples)
    for at, triple in enumerate(triples):
        if 1 < counts[triple] <= _COMMON:
            where.setdefault(triple, []).append(at)
    ends = [sentence.end for sentence in sentences(document)]
    met: Counter[tuple[int, int]] = Counter()
    for places in where.values():
        rows = sorted({bisect_right(ends, everything.starts[at]) for at in places})
        for one, row in enumerate(rows):
            for other in rows[one + 1 :]:
                met[row, other] += 1
    for pair, count in sorted(met.items()):
        if count >= _TRIPLES and pair[1] < len(ends):
            yield pair


@view
def restatements(document: Document) -> tuple[Restatement, ...]:
    """Pairs of near-identical sentences that cannot both be true, in order."""
    found = []
    everything = sentences(document)
    for row, other in _candidates(document):
        earlier, later = everything[row], everything[other]
        aligned = align(words(earlier.text), words(later.text))
        if aligned is None or not _alike(aligned):
            continue
        conflict = conflict_of(aligned)
        if conflict is not None:
            found.append(Restatement(earlier, later, conflict, aligned))
    return tuple(found)


def _alike(aligned: Alignment) -> bool:
    """Whether one is the other but for one changed place, and what was put before, behind or left out."""
    changed = [gap for gap in aligned.gaps if gap.first and gap.second]
    return aligned.coverage >= 0.75 and aligned.shared >= 4 and len(changed) <= 2


def _outer(aligned: Alignment, gap: Gap) -> bool:
    """Whether a gap is something said before ("Officials said"), or a tail that one of them lacks."""
    if gap.first and gap.second:
        return False
    if gap.before == -1 and gap.before_second == -1:
        added = [aligned.a[i] for i in gap.first] or [aligned.b[j] for j in gap.second]
        return len(added) <= 4 and (added[-1].stem in _SAYING or added[-1].lower == "that")
    return max((*gap.first, -1)) == len(aligned.a) - 1 or max((*gap.second, -1)) == len(aligned.b) - 1


def is_tight(restated: Restatement) -> bool:
    """Whether the conflict is the one thing that changed, in one place of a word or two.

    Introducing words ("Officials said") and a tail that one of them lacks are no change.
    """
    aligned, conflict = restated.aligned, restated.conflict
    if not restated.earlier.block.kind == restated.later.block.kind == Kind.PROSE:
        return False  # headings and bullets list like things
    inner = [gap for gap in aligned.gaps if not _outer(aligned, gap)]
    if len(inner) != 1 or inner[0].before < 0:
        return False
    first, second = inner[0].first, inner[0].second
    if first[-1:] == (len(aligned.a) - 1,) and second[-1:] == (len(aligned.b) - 1,):
        first, second = first[:2], second[:2]  # a change before a tail that one of them lacks
    if len(first) > 2 or len(second) > 2:
        return False
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
        if restated.conflict.kind in kinds and is_tight(restated):
            yield Hit(
                restated.second,
                f"“{document.quote(restated.second)}” here, “{document.quote(restated.first)}” in the same sentence above",
                confidence=0.95,
                tier=Tier.HARD,
                kind=restated.conflict.kind,
                related=(restated.first,),
            )
