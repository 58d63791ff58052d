"""The nouns. All are frozen; offsets are characters of the original text, half-open, never altered."""

from dataclasses import replace

from auditor.model.evidence import (
    FAMILIES,
    NOT_ASKED,
    Card,
    Claim,
    Concealed,
    Document,
    Field,
    Hit,
    Ignore,
    Judgement,
    Scalar,
    Severity,
    Span,
    Tier,
)
from auditor.model.report import (
    Agreement,
    Fault,
    Finding,
    Related,
    Report,
    Score,
    Skipped,
    SourceCard,
    State,
    Verdict,
)

__all__ = [
    "FAMILIES", "NOT_ASKED", "Agreement", "Card", "Claim", "Concealed", "Document", "Fault", "Field", "Finding", "Hit", "Ignore", "Judgement", "Related", "Report", "Scalar",
    "Score", "Severity", "Skipped", "SourceCard", "Span", "State", "Tier", "Verdict", "replace",
]  # fmt: skip
