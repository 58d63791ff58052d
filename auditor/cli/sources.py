"""`audit sources`: whose articles they are, how that is known, and all that is held against one source."""

from collections.abc import Iterator, Sequence
from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options
from auditor.errors import UsageError
from auditor.model import Report
from auditor.score import PRIOR, Explanation, Step, explain
from auditor.text.similarity import closest
from auditor.write._visible import visible
from auditor.write._words import interval, plural


class Sources(click.Group):
    """`audit sources PATH …` is `audit sources list PATH …`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in ("-h", "--help", *self.commands):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("sources", cls=Sources)
def command() -> None:
    """Lists sources and how each was found (PATHS as in `audit check`), or shows one in full."""


@command.command("list")
@check_options
def listed(**options: Unpack[CheckOptions]) -> None:
    """Lists every source with its method, its confidence and its documents."""
    from auditor.cli._run import NOTHING, configured, scope_of
    from auditor.provenance import provenance

    settings = configured(options).settings
    found, skipped = provenance(scope_of(options, settings).inputs, settings)
    for one in found:
        how = ", ".join(f"{method} {count}" for method, count in one.methods.items())
        told = f"by {how}; confidence {one.confidence:.2f}" if one.source else "nothing tells whose they are"
        click.echo(
            f"{visible(one.source) if one.source else 'unattributed'}  ({plural(len(one.documents), 'article')}, {told})"
        )
        for upstream, count in one.upstreams.items():
            click.echo(f"    upstream {visible(upstream)}: {plural(count, 'article')}")
        for document in one.documents:
            click.echo(f"    {visible(document)}")
    if found and found[-1].source is None:
        click.echo("to say whose they are, write it into audit.toml (or a folder below PATH says it):")
        click.echo(
            '    [sources]\n    "feeds/herald.jsonl" = "Bay Herald"\n    "archive/*/**" = "*"    # the folder\'s name'
        )
    for skip in skipped:
        click.echo(f"skipped {visible(skip.path)}: {visible(skip.reason)}", err=True)
    if not found:
        raise UsageError(NOTHING)


@command.command("show")
@click.argument("name")
@check_options
def show(name: str, **options: Unpack[CheckOptions]) -> None:
    """Shows all that is held against the source NAME, and how it adds up: for a right of reply."""
    from auditor.cli._run import audited

    report, _ = audited(options)
    try:
        found = explain(report, name)
    except KeyError:
        near = closest(name, [card.source for card in report.sources])
        raise UsageError(
            f"no article is from {name!r}" + (f"; did you mean {near!r}?" if near else "; see `audit sources`")
        ) from None
    for line in _lines(report, found, options["paths"]):
        click.echo(line)


def _step(step: Step) -> Iterator[str]:
    yield (
        f"  {step.family:<14} −{step.points:5.2f}   (corpus −{step.corpus:.2f}; found in {step.documents} of "
        f"{step.judged} judged)"
    )
    for reason, count in step.unjudged.items():
        yield f"      not judged: {reason} ({plural(count, 'article')})"
    for finding in step.examples:
        yield f"      {finding.code} {visible(finding.message, 120)}: “{visible(finding.excerpt, 120)}”"


def _lines(report: Report, found: Explanation, paths: Sequence[str]) -> Iterator[str]:
    card = found.source
    yield f"{visible(card.source)}: {card.score:.1f} of 100, {card.band}; 90 % interval {interval(card)}"
    effective = f"{card.effective:g} effective"
    places = f"{card.rank_low}" if card.rank_low == card.rank_high else f"{card.rank_low} to {card.rank_high}"
    tied = ", tied with a neighbour" if card.tied else ""
    yield f"rank {card.rank} of {len(report.sources)} (90 %: {places}{tied}), from {plural(card.documents, 'article')} ({effective})"
    if card.provisional:
        yield "provisional: too little evidence to rank it firmly; it gates nothing"
    genres = ", ".join(f"{name} {count}" for name, count in found.genres.items())
    yield f"genres: {genres}; {plural(found.copies, 'article')} copied from elsewhere and counted with the original"
    if card.agreement:
        one = card.agreement
        yield (
            f"agrees with independent others in {one.share:.0%} of {plural(one.claims, 'statement')} that both make "
            f"(90 % interval {one.low:.0%} to {one.high:.0%})"
            + (f"; of its points under contradiction −{found.odds:.2f} are for that" if found.odds else "")
        )
    yield "\nWhat is taken from 100, family by family:"
    for step in found.steps:
        yield from _step(step)
    yield f"  (a source is drawn to the corpus as if {PRIOR:g} usual articles of it stood behind each)"
    if found.changes:
        yield "\nWhat would change its place:"
    for change in found.changes:
        yield (
            f"  without its {plural(change.findings, 'finding')} of {change.code}: "
            f"{change.score:.1f}, rank {change.rank}"
        )
    yield f"\nAll {plural(len(found.findings), 'finding')}:"
    for finding in found.findings:
        place = f"{visible(finding.path or finding.document)}:{finding.line}:{finding.column}"
        yield f"  {place}: {finding.severity} {finding.code} −{finding.points:.2f} {visible(finding.message)}"
        yield f"      “{visible(finding.excerpt, 400)}”   [{finding.fingerprint}]"
        for other in finding.related:
            yield f"      also {visible(other.path or other.document)}:{other.line}: “{visible(other.excerpt, 400)}”"
    yield "\nThe text-evidence score says what the text shows, never whether it is true, nor why it is so."
    yield f"To check: audit {report.version}, rule set {report.ruleset}; `audit explain CODE` shows each rule;"
    yield f"audit sources show {click.get_current_context().params.get('name', '')!r} {' '.join(map(visible, paths))}"
