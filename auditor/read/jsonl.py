"""JSON lines: one article a line, with `text` and what else is known of it."""

import json
from collections.abc import Iterator

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped
from auditor.read._fields import from_fields, text_of
from auditor.read._raw import Raw, decoded

SUFFIXES = (".jsonl", ".ndjson")


def split(raw: Raw) -> Iterator[Raw]:
    """One raw a non-blank line."""
    if raw.data[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16, in which a line end is two bytes
        raw = raw.part(decoded(raw).encode("utf-8", "surrogatepass"), raw.first_line)
    at, number = 0, raw.first_line
    while at < len(raw.data):
        end = raw.data.find(b"\n", at)
        end = len(raw.data) if end < 0 else end
        if line := raw.data[at:end].strip():
            yield raw.part(line, number)
        at, number = end + 1, number + 1


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
    return from_fields(record, raw, text=text_of(record), method="declared", first_line=raw.first_line, record=True)
