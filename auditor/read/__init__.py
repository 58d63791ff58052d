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
from auditor.read._gzip import LARGEST
from auditor.read._raw import PACKED, STDIN, Raw, decoded, inner_suffix

__all__ = [
    "LARGEST",
    "LONGEST",
    "PACKED",
    "STDIN",
    "Raw",
    "decoded",
    "inner_suffix",
    "parse",
    "split",
    "suffixes",
    "unreadable",
]

# Characters of one article; the longest of 8,385 genuine ones in the development data has 132,922.
LONGEST = 1_000_000


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


@lru_cache(maxsize=1)
def suffixes() -> tuple[str, ...]:
    """The suffixes that can be read, in order; each of them may be followed by `.gz`."""
    return tuple(sorted(_readers()))


def unreadable(path: str) -> str | None:
    """Why no reader takes a file of this name; None where one does."""
    suffix = inner_suffix(path)
    if suffix in _readers():
        return None
    return f"no reader for {suffix or 'a file without suffix'}; readable are {' '.join(suffixes())}"


def _reader(raw: Raw) -> Reader:
    if reason := unreadable(raw.path):
        raise UnreadableError(reason)
    return _readers()[raw.suffix]


def split(raw: Raw) -> Iterator[Raw | Skipped]:
    """The raws of which `raw` consists; itself where its reader does not split."""
    try:
        cut = getattr(_reader(raw), "split", None)
        if cut is None:
            yield raw
        else:
            yield from cut(raw.open())
    except UnreadableError as error:
        yield Skipped(raw.path, error.reason, error.line, lasting=error.lasting)


def _refusal(document: Document) -> str | None:
    if not document.text.strip() and not document.title.strip():
        return "empty: no text in it"
    if (length := len(document.title) + len(document.text)) > LONGEST:
        return f"{length} characters, longer than any article ({LONGEST}); split it"
    return None


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The articles of a raw input; what cannot be read comes as `Skipped` with its reason, never as an error."""
    try:
        for item in _reader(raw).parse(raw.open()):
            if isinstance(item, Document) and (reason := _refusal(item)):
                yield Skipped(raw.path, reason, item.first_line if item.record else None)
            else:
                yield item
    except UnreadableError as error:
        yield Skipped(raw.path, error.reason, error.line, lasting=error.lasting)
