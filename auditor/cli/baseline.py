"""`audit baseline`: the findings that are known and fail no gate."""

from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options
from auditor.errors import UsageError
from auditor.files import portable


@click.group("baseline", short_help="Keeps the findings that are known, so that only new ones fail.")
def command() -> None:
    """Keeps the findings that are known, so that only new ones fail. PATHS as in `audit check`."""


@command.command("create")
@check_options
def create(**options: Unpack[CheckOptions]) -> None:
    """Writes a baseline of all that is found now."""
    from auditor.baseline import created, save
    from auditor.cli._known import baseline_path
    from auditor.cli._run import NOTHING, audited, base_of, configured
    from auditor.words import plural

    path = baseline_path(configured(options))
    if path.exists():
        raise UsageError(f"{portable(str(path))}: exists already; use `audit baseline update`, or delete it first")
    report, _ = audited(options)
    if not report.cards:
        raise UsageError(NOTHING)
    baseline = created(report.findings, path.parent, base_of(options))
    save(baseline, path)
    click.echo(
        f"{portable(str(path))}: {plural(baseline.findings, 'finding')} in {plural(len(report.cards), 'article')} known from now on"
    )


@command.command("update", short_help="Takes in what is new, and out what is gone.")
@check_options
def update(**options: Unpack[CheckOptions]) -> None:
    """Takes in what is new, and out what is gone, in the articles that are audited."""
    from auditor.baseline import load, save
    from auditor.cli._known import baseline_path, sight
    from auditor.cli._run import audited

    report, found = audited(options)
    path = baseline_path(found)
    before = load(path)
    after = sight(report, before, found, options).updated(report, before)
    save(after, path)
    click.echo(f"{portable(str(path))}: {before.findings:,} findings were known, {after.findings:,} are now")


@command.command("prune")
@check_options
def prune(**options: Unpack[CheckOptions]) -> None:
    """Takes out what is gone, and nothing in."""
    from auditor.baseline import load, pruned, save
    from auditor.cli._known import baseline_path, sight
    from auditor.cli._run import audited

    report, found = audited(options)
    path = baseline_path(found)
    before = load(path)
    after = pruned(before, sight(report, before, found, options).marked(report, before).resolved)
    save(after, path)
    click.echo(
        f"{portable(str(path))}: {before.findings - after.findings:,} resolved and taken out, {after.findings:,} still known"
    )
