"""Which of several copies is the first, and what tells."""

import re
from collections.abc import Sequence

from auditor.model import Card, Document
from auditor.text.dates import parsed

Named = Document | Card
_TIME = re.compile(r"T([0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)")


def _moment(document: Named) -> tuple[str, str] | None:
    day = parsed(document.date)
    time = _TIME.search(document.date or "")
    return (day.isoformat(), time[1] if time else "") if day else None


def _is_named(upstream: str, document: Named) -> bool:
    """Whether `upstream` is what the document calls its source, or the host of its address."""
    wanted = upstream.lower().removeprefix("www.")
    host = re.match(r"https?://(?:www\.)?([^/?#]+)", document.url or "", re.IGNORECASE)
    return wanted in ((document.source or "").lower().removeprefix("www."), host[1].lower() if host else "")


def original_of(documents: Sequence[Named]) -> tuple[Named, str | None]:
    """Which of the copies is the first, and what tells: "upstream", "date" or nothing."""
    named = {o.id for o in documents for d in documents[:64] if d is not o and d.upstream and _is_named(d.upstream, o)}
    moments = {document.id: _moment(document) for document in documents}

    def rank(document: Named) -> tuple[bool, bool, tuple[str, str], str]:
        return (
            document.id not in named,
            document.upstream is not None,
            moments[document.id] or ("9999", ""),
            document.id,
        )

    first = min(documents, key=rank)
    if first.id in named:
        return first, "upstream"
    earliest = moments[first.id]
    known = [moments[document.id] for document in documents if document is not first]
    if earliest and all(moment and earliest < moment for moment in known):
        return first, "date"
    return first, None
