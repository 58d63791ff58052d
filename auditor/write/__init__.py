"""Writers: one module an output format, found by name. A writer has `render(report, out, options)`."""

import importlib
import pkgutil
from dataclasses import dataclass
from typing import Protocol, TextIO, cast

from auditor.errors import UsageError
from auditor.model import Report


@dataclass(frozen=True, slots=True)
class Options:
    """How to write: `width` in columns, `color`, `ascii` where the terminal has no more; `single` shows findings."""

    width: int = 100
    color: bool = False
    ascii: bool = False
    single: bool = False


class Writer(Protocol):
    """What a writer module offers."""

    def render(self, report: Report, out: TextIO, options: Options) -> None:
        """Writes the whole report to `out`."""


def formats() -> tuple[str, ...]:
    """The names of the formats, in order."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")))


def writer(name: str) -> Writer:
    """The writer of a format. Raises UsageError for an unknown one."""
    if name not in formats():
        raise UsageError(f"no format is called {name!r}; there are {', '.join(formats())}")
    return cast(Writer, importlib.import_module(f"{__name__}.{name}"))
