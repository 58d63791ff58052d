"""The command line: click, and a thin caller of the library."""

import sys

import click

from auditor import __version__
from auditor.api import audit
from auditor.write import Options, writer


@click.command()
@click.version_option(__version__)
@click.option("--format", "name", default="json")
@click.option("-j", "jobs", default=0)
@click.option("--no-cache", is_flag=True)
@click.argument("paths", nargs=-1)
def main(paths: tuple[str, ...], name: str, jobs: int, no_cache: bool) -> None:  # noqa: ARG001
    """Audits PATHS."""
    writer(name).render(audit(paths, jobs=jobs), sys.stdout, Options())
