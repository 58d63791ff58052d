"""What is said, as a kind: a span of content to fact, opinion or speculation."""

from bisect import bisect_left
from collections.abc import Sequence

from auditor.model import Span
from auditor.text.attribution.kinds import ContentKind, content_kind, judges
from auditor.text.attribution.words import Words

MARKS = frozenset('“"‘«„')


def kind_of_content(found: Words, cue: Sequence[str], span: Span | None) -> ContentKind:
    """The kind of what is said with the given cue; nothing said is a fact."""
    if span is None:
        return ContentKind.FACT
    starts = found.tokens.starts
    # What stands behind a semicolon is another statement.
    end = found.text.find(";", span.start, span.end)
    end = span.end if end < 0 else end
    first, last = bisect_left(starts, span.start), bisect_left(starts, end)
    texts, low = found.tokens.texts[first:last], found.tokens.lower[first:last]
    kind = content_kind(cue, texts, low)
    # A quotation begins at the content's first character, or is what stands inside the marks.
    quoted = not MARKS.isdisjoint(found.text[max(0, span.start - 1) : span.start + 1])
    if kind is ContentKind.FACT and quoted and (judges(texts, low) or "!" in found.text[span.start : end]):
        return ContentKind.OPINION
    return kind
