"""The library's front door; the command line is a thin caller of it."""

from collections.abc import Iterable, Iterator
from os import PathLike, fspath

from auditor import __version__
from auditor.index.recall import Input
from auditor.inputs.walk import files, raws
from auditor.model import Document, Report
from auditor.pipeline import run
from auditor.runner import runner
from auditor.settings import Settings


def inputs_of(items: Iterable[str | PathLike[str] | Document], settings: Settings) -> Iterator[Input]:
    """Documents as they are and files read, in order; a file that two paths hold comes once."""
    seen: set[str] = set()
    paths: list[str] = []
    for item in items:
        if not isinstance(item, Document):
            paths.append(fspath(item))
            continue
        if paths:
            yield from raws(files(paths, settings.exclude, root=settings.root, seen=seen))
            paths = []
        yield item
    yield from raws(files(paths, settings.exclude, root=settings.root, seen=seen))


def audit(
    items: str | PathLike[str] | Document | Iterable[str | PathLike[str] | Document],
    *,
    settings: Settings | None = None,
    jobs: int = 1,
) -> Report:
    """Audits files, folders and Documents, together; one alone needs no list.

    `settings` say which rules run and what is known beforehand (`auditor.config.load` reads them from a file; default:
    all rules, no configuration). `jobs` processes share the work (0: one a core); the report is the same for any number.
    Ids are to be unique: of Documents that share one, the later ones are found in the report under `id~2`, `id~3` ….

    Items may come from an iterator and are let go once they are examined: what is kept of each for the comparison and
    the report takes about 12 KB of memory, with three findings each, and 10 KB in temporary files (measured on 100,000
    made of 1,500). For more articles than fit, judge the new ones against an archive in the index (`audit check
    --against`).

    Raises UsageError where a path does not exist, RuleError where a rule is unknown or cannot be loaded. An input that
    cannot be read is no error: it stands in `report.skipped` with its reason.
    """
    chosen = settings or Settings()
    if isinstance(items, str | PathLike | Document):
        items = [items]
    return run(inputs_of(items, chosen), runner(jobs), __version__, chosen)
