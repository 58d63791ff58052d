"""Annotations for GitHub Actions, as workflow commands: the ten gravest new findings, then how many more there are.

GitHub shows ten annotations of a kind a step and drops the others silently. Nothing that stands in an article can be
a command: line ends and hidden characters are spelled out, and data and properties escaped as the runner's grammar
wants it.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator, Mapping
from typing import TextIO

from auditor.model import Card, Finding, Report, Severity, State
from auditor.words.visible import to_ascii, visible
from auditor.write import Options
from auditor.write._places import columns, gravest, line, said, shown_path

MOST = 10

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


Command = tuple[str, str, dict[str, object]]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def command(name: str, message: str, properties: Mapping[str, object], ascii_only: bool = False) -> str:
    """`::name key=value,…::message`. Made ASCII before it is escaped: a full-width colon becomes a plain one."""
    plain = to_ascii if ascii_only else str
    given = ",".join(f"{key}={_property(plain(str(value)))}" for key, value in properties.items())
    return f"::{name} {given}::" + "%0A".join(_data(plain(line)) for line in message.split("\n"))


def _annotation(finding: Finding, card: Card | None) -> Command:
    properties: dict[str, object] = {"file": shown_path(finding.path, finding.document)}
    if row := line(finding):
        properties["line"] = row
    if place := columns(card, finding):
        start, last, end = place
        properties["endLine"] = last
        if last == finding.line:  # GitHub ignores columns where the lines differ
            properties |= {"col": start, "endColumn": end}
    tier = f" [{finding.tier}]" if finding.tier else ""
    properties["title"] = f"{finding.code} {finding.rule}{tier}"
    others = "".join(
        f"\nalso {shown_path(other.path, other.document)}:{other.line}: “{visible(other.excerpt, 200)}”"
        for other in finding.related[:5]
    )
    return _COMMAND[finding.severity], said(finding) + others, properties


def commands(report: Report) -> Iterator[Command]:
    """Why the gate fails where no finding says it, the findings, and a word about the rest."""
    reasons = report.verdict.by_no_finding[:3] if report.verdict else ()
    for reason in reasons:
        yield "error", visible(reason, 400), {"title": "audit"}
    new = [finding for finding in report.findings if finding.state is State.NEW]
    shown, left = gravest(new, MOST - len(reasons))
    cards = {card.id: card for card in report.cards}
    for finding in shown:
        yield _annotation(finding, cards.get(finding.document))
    said_too = [f"{left:,} more new finding{'s' if left > 1 else ''}"] if left else []
    if report.skipped:
        said_too.append(f"{len(report.skipped):,} input{'s' if len(report.skipped) > 1 else ''} not read")
    if not report.cross_document.startswith("checked"):
        said_too.append(f"cross-document: {report.cross_document.replace('not', 'NOT', 1)}")
    if said_too:
        yield "notice", "; ".join(said_too) + "; see the job summary or the log", {"title": "audit"}


def render(report: Report, out: TextIO, options: Options) -> None:
    """One workflow command a line."""
    for name, message, properties in commands(report):
        out.write(command(name, message, properties, options.ascii) + "\n")
