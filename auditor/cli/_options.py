"""Options that several commands share."""

from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def _commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--select SP,CO101` and `--select SP --select CO101` are the same."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def rule_options(command: Command) -> Command:
    """--select, --ignore and --rules."""
    for option in (
        click.option(
            "--rules", multiple=True, metavar="DIR", type=click.Path(), help="A folder of your own rules; repeatable."
        ),
        click.option("--ignore", multiple=True, metavar="RULES", callback=_commas, help="Rules not to run."),
        click.option(
            "--select", multiple=True, metavar="RULES", callback=_commas, help="Only these: codes, prefixes, families."
        ),
    ):
        command = option(command)
    return command
