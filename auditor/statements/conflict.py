"""What two statements can conflict in."""

from dataclasses import dataclass
from typing import Literal

from auditor.model import Span

Kind = Literal[
    "numeric", "date", "place", "actor", "negation", "antonym", "factive", "lexical", "temporal", "structural"
]

Found = tuple[Kind, Span, Span, float]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why two statements cannot both be true: the kind, the words in each, and how sure (0 to 1)."""

    kind: Kind
    first: Span
    second: Span
    confidence: float
