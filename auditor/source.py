"""Whose article it is, and how that is known. Never a guess: what cannot be told is unattributed."""

import re

from auditor.model import Document, replace

# Footers by which an aggregator names where the text came from.
_UPSTREAM = re.compile(
    r"^[ \t]*(?:source link|original source|originally published (?:at|by|in|on)|first published (?:at|by|in|on)|"
    r"this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published) (?:at|by|in|on))"
    r"[ \t]{0,3}:?[ \t]{0,3}(?P<what>[^\r\n]{3,300})",
    re.IGNORECASE | re.MULTILINE,
)
_HOST = re.compile(r"https?://(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def upstream(text: str) -> str | None:
    """The site or outlet that a footer names as the text's origin."""
    match = _UPSTREAM.search(text)
    if not match:
        return None
    host = _HOST.search(match["what"])
    return host[1].lower() if host else match["what"].strip(" .:")


def attribute(document: Document, folder: str | None = None) -> Document:
    """The document with its source, the method and its confidence (0 to 1) settled, and the upstream apart."""
    origin = document.upstream or upstream(document.text)
    if document.source:
        declared = document.source_method == "none"
        return replace(
            document,
            upstream=origin,
            source_method="declared" if declared else document.source_method,
            source_confidence=1.0 if declared else document.source_confidence,
        )
    if folder:
        # A folder is somebody's order, not the article's word; 0.5 says so.
        return replace(document, upstream=origin, source=folder, source_method="folder", source_confidence=0.5)
    return replace(document, upstream=origin)
