"""Whether a run fails, and the one line that says so."""

from collections.abc import Sequence

from auditor.errors import BUG, FINDINGS, PASSED, USAGE
from auditor.model import Fault, Finding, Report, Severity, Skipped, State, Tier, Verdict
from auditor.settings import Gate
from auditor.words import plural
from auditor.words.visible import visible


def fails(finding: Finding, fail_on: Severity | None) -> bool:
    """Whether the finding counts against the gate: new, grave enough, and no contradiction that is less than hard."""
    return (
        fail_on is not None
        and finding.state is State.NEW
        and finding.severity.rank <= fail_on.rank
        and finding.tier in (None, Tier.HARD)
    )


# As many reasons as fit into a line that is still read.
_REASONS = 3


def _at_least(severity: Severity) -> str:
    return severity.value if severity is Severity.ERROR else f"{severity} or graver"


def _under(report: Report, least: float) -> tuple[list[str], list[str]]:
    """Reasons to fail by source scores under `least`, and notes on what was not held against it."""
    reasons = [
        f"source {visible(card.source, 80)} scores {card.score:.1f} (90 % interval {card.low:.0f} to {card.high:.0f}, "
        f"{plural(card.documents, 'article')}), under {least:g}"
        for card in report.sources
        if not card.provisional and card.score < least
    ]
    firm = sum(not card.provisional for card in report.sources)
    waiting = len(report.sources) - firm
    if not firm:
        return [], [f"fail-under {least:g}: NOT CHECKED, no source has enough articles"]
    return reasons, [
        f"fail-under {least:g}: {plural(waiting, 'source')} with too few articles not held against it"
    ] * bool(waiting)


def _unaudited(report: Report, may_be_empty: bool) -> tuple[int, list[str], list[str]]:
    """The exit code, reasons and notes for what was not audited. What a file is by itself is no reason, unless all are."""
    faults = [skip.fault for skip in report.skipped]
    ours, theirs = faults.count(Fault.OURS), faults.count(Fault.RULE)
    reasons = [f"{plural(ours, 'input')} unaudited by a bug of ours"] * bool(ours)
    reasons += [f"{plural(theirs, 'input')} unaudited, since a rule of your own broke"] * bool(theirs)
    if reasons:
        return BUG if ours else USAGE, reasons, []
    if report.cards or (may_be_empty and not report.skipped):
        return PASSED, [], []
    nothing = f"NOTHING WAS AUDITED: {_why_nothing(report.skipped)}"
    return (PASSED, [], [nothing]) if may_be_empty else (USAGE, [nothing], [])


def _why_nothing(skipped: Sequence[Skipped]) -> str:
    if not skipped:
        return "there is no file to read"
    return f"{plural(len(skipped), 'input')} skipped (the first: {visible(skipped[0].reason, 160)})"


def judge(report: Report, gate: Gate, may_be_empty: bool = False) -> Verdict:
    """The verdict on a report whose findings have their states.

    Only new findings fail, at `fail_on` or graver; of contradictions the hard ones only. `fail_under` is compared with
    the scores of sources that are ranked firmly; a provisional score, and that of one article, never fails a run. A run
    that audited nothing fails as wrong use, unless it `may_be_empty` (a change need not touch an article).
    """
    failing = [finding for finding in report.findings if fails(finding, gate.fail_on)]
    reasons: list[str] = []
    notes: list[str] = []
    if gate.fail_on is not None and len(failing) > gate.max_new:
        allowed = f", {gate.max_new:,} allowed" if gate.max_new else ""
        reasons.append(f"{plural(len(failing), 'new finding')} of severity {_at_least(gate.fail_on)}{allowed}")
    by_findings = len(reasons)
    if gate.fail_under is not None:
        more, notes = _under(report, gate.fail_under)
        reasons += more
    code, unaudited, more = _unaudited(report, may_be_empty)
    reasons += unaudited
    states = [finding.state for finding in report.findings]
    return Verdict(
        exit_code=code or (FINDINGS if reasons else PASSED),
        reasons=tuple(reasons),
        by_no_finding=tuple(reasons[by_findings:]),
        new=states.count(State.NEW),
        known=states.count(State.KNOWN),
        suppressed=states.count(State.SUPPRESSED),
        failing=len(failing),
        fail_on=gate.fail_on,
        notes=(*notes, *more),
    )


def last_line(report: Report) -> str:
    """What a log ends with.

    `audit: 12 articles in scope, new 3 (2 failing), baseline 5, suppressed 0, skipped 1, unjudged 2,
    cross-document checked, exit 1: 2 new findings of severity error`
    """
    verdict = report.verdict or judge(report, Gate())
    state, _, why = report.cross_document.partition(": ")
    checked = report.cross_document if state.startswith("checked") else f"NOT CHECKED ({why or state})"
    parts = [
        f"{plural(len(report.cards), 'article')} in scope",
        f"new {verdict.new:,} ({verdict.failing:,} failing)",
        f"baseline {verdict.known:,}",
        f"suppressed {verdict.suppressed:,}",
        f"skipped {len(report.skipped):,}",
        f"unjudged {sum(bool(card.unjudged) for card in report.cards):,}",
        f"cross-document {checked}",
        *verdict.notes,
    ]
    left = len(verdict.reasons) - _REASONS
    why = "; ".join([*verdict.reasons[:_REASONS], *([plural(left, "more reason")] if left > 0 else [])])
    return f"audit: {', '.join(parts)}, exit {verdict.exit_code}{f': {why}' if why else ''}"
