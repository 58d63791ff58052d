"""From options to a report: configuration, scope, index, run. Shared by the commands that audit."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from auditor import __version__, config
from auditor.cli._options import CheckOptions
from auditor.cli._progress import size, watched
from auditor.errors import UsageError
from auditor.index import Index, folder
from auditor.index.recall import Input
from auditor.inputs.git import pre_commit_range, repository
from auditor.inputs.scope import Scope, against, in_git
from auditor.inputs.walk import files, from_stream, raws
from auditor.model import Card, Finding, Report
from auditor.pipeline import run
from auditor.read import STDIN
from auditor.rules import load as load_rules
from auditor.rules import select
from auditor.runner import runner
from auditor.settings import Settings
from auditor.suppress import NAME, Suppressed, load, suppressed

NOTHING = "no article was read; name files or folders that hold some, as in: audit corpus/"

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
    """The configuration file under the options that were given. Raises UsageError where these contradict each other."""
    modes = [name for name in ("staged", "changed_since", "tracked", "against") if options[name]]
    if len(modes) > 1:
        raise UsageError(f"--{modes[0]} and --{modes[1]} exclude each other".replace("_", "-"))
    given: dict[str, object] = {}
    for option, key in _KEYS.items():
        value = options[option]  # type: ignore[literal-required]  # the keys of _KEYS are those of CheckOptions
        if isinstance(value, tuple):
            value = [str(Path(one).absolute()) for one in value] if option == "rules" else list(value)
        if option == "baseline" and value:
            value = str(Path(value).absolute())
        if value not in (None, []):
            given[key] = value
    articles = () if named_by_git(options) else options["paths"]
    found = config.load(Path.cwd(), given, options["config"], articles)
    return replace(found, settings=replace(found.settings, base=str(base_of(options))))


def named_by_git(options: CheckOptions) -> bool:
    """Whether git names the articles."""
    return bool(options["staged"] or options["changed_since"] or options["tracked"])


def base_of(options: CheckOptions) -> Path:
    """What the report's paths are relative to: the top of the work tree where git named them."""
    return repository(Path.cwd()).root if named_by_git(options) else Path.cwd()


def _stdin(name: str) -> Iterator[Input]:
    if sys.stdin is None:  # closed by the caller (`<&-`)
        raise UsageError("-: standard input is closed")
    stream = sys.stdin.buffer if hasattr(sys.stdin, "buffer") else io.BytesIO(sys.stdin.read().encode())
    yield from from_stream(stream, name)


def _from_paths(options: CheckOptions, settings: Settings) -> Iterator[Input]:
    """Files in the order given, then standard input where a path is `-`."""
    paths = [path for path in options["paths"] if path != STDIN]
    found = list(
        files(paths, settings.exclude, options["force_exclude"], root=settings.root, against=options["against"])
    )
    yield from watched(raws(found), "auditing", size(found))
    if STDIN in options["paths"]:
        yield from _stdin(options["stdin_filename"])


def scope_of(options: CheckOptions, settings: Settings) -> Scope:
    """What is judged, and against what. Raises UsageError where neither a path nor git says it."""
    if not named_by_git(options):
        if not options["paths"]:
            raise UsageError("no path given; name files or folders, as in: audit corpus/")
        inputs = _from_paths(options, settings)
        return against(options["against"], inputs, settings) if options["against"] else Scope(inputs)
    git = repository(Path.cwd())
    if options["tracked"]:
        whole = in_git(git, options["paths"], settings, None, None)
        return Scope(watched(whole.inputs, "auditing"))
    if since := options["changed_since"]:
        return in_git(git, options["paths"], settings, None, git.changed(since))
    if asked := pre_commit_range(os.environ):
        return in_git(git, options["paths"], settings, asked[1], git.changed(*asked))
    return in_git(git, options["paths"], settings, None, git.staged())


def may_be_empty(options: CheckOptions) -> bool:
    """Whether a run that has nothing to audit is as it should be: what git names need not hold an article, and of named
    files all may be excluded (pre-commit names them one by one)."""
    return named_by_git(options) or options["force_exclude"]


def _index(options: CheckOptions, needed: bool) -> Index | None:
    """The index of the options; in memory where it is needed and must not be kept."""
    if options["no_cache"]:
        return Index(None) if needed else None
    return Index(folder(options["cache_dir"]))


def _answered(findings: Sequence[Finding], cards: Sequence[Card], found: config.Config, whole: bool) -> Suppressed:
    """The findings, with those that `audit-ignore.toml` or an article answers for suppressed."""
    path = found.root / NAME
    listed = load(path) if path.is_file() else ()
    obeyed = found.values.get("ignores-in-articles") is not False
    everything = load_rules(found.settings.rules)
    codes = {rule.code for rule in select(everything, found.settings.select, found.settings.ignore)}
    whole = whole and len(codes) == len(everything)
    return suppressed(findings, cards, listed, date.today(), codes=codes, whole=whole, in_articles=obeyed)


def _covers(paths: Sequence[str], root: Path) -> bool:
    """Whether the run looks at all that an ignore file in `root` can be about."""
    return not paths or any(root.resolve().is_relative_to(Path(path).resolve()) for path in paths)


def audited(options: CheckOptions) -> tuple[Report, config.Config]:
    """The report on what the options name, suppressions applied, and the configuration in force."""
    found = configured(options)
    scope = scope_of(options, found.settings)
    holdings = scope.holdings
    if holdings:
        holdings = replace(holdings, read=partial(_indexed, holdings.read))
    index = _index(options, needed=holdings is not None)
    answer = partial(_answered, found=found, whole=holdings is None and _covers(options["paths"], found.root))
    with ExitStack() as stack:
        if index:
            stack.enter_context(closing(index))
            stack.enter_context(index.needed())
        report = run(scope.inputs, runner(options["jobs"]), __version__, found.settings, index, holdings, answer)
    if index and index.remark:
        click.echo(f"audit: {index.remark}", err=True)
    return report, found


def _indexed(read: Callable[[Sequence[str]], Iterable[Input]], paths: Sequence[str]) -> Iterator[Input]:
    return watched(read(paths), "indexing the archive")
