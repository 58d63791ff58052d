"""Markdown: front matter between two `---` lines (`key: value` a line), then the body, which is the text."""

import re
from collections.abc import Iterator

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped, replace
from auditor.read._fields import from_fields
from auditor.read._own import REASON, is_report
from auditor.read._raw import Raw, decoded
from auditor.read._suppression import in_markdown

SUFFIXES = (".md", ".markdown")

_FENCE = re.compile(r"---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"\A([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The top-level `key: value` entries, quotes taken off, and the offset of the body. Raises UnreadableError."""
    opening = _FENCE.match(text)
    if not opening:
        return {}, 0
    closing = _END.search(text, opening.end())
    if not closing:
        raise UnreadableError("front matter is not closed; end it with a line of three hyphens", 1)
    found = {}
    for line in text[opening.end() : closing.start()].splitlines():
        if entry := _ENTRY.fullmatch(line.rstrip()):
            value = entry[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            found[entry[1].lower()] = value
    return found, closing.end()


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """One article; its spans index the body."""
    text = decoded(raw)
    if is_report(text):
        raise UnreadableError(REASON)
    fields, body = front_matter(text)
    first_line = 1 + text.count("\n", 0, body)
    document = from_fields(dict(fields), raw, text=text[body:], method="front matter", first_line=first_line)
    yield replace(document, ignores=in_markdown(document.text, first_line, fields))
