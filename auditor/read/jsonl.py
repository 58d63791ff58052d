"""JSON lines: one article a line, with `text` and what else is known of it."""

import json
from collections.abc import Iterator

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped
from auditor.read._fields import from_fields
from auditor.read._raw import Raw, decoded

SUFFIXES = (".jsonl", ".ndjson")


def split(raw: Raw) -> Iterator[Raw]:
    """One raw a non-blank line."""
    for number, line in enumerate(raw.data.split(b"\n"), raw.first_line):
        if line.strip():
            yield raw.part(line, number)


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The article of each line; a line that cannot be read is told and the next one goes on."""
    for line in split(raw):
        try:
            yield _article(line)
        except UnreadableError as error:
            yield Skipped(raw.path, error.reason, line.first_line)


def _article(raw: Raw) -> Document:
    try:
        record = json.loads(decoded(raw))
    except ValueError as error:
        raise UnreadableError(f"broken JSON: {str(error)[:80]}") from error
    except RecursionError as error:
        raise UnreadableError("broken JSON: nested too deeply") from error
    if not isinstance(record, dict):
        raise UnreadableError("not an article: a line holds one JSON object with a `text`")
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableError("not an article: `text` is missing or no string")
    return from_fields(record, raw, text=text, method="declared", first_line=raw.first_line, record=True)
