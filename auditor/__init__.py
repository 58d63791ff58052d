"""`audit` reads news articles and says how far their text can be trusted, with the evidence quoted.

    from auditor import Document, audit
    report = audit(["corpus/"])
    report = audit([Document(id="a", text="…")])

Names are imported when first asked for, so that `import auditor` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from auditor.api import audit
    from auditor.copies import Cluster, near_duplicates
    from auditor.errors import AuditError
    from auditor.model import Card, Document, Finding, Report, Score, Severity, Skipped, SourceCard, Span
    from auditor.settings import Gate, Settings
    from auditor.statements import Conflict, compare_statements
    from auditor.text.attribution.finder import attributions
    from auditor.text.attribution.nouns import Attribution
    from auditor.text.hedges import hedges
    from auditor.truth import SourceTruth, Truth, discover_truth

_HOME = {
    "audit": "auditor.api",
    "Cluster": "auditor.copies",
    "near_duplicates": "auditor.copies",
    "compare_statements": "auditor.statements",
    "Conflict": "auditor.statements",
    "AuditError": "auditor.errors",
    "Card": "auditor.model",
    "Document": "auditor.model",
    "Finding": "auditor.model",
    "Report": "auditor.model",
    "Score": "auditor.model",
    "Severity": "auditor.model",
    "Skipped": "auditor.model",
    "SourceCard": "auditor.model",
    "Span": "auditor.model",
    "Gate": "auditor.settings",
    "Settings": "auditor.settings",
    "SourceTruth": "auditor.truth",
    "Truth": "auditor.truth",
    "discover_truth": "auditor.truth",
    "Attribution": "auditor.text.attribution.nouns",
    "attributions": "auditor.text.attribution.finder",
    "hedges": "auditor.text.hedges",
}

__all__ = [
    "Attribution",
    "AuditError",
    "Card",
    "Cluster",
    "Conflict",
    "Document",
    "Finding",
    "Gate",
    "Report",
    "Score",
    "Settings",
    "Severity",
    "Skipped",
    "SourceCard",
    "SourceTruth",
    "Span",
    "Truth",
    "__version__",
    "attributions",
    "audit",
    "compare_statements",
    "discover_truth",
    "hedges",
    "near_duplicates",
]


if not TYPE_CHECKING:  # type checkers see the imports above alone, and so a misspelt name

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module 'auditor' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)

    def __dir__() -> list[str]:
        return __all__
