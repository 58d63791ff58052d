"""`audit baseline`: the findings that are known and fail no gate."""

from pathlib import Path
from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options
from auditor.errors import UsageError
from auditor.model import Report
from auditor.settings import Settings


@click.group("baseline")
def command() -> None:
    """Keeps the findings that are known, so that only new ones fail. PATHS as in `audit check`."""


@command.command("create")
@check_options
def create(**options: Unpack[CheckOptions]) -> None:
    """Writes a baseline of all that is found now."""
    from auditor.baseline import created, save

    report, path, _ = _audited(options)
    if path.exists():
        raise UsageError(f"{path}: exists already; use `audit baseline update`, or delete it first")
    baseline = created(report.findings, path.parent)
    save(baseline, path)
    click.echo(f"{path}: {len(baseline.entries):,} findings are known")


@command.command("update")
@check_options
def update(**options: Unpack[CheckOptions]) -> None:
    """Takes in what is new, and out what is gone, in the articles that are audited."""
    from auditor.baseline import load, save, updated
    from auditor.cli._check import looked_at, ran

    report, path, settings = _audited(options)
    before = load(path)
    paths = looked_at(report, before, path.parent)
    codes = ran(report, before, paths, settings)
    after = updated(before, report.findings, root=path.parent, paths=paths, codes=codes)
    save(after, path)
    click.echo(f"{path}: {len(before.entries):,} findings were known, {len(after.entries):,} are now")


@command.command("prune")
@check_options
def prune(**options: Unpack[CheckOptions]) -> None:
    """Takes out what is gone, and nothing in."""
    from auditor.baseline import load, marked, pruned, save
    from auditor.cli._check import looked_at, ran

    report, path, settings = _audited(options)
    before = load(path)
    paths = looked_at(report, before, path.parent)
    codes = ran(report, before, paths, settings)
    after = pruned(before, marked(report.findings, before, root=path.parent, paths=paths, codes=codes).resolved)
    save(after, path)
    click.echo(f"{path}: {len(before.entries) - len(after.entries):,} resolved, {len(after.entries):,} left")


def _audited(options: CheckOptions) -> tuple[Report, Path, Settings]:
    from auditor.cli._check import baseline_path
    from auditor.cli._run import audited

    report, found = audited(options)
    return report, baseline_path(found), found.settings
