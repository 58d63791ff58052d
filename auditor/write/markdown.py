"""Markdown for a job summary or a comment: verdict, coverage, ranking, the gravest new findings.

Nothing that stands in an article is obeyed: its words are `<code>` with every mark as a character reference, so they
are no markup, no link, no mention and no reference to an issue, on GitHub as on GitLab. The whole stays far below the
1 MiB that GitHub takes of a summary.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from auditor.model import Finding, Report, State, Tier
from auditor.words import counts, coverage, interval, number, plural, ranked, reasons, score_of
from auditor.words.visible import to_ascii, visible
from auditor.write import Options
from auditor.write._places import gravest, shown_path

_FINDINGS = 50
_SOURCES = 50
_SKIPPED = 20

# All marks of ASCII that any dialect of markdown, or a filter behind it, gives a meaning.
_MARK = re.compile(r"[!-/:-@\[-`{-~]")
# Mentions, links, references and emoji are looked for in the finished text: a zero-width space breaks them.
_TRIGGER = re.compile(r"[@#!~%$&^:/.](?=\w)|(?<=\w)[@:/.](?=\S)")


def _reference(match: re.Match[str]) -> str:
    return match[0] if match[0] in ",;'\"()?" else f"&#{ord(match[0])};"


def literal(text: str) -> str:
    """`text` as words of a sentence, nothing of it obeyed."""
    broken = _TRIGGER.sub(lambda match: match[0] + "\0", visible(text))
    return _MARK.sub(_reference, broken).replace("\0", "&#8203;")


def code(text: str, limit: int = 160) -> str:
    """`text` set as code, nothing of it obeyed; filters for mentions and links pass code over, but for addresses."""
    broken = visible(text, limit).replace("@", "@\0")
    return f"<code>{_MARK.sub(_reference, broken)}</code>".replace("\0", "&#8203;")


def _table(head: Sequence[str], right: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """`right` holds an `r` for each column of numbers, any other letter for one of words."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('--:' if letter == 'r' else '---' for letter in right)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _sources(report: Report) -> Iterator[str]:
    if not report.sources:
        return
    yield "### Sources\n"
    rows = [
        [
            ranked(card),
            code(card.source, 60) + (" *provisional*" if card.provisional else ""),
            number(score_of(card)),
            interval(card),
            f"{card.documents:,}",
            literal(card.worst[:160]) if card.worst else "",
        ]
        for card in report.sources[:_SOURCES]
    ]
    yield from _table(["", "Source", "Score", "90 % interval", "Articles", "Worst finding"], "rlrrrl", rows)
    if len(report.sources) > _SOURCES:
        yield f"{len(report.sources) - _SOURCES:,} more sources are ranked below.\n"


def _row(finding: Finding) -> list[str]:
    tier = f" ({finding.tier})" if finding.tier not in (None, Tier.HARD) else ""
    evidence = code(finding.excerpt)
    if finding.suggestion:
        evidence += f"<br>suggested {code(finding.suggestion)}"
    for other in finding.related[:2]:
        evidence += f"<br>{code(shown_path(other.path, other.document), 80)} {other.line}: {code(other.excerpt)}"
    place = code(shown_path(finding.path, finding.document), 80) + f" {finding.line}"
    return [finding.severity.value + tier, finding.code, place, literal(finding.message[:300]), evidence]


def _findings(report: Report) -> Iterator[str]:
    new = [finding for finding in report.findings if finding.state is State.NEW]
    shown, left = gravest(new, _FINDINGS)
    if not shown:
        yield "No new findings.\n"
        return
    yield "### New findings\n"
    head = ["Severity", "Rule", "Where", "What", "Evidence"]
    yield from _table(head, "lllll", [_row(finding) for finding in shown])
    if left:
        yield f"{plural(left, 'more new finding')} of less weight.\n"


def _skipped(report: Report) -> Iterator[str]:
    if not report.skipped:
        return
    yield f"### Not read ({len(report.skipped):,})\n"
    for skip in report.skipped[:_SKIPPED]:
        yield f"- {code(shown_path(skip.path), 120)}{f' {skip.line}' if skip.line else ''}: {literal(skip.reason[:200])}"
    if len(report.skipped) > _SKIPPED:
        yield f"- and {len(report.skipped) - _SKIPPED:,} more"
    yield ""


def lines(report: Report) -> Iterator[str]:
    """The whole summary."""
    verdict = report.verdict
    passed = "" if verdict is None else ": failed" if verdict.exit_code else ": passed"
    yield f"## audit{passed}\n"
    for reason in verdict.reasons[:20] if verdict else ():
        yield f"- **{literal(reason)}**"
    yield f"\n{literal(coverage(report))}\n"
    yield f"{counts(report.findings)} in {plural(len(report.cards), 'article')}\n"
    notes = [*(verdict.notes if verdict else ()), *reasons(report)[:20], *report.notes[:20]]
    yield from (f"- {literal(note[:300])}" for note in notes)
    yield ""
    yield from _findings(report)
    yield from _sources(report)
    yield from _skipped(report)


def render(report: Report, out: TextIO, options: Options) -> None:
    """GitHub's and GitLab's dialect, with tables."""
    for line in lines(report):
        out.write((to_ascii(line) if options.ascii else line) + "\n")
