"""Dates: what a document declares, and the calendar dates that its text names."""

import re
from dataclasses import dataclass
from datetime import date

from auditor.model import Document, Span
from auditor.text.view import view

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBER = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
_MONTH = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)[0-9]{2}))?\b"
DATES = (
    re.compile(rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}"),
    re.compile(rf"\b{_MONTH}\s{_DAY}\b{_YEAR}"),
)
_ISO = re.compile(r"((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day of a month in the text; `year` is None where the text names none."""

    span: Span
    day: int
    month: int
    year: int | None


def parsed(text: str | None) -> date | None:
    """The calendar day of a declared date (ISO, RFC 822 or written out); None where it is none."""
    if not text:
        return None
    if iso := _ISO.search(text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    for pattern in DATES:
        if (match := pattern.search(text)) and match["year"]:
            return _date(int(match["year"]), _NUMBER[match["month"].lower()], int(match["day"]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@view
def published(document: Document) -> date | None:
    """The day on which the article says it was published, if it declares one."""
    return parsed(document.date)


def mentions(text: str, offset: int = 0) -> list[DateMention]:
    """Day-and-month dates written out in `text`, whose first character stands at `offset`."""
    found = []
    for pattern in DATES:
        for match in pattern.finditer(text):
            day, month = int(match["day"]), _NUMBER[match["month"].lower()]
            if 1 <= day <= 31:
                span = Span(offset + match.start(), offset + match.end())
                found.append(DateMention(span, day, month, int(match["year"]) if match["year"] else None))
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))
