"""What `audit check` does: audit, hold against the baseline and the gate, write, show."""

import sys
from dataclasses import replace

import click

from auditor.baseline import told
from auditor.cli._known import baseline_of, sight
from auditor.cli._options import CheckOptions
from auditor.cli._output import possible, show, written
from auditor.cli._run import NOTHING, audited, configured, may_be_empty, scope_of
from auditor.cli._what_if import assumed, lines
from auditor.config import Config
from auditor.errors import PASSED, UsageError
from auditor.gate import judge, last_line
from auditor.model import Report, Skipped, Verdict
from auditor.pipeline import documents
from auditor.words.visible import visible, visible_lines


def held(report: Report, found: Config, options: CheckOptions) -> tuple[Report, Verdict]:
    """The report with known findings marked, resolved ones told, and the verdict of the gate, which stands in it too."""
    baseline = baseline_of(found)
    known = sight(report, baseline, found, options).marked(report, baseline)
    report = replace(report, findings=known.findings, notes=(*report.notes, *told(known.resolved)))
    verdict = judge(report, found.settings.gate, may_be_empty=may_be_empty(options))
    return replace(report, verdict=verdict), verdict


def execute(options: CheckOptions) -> int:
    """Runs `audit check` and gives the exit code."""
    if options["show_text"]:
        return show_text(options)
    possible(options["form"], options["output"])
    if options["what_if"]:
        assumed(options["what_if"], configured(options).settings.rules)
    report, found = audited(options)
    report, verdict = held(report, found, options)
    for target in options["output"]:
        written(report, target)
    show(report, options["form"], sys.stdout, options["verbose"])
    if options["form"] in (None, "terminal", "plain", "github"):  # what people read, here or in a log
        for line in lines(report, options["what_if"], found.settings.rules) if options["what_if"] else ():
            click.echo(line)
        click.echo(last_line(report))
    return verdict.exit_code


def show_text(options: CheckOptions) -> int:
    """Prints the text of each article as spans index it; it is data, so on a terminal nothing in it is obeyed."""
    settings = configured(options).settings
    shown = False
    for item in scope_of(options, settings).inputs:
        for document in documents(item, settings):
            if isinstance(document, Skipped):
                click.echo(f"{visible(document.path)}: {visible(document.reason)}", err=True)
                continue
            shown = True
            if sys.stdout.isatty():
                click.echo(f"==> {visible(document.id)} <==")
                click.echo(visible_lines(document.text))
            else:
                click.echo(document.text)
    if not shown and not may_be_empty(options):
        raise UsageError(NOTHING)
    return PASSED
