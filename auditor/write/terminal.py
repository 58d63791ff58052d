"""The report for a person at a terminal. The only home of rich.

Text of articles enters as `Text` after `visible`, never as markup.
"""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.model import FAMILIES, Card, Finding, Report, Severity, SourceCard, State
from auditor.score import band
from auditor.write import Options
from auditor.write._visible import to_ascii, visible
from auditor.write._words import counts, coverage, gravest, interval, next_steps, plural, reasons

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_SHORT = {
    "spin": "spin",
    "contradiction": "contra",
    "boilerplate": "boiler",
    "attribution": "attrib",
    "quality": "quality",
}
_MOST_ARTICLES = 12
_MOST_GRAVE = 6


def _text(words: str, style: str = "", limit: int | None = None) -> Text:
    return Text(visible(words, limit), style=style)


def _mark(value: float | None) -> Text:
    """A family's or article's score; a dash where it was not judged. The number says it, colour only underlines."""
    if value is None:
        return Text("–", style="dim")
    return Text(f"{value:.0f}", style="red" if value < 50 else "yellow" if value < 80 else "green")


def _table(*columns: tuple[str, int]) -> Table:
    """Columns by name and width, a negative one for numbers, 0 for the last, which takes the rest of the line.

    What does not fit is cut with an ellipsis.
    """
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False, padding=(0, 1), expand=True
    )
    for name, width in columns:
        table.add_column(
            name,
            justify="right" if width < 0 else "left",
            width=abs(width) or None,
            ratio=None if width else 1,
            overflow="ellipsis",
            no_wrap=True,
        )
    return table


def _ranking(cards: Sequence[SourceCard], width: int) -> Table:
    wide = width >= 80
    longest = min(max(len(visible(card.source)) for card in cards), 28 if wide else 60)
    columns = [("#", -3), ("score", -5), ("90 %", -6), ("n", -4), ("source", longest if wide else 0)]
    table = _table(*columns, *([("in words", 20), ("worst finding", 0)] if wide else []))
    for card in cards:
        cells: list[RenderableType] = [str(card.rank), _mark(card.score), interval(card), str(card.documents)]
        cells.append(_text(card.source, "bold"))
        if wide:
            cells.append(Text(band(card.score)))
            cells.append(_text(card.worst or "nothing that costs points", "" if card.worst else "dim"))
        table.add_row(*cells)
    return table


def _sources(report: Report, width: int) -> Iterable[RenderableType]:
    firm = [card for card in report.sources if not card.provisional]
    provisional = [card for card in report.sources if card.provisional]
    if firm:
        yield Text("Sources by text-evidence score (0 to 100, 100 = nothing found)", style="bold underline")
        yield _ranking(firm, width)
    if provisional:
        yield Text(
            "Provisional: fewer than 8 effective articles, too little evidence to rank firmly", style="bold underline"
        )
        yield _ranking(provisional, width)


def _articles(report: Report, width: int) -> Iterable[RenderableType]:
    def order(card: Card) -> tuple[bool, float, str]:
        total = report.scores[card.id].total
        return total is None, total or 0.0, card.id

    tally: dict[str, int] = {}
    for finding in report.findings:
        if finding.state is not State.SUPPRESSED:
            tally[finding.document] = tally.get(finding.document, 0) + 1
    yield Text("Articles, lowest score first", style="bold underline")
    wide = width >= 90
    families = [(_SHORT[family], -len(_SHORT[family])) for family in FAMILIES] if wide else []
    table = _table(("score", -5), *families, ("found", -5), ("article", 0))
    for card in sorted(report.cards, key=order)[:_MOST_ARTICLES]:
        score = report.scores[card.id]
        marks = [_mark(score.families[family]) for family in FAMILIES] if wide else []
        name = _text(card.id, "", 90)
        if card.title and wide:
            name.append("  " + visible(card.title, 80), style="dim")
        table.add_row(_mark(score.total), *marks, str(tally.get(card.id, 0)), name)
    yield table
    if len(report.cards) > _MOST_ARTICLES:
        yield Text(f"… and {plural(len(report.cards) - _MOST_ARTICLES, 'article')} with higher scores", style="dim")


