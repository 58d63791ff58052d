"""Whether two statements can both be true: their words are aligned, and what is left over is weighed.

Two statements about the same thing share most of their words; what differs stands in a few places. A contradiction is
a place where both name something and cannot both be right: two numbers of one thing, a word and its opposite, a verb
and its denial, two places, or the same words with the roles turned round. After the types of de Marneffe, Rafferty and
Manning (2008), "Finding Contradictions in Text".
"""

from dataclasses import replace

from auditor.statements.align import Alignment, align
from auditor.statements.conflict import Conflict
from auditor.statements.polarity import flips
from auditor.statements.slots import substitutions
from auditor.statements.structure import swapped
from auditor.statements.words import words


def compare_statements(first: str, second: str) -> Conflict | None:
    """The conflict between two statements that stand side by side, or None where both may be true.

    Spans are offsets in `first` and in `second`. Statements that speak of different things have no conflict; neither
    have a statement and its elaboration, a rounded and an exact figure, or a bound and a figure within it.
    """
    aligned = align(words(first), words(second))
    if aligned is None:
        return None
    return conflict_of(aligned)


def conflict_of(aligned: Alignment) -> Conflict | None:
    """The surest conflict of aligned statements."""
    found = [Conflict(*one) for one in (*substitutions(aligned), *flips(aligned), *swapped(aligned))]
    if not found:
        return None
    best = max(found, key=lambda conflict: conflict.confidence)
    return replace(best, confidence=round(best.confidence, 3))
