"""`audit sources`: whose articles they are, how that is known, and all that is held against one source."""

from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options
from auditor.errors import UsageError
from auditor.words import plural
from auditor.words.visible import visible


class Sources(click.Group):
    """`audit sources PATH …` is `audit sources list PATH …`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in ("-h", "--help", *self.commands):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("sources", cls=Sources, short_help="Tells whose articles they are, or all that is held against a source.")
def command() -> None:
    """Tells whose articles they are and how that is known, or shows all that is held against one source.

    `audit sources PATH …` is `audit sources list PATH …`; PATHS as in `audit check`.
    """


@command.command("list", short_help="Every source: how it was found, and its articles.")
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


@command.command("show", short_help="All that is held against one source, and how it adds up.")
@click.argument("name")
@check_options
def show(name: str, **options: Unpack[CheckOptions]) -> None:
    """Shows all that is held against the source NAME, and how it adds up: for a right of reply."""
    from auditor.cli._reply import lines
    from auditor.cli._run import audited
    from auditor.score import explain
    from auditor.text.similarity import closest

    report, _ = audited(options)
    try:
        found = explain(report, name)
    except KeyError:
        near = closest(name, [card.source for card in report.sources])
        raise UsageError(
            f"no article is from {name!r}" + (f"; did you mean {near!r}?" if near else "; see `audit sources`")
        ) from None
    for line in lines(report, found, options["paths"]):
        click.echo(line)
