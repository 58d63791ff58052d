"""The nouns. All are frozen; offsets are characters of the original text, half-open, never altered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

FAMILIES = ("spin", "contradiction", "boilerplate", "attribution", "quality")

Field = Literal["text", "title"]
Scalar = str | int | float | bool | None


class Severity(StrEnum):
    """How much a finding weighs by its kind; the default gate fails on ERROR."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return ("error", "warning", "info").index(self.value)


class Tier(StrEnum):
    """How sure a contradiction is; only HARD costs score."""

    HARD = "hard"
    POSSIBLE = "possible"
    UPDATE = "update"
    ATTRIBUTED = "attributed"


class State(StrEnum):
    """Whether a finding can fail a gate: NEW can; KNOWN stands in the baseline; SUPPRESSED costs no score either."""

    NEW = "new"
    KNOWN = "known"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `[start, end)` of a document's text or title."""

    start: int
    end: int
    field: Field = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `Document(id="a", text="…")` is enough; everything else is what the input declared.

    `text` and `title` are what spans index and are never altered, line ends included.
    `first_line` is the line of the file on which `text` begins (1-based); a `record` sits on that one line whole
    (.jsonl), so that every finding in it is on that line.
    `source`, `source_method`, `source_confidence` (0 to 1) and `upstream` are settled by `auditor.source`.
    `phrases` are boilerplate phrases of the user's own, in lower case, from the configuration.
    """

    id: str
    text: str
    title: str = ""
    path: str = ""
    first_line: int = 1
    record: bool = False
    source: str | None = None
    source_method: str = "none"
    source_confidence: float = 0.0
    upstream: str | None = None
    url: str | None = None
    date: str | None = None
    author: str | None = None
    language: str | None = None
    phrases: frozenset[str] = frozenset()
    views: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def quote(self, span: Span) -> str:
        """The exact characters under `span`."""
        return (self.title if span.field == "title" else self.text)[span.start : span.end]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles what was given, never the computed views."""
        return _remake, tuple(getattr(self, name) for name in _GIVEN)


_GIVEN = tuple(name for name in Document.__dataclass_fields__ if name != "views")


def _remake(*values: object) -> Document:
    return Document(**dict(zip(_GIVEN, values, strict=True)))  # type: ignore[arg-type]  # the fields' own values


@dataclass(frozen=True, slots=True)
class Card:
    """What the report keeps of a document once its text is let go.

    `line_starts` holds, for each line of the text, the offset at which it begins. `unjudged` maps a family to the
    reason why it could not judge. `copy_cluster` is the id of the cluster's representative (its own id when alone).
    """

    id: str
    path: str
    title: str
    source: str | None
    source_method: str
    source_confidence: float
    upstream: str | None
    url: str | None
    date: str | None
    author: str | None
    language: str
    words: int
    first_line: int
    record: bool
    line_starts: tuple[int, ...]
    unjudged: Mapping[str, str]
    copy_cluster: str
    genre: str = "report"
    facts: Mapping[str, Scalar] = field(default_factory=dict)

    def place(self, span: Span) -> tuple[int, int]:
        """1-based line and column of a span's start, in the file for the text and (first_line, …) for the title."""
        if span.field == "title" or self.record:
            return self.first_line, span.start + 1
        from bisect import bisect_right

        row = bisect_right(self.line_starts, span.start) - 1
        return self.first_line + row, span.start - self.line_starts[row] + 1


@dataclass(frozen=True, slots=True)
class Hit:
    """What a document rule yields: a span of evidence, and what is the matter with it.

    `severity` and `weight` override the rule's own. `kind` is a finer name inside one rule (a boilerplate line's
    kind, a conflict's slot). `related` are other spans of the same document that belong to the evidence.
    """

    span: Span
    message: str
    suggestion: str | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    weight: float | None = None
    tier: Tier | None = None
    kind: str | None = None
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a corpus rule yields from one document: a key to meet others under, and the words that say it.

    `slots` are the rule's own named values (they cross processes and the index). The engine fills `card` and
    `excerpt` before a claim is judged.
    """

    key: str
    span: Span
    slots: Mapping[str, Scalar] = field(default_factory=dict)
    excerpt: str = ""
    card: Card | None = None

    @property
    def document(self) -> Card:
        """The claim's document; only a placed claim has one."""
        if self.card is None:
            raise ValueError("this claim has not been placed in a document")
        return self.card


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a corpus rule's `judge` yields: the claim that is accused, the claims it meets, and why.

    `slot` names what is at odds: of several judgements on one pair of documents and one slot the engine keeps the
    surest.
    """

    claim: Claim
    message: str
    related: tuple[Claim, ...] = ()
    suggestion: str | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    weight: float | None = None
    tier: Tier | None = None
    kind: str | None = None
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding rests on."""

    document: str
    path: str
    span: Span
    excerpt: str
    line: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One accusation with its evidence.

    `excerpt` is exactly the text under `span`. `points` is what it takes from its document's score of 100.
    `fingerprint` identifies it by rule and content, without lines, paths or times. `reason` is why it is suppressed.
    """

    code: str
    rule: str
    family: str
    severity: Severity
    weight: float
    document: str
    path: str
    span: Span
    line: int
    column: int
    message: str
    excerpt: str
    fingerprint: str
    suggestion: str | None = None
    confidence: float = 1.0
    tier: Tier | None = None
    kind: str | None = None
    related: tuple[Related, ...] = ()
    points: float = 0.0
    state: State = State.NEW
    reason: str | None = None

    def order(self) -> tuple[str, int, str, int, int, str, str]:
        """The one order of findings everywhere: place, then rule, then wording."""
        return (self.path, self.line, self.document, self.span.start, self.span.end, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Score:
    """A document's marks, 0 to 100; 100 means nothing was found. An unjudged family has None."""

    document: str
    total: float | None
    families: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source's place in the ranking: score 0 to 100 with a 90 % interval, and what it rests on.

    `documents` counts articles, `effective` counts voices (copies once, unjudged articles not at all).
    """

    source: str
    rank: int
    score: float
    low: float
    high: float
    documents: int
    effective: float
    provisional: bool
    families: Mapping[str, float | None]
    worst: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why."""

    path: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says: the exit code, one line for each reason to fail, and the findings counted by state."""

    exit_code: int
    reasons: tuple[str, ...]
    new: int
    known: int
    suppressed: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found. `cross_document` is "checked" or says why not; `notes` are remarks on coverage."""

    version: str
    ruleset: str
    cards: tuple[Card, ...]
    scores: Mapping[str, Score]
    sources: tuple[SourceCard, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    cross_document: str
    notes: tuple[str, ...] = ()
    verdict: Verdict | None = None

    def findings_of(self, document: str) -> tuple[Finding, ...]:
        """The findings of one document, in order."""
        return tuple(finding for finding in self.findings if finding.document == document)


__all__ = [
    "FAMILIES", "Card", "Claim", "Document", "Field", "Finding", "Hit", "Judgement", "Related", "Report", "Scalar",
    "Score", "Severity", "Skipped", "SourceCard", "Span", "State", "Tier", "Verdict", "replace",
]  # fmt: skip
