"""What `audit check` does, step by step: configuration, scope, run, gate, output."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import click

from auditor import __version__, config
from auditor.api import inputs_of
from auditor.cli._options import CheckOptions
from auditor.cli._output import show, written
from auditor.errors import FINDINGS, PASSED, UsageError
from auditor.git import pre_commit_range, repository
from auditor.index import Index, folder
from auditor.model import Report, Severity
from auditor.pipeline import run
from auditor.recall import Input
from auditor.runner import runner
from auditor.scope import Scope, against, in_git
from auditor.settings import Settings

# What the command line can set of the configuration: option to key.
_KEYS = {
    "select": "select",
    "ignore": "ignore",
    "exclude": "exclude",
    "rules": "rules",
    "baseline": "baseline",
    "fail_on": "gate.fail-on",
    "fail_under": "gate.fail-under",
    "max_new": "gate.max-new",
}


def configured(options: CheckOptions) -> config.Config:
    """The configuration file under the options that were given."""
    given: dict[str, object] = {}
    for option, key in _KEYS.items():
        value = options[option]  # type: ignore[literal-required]  # the keys of _KEYS are those of CheckOptions
        if isinstance(value, tuple):
            value = [str(Path(one).absolute()) for one in value] if option == "rules" else list(value)
        if option == "baseline" and value:
            value = str(Path(value).absolute())
        if value not in (None, []):
            given[key] = value
    return config.load(Path.cwd(), given, options["config"])


def _scope(options: CheckOptions, settings: Settings) -> Scope:
    """What is judged, and against what. Raises UsageError where the options contradict each other."""
    modes = [name for name in ("staged", "changed_since", "tracked", "against") if options[name]]
    if len(modes) > 1:
        raise UsageError(f"--{modes[0]} and --{modes[1]} exclude each other".replace("_", "-"))
    paths = options["paths"]
    if not modes or options["against"]:
        if not paths:
            raise UsageError("no path given; name files or folders, as in: audit corpus/")
        inputs = inputs_of(paths, settings)
        return against(options["against"], inputs, settings) if options["against"] else Scope(inputs)
    git = repository(Path.cwd())
    if options["tracked"]:
        return in_git(git, paths, settings, None, None)
    if since := options["changed_since"]:
        return in_git(git, paths, settings, None, git.changed(since))
    if asked := pre_commit_range(os.environ):
        return in_git(git, paths, settings, asked[1], git.changed(*asked))
    return in_git(git, paths, settings, None, git.staged())


def _watched(inputs: Iterable[Input]) -> Iterator[Input]:
    """The inputs, counted on stderr where a person waits for them."""
    if not sys.stderr.isatty():
        yield from inputs
        return
    number = 0
    for number, item in enumerate(inputs, 1):  # counted on
        if number % 100 == 0:
            click.echo(f"\r{number:,} articles read", err=True, nl=False)
        yield item
    if number >= 100:
        click.echo("\r\x1b[K", err=True, nl=False)


def _index(options: CheckOptions) -> Index | None:
    if options["no_cache"]:
        return Index(None) if options["against"] or options["staged"] or options["changed_since"] else None
    index = Index(folder(options["cache_dir"]))
    if index.remark:
        click.echo(f"audit: {index.remark}", err=True)
    return index


def execute(options: CheckOptions) -> int:
    """Runs `audit check` and gives the exit code."""
    settings = configured(options).settings
    scope = _scope(options, settings)
    index = _index(options)
    with closing(index) if index else nullcontext():
        report = run(_watched(scope.inputs), runner(options["jobs"]), __version__, settings, index, scope.holdings)
    for target in options["output"]:
        written(report, target)
    show(report, options["form"], sys.stdout, options["verbose"])
    return _exit_code(report, settings)


def _exit_code(report: Report, settings: Settings) -> int:
    failing = settings.gate.fail_on or Severity.ERROR
    return FINDINGS if any(finding.severity.rank <= failing.rank for finding in report.findings) else PASSED
