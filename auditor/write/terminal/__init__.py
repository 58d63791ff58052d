"""The report for a person at a terminal. The only home of rich.

Text of articles enters as `Text` after `visible`, never as markup.
"""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from auditor.model import FAMILIES, Fault, Report, SourceCard, State
from auditor.words import (
    counts,
    coverage,
    gravest,
    interval,
    lowest_first,
    next_steps,
    plural,
    ranked,
    reasons,
    score_of,
)
from auditor.words.visible import to_ascii, visible
from auditor.write import Options
from auditor.write.terminal._article import finding_lines, in_full, mark, text

_SHORT = {
    "spin": "spin",
    "contradiction": "contra",
    "boilerplate": "boiler",
    "attribution": "attrib",
    "quality": "quality",
}
# With a ranking of a dozen sources, about as much as a person scrolls back over.
_MOST_ARTICLES = 10
_MOST_GRAVE = 5


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
    columns = [("#", -4), ("score", -5), ("90 %", -6), ("n", -4), ("source", longest if wide else 0)]
    table = _table(*columns, *([("in words", 20), ("worst finding", 0)] if wide else []))
    for card in cards:
        cells: list[RenderableType] = [ranked(card), mark(score_of(card)), interval(card), str(card.documents)]
        cells.append(text(card.source, "bold"))
        if wide:
            cells.append(Text(card.band))
            cells.append(text(card.worst or "nothing that costs points", "" if card.worst else "dim"))
        table.add_row(*cells)
    return table


def _sources(report: Report, width: int) -> Iterable[RenderableType]:
    firm = [card for card in report.sources if not card.provisional]
    provisional = [card for card in report.sources if card.provisional]
    if firm:
        yield Text("Sources by text-evidence score (0 to 100, 100 = nothing that costs points)", style="bold underline")
        yield _ranking(firm, width)
    if provisional:
        yield Text(
            "Sources, provisional: fewer than 8 effective reports, too little evidence to rank firmly",
            style="bold underline",
        )
        yield _ranking(provisional, width)
    if any(card.tied for card in report.sources):
        yield Text("= tied: more than once in ten it would change places with a neighbour", style="dim")


def _articles(report: Report, width: int) -> Iterable[RenderableType]:
    tally: dict[str, int] = {}
    for finding in report.findings:
        if finding.state is not State.SUPPRESSED:
            tally[finding.document] = tally.get(finding.document, 0) + 1
    yield Text("Articles, lowest score first", style="bold underline")
    wide = width >= 90
    families = [(_SHORT[family], -len(_SHORT[family])) for family in FAMILIES] if wide else []
    table = _table(("score", -5), *families, ("found", -5), ("article", 0))
    for card in lowest_first(report)[:_MOST_ARTICLES]:
        score = report.scores[card.id]
        marks = [mark(score.families[family]) for family in FAMILIES] if wide else []
        name = text(card.id, "", 90)
        if card.title and wide:
            name.append("  " + visible(card.title, 80), style="dim")
        table.add_row(mark(score.total), *marks, str(tally.get(card.id, 0)), name)
    yield table
    if len(report.cards) > _MOST_ARTICLES:
        yield Text(f"… and {plural(len(report.cards) - _MOST_ARTICLES, 'article')} with higher scores", style="dim")


def _parts(report: Report, options: Options) -> Iterable[RenderableType]:
    yield Text.assemble((f"audit {report.version}", "bold"), "  ", coverage(report))
    yield from (Text(f"not judged: {reason}", style="dim") for reason in reasons(report))
    for skip in report.skipped[:10]:
        line = f":{skip.line}" if skip.line else ""
        reason = visible(skip.reason, 72 if skip.fault is Fault.INPUT else 400)
        yield Text(f"skipped {visible(skip.path)}{line}: {reason}", style="yellow")
    if len(report.skipped) > 10:
        yield Text(f"… and {len(report.skipped) - 10} more skipped", style="yellow")
    if options.single:
        yield from in_full(report)
    elif report.cards:
        yield Text()
        yield from _sources(report, options.width)
        yield from _articles(report, options.width)
        if grave := gravest(report, _MOST_GRAVE):
            yield Text("Gravest findings", style="bold underline")
            yield from map(finding_lines, grave)
    yield Text()
    yield from (Text(f"note: {visible(note)}", style="yellow") for note in report.notes)
    yield Text(counts(report.findings), style="bold")
    yield from (Text(f"→ {step}", style="dim") for step in next_steps(report))


class _Lines:
    """A stream of lines without the blanks by which rich fills them up, in ASCII where it has no more."""

    def __init__(self, out: TextIO, ascii_only: bool) -> None:
        self._out = out
        self._ascii = ascii_only
        self.encoding = "ascii" if ascii_only else out.encoding

    def write(self, text: str) -> int:
        bare = "\n".join(line.rstrip(" ") for line in text.split("\n"))
        return self._out.write(to_ascii(bare) if self._ascii else bare)

    def flush(self) -> None:
        self._out.flush()


def render(report: Report, out: TextIO, options: Options) -> None:
    """The ranking and the gravest findings; with `options.single` every finding of every article."""
    console = Console(
        file=_Lines(out, options.ascii),  # type: ignore[arg-type]  # rich writes and flushes only
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
