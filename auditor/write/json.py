"""JSON, schema version 1: what other programs and the benchmarks read. Fields may be added, never renamed."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import TextIO

from auditor.model import Card, Finding, Report, Score, SourceCard, Span, Verdict
from auditor.words import score_of
from auditor.write import Options

SCHEMA_VERSION = 1


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "document": finding.document,
        "path": finding.path,
        "field": finding.span.field,
        "span": _span(finding.span),
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "excerpt": finding.excerpt,
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 4),
        "tier": finding.tier.value if finding.tier else None,
        "kind": finding.kind,
        "points": finding.points,
        "fingerprint": finding.fingerprint,
        "state": finding.state.value,
        "reason": finding.reason,
        "related": [
            {
                "document": other.document,
                "path": other.path,
                "field": other.span.field,
                "span": _span(other.span),
                "line": other.line,
                "excerpt": other.excerpt,
            }
            for other in finding.related
        ],
    }


def _document(card: Card, score: Score) -> dict[str, object]:
    return {
        "id": card.id,
        "path": card.path,
        "source": card.source,
        "source_method": card.source_method,
        "source_confidence": card.source_confidence,
        "upstream": card.upstream,
        "title": card.title,
        "url": card.url,
        "date": card.date,
        "author": card.author,
        "language": card.language,
        "words": card.words,
        "genre": card.genre,
        "copy_cluster": card.copy_cluster,
        "score": score.total,
        "families": dict(score.families),
        "unjudged": dict(card.unjudged),
        "facts": dict(card.facts),
    }


def _source(card: SourceCard) -> dict[str, object]:
    return {
        "source": card.source,
        "rank": card.rank,
        "score": score_of(card),
        "low": card.low if card.effective else None,
        "high": card.high if card.effective else None,
        "documents": card.documents,
        "effective": card.effective,
        "provisional": card.provisional,
        "families": dict(card.families),
        "worst": card.worst,
        "rank_low": card.rank_low,
        "rank_high": card.rank_high,
        "above_next": card.above_next,
        "band": card.band,
        "agreement": asdict(card.agreement) if card.agreement else None,
    }


def _verdict(verdict: Verdict | None) -> dict[str, object] | None:
    if verdict is None:
        return None
    return {
        "exit_code": verdict.exit_code,
        "reasons": list(verdict.reasons),
        "new": verdict.new,
        "known": verdict.known,
        "suppressed": verdict.suppressed,
        "failing": verdict.failing,
        "notes": list(verdict.notes),
    }


def as_dict(report: Report) -> Mapping[str, object]:
    """The report as plain values, in the order of the schema."""
    counts = Counter(finding.severity.value for finding in report.findings)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "audit", "version": report.version, "ruleset": report.ruleset},
        "summary": {
            "documents": len(report.cards),
            "skipped": len(report.skipped),
            "unattributed": sum(card.source is None for card in report.cards),
            "unjudged": sum(bool(card.unjudged) for card in report.cards),
            "cross_document": report.cross_document,
            "findings": {name: counts[name] for name in ("error", "warning", "info")},
            "notes": list(report.notes),
        },
        "verdict": _verdict(report.verdict),
        "sources": [_source(card) for card in report.sources],
        "documents": [_document(card, report.scores[card.id]) for card in report.cards],
        "skipped": [
            {"path": skip.path, "line": skip.line, "reason": skip.reason, "fault": skip.fault.value}
            for skip in report.skipped
        ],
        "findings": [_finding(finding) for finding in report.findings],
    }


def render(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001  # JSON has one form
    """Escaped to ASCII, so that no byte of an article reaches a terminal as itself."""
    json.dump(as_dict(report), out, ensure_ascii=True, indent=1)
    out.write("\n")
