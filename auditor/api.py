"""The library's front door; the command line is a thin caller of it."""

from collections.abc import Iterable
from os import PathLike, fspath

from auditor import __version__
from auditor.model import Document, Report
from auditor.pipeline import Input, run
from auditor.runner import runner
from auditor.settings import Settings
from auditor.walk import raws


def _inputs(items: Iterable[str | PathLike[str] | Document]) -> Iterable[Input]:
    for item in items:
        if isinstance(item, Document):
            yield item
        else:
            yield from raws([fspath(item)])


def audit(
    items: Iterable[str | PathLike[str] | Document],
    *,
    settings: Settings | None = None,
    jobs: int = 1,
) -> Report:
    """Audits files, folders and Documents, together.

    `settings` say which rules run and what is known beforehand (`auditor.config.load` reads them from a file; default:
    all rules, no configuration). `jobs` processes share the work (0: one a core); the report is the same for any number.

    Raises UsageError where a path does not exist, RuleError where a rule is unknown or cannot be loaded. An input that
    cannot be read is no error: it stands in `report.skipped` with its reason.
    """
    return run(_inputs(items), runner(jobs), __version__, settings or Settings())
