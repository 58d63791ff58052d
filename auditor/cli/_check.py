"""What `audit check` does: audit, hold against the baseline and the gate, write, show."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from auditor.baseline import NAME, Baseline, marked, told
from auditor.baseline import load as load_baseline
from auditor.cli._options import CheckOptions
from auditor.cli._output import show, written
from auditor.cli._run import audited, configured, scope_of
from auditor.cli._what_if import lines
from auditor.config import Config
from auditor.errors import BUG, PASSED
from auditor.files import portable
from auditor.gate import judge, last_line
from auditor.model import Report, Skipped
from auditor.pipeline import documents
from auditor.rules import load, select
from auditor.settings import Settings
from auditor.write._visible import visible


def baseline_path(found: Config) -> Path:
    """The baseline's file: as configured, else hidden beside the configuration or in the working folder."""
    return found.root / str(found.values.get("baseline") or NAME)


def baseline_of(found: Config) -> Baseline:
    """The known findings; none where no file was named and none lies at its usual place."""
    path = baseline_path(found)
    return load_baseline(path) if "baseline" in found.values or path.is_file() else Baseline()


def looked_at(report: Report, baseline: Baseline, root: Path) -> set[str]:
    """The paths, relative to `root`, of which this run can say that a finding is gone: audited, or gone themselves."""
    gone = {path for path in {entry.path for entry in baseline.entries} if not os.path.exists(os.path.join(root, path))}
    return gone | {portable(card.path, root) for card in report.cards}


def ran(report: Report, baseline: Baseline, paths: set[str], settings: Settings) -> set[str]:
    """The codes of the rules whose silence says that a known finding is gone.

    Those that were selected; of cross-document rules only where every article of the baseline was at hand, for a
    finding between two of them needs both.
    """
    whole = report.scoped or all(entry.path in paths for entry in baseline.entries)
    crossed = whole and report.cross_document.startswith("checked")
    rules = select(load(settings.rules), settings.select, settings.ignore)
    return {rule.code for rule in rules if crossed or rule.judge is None}


def held(report: Report, found: Config) -> Report:
    """The report with known findings marked, resolved ones told, and the verdict of the gate."""
    baseline, root = baseline_of(found), baseline_path(found).parent
    paths = looked_at(report, baseline, root)
    codes = ran(report, baseline, paths, found.settings)
    known = marked(report.findings, baseline, root=root, paths=paths, codes=codes)
    report = replace(report, findings=known.findings, notes=(*report.notes, *told(known.resolved)))
    return replace(report, verdict=judge(report, found.settings.gate))


def execute(options: CheckOptions) -> int:
    """Runs `audit check` and gives the exit code."""
    if options["show_text"]:
        return show_text(options)
    report, found = audited(options)
    report = held(report, found)
    code = BUG if any(skip.bug for skip in report.skipped) else report.verdict.exit_code if report.verdict else 0
    for target in options["output"]:
        written(report, target)
    show(report, options["form"], sys.stdout, options["verbose"])
    if options["form"] in (None, "terminal", "plain"):
        for line in lines(report, options["what_if"], found.settings.rules) if options["what_if"] else ():
            click.echo(line)
        click.echo(last_line(report, code))
    return code


def show_text(options: CheckOptions) -> int:
    """Prints the text of each article as spans index it; it is data, so on a terminal nothing in it is obeyed."""
    settings = configured(options).settings
    for item in scope_of(options, settings).inputs:
        for document in documents(item, settings):
            if isinstance(document, Skipped):
                click.echo(f"{visible(document.path)}: {visible(document.reason)}", err=True)
            elif sys.stdout.isatty():
                click.echo(f"==> {visible(document.id)} <==")
                click.echo("\n".join(visible(line) for line in document.text.splitlines()))
            else:
                click.echo(document.text)
    return PASSED
