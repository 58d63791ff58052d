"""Plain text: the whole file is the article."""

from collections.abc import Iterator

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped
from auditor.read._own import REASON, is_report
from auditor.read._raw import Raw, decoded

SUFFIXES = (".txt", ".text")


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """One article."""
    text = decoded(raw)
    if is_report(text):
        raise UnreadableError(REASON)
    yield Document(id=raw.path, text=text, path=raw.path)