def _finding(finding: Finding, with_path: bool) -> RenderableType:
    where = "title" if finding.span.field == "title" else f"{finding.line}:{finding.column}"
    head = Text()
    if with_path:
        head.append(f"{visible(finding.path or finding.document)}:", style="dim")
    head.append(f"{where}  ", style="dim")
    head.append(f"{finding.severity} {finding.code}", style=_STYLE[finding.severity])
    if finding.tier:
        head.append(f" [{finding.tier}]", style="bold")
    if finding.state is not State.NEW:
        head.append(f" ({finding.state})", style="dim")
    head.append(f"  {visible(finding.message, 300)}")
    body = Text()
    body.append("“" + visible(finding.excerpt, 320) + "”", style="italic")
    if finding.suggestion:
        body.append("  likely: ", style="dim").append(visible(finding.suggestion, 160), style="green")
    if finding.points:
        body.append(f"  −{finding.points:.1f}", style="dim")
    for other in finding.related[:5]:
        elsewhere = "" if other.document == finding.document else f"{visible(other.path or other.document)}:"
        body.append(f"\nalso {elsewhere}{other.line}: ", style="dim").append(
            "“" + visible(other.excerpt, 320) + "”", style="italic"
        )
    if len(finding.related) > 5:
        body.append(f"\nand {len(finding.related) - 5} more places", style="dim")
    return Group(head, Padding(body, (0, 0, 0, 4)))


def _in_full(report: Report) -> Iterable[RenderableType]:
    for card in report.cards:
        score = report.scores[card.id]
        yield Text()
        yield Text.assemble(
            (visible(card.id), "bold"), f"  {visible(card.title, 100)}" if card.title != card.id else ""
        )
        marks = Text("score ").append_text(_mark(score.total)).append(f" ({band(score.total)})")
        for family in FAMILIES:
            marks.append(f"  {family} ").append_text(_mark(score.families[family]))
        yield marks
        about = [f"source {visible(card.source)} ({card.source_method})" if card.source else "unattributed"]
        about += [f"upstream {visible(card.upstream)}"] if card.upstream else []
        about += [visible(card.date)] if card.date else []
        yield Text(" · ".join([*about, card.language, plural(card.words, "word")]), style="dim")
        mine = report.findings_of(card.id)
        for family in FAMILIES:
            found = [finding for finding in mine if finding.family == family]
            if found or family in card.unjudged:
                why = (
                    f"not judged: {card.unjudged[family]}" if family in card.unjudged else plural(len(found), "finding")
                )
                yield Text.assemble((family, "bold"), f"  {why}")
            yield from (Padding(_finding(finding, with_path=False), (0, 0, 0, 2)) for finding in found)
        if not mine:
            yield Text("nothing found", style="green")


def _parts(report: Report, options: Options) -> Iterable[RenderableType]:
    yield Text.assemble((f"audit {report.version}", "bold"), "  ", coverage(report))
    yield from (Text(f"not judged: {reason}", style="dim") for reason in reasons(report))
    for skip in report.skipped[:10]:
        line = f":{skip.line}" if skip.line else ""
        yield Text(f"skipped {visible(skip.path)}{line}: {visible(skip.reason, 72)}", style="yellow")
    if len(report.skipped) > 10:
        yield Text(f"… and {len(report.skipped) - 10} more skipped", style="yellow")
    if options.single:
        yield from _in_full(report)
    elif report.cards:
        yield Text()
        yield from _sources(report, options.width)
        yield from _articles(report, options.width)
        if grave := gravest(report, _MOST_GRAVE):
            yield Text("Gravest findings", style="bold underline")
            yield from (_finding(finding, with_path=True) for finding in grave)
    yield Text()
    yield from (Text(f"note: {visible(note)}", style="yellow") for note in report.notes)
    yield Text(counts(report.findings), style="bold")
    yield from (Text(f"→ {step}", style="dim") for step in next_steps(report))


class _AsciiOut:
    """A stream that has ASCII only."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.encoding = "ascii"

    def write(self, text: str) -> int:
        return self._out.write(to_ascii(text))

    def flush(self) -> None:
        self._out.flush()


def render(report: Report, out: TextIO, options: Options) -> None:
    """The ranking and the gravest findings; with `options.single` every finding of every article."""
    stream: object = _AsciiOut(out) if options.ascii else out
    console = Console(
        file=stream,  # type: ignore[arg-type]  # rich writes and flushes only
        width=options.width,
        force_terminal=options.color,
        no_color=not options.color,
        color_system="standard" if options.color else None,
        safe_box=options.ascii,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    for part in _parts(report, options):
        console.print(part)
