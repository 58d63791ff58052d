"""Sources in order, with intervals, ties and the number of articles behind each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp

from auditor.model import FAMILIES, Agreement, Card, Finding, Severity, SourceCard
from auditor.score.bands import TOO_LITTLE, band, source_band
from auditor.score.intervals import TIE, above, interval, rank_interval
from auditor.score.points import Marks, marked
from auditor.score.sources import Standing, standings
from auditor.score.voices import REPORTS, voices
from auditor.score.weights import Weights

# Articles that a source needs before it is ranked firmly: at five, a 90 % rank interval covers two fifths of the list.
FEWEST_EFFECTIVE = 8.0


def _worst(cards: Sequence[Card], marks: Mapping[str, Marks]) -> dict[str, Finding]:
    """The costliest finding of each source."""
    worst: dict[str, Finding] = {}
    for card in cards:
        for finding in marks[card.id].findings:
            if card.source is not None and finding.points > 0:
                known = worst.get(card.source)
                if known is None or finding.points > known.points:
                    worst[card.source] = finding
    return worst


def grave_articles(cards: Sequence[Card], marks: Mapping[str, Marks]) -> dict[str, int]:
    """How many different articles of each source hold an error that counts: its reports, where it has any."""
    reporting = {card.source for card in cards if card.genre in REPORTS}
    found: dict[str, set[str]] = defaultdict(set)
    for card in cards:
        if card.source is not None and (card.genre in REPORTS or card.source not in reporting):
            errors = (one.points > 0 and one.severity is Severity.ERROR for one in marks[card.id].findings)
            if any(errors):
                found[card.source].add(card.copy_cluster)
    return {source: len(clusters) for source, clusters in found.items()}


def _block(one: Standing) -> int:
    """0 for a source ranked firmly, 1 for a provisional one, 2 for one of which nothing could be judged.

    Who reports nothing is not ranked firmly among those who do: opinion is excused from much that is asked of reports.
    """
    return 2 if not one.effective else int(one.effective < FEWEST_EFFECTIVE or not one.reporting)


def ordered(
    cards: Sequence[Card], marks: Mapping[str, Marks], agreements: Mapping[str, Agreement] | None = None
) -> list[Standing]:
    """The standings of all sources in the order of the ranking: the firm ones, the provisional ones, the unjudged."""
    found = standings(cards, marks, voices(cards), agreements)
    return sorted(found, key=lambda one: (_block(one), -one.score, one.source))


def rank(
    cards: Sequence[Card],
    findings: Iterable[Finding],
    weights: Weights | None = None,
    agreements: Mapping[str, Agreement] | None = None,
) -> tuple[SourceCard, ...]:
    """Sources by score, the provisional ones after the others and the unjudged last, each with the message of its costliest finding."""
    marks = marked(cards, findings, weights)
    worst, grave = _worst(cards, marks), grave_articles(cards, marks)
    found = ordered(cards, marks, agreements)
    ranked = []
    for place, one in enumerate(found, 1):
        low, high = interval(one)
        block = [other for other in found if _block(other) == _block(one)]
        best, least = rank_interval(one, [other for other in block if other is not one])
        at = block.index(one)
        before = place - 1 - at
        finding = worst.get(one.source)
        ranked.append(
            SourceCard(
                source=one.source,
                rank=place,
                score=round(one.score, 1),
                low=round(low, 1),
                high=round(high, 1),
                documents=one.documents,
                effective=round(one.effective, 2),
                provisional=_block(one) > 0,
                families={
                    family: round(_family(one, family), 1) if family in one.judged else None for family in FAMILIES
                },
                worst=f"{finding.code} {finding.message}" if finding else None,
                rank_low=before + best,
                rank_high=before + least,
                above_next=round(above(one, found[place]), 3) if place < len(found) else None,
                band=_band(one, finding, grave.get(one.source, 0)),
                tied=any(above(*pair) < TIE for pair in pairwise(block[max(0, at - 1) : at + 2])),
                agreement=(agreements or {}).get(one.source),
            )
        )
    return tuple(ranked)


def _band(one: Standing, worst: Finding | None, grave: int) -> str:
    """In words: what nothing is held against is not said to have objections for standing near the corpus' mean, nor that
    there is little to object to where less than one article in full could be judged."""
    if not one.effective:
        return band(None)
    words = source_band(one.score if worst else 100.0, grave, one.effective)
    return TOO_LITTLE if round(one.effective, 2) < 1 and words == band(100.0) else words


def _family(one: Standing, family: str) -> float:
    return 100 * exp(-one.exponents[family])
