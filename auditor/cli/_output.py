"""Which writer a stream gets, and how wide and how colourful it may be."""

import os
import shutil
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


def written(report: Report, target: str) -> None:
    """Writes the report as `FORMAT=FILE` says, whole or not at all. Raises UsageError."""
    form, equals, name = target.partition("=")
    if not equals or not name:
        raise UsageError(f"--output {target}: write it as FORMAT=FILE, as in --output sarif=audit.sarif")
    with replacing(name) as out:
        writer(form).render(report, out, Options(width=100))
