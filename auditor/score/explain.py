"""Why a source stands where it stands, what would move it, and what would move under other weights.

All of it is recomputed from cards and findings, so that whoever is ranked can check every step.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from auditor.model import FAMILIES, Agreement, Card, Finding, Report, Score, SourceCard
from auditor.score.agreement import at_odds
from auditor.score.points import marked
from auditor.score.ranking import grave_articles, ordered, rank
from auditor.score.sources import Standing
from auditor.score.voices import REPORTS
from auditor.score.weights import Weights


@dataclass(frozen=True, slots=True)
class Step:
    """One family in a source's waterfall.

    `points` is what the family takes from 100 (the steps add up to 100 less the score), `lent` what of it stands for the
    corpus and not for findings of the source's own, `corpus` what it takes from the average source; `documents` of `judged` articles have a finding that counts. `reason` says why the
    family could not judge, for the articles that it did not. `examples` are the costliest findings, one a rule first.
    """

    family: str
    points: float
    lent: float
    corpus: float
    documents: int
    judged: int
    unjudged: Mapping[str, int]
    examples: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What would change a source's place: without the rule's findings it would have this score and rank."""

    code: str
    findings: int
    points: float
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is held against a source, and how it adds up. `findings` are all of them, in order.

    `odds` are the points, among those of contradiction, for standing against independent others; `grave` of its different
    articles hold an error.
    """

    source: SourceCard
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    genres: Mapping[str, int]
    copies: int
    odds: float
    grave: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A document or source whose score differs between the report and the what-if."""

    name: str
    before: float | None
    after: float | None
    rank_before: int | None = None
    rank_after: int | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The scores and the ranking under other weights or without some rules, and what moved."""

    scores: Mapping[str, Score]
    sources: tuple[SourceCard, ...]
    documents_moved: tuple[Moved, ...]
    sources_moved: tuple[Moved, ...]


def _shared(total: float, parts: Mapping[str, float]) -> dict[str, float]:
    """What is lost of 100 at exponent `total`, shared among its parts."""
    lost = 100 * (1 - exp(-total))
    return {name: lost * value / total if total else 0.0 for name, value in parts.items()}


def _examples(findings: Iterable[Finding], most: int = 3) -> tuple[Finding, ...]:
    """The costliest findings, the first of each rule before the second of any."""
    seen: dict[str, int] = {}
    ranked = []
    for finding in sorted(findings, key=lambda one: (-one.points, one.order())):
        seen[finding.code] = seen.get(finding.code, 0) + 1
        ranked.append((seen[finding.code], -finding.points, finding.order(), finding))
    return tuple(entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:3])[:most])


def _step(
    family: str, points: float, lent: float, corpus: float, cards: Sequence[Card], findings: Sequence[Finding]
) -> Step:
    names = {card.id for card in cards}
    mine = [one for one in findings if one.family == family and one.points and one.document in names]
    unjudged: dict[str, int] = {}
    for card in cards:
        if family in card.unjudged:
            unjudged[card.unjudged[family]] = unjudged.get(card.unjudged[family], 0) + 1
    return Step(
        family=family,
        points=round(points, 2),
        lent=round(lent, 2),
        corpus=round(corpus, 2),
        documents=len({finding.document for finding in mine}),
        judged=len(cards) - sum(unjudged.values()),
        unjudged=dict(sorted(unjudged.items())),
        examples=_examples(mine),
    )


def _corpus(found: Sequence[Standing]) -> dict[str, float]:
    """The mean exponents of the ranked sources."""
    return {family: sum(one.exponents[family] for one in found) / len(found) for family in FAMILIES}


def _agreements(report: Report) -> dict[str, Agreement]:
    """As the report's own ranking had them."""
    return {card.source: card.agreement for card in report.sources if card.agreement}


def explain(report: Report, source: str) -> Explanation:
    """The waterfall of one source, what would change its rank, and all its findings. KeyError for an unknown source."""
    mine = next((card for card in report.sources if card.source == source), None)
    if mine is None:
        raise KeyError(source)
    marks = marked(report.cards, report.findings)
    found = ordered(report.cards, marks, _agreements(report))
    standing = next(one for one in found if one.source == source)
    cards = [card for card in report.cards if card.source == source]
    names = {card.id for card in cards}
    ranked = [card for card in cards if card.genre in REPORTS] or cards
    findings = tuple(finding for finding in report.findings if finding.document in names)
    points = _shared(standing.total, standing.exponents)
    lent = {
        family: points[family] * standing.lent[family] / standing.exponents[family]
        if standing.exponents[family]
        else 0.0
        for family in FAMILIES
    }
    mean = _corpus(found)
    usual = _shared(sum(mean.values()), mean)
    genres: dict[str, int] = {}
    for card in cards:
        genres[card.genre] = genres.get(card.genre, 0) + 1
    return Explanation(
        source=mine,
        steps=tuple(
            _step(family, points[family], lent[family], usual[family], ranked, findings) for family in FAMILIES
        ),
        changes=_changes(report, mine, findings),
        findings=findings,
        genres=dict(sorted(genres.items())),
        odds=round(_shared(standing.total, {"odds": at_odds(mine.agreement)[0]})["odds"], 2),
        copies=sum(card.copy_cluster != card.id for card in cards),
        grave=grave_articles(cards, marks).get(source, 0),
    )


def _changes(report: Report, mine: SourceCard, findings: Sequence[Finding], most: int = 5) -> tuple[Change, ...]:
    """For the rules that cost the source most: its score and rank without their findings in its own articles, where
    either moves."""
    costs: dict[str, float] = {}
    for finding in findings:
        costs[finding.code] = costs.get(finding.code, 0.0) + finding.points
    names = {finding.document for finding in findings}
    changes = []
    for code in sorted((code for code in costs if costs[code] > 0), key=lambda code: (-costs[code], code))[:most]:
        without = [one for one in report.findings if one.code != code or one.document not in names]
        ranking = rank(report.cards, without, None, _agreements(report))
        card = next(card for card in ranking if card.source == mine.source)
        number = sum(finding.code == code for finding in findings)
        if (card.score, card.rank) != (mine.score, mine.rank):
            changes.append(Change(code, number, round(costs[code], 2), card.score, card.rank))
    return tuple(changes)


def what_if(report: Report, ignore: Collection[str] = (), weights: Weights | None = None) -> WhatIf:
    """The report's scores and ranking without the findings of some rules (codes), or under other weights."""
    kept = [finding for finding in report.findings if finding.code not in ignore]
    marks = marked(report.cards, kept, weights)
    scores = {name: one.score for name, one in marks.items()}
    sources = rank(report.cards, kept, weights, _agreements(report))
    documents = tuple(
        Moved(name, before.total, scores[name].total)
        for name, before in report.scores.items()
        if before.total != scores[name].total
    )
    before = {card.source: card for card in report.sources}
    moved = tuple(
        Moved(card.source, before[card.source].score, card.score, before[card.source].rank, card.rank)
        for card in sources
        if (before[card.source].score, before[card.source].rank) != (card.score, card.rank)
    )
    return WhatIf(scores, sources, documents, moved)
