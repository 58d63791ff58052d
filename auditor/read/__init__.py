"""Readers: one module an input format, found by suffix.

A reader module has `SUFFIXES` and `parse(raw) -> Iterator[Document | Skipped]`; it may have `split(raw)`, which cuts a
file of many articles into raws cheaply, so that the parsing itself is shared among processes. Modules that begin with
an underscore are no readers. Nothing but `UnreadableError` may come out of a reader for bad input.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol, cast

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped
from auditor.read._raw import Raw, decoded

__all__ = ["Raw", "decoded", "parse", "split", "suffixes"]


class Reader(Protocol):
    """What a reader module offers; `split` is optional."""

    SUFFIXES: tuple[str, ...]

    def parse(self, raw: Raw) -> Iterator[Document | Skipped]:
        """The articles in one raw input, and word of each that cannot be read."""


@lru_cache(maxsize=1)
def _readers() -> dict[str, Reader]:
    found: dict[str, Reader] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            reader = cast(Reader, importlib.import_module(f"{__name__}.{module.name}"))
            found |= dict.fromkeys(reader.SUFFIXES, reader)
    return found


def suffixes() -> tuple[str, ...]:
    """The suffixes that can be read, in order."""
    return tuple(sorted(_readers()))


def _reader(raw: Raw) -> Reader:
    reader = _readers().get(raw.suffix)
    if reader is None:
        raise UnreadableError(
            f"no reader for {raw.suffix or 'a file without suffix'}; readable are {' '.join(suffixes())}"
        )
    return reader


def split(raw: Raw) -> Iterator[Raw]:
    """The raws of which `raw` consists; itself where its reader does not split."""
    try:
        cut = getattr(_reader(raw), "split", None)
    except UnreadableError:
        cut = None
    yield from (cut(raw) if cut else (raw,))


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The articles of a raw input; what cannot be read comes as `Skipped` with its reason, never as an error."""
    try:
        for item in _reader(raw).parse(raw):
            if isinstance(item, Document) and not item.text.strip() and not item.title.strip():
                yield Skipped(raw.path, "empty: no text in it", item.first_line if item.record else None)
            else:
                yield item
    except UnreadableError as error:
        yield Skipped(raw.path, error.reason, error.line)
