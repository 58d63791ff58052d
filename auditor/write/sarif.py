"""SARIF 2.1.0, for code scanning and editors: one run, paths relative to the working directory.

A result is told apart by its content (`partialFingerprints`): the usual hash of the line would make one of several
findings in a paragraph, and lose them all when it is re-wrapped.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import inspect
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from auditor.model import Card, Finding, Related, Report, Severity, State
from auditor.rules import load
from auditor.words import reasons
from auditor.words.visible import visible
from auditor.write import Options
from auditor.write._places import columns, gravest, line, said, sound, uri

# Code scanning on GitHub shows no more of one run.
MOST = 5000
# And no more skipped inputs than anybody reads.
_MOST_NOTIFICATIONS = 500

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "%SRCROOT%"

Object = dict[str, object]


def _message(text: str) -> Object:
    """Plain text: braces are doubled (§3.11.5), and no `[…](…)` of an article becomes a link (§3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _artifact(path: str) -> Object:
    where = uri(path)
    return {"uri": where} if where.startswith("file:") else {"uri": where, "uriBaseId": _BASE}


def _location(place: Finding | Related, card: Card | None) -> Object:
    physical: Object = {"artifactLocation": _artifact(place.path or place.document)}
    if row := line(place):
        region: Object = {"startLine": row}
        if found := columns(card, place):
            region |= {"startColumn": found[0], "endLine": found[1], "endColumn": found[2]}
        physical["region"] = region | {"snippet": {"text": sound(place.excerpt)}}
    return {"physicalLocation": physical}


def _related(finding: Finding, cards: Mapping[str, Card]) -> list[Object]:
    return [
        {
            "id": number,
            "message": _message(f"“{visible(other.excerpt, 200)}”"),
            **_location(other, cards.get(other.document)),
        }
        for number, other in enumerate(finding.related[:100], 1)
    ]


def _suppressions(finding: Finding) -> list[Object]:
    """Of the article itself where the reason begins with the article's own path."""
    if finding.state is not State.SUPPRESSED:
        return []
    inside = bool(finding.path) and (finding.reason or "").startswith(f"{finding.path}:")
    return [
        {
            "kind": "inSource" if inside else "external",
            "status": "accepted",
            "justification": sound(finding.reason or "no reason given"),
        }
    ]


def _result(finding: Finding, nth: int, rule: int, cards: Mapping[str, Card], states: Counter[State]) -> Object:
    """One result. Baseline and suppressions stand on all results of a run or on none (§3.27.23, §3.27.24)."""
    identity = f"{finding.fingerprint}:{nth}"
    card = cards.get(finding.document)
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": _message(said(finding)),
        "locations": [_location(finding, card)],
        "partialFingerprints": {"auditFingerprint/v1": identity, "primaryLocationLineHash": identity},
    }
    if finding.related:
        result["relatedLocations"] = _related(finding, cards)
    if states[State.KNOWN]:
        result["baselineState"] = "unchanged" if finding.state is State.KNOWN else "new"
    if states[State.SUPPRESSED]:
        result["suppressions"] = _suppressions(finding)
    result["properties"] = {
        "family": finding.family,
        "confidence": round(finding.confidence, 4),
        "points": finding.points,
        "tier": finding.tier,
        "kind": finding.kind,
        "document": sound(finding.document),
        "source": sound(card.source) if card and card.source else None,
    }
    return result


def _descriptor(finding: Finding, pages: Mapping[str, str], levels: Mapping[str, Severity]) -> Object:
    """What a viewer shows of a rule; a rule of the user's own folder is known by its name alone."""
    name = "".join(part.capitalize() for part in finding.rule.rpartition("/")[2].split("-"))
    page = inspect.cleandoc(pages.get(finding.code, finding.rule))
    first, _, rest = page.partition("\n")
    lines = (line for line in rest.splitlines() if not line.lstrip().startswith(("flag:", "pass:")))
    full = " ".join(" ".join(lines).split())
    severity = levels.get(finding.code, finding.severity)
    return {
        "id": finding.code,
        "name": name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": full or first},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVEL[severity]},
        "properties": {"tags": [finding.family], "id": finding.rule},
    }


def _notification(level: str, text: str, path: str = "", row: int | None = None) -> Object:
    found: Object = {"level": level, "message": _message(visible(text, 1000))}
    if path:
        physical: Object = {"artifactLocation": _artifact(path)}
        if row:
            physical["region"] = {"startLine": row}
        found["locations"] = [{"physicalLocation": physical}]
    return found


def _notifications(report: Report, left: int) -> list[Object]:
    found = []
    if left:
        found.append(_notification("warning", f"{left:,} more findings are left out; the JSON format has them all"))
    found += [_notification("note", note) for note in _remarks(report)]
    found += [_notification("warning", f"not read: {s.reason}", s.path, s.line) for s in report.skipped]
    more = len(found) - _MOST_NOTIFICATIONS
    if more > 0:
        found[_MOST_NOTIFICATIONS:] = [_notification("warning", f"{more:,} more notifications are left out")]
    return found


def _remarks(report: Report) -> Iterable[str]:
    if not report.cross_document.startswith("checked"):
        yield f"cross-document: {report.cross_document}"
    yield from (f"not judged: {reason}" for reason in reasons(report))
    yield from report.notes
    yield from report.verdict.notes if report.verdict else ()


def _invocation(report: Report, left: int) -> Object:
    found: Object = {"executionSuccessful": True}
    if report.verdict:
        found["exitCode"] = report.verdict.exit_code
        if report.verdict.reasons:
            found["exitCodeDescription"] = sound("; ".join(report.verdict.reasons))
    return found | {"toolExecutionNotifications": _notifications(report, left)}


def _run(report: Report, findings: Sequence[Finding], left: int) -> Object:
    rules = load()
    pages, levels = {rule.code: rule.page for rule in rules}, {rule.code: rule.severity for rule in rules}
    examples = {finding.code: finding for finding in reversed(findings)}
    index = {code: number for number, code in enumerate(sorted(examples))}
    cards = {card.id: card for card in report.cards}
    states = Counter(finding.state for finding in findings)
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        results.append(_result(finding, seen[finding.fingerprint], index[finding.code], cards, states))
    driver = {
        "name": "audit",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [_descriptor(examples[code], pages, levels) for code in index],
        "properties": {"ruleset": report.ruleset},
    }
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, left)],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The directory in which audit was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }


def render(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001  # SARIF has one form
    """ASCII; the 5,000 gravest findings, in the report's order, and a notification about the rest."""
    chosen, left = gravest(report.findings, MOST)
    chosen.sort(key=Finding.order)
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    json.dump({"$schema": schema, "version": "2.1.0", "runs": [_run(report, chosen, left)]}, out, indent=1)
    out.write("\n")
