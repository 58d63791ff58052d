"""`audit check`: audits articles, reports, and says whether they pass."""

from typing import Unpack

import click

from auditor.cli._options import CheckOptions, check_options


@click.command("check", short_help="Audits articles, ranks their sources, fails on grave findings.")
@check_options
def command(**options: Unpack[CheckOptions]) -> int:
    """Audits files and folders together, ranks their sources, and fails on grave findings.

    What is audited: PATHS; or, in a git repository, the staged change (--staged), what changed since a commit
    (--changed-since) or every article (--tracked), as git holds it. A change is judged against all other articles of
    the repository; --against does the same for files and a folder.

    Exit code: 0 passed, 1 findings at or above the gate, 2 wrong use, or nothing could be audited,
    3 a bug of ours.
    """
    from auditor.cli._check import execute

    return execute(options)
