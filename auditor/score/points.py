"""Findings to a document's marks. Pure functions; every point is traceable to a finding.

A finding adds `severity x weight x confidence` to its family's exponent; each further one of a rule adds less, so that
fifty slips of one kind are not fifty faults, and less again in a longer text. Families saturate, and the document's
score is 100·exp(-sum). A finding's points are its share of what is lost, so they add up to 100 less the score.

That score is monotone: every step is increasing and concave in a finding's cost, so a further finding never raises it,
and to remove one never helps by more than its points. Nor does length: a rule's first finding costs the same in a text of
any length, and to say a faulty text twice brings more findings than room.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from auditor.model import FAMILIES, Card, Finding, Score, State, Tier, replace
from auditor.score.weights import Weights, default_weights

# Words from which a text is long (the median of 3,900 US news articles is 790, of 2,100 from Britain 330), and how much
# room length gives: with the fourth root, in a text of four times the length a rule's further findings count as 1.4 times
# as rare. More room would let padding pay: at the square root, 200 pasted words gained 5 points.
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


def room(words: int) -> float:
    """How much rarer than it looks a rule's further finding is in a text of so many words, 1 or more."""
    return float(max(1.0, words / _LONG) ** _ROOM)


def _share(number: int, repeat: float, room: float) -> float:
    """What a rule's finding counts behind `number` graver ones: the first whole, all together at most 1 / (1 - repeat)."""
    if not number or repeat == 1:
        return 1 / room if number else 1.0
    before, behind = repeat ** (1 + (number - 1) / room), repeat ** (1 + number / room)
    return float(before - behind) / (1 - repeat)


def added(findings: Sequence[Finding], weights: Weights, room: float = 1.0) -> list[float]:
    """What each finding adds to its family's exponent beside the others of its rule, graver ones first."""
    costs = [cost(finding, weights) for finding in findings]
    seen: dict[str, int] = defaultdict(int)
    found = [0.0] * len(findings)
    for at in sorted(range(len(findings)), key=lambda at: (-costs[at], at)):
        if costs[at] > 0:
            found[at] = costs[at] * _share(seen[findings[at].code], weights.repeat, room)
            seen[findings[at].code] += 1
    return found


@dataclass(frozen=True, slots=True)
class Marks:
    """One document's exponents by family, and its findings with their points."""

    score: Score
    exponents: Mapping[str, float]
    findings: tuple[Finding, ...]


def _saturated(exponent: float, most: float) -> float:
    return most * (1 - exp(-exponent / most))


def mark(card: Card, findings: Sequence[Finding], weights: Weights | None = None) -> Marks:
    """The document's marks. A family that could not judge has none; where none could, neither has the document."""
    weights = weights or default_weights()
    each = added(findings, weights, room(card.words))
    raw = dict.fromkeys(FAMILIES, 0.0)
    for finding, value in zip(findings, each, strict=True):
        raw[finding.family] += value
    saturated = {family: _saturated(value, weights.family) for family, value in raw.items()}
    total = sum(saturated.values())
    lost = 100 * (1 - exp(-total))
    pointed = tuple(
        replace(finding, points=round(lost * saturated[finding.family] / total * value / raw[finding.family], 2))
        if value
        else replace(finding, points=0.0)
        for finding, value in zip(findings, each, strict=True)
    )
    families = {family: None if family in card.unjudged else round(100 * exp(-raw[family]), 1) for family in FAMILIES}
    judged = any(value is not None for value in families.values())
    return Marks(Score(card.id, round(100 - lost, 1) if judged else None, families), saturated, pointed)


def marked(cards: Iterable[Card], findings: Iterable[Finding], weights: Weights | None = None) -> dict[str, Marks]:
    """The marks of each document, by its id."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.document].append(finding)
    return {card.id: mark(card, grouped[card.id], weights) for card in cards}
