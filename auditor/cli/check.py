"""`audit check`: audits articles and reports."""

import sys

import click

from auditor.cli._options import rule_options
from auditor.cli._output import show


@click.command("check")
@click.argument("paths", nargs=-1)
@rule_options
@click.option("--format", "form", metavar="NAME", help="terminal, plain, json …; default: what stdout is.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; 0, the default, is one a core.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the index of earlier runs.")
@click.option("-v", "--verbose", is_flag=True, help="Show the findings of every article, not of one alone.")
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rules: tuple[str, ...],
    form: str | None,
    jobs: int,
    no_cache: bool,  # noqa: ARG001  # accepted from the first day; there is no index yet
    verbose: bool,
) -> int:
    """Audits files and folders together and ranks their sources.

    Exit code: 0 passed, 1 findings at or above the gate, 2 wrong use, 3 a bug of ours.
    """
    from auditor.api import audit
    from auditor.errors import FINDINGS, PASSED, UsageError
    from auditor.model import Severity
    from auditor.settings import Settings

    if not paths:
        raise UsageError("no path given; name files or folders, as in: audit corpus/")
    settings = Settings(select=select, ignore=ignore, rules=rules)
    report = audit(paths, settings=settings, jobs=jobs)
    show(report, form, sys.stdout, verbose)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in report.findings) else PASSED
