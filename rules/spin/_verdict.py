"""How sure the wording of a document makes that its words were exchanged, and which evidence may be shown for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.rule import Document, Severity, Span
from auditor.text.view import view

from ._tortured import tortured
from ._wording import Evidence, wording

# Strengths that 17, two and none of 8,336 genuine articles reach, each judged by collocations and counts of articles in
# other folds; of 117 spun ones 87, 74 and 66 %.
_NOTEWORTHY, _UNUSUAL, _UNSEEN = 4.4, 5.8, 6.5
_FEWEST_TELLING = 3
# What the verdict costs, in ordinary warnings, at these strengths: it rises in one line from each to the next, so that no
# sentence more or less makes a leap. Between the first two the few false ones stand, who should lose a point or two.
_COSTS = ((_NOTEWORTHY, 0.2), (4.6, 0.8), (_UNUSUAL, 3.0), (8.6, 16.0), (16.5, 40.0))
# What one finding of weight 1 counts in such warnings.
_WORTH = {Severity.INFO: 0.2, Severity.WARNING: 1.0, Severity.ERROR: 3.0}
_MOST_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Grade:
    """What the verdict on this document counts: the evidence to show, strongest first but for articles, which come last, and
    the places of all, in that order."""

    severity: Severity
    confidence: float
    weight: float
    shown: tuple[Evidence, ...]
    places: tuple[Span, ...]


def _shown(document: Document) -> Iterator[Evidence]:
    """The evidence that other rules do not show, the words of names left to those."""
    told = [hit.span for hit in tortured(document)]
    for one in wording(document).evidence:
        named = one.kind == "exchange" and document.text[one.span.start].isupper()
        if one.telling and not named and all(one.span.end <= span.start or span.end <= one.span.start for span in told):
            yield one


def _cost(strength: float) -> float:
    for (low, least), (high, most) in pairwise(_COSTS):
        if strength < high:
            return least + (most - least) * (strength - low) / (high - low)
    return _COSTS[-1][1]


def _severity(strength: float) -> tuple[Severity, float]:
    """How grave the verdict is, and how sure."""
    if strength < _UNUSUAL:
        return Severity.INFO, 0.6
    return (Severity.WARNING, 0.9) if strength < _UNSEEN else (Severity.ERROR, 0.97)


@view
def grade(document: Document) -> Grade | None:
    """None where the wording is that of genuine articles."""
    found = wording(document)
    if found.telling < _FEWEST_TELLING or found.strength < _NOTEWORTHY:
        return None
    # An exchanged word says at once what is the matter, an article only beside it.
    shown = tuple(sorted(_shown(document), key=lambda one: (one.kind == "article", -one.weight, one.span)))
    severity, confidence = _severity(found.strength) if shown else (Severity.INFO, 0.6)
    weight = _cost(found.strength) / _WORTH[severity] / confidence
    places = dict.fromkeys(one.span for one in (*shown, *found.evidence))
    return Grade(severity, confidence, weight, shown, tuple(places))


def pieces(document: Document, kinds: tuple[str, ...]) -> Iterator[Evidence]:
    """The evidence of these kinds to show, in order of place."""
    graded = grade(document)
    mine = [one for one in graded.shown if one.kind in kinds] if graded else []
    yield from sorted(mine[:_MOST_SHOWN], key=lambda one: one.span)
