"""A date whose weekday is another one.

"Tuesday, 20 March 2025" was a Thursday: the weekday or the date is wrong. It is checked where the text names the year, or
as *possible* where the date lies within three weeks of the article's own (an anniversary of an earlier year does so, too).
A weekday that belongs to
another sentence part ("on Tuesday; 20 March is the deadline") does not stand directly beside the date.

Measured: of 8,369 genuine articles none is flagged as hard, one as possible (an anniversary).

    flag: The library will open on [[Tuesday, 20 March 2025]], its director said.
    flag: The vote was held on [[Monday, March 5th, 2019]] in the town hall.
    pass: The library will open on Thursday, 20 March 2025, its director said.
    pass: The library will open on Tuesday, 20 March, its director said.
    pass: He left on Tuesday. 20 March 2025 is the deadline.
"""

import re
from datetime import date

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.text.dates import mentions, published
from auditor.text.tokens import word_counts

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BEFORE = re.compile(rf"\b({'|'.join(map(str.title, _DAYS))}),?\s(?:the\s)?(?=\d|[JFMASOND][a-z])")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|GMT|BST|EST|ET|CET|hours|:)")
_NEAR_DAYS = 21


def _resolved(year: int | None, month: int, day: int, told: date | None) -> date | None:
    """The calendar day; without a year the one nearest to the article's date, if that is within three weeks."""
    try:
        if year is not None:
            return date(year, month, day)
        if told is None:
            return None
        candidates = [date(told.year + shift, month, day) for shift in (-1, 0, 1)]
    except ValueError:
        return None
    nearest = min(candidates, key=lambda one: abs((one - told).days))
    return nearest if abs((nearest - told).days) <= _NEAR_DAYS else None


def _days(document: Document) -> list[re.Match[str]]:
    """The weekdays with a date behind them, in order; a plain search for those that the text holds is the cheapest."""
    text, counts = document.text, word_counts(document)
    found = []
    for day in (name.title() for name in _DAYS if name in counts):
        at = text.find(day)
        while at >= 0:
            match = _BEFORE.match(text, at)
            if match:
                found.append(match)
            at = text.find(day, at + len(day))
    return sorted(found, key=re.Match.start)


@document_rule(code="CO107", severity=Severity.ERROR, weight=2.0)
def weekday(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in _days(document):
        # 30 characters hold the longest written date.
        found = mentions(text[match.end() : match.end() + 30], match.end())
        if not found or found[0].span.start != match.end():
            continue
        mention = found[0]
        # "Tuesday, 1 March⏎1945 GMT" ends with a time of day.
        if "\n" in text[match.start() : mention.span.end] or _CLOCK.match(text, mention.span.end):
            continue
        day = _resolved(mention.year, mention.month, mention.day, published(document))
        if day is None or day.weekday() == _DAYS.index(match[1].lower()):
            continue
        right = _DAYS[day.weekday()].title()
        yield Hit(
            Span(match.start(), mention.span.end),
            f"{day.day} {day:%B} {day.year} was a {right}",
            suggestion=right + text[match.end(1) : mention.span.end],
            # Without a year it may be the day of an earlier one, as the single one in 8,369 genuine articles is.
            confidence=0.95 if mention.year else 0.5,
            tier=Tier.HARD if mention.year else Tier.POSSIBLE,
            severity=None if mention.year else Severity.INFO,
            kind="date",
        )
