"""The library's front door; the command line is a thin caller of it."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath

from auditor import __version__
from auditor.model import Document, Report
from auditor.pipeline import Input, run
from auditor.runner import runner
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
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[str] = (),
    jobs: int = 1,
) -> Report:
    """Audits files, folders and Documents, together.

    `select` and `ignore` name rules by code, prefix, family or id; `rules` are folders of your own rules; `jobs`
    processes share the work (0: one a core). The report is the same for any number of them.

    Raises UsageError where a path does not exist, RuleError where a rule is unknown or cannot be loaded. An input that
    cannot be read is no error: it stands in `report.skipped` with its reason.
    """
    return run(_inputs(items), runner(jobs), __version__, tuple(rules), tuple(select), tuple(ignore))
