"""Which writer a stream gets, and how wide and how colourful it may be."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from auditor.errors import UsageError
from auditor.files import replacing
from auditor.model import Report
from auditor.write import Options, writer


def _color(out: TextIO) -> bool:
    """NO_COLOR wins (no-color.org), then FORCE_COLOR, then whether it is a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return out.isatty() and os.environ.get("TERM") != "dumb"


def _ascii(out: TextIO) -> bool:
    try:
        "“…”─█".encode(out.encoding or "ascii")
    except UnicodeEncodeError:
        return True
    return False


def options(out: TextIO, verbose: bool, documents: int) -> Options:
    """What the stream can show; `COLUMNS` overrules the terminal's width."""
    return Options(
        width=max(30, shutil.get_terminal_size((100, 24)).columns),
        color=_color(out),
        ascii=_ascii(out),
        single=verbose or documents == 1,
    )


def show(report: Report, form: str | None, out: TextIO, verbose: bool) -> None:
    """Writes the report to a stream, in the stream's own format where none is asked for."""
    rich = out.isatty() or bool(os.environ.get("FORCE_COLOR"))
    writer(form or ("terminal" if rich else "plain")).render(report, out, options(out, verbose, len(report.cards)))


def _target(target: str) -> tuple[str, str]:
    """The format and the file of `FORMAT=FILE`. Raises UsageError where it is none, or there is no such format."""
    form, equals, name = target.partition("=")
    if not equals or not name:
        raise UsageError(f"--output {target}: write it as FORMAT=FILE, as in --output sarif=audit.sarif")
    writer(form)
    return form, name


def possible(form: str | None, targets: Sequence[str]) -> None:
    """Raises UsageError, before a long run and not behind it, for a report that cannot be written."""
    if form:
        writer(form)
    for target in targets:
        _, name = _target(target)
        if not Path(name).absolute().parent.is_dir():
            raise UsageError(f"--output {target}: no folder {Path(name).parent}; make it first")


def written(report: Report, target: str) -> None:
    """Writes the report as `FORMAT=FILE` says, whole or not at all. Raises UsageError."""
    form, name = _target(target)
    with replacing(name) as out:
        writer(form).render(report, out, Options(width=100))
