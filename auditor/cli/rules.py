"""`audit rules`: lists the rules, or runs them over the cases of their pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from auditor.errors import FINDINGS, PASSED

if TYPE_CHECKING:
    from auditor.rule import Rule


@click.command("rules", short_help="Lists the rules; --test runs their cases.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", type=click.Path(), help="A folder of your own rules.")
@click.option("--test", is_flag=True, help="Run the rules over the cases of their pages; with --rules your own only.")
def command(folders: tuple[str, ...], test: bool) -> int:
    """Lists all rules: code, severity, id and what they find. `audit explain CODE` shows a rule's whole page."""
    from auditor.rules import is_own, load

    rules = load(folders)
    if test:
        return _tested([rule for rule in rules if is_own(rule) or not folders])
    for rule in rules:
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.id:<36} {_first_line(rule)}")
    return PASSED


def _first_line(rule: "Rule") -> str:
    return rule.page.strip().splitlines()[0] if rule.page.strip() else "(no page)"


def _tested(rules: "Sequence[Rule]") -> int:
    """Tells of each rule whether it does as its cases say."""
    from auditor.cases import cases, check
    from auditor.words import plural

    tried = failed = untested = 0
    for rule in rules:
        found = cases(rule)
        problems = [(case, problem) for case in found if (problem := check(rule, case))]
        tried, failed, untested = tried + len(found), failed + len(problems), untested + (not found)
        said = f"{len(problems)} of {plural(len(found), 'case')} failed" if problems else plural(len(found), "case")
        click.echo(
            f"{rule.code}  {rule.id:<36} {said if found else 'NO CASES: write flag: and pass: lines on its page'}"
        )
        for case, problem in problems:
            click.echo(f"    {'flag' if case.flag else 'pass'}: {case.name[:100]}\n        {problem}")
    without = f", {untested} without any" if untested else ""
    click.echo(f"{plural(len(rules), 'rule')}, {plural(tried, 'case')}{without}, {failed} failed")
    return FINDINGS if failed or untested else PASSED
