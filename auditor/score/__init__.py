"""Findings to document scores to ranked sources. Pure functions of cards and findings.

It is a *text-evidence score*: what the text shows, never whether it is true.
"""

from collections.abc import Iterable

from auditor.model import Card, Finding, Score
from auditor.score.agreement import agreements
from auditor.score.bands import band
from auditor.score.explain import Change, Explanation, Moved, Step, WhatIf, explain, what_if
from auditor.score.points import marked
from auditor.score.ranking import FEWEST_EFFECTIVE, rank
from auditor.score.sources import PRIOR
from auditor.score.weights import Weights, default_weights


def scored(
    cards: Iterable[Card], findings: Iterable[Finding], weights: Weights | None = None
) -> tuple[tuple[Finding, ...], dict[str, Score]]:
    """All findings with their points, in their order, and each document's score."""
    marks = marked(cards, findings, weights)
    pointed = (finding for one in marks.values() for finding in one.findings)
    return tuple(sorted(pointed, key=Finding.order)), {name: one.score for name, one in marks.items()}


__all__ = [
    "FEWEST_EFFECTIVE", "PRIOR", "Change", "Explanation", "Moved", "Step", "Weights", "WhatIf", "agreements", "band", "default_weights",
    "explain", "rank", "scored", "what_if",
]  # fmt: skip
