"""What is said, as a kind: a span of content to fact, opinion or speculation."""

from bisect import bisect_left
from collections.abc import Sequence

from auditor.model import Span
from auditor.text.attribution.kinds import ContentKind, content_kind
from auditor.text.attribution.words import Words


def kind_of_content(found: Words, cue: Sequence[str], span: Span | None) -> ContentKind:
    """The kind of what is said with the given cue; nothing said is a fact."""
    if span is None:
        return ContentKind.FACT
    starts = found.tokens.starts
    # What stands behind a semicolon is another statement.
    end = found.text.find(";", span.start, span.end)
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end if end < 0 else end)
    return content_kind(cue, found.tokens.texts[first:last], found.tokens.lower[first:last])
