"""Reports made by hand, for the tests of what is done with reports."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from auditor.model import (
    FAMILIES,
    Card,
    Document,
    Finding,
    Related,
    Report,
    Score,
    Severity,
    Skipped,
    SourceCard,
    Span,
    State,
    Tier,
    Verdict,
)

# Everything that some program somewhere obeys: terminals, workflow commands, markdown, HTML, XML, SARIF messages.
HOSTILE = (
    "\x1b[31m ::error file=x::y ##[error] %0A <script>alert(1)</script> <!-- @everyone #12 `code` **b** | a\\|b "
    "[text](https://evil.example) www.evil.example mail@evil.example ]]> &amp; {0} \ufffe \udc80 \u202e \x00 end\r\n::warning::no"
)


def card(name: str = "news/a.txt", text: str = "", **given: object) -> Card:
    """The card of an English article of 300 words that every family judged, unless told otherwise."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    fields: dict[str, object] = {
        "id": name, "path": name, "title": "", "source": None, "source_method": "none", "source_confidence": 0.0,
        "upstream": None, "url": None, "date": None, "author": None, "language": "en", "words": 300, "first_line": 1,
        "record": False, "line_starts": tuple(starts), "unjudged": {}, "copy_cluster": name,
    }  # fmt: skip
    return Card(**{**fields, **given})  # type: ignore[arg-type]  # the fields' own values


def finding(
    excerpt: str = "High Minister",
    *,
    path: str = "news/a.txt",
    code: str = "SP101",
    rule: str = "spin/acronym-mismatch",
    severity: Severity = Severity.ERROR,
    tier: Tier | None = None,
    state: State = State.NEW,
    fingerprint: str = "",
    line: int = 1,
    start: int = 0,
    message: str = "does not spell it",
    suggestion: str | None = None,
    related: Sequence[Related] = (),
    points: float = 5.0,
    reason: str | None = None,
    document: str = "",
    field: str = "text",
) -> Finding:
    """A finding whose fingerprint is its code and its words, unless told otherwise."""
    return Finding(
        code=code, rule=rule, family=rule.split("/")[0], severity=severity, weight=1.0, document=document or path,
        path=path, span=Span(start, start + len(excerpt), "title" if field == "title" else "text"), line=line,
        column=start + 1, message=message, excerpt=excerpt,
        fingerprint=fingerprint or sha256(f"{code}{excerpt}".encode("utf-8", "surrogatepass")).hexdigest()[:20],
        suggestion=suggestion, tier=tier, related=tuple(related), points=points, state=state, reason=reason,
    )  # fmt: skip


def source(name: str, score: float, documents: int = 12, provisional: bool = False) -> SourceCard:
    """A source's place in the ranking."""
    return SourceCard(
        name, 1, score, score - 6, score + 6, documents, float(documents), provisional, dict.fromkeys(FAMILIES, score)
    )


def report(
    findings: Iterable[Finding] = (),
    *,
    cards: Sequence[Card] = (),
    sources: Sequence[SourceCard] = (),
    skipped: Sequence[Skipped] = (),
    cross_document: str = "checked",
    notes: Sequence[str] = (),
    verdict: Verdict | None = None,
) -> Report:
    """A report on the given cards, and one for each further document that has findings."""
    found = sorted(findings, key=Finding.order)
    known = {one.id for one in cards}
    names = dict.fromkeys(one.document for one in found if one.document not in known)
    everything = (*cards, *(card(name) for name in names))
    return Report(
        version="0.1.0", ruleset="0" * 16, cards=everything,
        scores={one.id: Score(one.id, 80.0, dict.fromkeys(FAMILIES, 90.0)) for one in everything},
        sources=tuple(sources), findings=tuple(found), skipped=tuple(skipped), cross_document=cross_document,
        notes=tuple(notes), verdict=verdict,
    )  # fmt: skip


def hostile() -> Report:
    """A report in which every string that comes from outside is hostile."""
    other = Related(HOSTILE, HOSTILE, Span(0, len(HOSTILE)), HOSTILE, 3)
    document = Document(id=HOSTILE, text=HOSTILE)
    states = (State.NEW, State.KNOWN, State.SUPPRESSED)
    low = (f"source {HOSTILE} scores 40",)
    return report(
        [
            finding(
                HOSTILE, path=HOSTILE, document=document.id, message=HOSTILE, suggestion=HOSTILE, related=[other],
                state=state, reason=HOSTILE, start=number,
            )
            for number, state in enumerate(states)
        ],
        cards=[card(HOSTILE, HOSTILE, source=HOSTILE, unjudged={"spin": HOSTILE})],
        sources=[source(HOSTILE, 40.0)],
        skipped=[Skipped(HOSTILE, HOSTILE, 4)],
        notes=[HOSTILE],
        verdict=Verdict(1, low, 1, 1, 1, 1, Severity.ERROR, (HOSTILE,), low),
    )  # fmt: skip
