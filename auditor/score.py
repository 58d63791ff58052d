"""Findings to document scores to ranked sources. Pure functions; every point is traceable to a finding.

A family's loss saturates: with penalties p_i over its findings, its score is 100·exp(-Σp). A second hit of one rule
counts half, a third a quarter, so no rule can cost more than twice its weight. The document's score is
100·exp(-Σ over families of Σp), and each finding's points are its share of what is lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt

from auditor.model import FAMILIES, Card, Finding, Score, Severity, SourceCard, Tier, replace

# Penalties of one finding of weight 1 by severity. A first, reasoned setting: two ordinary errors cost a quarter.
_PENALTY = {Severity.ERROR: 0.15, Severity.WARNING: 0.05, Severity.INFO: 0.01}
# Articles a source needs before it is ranked firmly; the issue's own floor.
FEWEST_EFFECTIVE = 8.0
# Shrinkage: as many articles as the corpus mean counts for in a source's mean (the noise of one article's score, SD
# about 15, against a spread of sources of about 8).
_PRIOR_ARTICLES = 4.0
# Spread of one article's score about its source's mean, until a source has articles enough to show its own.
_ARTICLE_SD = 15.0
_Z90 = 1.6449


def _counts(finding: Finding) -> bool:
    """Only hard contradictions cost."""
    return finding.tier in (None, Tier.HARD)


def _penalties(findings: Sequence[Finding]) -> list[float]:
    """What each finding adds to its family's exponent, graver ones of a rule first."""
    order = sorted(range(len(findings)), key=lambda i: (-_raw(findings[i]), i))
    seen: dict[str, int] = defaultdict(int)
    found = [0.0] * len(findings)
    for i in order:
        if (raw := _raw(findings[i])) > 0:
            found[i] = raw * 0.5 ** seen[findings[i].code]
            seen[findings[i].code] += 1
    return found


def _raw(finding: Finding) -> float:
    return _PENALTY[finding.severity] * finding.weight * finding.confidence if _counts(finding) else 0.0


def score_document(card: Card, findings: Sequence[Finding]) -> tuple[Score, list[Finding]]:
    """The document's marks, and its findings with their points filled in."""
    penalties = _penalties(findings)
    total = sum(penalties)
    lost = 100 * (1 - exp(-total))
    pointed = [
        replace(finding, points=round(lost * penalty / total, 2) if total else 0.0)
        for finding, penalty in zip(findings, penalties, strict=True)
    ]
    families: dict[str, float | None] = {}
    for family in FAMILIES:
        mine = sum(p for finding, p in zip(findings, penalties, strict=True) if finding.family == family)
        families[family] = None if family in card.unjudged else round(100 * exp(-mine), 1)
    judged = any(value is not None for value in families.values())
    return Score(card.id, round(100 - lost, 1) if judged else None, families), pointed


def scored(cards: Iterable[Card], findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], dict[str, Score]]:
    """All findings with their points, in their order, and each document's score."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.document].append(finding)
    scores: dict[str, Score] = {}
    pointed: list[Finding] = []
    for card in cards:
        scores[card.id], mine = score_document(card, grouped[card.id])
        pointed.extend(mine)
    return tuple(sorted(pointed, key=Finding.order)), scores


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _voices(cards: Sequence[Card], scores: Mapping[str, Score]) -> list[tuple[float, Score]]:
    """Judged documents of one source with their weight: the copies of one text share one voice."""
    judged = [card for card in cards if scores[card.id].total is not None]
    size: dict[str, int] = defaultdict(int)
    for card in judged:
        size[card.copy_cluster] += 1
    return [(1 / size[card.copy_cluster], scores[card.id]) for card in judged]


def _weighted(pairs: Iterable[tuple[float, float | None]], prior: float) -> float | None:
    known = [(weight, value) for weight, value in pairs if value is not None]
    if not known:
        return None
    weight = sum(weight for weight, _ in known)
    return (sum(weight * value for weight, value in known) + _PRIOR_ARTICLES * prior) / (weight + _PRIOR_ARTICLES)


def _source(name: str, cards: Sequence[Card], scores: Mapping[str, Score], prior: Mapping[str, float]) -> SourceCard:
    voices = _voices(cards, scores)
    effective = sum(weight for weight, _ in voices)
    mean = _weighted(((weight, score.total) for weight, score in voices), prior["total"])
    score = prior["total"] if mean is None else mean
    half = _Z90 * _ARTICLE_SD / sqrt(effective + _PRIOR_ARTICLES)
    return SourceCard(
        source=name,
        rank=0,
        score=round(score, 1),
        low=round(max(0.0, score - half), 1),
        high=round(min(100.0, score + half), 1),
        documents=len(cards),
        effective=round(effective, 2),
        provisional=effective < FEWEST_EFFECTIVE,
        families={
            family: None if (value := _weighted(((w, s.families[family]) for w, s in voices), prior[family])) is None
            else round(value, 1)
            for family in FAMILIES
        },
    )  # fmt: skip


def _prior(scores: Iterable[Score]) -> dict[str, float]:
    """The corpus means that sources are shrunk towards; 100 for what nobody could judge."""
    everything = list(scores)
    totals = [score.total for score in everything if score.total is not None]
    prior = {"total": _mean(totals) if totals else 100.0}
    for family in FAMILIES:
        values = [value for score in everything if (value := score.families[family]) is not None]
        prior[family] = _mean(values) if values else 100.0
    return prior


def rank(cards: Sequence[Card], scores: Mapping[str, Score], findings: Iterable[Finding]) -> tuple[SourceCard, ...]:
    """Sources by score, the provisional ones after the others, each with the message of its costliest finding."""
    by_source: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.source is not None:
            by_source[card.source].append(card)
    source_of = {card.id: card.source for card in cards}
    worst: dict[str, Finding] = {}
    for finding in findings:
        source = source_of[finding.document]
        if source is not None and finding.points > 0 and (source not in worst or finding.points > worst[source].points):
            worst[source] = finding
    prior = _prior(scores.values())
    found = [_source(name, mine, scores, prior) for name, mine in sorted(by_source.items())]
    found.sort(key=lambda card: (card.provisional, -card.score, card.source))
    return tuple(
        replace(
            card,
            rank=place,
            worst=f"{worst[card.source].code} {worst[card.source].message}" if card.source in worst else None,
        )
        for place, card in enumerate(found, 1)
    )
