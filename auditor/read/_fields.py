"""Declared fields (front matter, JSON) to a Document, whatever an author has put into them."""

from collections.abc import Mapping

from auditor.errors import UnreadableError
from auditor.model import Document
from auditor.read._markup import plain
from auditor.read._raw import Raw

# What the common exporters call them; the first that is there counts.
_NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site"),
    "url": ("url", "link"),
    "canonical": ("canonical", "canonical_url"),
    "site_name": ("site_name",),
    "upstream": ("upstream",),
    "date": ("date", "published", "date_published", "datePublished", "pubDate"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
_TEXTS = ("text", "articleBody", "body", "content_text")
_MARKUP = ("content_html", "html")


def _named(value: object) -> object:
    """The name of an object that has one ({"@type": "Person", "name": …}); anything else as it is."""
    return value.get("name") if isinstance(value, dict) else value


def one(value: object) -> str | None:
    """A declared value as a line of text; a list is joined, of an object its name counts, else it is not a value."""
    value = _named(value)
    if isinstance(value, list):
        value = ", ".join(name for item in value if isinstance(name := _named(item), str))
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def _declared(fields: Mapping[str, object], name: str) -> str | None:
    for key in _NAMES[name]:
        if (value := one(fields.get(key))) is not None:
            return value
    return None


def text_of(record: object) -> str:
    """The text of a JSON record, exactly as it stands there. Raises UnreadableError where there is none."""
    if not isinstance(record, dict):
        raise UnreadableError("not an article: an article is a JSON object with a `text`")
    for key in _TEXTS:
        if isinstance(text := record.get(key), str):
            return text
    for key in _MARKUP:
        if isinstance(markup := record.get(key), str):
            return plain(markup)
    raise UnreadableError("not an article: `text` is missing or no string")


def from_fields(
    fields: Mapping[str, object],
    raw: Raw,
    text: str,
    method: str,
    first_line: int,
    record: bool = False,
) -> Document:
    """A Document of `text` with whatever of the fields can be used; its id is its path unless it is a record."""
    own_id = one(fields.get("id")) if record else None
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
        upstream=_declared(fields, "upstream"),
        url=_declared(fields, "url"),
        date=_declared(fields, "date"),
        author=_declared(fields, "author"),
        language=_declared(fields, "language"),
        canonical=_declared(fields, "canonical"),
        site_name=_declared(fields, "site_name"),
    )
