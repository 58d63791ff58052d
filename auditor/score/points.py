"""Findings to a document's marks. Pure functions; every point is traceable to a finding.

A finding adds `severity x weight x confidence` to its family's exponent; each further one of a rule adds less, so that
fifty slips of one kind are not fifty faults. Families saturate, longer texts are given more room, and the document's
score is 100·exp(-sum). A finding's points are its share of what is lost, so they add up to 100 less the score.

That score is monotone: every step is increasing and concave in a finding's cost, so a further finding never raises it,
and to remove one never helps by more than its points.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from auditor.model import FAMILIES, Card, Finding, Score, State, Tier, replace
from auditor.score.weights import Weights, default_weights

# Words from which a text is long (the median of 3,900 US news articles is 790, of 2,100 from Britain 330), and how much
# room length gives: with the fourth root, a text of four times the length may hold 1.4 times as much. More room would
# let padding pay: at the square root, 200 pasted words gain 5 points, here 2.
_LONG = 500
_ROOM = 0.25
# What costs less than a thousandth of a point costs nothing.
_NOTHING = 1e-5


def counts(finding: Finding) -> bool:
    """Whether a finding costs at all: of contradictions the hard ones only, and nothing that is suppressed."""
    return finding.state is not State.SUPPRESSED and finding.tier in (None, Tier.HARD)


def cost(finding: Finding, weights: Weights) -> float:
    """What one finding alone adds to its family's exponent."""
    if not counts(finding):
        return 0.0
    others = {other.document for other in finding.related}
    elsewhere = finding.tier is Tier.HARD and bool(others) and finding.document not in others
    value = (
        weights.severity[finding.severity]
        * weights.rules.get(finding.code, 1.0)
        * finding.weight
        * finding.confidence
        * (weights.across if elsewhere else 1.0)
    )
    return value if value > _NOTHING else 0.0


def added(findings: Sequence[Finding], weights: Weights) -> list[float]:
    """What each finding adds to its family's exponent beside the others of its rule, graver ones first."""
    costs = [cost(finding, weights) for finding in findings]
    seen: dict[str, int] = defaultdict(int)
    found = [0.0] * len(findings)
    for at in sorted(range(len(findings)), key=lambda at: (-costs[at], at)):
        if costs[at] > 0:
            found[at] = costs[at] * weights.repeat ** seen[findings[at].code]
            seen[findings[at].code] += 1
    return found


@dataclass(frozen=True, slots=True)
class Marks:
    """One document's exponents by family, before length is considered, and its findings with their points."""

    score: Score
    exponents: Mapping[str, float]
    findings: tuple[Finding, ...]


def _saturated(exponent: float, most: float) -> float:
    return most * (1 - exp(-exponent / most))


def mark(card: Card, findings: Sequence[Finding], weights: Weights | None = None) -> Marks:
    """The document's marks. A family that could not judge has none; where none could, neither has the document."""
    weights = weights or default_weights()
    each = added(findings, weights)
    room = max(1.0, card.words / _LONG) ** _ROOM
    raw = dict.fromkeys(FAMILIES, 0.0)
    for finding, value in zip(findings, each, strict=True):
        raw[finding.family] += value
    saturated = {family: _saturated(value, weights.family) for family, value in raw.items()}
    total = sum(saturated.values())
    lost = 100 * (1 - exp(-total / room))
    pointed = tuple(
        replace(finding, points=round(lost * saturated[finding.family] / total * value / raw[finding.family], 2))
        if value
        else replace(finding, points=0.0)
        for finding, value in zip(findings, each, strict=True)
    )
    families = {
        family: None if family in card.unjudged else round(100 * exp(-raw[family] / room), 1) for family in FAMILIES
    }
    judged = any(value is not None for value in families.values())
    return Marks(Score(card.id, round(100 - lost, 1) if judged else None, families), saturated, pointed)


def marked(cards: Iterable[Card], findings: Iterable[Finding], weights: Weights | None = None) -> dict[str, Marks]:
    """The marks of each document, by its id."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.document].append(finding)
    return {card.id: mark(card, grouped[card.id], weights) for card in cards}
