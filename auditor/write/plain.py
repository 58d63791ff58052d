"""Plain lines for pipes and logs: no boxes, no colour, nothing cut; the kind of line stands first on it."""

from typing import TextIO

from auditor.model import FAMILIES, Finding, Report
from auditor.words import counts, coverage, interval, lowest_first, number, place, plural, reasons, score_of
from auditor.words.visible import to_ascii, visible
from auditor.write import Options

# A quotation longer than this is a passage, and its beginning tells which.
_LONGEST = 300


def finding_lines(finding: Finding) -> list[str]:
    """The finding on one line, each related place on one more."""
    tier = f" [{finding.tier}]" if finding.tier else ""
    state = "" if finding.state == "new" else f" ({finding.state})"
    line = f"{place(finding)}: {finding.severity} {finding.code}{tier}{state} {visible(finding.message)}"
    line += f" “{visible(finding.excerpt, _LONGEST)}”"
    if finding.suggestion:
        line += f"; suggested “{visible(finding.suggestion)}”"
    others = [
        f"  also {visible(other.path or other.document)}:{other.line}: “{visible(other.excerpt, _LONGEST)}”"
        for other in finding.related
    ]
    return [line, *others]


def lines(report: Report) -> list[str]:
    """The whole report."""
    found = [coverage(report), *(f"unjudged: {reason}" for reason in reasons(report))]
    found += [
        f"skipped: {visible(skip.path)}{f':{skip.line}' if skip.line else ''}: {visible(skip.reason)}"
        for skip in report.skipped
    ]
    for card in report.sources:
        found.append(
            f"source: {card.rank} {visible(card.source)} score={number(score_of(card))} interval90={interval(card)} "
            f"n={card.documents}{' tied' if card.tied else ''}{' provisional' if card.provisional else ''}"
            f"{f' worst: {visible(card.worst)}' if card.worst else ''}"
        )
    for document in lowest_first(report):
        score = report.scores[document.id]
        families = " ".join(f"{family}={number(score.families[family])}" for family in FAMILIES)
        found.append(f"article: {visible(document.id)} score={number(score.total)} {families}")
    for finding in report.findings:
        found += finding_lines(finding)
    found += [f"note: {visible(note)}" for note in report.notes]
    found.append(f"{counts(report.findings)} in {plural(len(report.cards), 'article')}")
    return found


def render(report: Report, out: TextIO, options: Options) -> None:
    """One fact a line."""
    for line in lines(report):
        out.write((to_ascii(line) if options.ascii else line) + "\n")
