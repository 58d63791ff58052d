"""How sure the wording of a document makes that its words were exchanged."""

from dataclasses import dataclass

from auditor.rule import Severity

from ._wording import Wording

# Strengths that 1 %, 0.1 % and none (with a margin) of 8,259 genuine articles exceed, each judged by collocations and
# counts of articles in other folds.
_NOTEWORTHY, _UNUSUAL, _UNSEEN = 1.8, 2.9, 4.6
_FEWEST_TELLING = 3
# The score's weight of a finding grows with the strength up to this, so that documents can be ordered by it.
_HEAVIEST = 4.0


@dataclass(frozen=True, slots=True)
class Grade:
    """What a finding of this document counts."""

    severity: Severity
    confidence: float
    weight: float


def graded(wording: Wording) -> Grade | None:
    """None where the wording is that of genuine articles."""
    if wording.telling < _FEWEST_TELLING or wording.strength < _NOTEWORTHY:
        return None
    weight = min(_HEAVIEST, wording.strength / _UNUSUAL)
    if wording.strength < _UNUSUAL:
        return Grade(Severity.INFO, 0.6, weight)
    if wording.strength < _UNSEEN:
        return Grade(Severity.WARNING, 0.9, weight)
    return Grade(Severity.ERROR, 0.97, weight)
