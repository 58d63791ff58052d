"""One article at a terminal: its marks, and its findings with the words that they rest on."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.model import FAMILIES, Finding, Report, Severity, State, replace
from auditor.score import band
from auditor.words import account, lowest_first, plural
from auditor.words.visible import visible

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def text(words: str, style: str = "", limit: int | None = None) -> Text:
    return Text(visible(words, limit), style=style)


def mark(value: float | None) -> Text:
    """A family's or article's score; a dash where it was not judged. The number says it, colour only underlines."""
    if value is None:
        return Text("–", style="dim")
    return Text(f"{value:.0f}", style="red" if value < 50 else "yellow" if value < 80 else "green")


def _head(finding: Finding, where: str, times: int = 1, most: int = 300) -> Text:
    """Severity, code and reason (`most` characters of it), behind a place where there is one."""
    head = Text(where, style="dim")
    head.append(f"{finding.severity} {finding.code}", style=_STYLE[finding.severity])
    if finding.tier:
        head.append(f" [{finding.tier}]", style="bold")
    if finding.state is not State.NEW:
        head.append(f" ({finding.state})", style="dim")
    head.append(f"  {visible(finding.message, most)}")
    return head.append(f"  ({times} times)", style="dim") if times > 1 else head


def _evidence(finding: Finding, most: int = 5) -> Text:
    """The quoted words, what is suggested instead, the points, and the first of the other places."""
    body = Text.assemble(("“" + visible(finding.excerpt, 320) + "”", "italic"))
    if finding.suggestion:
        body.append("  suggested: ", style="dim").append(visible(finding.suggestion, 160), style="green")
    if finding.points >= 0.05:  # less would read as nothing
        body.append(f"  −{finding.points:.1f}", style="dim")
    for other in finding.related[:most]:
        elsewhere = "" if other.document == finding.document else f"{visible(other.path or other.document)}:"
        body.append(f"\nalso {elsewhere}{other.line}: ", style="dim")
        body.append("“" + visible(other.excerpt, 320) + "”", style="italic")
    if more := len(finding.related[most:]):
        body.append(f"\nand {plural(more, 'more place')}", style="dim")
    return body


def _place(finding: Finding) -> str:
    return "title  " if finding.span.field == "title" else f"{finding.line}:{finding.column}  "


def finding_lines(finding: Finding) -> RenderableType:
    """One finding with its path, for a list over many articles."""
    where = f"{visible(finding.path or finding.document)}:{_place(finding)}"
    return Group(_head(finding, where, most=180), Padding(_evidence(finding, most=2), (0, 0, 0, 4)))


def _gist(finding: Finding) -> str:
    """The message without what is suggested, which stands beside the quoted words too."""
    return finding.message.replace(f"“{finding.suggestion}”", "…") if finding.suggestion else finding.message


def _alike(findings: Iterable[Finding]) -> Iterable[RenderableType]:
    """The findings of one article, the gravest first; those that say the same are told once, with the words of each."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: one.severity.rank):
        groups.setdefault((finding.code, _gist(finding), finding.severity, finding.tier, finding.state), []).append(
            finding
        )
    for several in groups.values():
        first = several[0] if len(several) == 1 else replace(several[0], message=_gist(several[0]))
        yield Padding(_head(first, "", len(several)), (0, 0, 0, 2))
        for finding in several:
            row = Table.grid(padding=(0, 0))
            row.add_column(width=9, style="dim")
            row.add_column(overflow="fold")
            row.add_row(_place(finding).strip(), _evidence(finding))
            yield Padding(row, (0, 0, 0, 4))


def _lowest_first(families: Mapping[str, float | None]) -> list[str]:
    """The families, what costs most at the top, those that were not judged at the end."""
    return sorted(FAMILIES, key=lambda family: 101 if (score := families[family]) is None else score)


def in_full(report: Report) -> Iterable[RenderableType]:
    by_document: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_document.setdefault(finding.document, []).append(finding)
    for card in lowest_first(report):
        score = report.scores[card.id]
        yield Text()
        yield Text.assemble(
            (visible(card.id), "bold"), f"  {visible(card.title, 100)}" if card.title != card.id else ""
        )
        marks = Text("score ").append_text(mark(score.total)).append(f" ({band(score.total)})")
        for family in FAMILIES:
            marks.append(f"  {family} ").append_text(mark(score.families[family]))
        yield marks
        about = [f"source {visible(card.source)} ({card.source_method})" if card.source else "unattributed"]
        about += [f"upstream {visible(card.upstream)}"] if card.upstream else []
        about += [visible(card.date)] if card.date else []
        length = plural(card.words, "word")
        if isinstance(other := card.facts.get("not_article"), float):
            length += f", {other:.1%} of the text not the article"
        yield Text(" · ".join([*about, card.language, length]), style="dim")
        if said := account(card.facts):
            yield Text(said, style="dim")
        mine = by_document.get(card.id, [])
        for family in _lowest_first(score.families):
            found = [finding for finding in mine if finding.family == family]
            if found or family in card.unjudged:
                why = (
                    f"not judged: {card.unjudged[family]}" if family in card.unjudged else plural(len(found), "finding")
                )
                yield Text.assemble((family, "bold"), f"  {why}")
            yield from _alike(found)
        if not mine:
            yield Text("nothing found", style="green")
