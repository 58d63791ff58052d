"""Plain text: the whole file is the article."""

from collections.abc import Iterator

from auditor.model import Document, Skipped
from auditor.read._raw import Raw, decoded

SUFFIXES = (".txt", ".text")


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """One article."""
    yield Document(id=raw.path, text=decoded(raw), path=raw.path)
