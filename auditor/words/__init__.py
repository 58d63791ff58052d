"""What terminal, plain and markdown say in the same words: coverage, counts, what to do next."""

from collections import Counter
from collections.abc import Mapping, Sequence

from auditor.model import FAMILIES, Card, Finding, Report, Scalar, Severity, SourceCard, State
from auditor.words.visible import visible

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def plural(count: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def coverage(report: Report) -> str:
    """One line: what was read, what was not, whose it is, what could not be judged, whether articles met."""
    unattributed = sum(card.source is None for card in report.cards)
    unjudged = sum(bool(card.unjudged) for card in report.cards)
    parts = [
        f"{plural(len(report.cards), 'article')} {'in scope' if report.scoped else 'read'}",
        f"{len(report.skipped):,} skipped",
        f"{unattributed:,} unattributed",
        f"{unjudged:,} not judged in full",
    ]
    return " · ".join([*parts, f"cross-document: {report.cross_document.replace('not checked', 'NOT CHECKED')}"])


def counts(findings: Sequence[Finding]) -> str:
    """`3 errors, 1 warning, 0 notes`, with what the baseline knows and what is suppressed apart."""
    new = Counter(finding.severity for finding in findings if finding.state is State.NEW)
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    said = ", ".join(plural(new[severity], nouns[severity]) for severity in SEVERITIES)
    others = Counter(finding.state for finding in findings)
    for state, words in ((State.KNOWN, "in the baseline"), (State.SUPPRESSED, "suppressed")):
        if others[state]:
            said += f", {others[state]:,} {words}"
    return said


def ranked(card: SourceCard) -> str:
    """Its rank, `3=` where it is not surely apart from a neighbour."""
    return f"{card.rank}=" if card.tied else f"{card.rank}"


def number(value: float | None) -> str:
    """A score with one decimal, a dash where there is none."""
    return "-" if value is None else f"{value:.1f}"


def score_of(card: SourceCard) -> float | None:
    """Its score; None where none of its articles could be judged: all that is known of it is the others' mean."""
    return card.score if card.effective else None


def interval(card: SourceCard) -> str:
    """`71-88`, the 90 % interval in whole points; a dash where nothing could be judged."""
    return f"{card.low:.0f}-{card.high:.0f}" if card.effective else "-"


def place(finding: Finding) -> str:
    """`path:line:column` with nothing in the path that a terminal could obey."""
    where = "title" if finding.span.field == "title" else f"{finding.line}:{finding.column}"
    return f"{visible(finding.path or finding.document)}:{where}"


def account(facts: Mapping[str, Scalar]) -> str | None:
    """Who stands behind the claims of one article, in a line; None where there are no claims to count."""

    def share(name: str) -> str:
        value = facts.get(name)
        return f"{value:.0%}" if isinstance(value, float) else "-"

    claims, sources = facts.get("claims"), facts.get("sources")
    if not isinstance(claims, int) or not claims or not isinstance(sources, int):
        return None
    one_voice = f" ({share('top_speaker')} of that by one)" if sources > 1 else ""
    by = {
        "named": f"by {plural(sources, 'named source')}{one_voice}",
        "anchored": "by an office that can be asked",
        "vague": "by a crowd",
        "unattributed": "by nobody",
    }
    said = ", ".join(f"{share(name)} {words}" for name, words in by.items() if share(name) != "0%")
    return f"{plural(claims, 'claim')}: {said}; {share('speculation')} speculate"


def reasons(report: Report) -> list[str]:
    """Why families could not judge, by how many articles: `spin, attribution: not English (2 articles)`."""
    seen: Counter[tuple[str, str]] = Counter()
    for card in report.cards:
        by_reason: dict[str, list[str]] = {}
        for family in FAMILIES:
            if family in card.unjudged:
                by_reason.setdefault(card.unjudged[family].split(" (")[0], []).append(family)
        for reason, families in by_reason.items():
            seen["every family" if len(families) == len(FAMILIES) else ", ".join(families), reason] += 1
    return [f"{families}: {reason} ({plural(count, 'article')})" for (families, reason), count in sorted(seen.items())]


def lowest_first(report: Report) -> list[Card]:
    """The articles, those that lost most at the top, those that were not judged at the end."""

    def order(card: Card) -> tuple[bool, float, str]:
        total = report.scores[card.id].total
        return total is None, total or 0.0, card.id

    return sorted(report.cards, key=order)


def gravest(report: Report, most: int) -> list[Finding]:
    """The findings that cost most, one a rule and document, new ones only."""
    seen: set[tuple[str, str]] = set()
    found = []
    for finding in sorted(report.findings, key=lambda one: (one.severity.rank, -one.points, one.order())):
        if finding.state is State.NEW and (finding.document, finding.code) not in seen:
            seen.add((finding.document, finding.code))
            found.append(finding)
    return found[:most]


def next_steps(report: Report) -> list[str]:
    """Commands that lead on from here."""
    steps = []
    lowest = lowest_first(report)[0] if len(report.cards) > 1 else None
    if lowest and report.scores[lowest.id].total is not None:
        if not lowest.record:
            steps.append(f"audit {_shell(lowest.path)}   every finding in the lowest article")
        steps.append("audit -v …   every finding in every article")
    top = gravest(report, 1)
    if top:
        steps.append(f"audit explain {top[0].code}   what this rule finds, and what it leaves alone")
    if 2 * sum(card.source is None for card in report.cards) > len(report.cards) > 1:
        steps.append("audit sources …   whose articles they are, and how to say it")
    if report.skipped:
        steps.append("audit --format plain …   among others, each skipped input with its whole reason")
    return steps


def _shell(path: str) -> str:
    from shlex import quote

    return quote(visible(path))
