"""How far a long run has come, on stderr, where a person waits."""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from auditor.index.recall import Input
from auditor.inputs.walk import File
from auditor.model import Skipped
from auditor.read import Raw

# Runs that end sooner show nothing.
_PATIENCE = 1.0
_STEP = 0.1


def size(files: Iterable[File | Skipped]) -> int:
    """Bytes in all of the files together, as far as they can be asked."""
    total = 0
    for file in files:
        if isinstance(file, File):
            try:
                total += Path(file.path).stat().st_size
            except OSError:
                continue
    return total


def _line(done: int, total: int | None, articles: int, seconds: float, label: str) -> str:
    rate = f"{articles:,} articles, {articles / seconds:,.0f} a second"
    if not total:
        return f"{label} {rate}"
    share = min(1.0, done / total)
    bar = "#" * round(30 * share)
    return f"{label} [{bar:<30}] {share:4.0%}  {rate}"


def watched(inputs: Iterable[Input], label: str, total: int | None = None) -> Iterator[Input]:
    """The inputs as they are; after a second, and only on a terminal, a line on stderr that says how far they are."""
    if not sys.stderr.isatty():
        yield from inputs
        return
    begun = last = time.monotonic()
    done = shown = 0
    for articles, item in enumerate(inputs, 1):
        yield item
        done += len(item.data) if isinstance(item, Raw) else 0
        now = time.monotonic()
        if now - begun > _PATIENCE and now - last > _STEP:
            line = _line(done, total, articles, now - begun, label)[:100]
            click.echo("\r" + line.ljust(shown), err=True, nl=False)
            shown, last = len(line), now
    if shown:
        click.echo("\r" + " " * shown + "\r", err=True, nl=False)
