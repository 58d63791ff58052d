"""`audit explain`: the page of a rule."""

import inspect
import re
from pathlib import Path

import click

from auditor.cli._options import rule_names
from auditor.files import portable

_CASE = re.compile(r"^ *(flag|pass): (.+)$")
_SAID = {"flag": "It flags what stands in [[ ]] here:", "pass": "It leaves alone:"}


@click.command("explain", short_help="Shows what a rule finds, why, and examples.")
@click.argument("rule", shell_complete=rule_names)
@click.option("--rules", multiple=True, metavar="DIR", type=click.Path(), help="A folder of your own rules.")
def command(rule: str, rules: tuple[str, ...]) -> None:
    """Shows the page of RULE (a code, an id or a family): what it finds, why, how well, and its cases."""
    from auditor.rules import load, select

    for found in select(load(rules), (rule,)):
        click.echo(f"{found.code} {found.id}: {found.severity}, weight {found.weight:g} (1 is usual)\n")
        _show(inspect.cleandoc(found.page))
        if (beside := Path(found.file).with_suffix(".cases.md")).is_file():
            click.echo(f"Longer cases: {portable(str(beside))}\n")


def _show(page: str) -> None:
    """Prints a page: its prose, then the cases by kind."""
    lines = page.splitlines()
    cases = [case for case in map(_CASE.match, lines) if case]
    click.echo("\n".join(line for line in lines if not _CASE.match(line)).rstrip() + "\n")
    for kind, said in _SAID.items():
        mine = [case[2] for case in cases if case[1] == kind]
        if mine:
            click.echo("\n    ".join([said, *mine]) + "\n")
