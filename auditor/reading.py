"""A document as rules read it: spaces plain, nothing hidden, each paragraph once. What is found is told as it is written."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from auditor.guard import claims_of, hits_of
from auditor.model import Claim, Document, Hit, Span, replace
from auditor.rule import Rule
from auditor.text.characters import plainly_spaced
from auditor.text.hidden import Seen, seen
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
    """A document as it is written and as it is seen, and `hidden`, the way between; None where both are the same."""

    written: Reading
    seen: Reading
    hidden: Seen | None

    def hits(self, rule: Rule) -> list[Hit]:
        """What the rule finds in the document as it is seen, and besides, elsewhere, as it is written: what is hidden
        itself. Raises RuleFailure."""
        found = hits_of(rule, self.seen.by(rule))
        if self.hidden is None:
            return found
        back = self.hidden.back
        found = [replace(hit, span=back(hit.span), related=tuple(map(back, hit.related))) for hit in found]
        apart = _apart_from(hit.span for hit in found)
        return found + [hit for hit in hits_of(rule, self.written.by(rule)) if apart(hit.span)]

    def claims(self, rule: Rule) -> list[Claim]:
        """What the rule claims of the document as it is seen. Raises RuleFailure."""
        found = claims_of(rule, self.seen.once)
        return [replace(one, span=self.hidden.back(one.span)) for one in found] if self.hidden else found


def readings(document: Document) -> Readings:
    """The ways to read a document."""
    plain = plainly_spaced(document)
    written = Reading(plain, said_once(plain))
    hidden = seen(plain)
    if hidden is None:
        return Readings(written, written, None)
    return Readings(written, Reading(hidden.document, said_once(hidden.document)), hidden)


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
