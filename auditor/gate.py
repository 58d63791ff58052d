"""Whether a run fails, and the one line that says so."""

from auditor.errors import FINDINGS, PASSED
from auditor.model import Finding, Report, Severity, State, Tier, Verdict
from auditor.settings import Gate


def fails(finding: Finding, fail_on: Severity | None) -> bool:
    """Whether the finding counts against the gate: new, grave enough, and no contradiction that is less than hard."""
    return (
        fail_on is not None
        and finding.state is State.NEW
        and finding.severity.rank <= fail_on.rank
        and finding.tier in (None, Tier.HARD)
    )


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


_BY_SCORE = "source "
# As many reasons as fit into a line that is still read.
_REASONS = 3


def by_score(verdict: Verdict | None) -> tuple[str, ...]:
    """The reasons to fail that no finding shows: sources under `fail_under`."""
    return tuple(reason for reason in verdict.reasons if reason.startswith(_BY_SCORE)) if verdict else ()


def _at_least(severity: Severity) -> str:
    return severity.value if severity is Severity.ERROR else f"{severity} or graver"


def _shown(source: str) -> str:
    """A source's name for a log: whatever an article calls its source, nothing in it is obeyed there."""
    return "".join(c if c.isprintable() else "?" for c in source[:80]).replace("##", "# #").replace("::", ": :")


def _under(report: Report, least: float) -> tuple[list[str], list[str]]:
    """Reasons to fail by source scores under `least`, and notes on what was not held against it."""
    reasons = [
        f"{_BY_SCORE}{_shown(card.source)} scores {card.score:.1f} (90 % interval {card.low:.0f} to {card.high:.0f}, "
        f"{_plural(card.documents, 'article')}), under {least:g}"
        for card in report.sources
        if not card.provisional and card.score < least
    ]
    firm = sum(not card.provisional for card in report.sources)
    waiting = len(report.sources) - firm
    if not firm:
        return [], [f"fail-under {least:g}: NOT CHECKED, no source has enough articles"]
    return reasons, [
        f"fail-under {least:g}: {_plural(waiting, 'source')} with too few articles not held against it"
    ] * bool(waiting)


def judge(report: Report, gate: Gate) -> Verdict:
    """The verdict on a report whose findings have their states.

    Only new findings fail, at `fail_on` or graver; of contradictions the hard ones only. `fail_under` is compared with
    the scores of sources that are ranked firmly; a provisional score, and that of one article, never fails a run.
    """
    failing = [finding for finding in report.findings if fails(finding, gate.fail_on)]
    reasons: list[str] = []
    notes: list[str] = []
    if gate.fail_on is not None and len(failing) > gate.max_new:
        allowed = f", {gate.max_new:,} allowed" if gate.max_new else ""
        reasons.append(f"{_plural(len(failing), 'new finding')} of severity {_at_least(gate.fail_on)}{allowed}")
    if gate.fail_under is not None:
        more, notes = _under(report, gate.fail_under)
        reasons += more
    states = [finding.state for finding in report.findings]
    return Verdict(
        exit_code=FINDINGS if reasons else PASSED,
        reasons=tuple(reasons),
        new=states.count(State.NEW),
        known=states.count(State.KNOWN),
        suppressed=states.count(State.SUPPRESSED),
        failing=len(failing),
        fail_on=gate.fail_on,
        notes=tuple(notes),
    )


def last_line(report: Report, exit_code: int | None = None) -> str:
    """What a log ends with; `exit_code` where it is not the verdict's own (a bug of ours, say).

    `audit: 12 articles in scope, new 3 (2 failing), baseline 5, suppressed 0, skipped 1, unjudged 2,
    cross-document checked, exit 1: 2 new findings of severity error`
    """
    verdict = report.verdict or judge(report, Gate())
    state, _, why = report.cross_document.partition(": ")
    checked = report.cross_document if state.startswith("checked") else f"NOT CHECKED ({why or state})"
    parts = [
        f"{_plural(len(report.cards), 'article')} in scope",
        f"new {verdict.new:,} ({verdict.failing:,} failing)",
        f"baseline {verdict.known:,}",
        f"suppressed {verdict.suppressed:,}",
        f"skipped {len(report.skipped):,}",
        f"unjudged {sum(bool(card.unjudged) for card in report.cards):,}",
        f"cross-document {checked}",
        *verdict.notes,
    ]
    left = len(verdict.reasons) - _REASONS
    why = "; ".join([*verdict.reasons[:_REASONS], *([_plural(left, "more reason")] if left > 0 else [])])
    code = verdict.exit_code if exit_code is None else exit_code
    return f"audit: {', '.join(parts)}, exit {code}{f': {why}' if why else ''}"
