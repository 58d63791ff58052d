"""Options that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, TypeVar

import click

from auditor.model import FAMILIES
from auditor.write import formats

Command = TypeVar("Command", bound=Callable[..., object])


class CheckOptions(TypedDict):
    """What `audit check` can be told."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    rules: tuple[str, ...]
    config: Path | None
    exclude: tuple[str, ...]
    force_exclude: bool
    stdin_filename: str
    staged: bool
    changed_since: str | None
    tracked: bool
    against: str | None
    baseline: str | None
    fail_on: str | None
    fail_under: float | None
    max_new: int | None
    form: str | None
    output: tuple[str, ...]
    verbose: bool
    what_if: tuple[str, ...]
    show_text: bool
    jobs: int
    no_cache: bool
    cache_dir: str | None


def _commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select SP,CO101` and `--select SP --select CO101` are the same."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def rule_names(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """For the shell: the codes and families that begin so."""
    from auditor.rules import load

    rules = load()
    return [name for name in (*FAMILIES, *(rule.code for rule in rules)) if name.startswith(begun)]


def _format_names(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    return [name for name in formats() if name.startswith(begun)]


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


rule_options = _all(
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        callback=_commas,
        shell_complete=rule_names,
        help="Only these rules: codes, prefixes, families.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULES",
        callback=_commas,
        shell_complete=rule_names,
        help="Rules not to run.",
    ),
    click.option("--rules", multiple=True, metavar="DIR", type=click.Path(), help="A folder of rules of your own."),
    click.option("--config", type=click.Path(path_type=Path), help="This file instead of the nearest audit.toml."),
)

check_options = _all(
    click.argument("paths", nargs=-1, type=click.Path()),
    click.option("--staged", is_flag=True, help="Judge the change that is staged in git."),
    click.option("--changed-since", metavar="REF", help="Judge what changed since this commit."),
    click.option("--tracked", is_flag=True, help="Judge every article that git tracks."),
    click.option(
        "--against", metavar="DIR", type=click.Path(), help="Judge PATHS against the articles of this folder."
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Do not read these files."),
    click.option("--force-exclude", is_flag=True, help="Apply exclusions to files that are named, too."),
    click.option(
        "--stdin-filename",
        default="-",
        metavar="NAME",
        help="What `-` (standard input) is called; its suffix tells the format.",
    ),
    rule_options,
    click.option(
        "--baseline", metavar="FILE", help="Known findings, which do not fail; default: .audit-baseline.json, if there."
    ),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        help="The least severity that fails; default: error.",
    ),
    click.option(
        "--fail-under",
        type=click.FloatRange(0, 100),
        metavar="SCORE",
        help="Fail where a source with enough articles scores less.",
    ),
    click.option(
        "--max-new", type=click.IntRange(0), metavar="N", help="So many new findings are tolerated; default: 0."
    ),
    click.option(
        "--format",
        "form",
        metavar="NAME",
        shell_complete=_format_names,
        help=f"{', '.join(formats())}; default: terminal or plain, as stdout is.",
    ),
    click.option("--output", multiple=True, metavar="FORMAT=FILE", help="Write the report to a file, too; repeatable."),
    click.option(
        "--what-if",
        multiple=True,
        metavar="ignore=RULE|RULE=FACTOR",
        help="Show which scores and ranks would move; repeatable.",
    ),
    click.option("--show-text", is_flag=True, help="Print the text of the articles as it was read, and judge nothing."),
    click.option("-v", "--verbose", is_flag=True, help="Show the findings of every article."),
    click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; 0, the default: one a core."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the index of earlier runs."),
    click.option("--cache-dir", metavar="DIR", help="Where the index is kept; default: the user's cache."),
)
