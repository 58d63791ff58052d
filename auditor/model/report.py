"""What a run finds: findings, marks, the ranking, the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.evidence import Card, Severity, Span, Tier


class State(StrEnum):
    """Whether a finding can fail a gate: NEW can; KNOWN stands in the baseline; SUPPRESSED costs no score either."""

    NEW = "new"
    KNOWN = "known"
    SUPPRESSED = "suppressed"


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
class Agreement:
    """How far a source's statements agree with those of independent others: share and 90 % interval, 0 to 1.

    `claims` counts the statements that could be held against another's; under ten they are pulled to what is usual.
    """

    share: float
    low: float
    high: float
    claims: int


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source's place in the ranking: score 0 to 100 with a 90 % interval, and what it rests on.

    `documents` counts articles, `effective` counts voices (copies once, what most families could not judge not at all);
    where it is 0, the score and its interval are only what is usual in the corpus, and no report shows them. `rank_low` to
    `rank_high` are the places that it may have in its block; `above_next` is the probability that it stands rightly
    above the next; under 0.9 it is `tied`, with that or the one before. `band` says the score in plain words.
    `agreement` is None where no statement could be held against another source's.
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
    rank_low: int = 0
    rank_high: int = 0
    above_next: float | None = None
    band: str = ""
    agreement: Agreement | None = None
    tied: bool = False


class Fault(StrEnum):
    """Whose fault it is that an input went unaudited: its own, that of a rule of the user's own, or ours."""

    INPUT = "input"
    RULE = "rule"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read or could not be audited, and why.

    `lasting` is whether the reason lies in the input alone, so that it holds until that changes.
    """

    path: str
    reason: str
    line: int | None = None
    fault: Fault = Fault.INPUT
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says: the exit code, one line for each reason to fail, and the findings counted by state.

    `fail_on` is the least grave severity that can fail (None: no finding can), `failing` counts the new findings that
    do; `by_no_finding` are those of the reasons that no finding shows. `notes` say what a gate that was asked for
    could not be held against.
    """

    exit_code: int
    reasons: tuple[str, ...]
    new: int
    known: int
    suppressed: int
    failing: int = 0
    fail_on: Severity | None = Severity.ERROR
    notes: tuple[str, ...] = ()
    by_no_finding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found.

    `cross_document` is "checked" or says why not; `notes` are remarks on coverage. `scoped` is whether the documents
    are a part, judged against an archive.
    """

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
    scoped: bool = False

    @property
    def failed(self) -> bool:
        """Whether a rule or the tool itself broke on an input, which is then unaudited."""
        return any(skip.fault is not Fault.INPUT for skip in self.skipped)
