"""What is read and what rules say of it: documents, spans, cards, hits, claims, judgements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

FAMILIES = ("spin", "contradiction", "boilerplate", "attribution", "quality")

# Why a family could not judge where nobody asked it to.
NOT_ASKED = "no rule selected"

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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `[start, end)` of a document's text or title."""

    start: int
    end: int
    field: Field = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles as a call, in half the time of a frozen class's own way, as do claims: an article yields some twenty."""
        return Span, (self.start, self.end, self.field)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A suppression that stands in an article: the words behind `audit-ignore`, and its line in the file (1-based).

    `lines` are the first and last line of the file for which it holds; None where it holds for the whole article.
    """

    text: str
    line: int
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Concealed:
    """Prose that a page holds and does not show, and how it is hidden: "undisplayed", "beyond" the screen, "no-size", "colourless".

    `at` is where the paragraph of the article begins that is shown before it; None where it stands apart from the article.
    """

    text: str
    way: str
    at: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `Document(id="a", text="…")` is enough; everything else is what the input declared.

    `text` and `title` are what spans index and are never altered, line ends included.
    `first_line` is the line of the file on which `text` begins (1-based); a `record` sits on that one line whole
    (.jsonl), so that every finding in it is on that line.
    `source`, `source_method`, `source_confidence` (0 to 1) and `upstream` are settled by `auditor.source`.
    `phrases` are boilerplate phrases of the user's own, in lower case, from the configuration.
    `ignores` are the suppressions that a reader found in the file (.md and .html only), `concealed` what a page hides.
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
    canonical: str | None = None
    publisher: str | None = None
    site_name: str | None = None
    ignores: tuple[Ignore, ...] = ()
    concealed: tuple[Concealed, ...] = ()
    views: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuses what is no text here, where its id is known, and not deep in some rule."""
        for name in ("id", "text", "title"):
            if not isinstance(value := getattr(self, name), str):
                raise TypeError(f"Document {self.id!r}: `{name}` is {type(value).__name__}, not str")

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
    ignores: tuple[Ignore, ...] = ()

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

    An empty key meets the claims of the document's copies. `slots` are the rule's own named values (they cross
    processes and the index). The engine fills `card` and `excerpt` before a claim is judged.
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

    def __reduce__(self) -> tuple[object, ...]:
        return Claim, (self.key, self.span, self.slots, self.excerpt, self.card)


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
