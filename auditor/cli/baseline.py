"""`audit baseline`: the findings that are known and fail no gate."""

from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options
from auditor.errors import UsageError


@click.group("baseline")
def command() -> None:
    """Keeps the findings that are known, so that only new ones fail. PATHS as in `audit check`."""


@command.command("create")
@check_options
def create(**options: Unpack[CheckOptions]) -> None:
    """Writes a baseline of all that is found now."""
    from auditor.baseline import created, save
    from auditor.cli._known import base_of, baseline_path
    from auditor.cli._run import audited

    report, found = audited(options)
    path = baseline_path(found)
    if path.exists():
        raise UsageError(f"{path}: exists already; use `audit baseline update`, or delete it first")
    baseline = created(report.findings, path.parent, base_of(options))
    save(baseline, path)
    click.echo(f"{path}: {len(baseline.entries):,} findings are known")


@command.command("update")
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
    click.echo(f"{path}: {len(before.entries):,} findings were known, {len(after.entries):,} are now")


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
    click.echo(f"{path}: {len(before.entries) - len(after.entries):,} resolved, {len(after.entries):,} left")
