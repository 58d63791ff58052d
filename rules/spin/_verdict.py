"""How sure the wording of a document makes that its words were exchanged, and which evidence may be shown for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.rule import Document, Severity
from auditor.text.view import view

from ._tortured import tortured
from ._wording import Evidence, wording

# Strengths that 1 %, 0.1 % and one in 8,259 genuine articles exceed, each judged by collocations and counts of articles
# in other folds.
_NOTEWORTHY, _UNUSUAL, _UNSEEN = 3.1, 5.0, 6.0
_FEWEST_TELLING = 3
# The score's weight of the verdict is the excess over what one genuine article in two has, up to this.
_USUAL, _HEAVIEST = 1.0, 14.0
_MOST_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Grade:
    """What the verdict on this document counts, and what it rests on: the evidence to show, strongest first."""

    severity: Severity
    confidence: float
    weight: float
    shown: tuple[Evidence, ...]


def _shown(document: Document) -> Iterator[Evidence]:
    """The evidence that other rules do not show, the words of names left to those."""
    told = [hit.span for hit in tortured(document)]
    for one in wording(document).evidence:
        named = one.kind == "exchange" and document.text[one.span.start].isupper()
        if one.telling and not named and all(one.span.end <= span.start or span.end <= one.span.start for span in told):
            yield one


@view
def grade(document: Document) -> Grade | None:
    """None where the wording is that of genuine articles."""
    found = wording(document)
    if found.telling < _FEWEST_TELLING or found.strength < _NOTEWORTHY:
        return None
    shown = tuple(sorted(_shown(document), key=lambda one: (-one.weight, one.span)))
    weight = min(_HEAVIEST, found.strength - _USUAL)
    if found.strength < _UNUSUAL or not shown:
        return Grade(Severity.INFO, 0.6, weight, shown)
    if found.strength < _UNSEEN:
        return Grade(Severity.WARNING, 0.9, weight, shown)
    return Grade(Severity.ERROR, 0.97, weight, shown)


def pieces(document: Document, kinds: tuple[str, ...]) -> Iterator[Evidence]:
    """The evidence of these kinds to show, in order of place."""
    graded = grade(document)
    mine = [one for one in graded.shown if one.kind in kinds] if graded else []
    yield from sorted(mine[:_MOST_SHOWN], key=lambda one: one.span)
