"""`audit rules`: lists the rules, or tests those of a folder against their own cases."""

import click

from auditor.errors import FINDINGS, PASSED


@click.command("rules")
@click.option("--rules", "folders", multiple=True, metavar="DIR", type=click.Path(), help="A folder of your own rules.")
@click.option("--test", is_flag=True, help="Run every listed rule over the cases of its page.")
def command(folders: tuple[str, ...], test: bool) -> int:
    """Lists all rules: code, id, severity and what they find."""
    from auditor.cases import cases, check
    from auditor.rules import load

    failed = tried = 0
    for rule in load(folders):
        first = rule.page.strip().splitlines()[0] if rule.page.strip() else "(no page)"
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.id:<36} {first}")
        for case in cases(rule) if test else ():
            tried += 1
            if problem := check(rule, case):
                failed += 1
                click.echo(f"       {case.name[:60]}: {problem}")
    if test:
        click.echo(f"{tried} cases, {failed} failed")
    return FINDINGS if failed else PASSED
