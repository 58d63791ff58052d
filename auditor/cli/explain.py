"""`audit explain`: the page of a rule."""

import inspect
import sys

import click


@click.command("explain")
@click.argument("rule")
@click.option("--rules", multiple=True, metavar="DIR", type=click.Path(), help="A folder of your own rules.")
def command(rule: str, rules: tuple[str, ...]) -> None:
    """Shows the page of RULE (a code or an id): what it finds, why, and its cases."""
    from auditor.rules import load, select

    for found in select(load(rules), (rule,)):
        click.echo(f"{found.code} {found.id} ({found.severity}, weight {found.weight:g})\n", file=sys.stdout)
        click.echo(inspect.cleandoc(found.page), file=sys.stdout)
        click.echo(file=sys.stdout)
