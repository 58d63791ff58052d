"""A document as rules read it: spaces plain, words whole, nothing hidden, each paragraph once; what is found is told as it is
written."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from auditor.guard import claims_of, hits_of
from auditor.model import Claim, Document, Hit, Span, replace
from auditor.rule import Rule
from auditor.text.characters import plainly_spaced
from auditor.text.hidden import Seen, rejoined, seen
from auditor.text.repeats import said_once


@dataclass(frozen=True, slots=True)
class Reading:
    """A document whole, and with each of its paragraphs once."""

    whole: Document
    once: Document

    def by(self, rule: Rule) -> Document:
        """What of it a rule is to read."""
        return self.whole if rule.repeats else self.once


@dataclass(frozen=True, slots=True)
class Readings:
    """A document as it is written and as it is seen, and `hidden`, the way between; None where both are the same.

    Before either, words that line ends cut are made whole: `cut` is the way back from there.
    """

    written: Reading
    seen: Reading
    hidden: Seen | None
    cut: Seen | None

    def hits(self, rule: Rule) -> list[Hit]:
        """What the rule finds in the document as it is seen, and besides, elsewhere, as it is written: what is hidden
        itself. Raises RuleFailure."""
        found = hits_of(rule, self.seen.by(rule))
        if self.hidden:
            found = [_moved(hit, self.hidden.back) for hit in found]
            apart = _apart_from(hit.span for hit in found)
            found += [hit for hit in hits_of(rule, self.written.by(rule)) if apart(hit.span)]
        return [_moved(hit, self.cut.back) for hit in found] if self.cut else found

    def claims(self, rule: Rule) -> list[Claim]:
        """What the rule claims of the document as it is seen. Raises RuleFailure."""
        found = claims_of(rule, self.seen.once)
        for way in (self.hidden, self.cut):
            found = [replace(one, span=way.back(one.span)) for one in found] if way else found
        return found


def _moved(hit: Hit, back: Callable[[Span], Span]) -> Hit:
    """The hit at its place in an earlier text."""
    return replace(hit, span=back(hit.span), related=tuple(map(back, hit.related)))


def readings(document: Document) -> Readings:
    """The ways to read a document."""
    plain = plainly_spaced(document)
    cut = rejoined(plain)
    plain = cut.document if cut else plain
    written = Reading(plain, said_once(plain))
    hidden = seen(plain)
    if hidden is None:
        return Readings(written, written, None, cut)
    return Readings(written, Reading(hidden.document, said_once(hidden.document)), hidden, cut)


def _apart_from(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Tells whether a span meets none of `spans`."""
    ordered = sorted((span.field, span.start, span.end) for span in spans)
    starts = [(field, start) for field, start, _ in ordered]
    furthest: list[int] = []  # the furthest end of all that begin in the same field, up to each
    for number, (field, _, end) in enumerate(ordered):
        same = number and ordered[number - 1][0] == field
        furthest.append(max(end, furthest[-1]) if same else end)

    def apart(span: Span) -> bool:
        last = bisect_left(starts, (span.field, span.end)) - 1
        return last < 0 or starts[last][0] != span.field or furthest[last] <= span.start

    return apart
