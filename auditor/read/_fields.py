"""Declared fields (front matter, JSON) to a Document, whatever an author has put into them."""

from collections.abc import Mapping

from auditor.model import Document
from auditor.read._raw import Raw

# What the common exporters call them; the first that is there counts.
_NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site"),
    "url": ("url", "link", "canonical"),
    "date": ("date", "published", "date_published", "datePublished", "pubDate"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}


def _one(value: object) -> str | None:
    """A declared value as a line of text; a list is joined, anything nested is not a value."""
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def _declared(fields: Mapping[str, object], name: str) -> str | None:
    for key in _NAMES[name]:
        if (value := _one(fields.get(key))) is not None:
            return value
    return None


def from_fields(
    fields: Mapping[str, object],
    raw: Raw,
    text: str,
    method: str,
    first_line: int,
    record: bool = False,
) -> Document:
    """A Document of `text` with whatever of the fields can be used; its id is its path unless it is a record."""
    own_id = _one(fields.get("id")) if record else None
    source = _declared(fields, "source")
    return Document(
        id=own_id or (f"{raw.path}:{first_line}" if record else raw.path),
        text=text,
        title=_declared(fields, "title") or "",
        path=raw.path,
        first_line=first_line,
        record=record,
        source=source,
        source_method=method if source else "none",
        source_confidence=1.0 if source else 0.0,
        url=_declared(fields, "url"),
        date=_declared(fields, "date"),
        author=_declared(fields, "author"),
        language=_declared(fields, "language"),
    )
