"""Dates: what a document declares, and the calendar dates that its text names."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from auditor.model import Document, Span
from auditor.text.view import view

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# Days in a month, February's in a leap year: "31 June" is no date.
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
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


def longest(month: str) -> int:
    """How many days a month has at most, by its name or its first letters."""
    return _LENGTHS[_NUMBER[month.lower()] - 1]


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
            if 1 <= day <= _LENGTHS[month - 1]:
                span = Span(offset + match.start(), offset + match.end())
                found.append(DateMention(span, day, month, int(match["year"]) if match["year"] else None))
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def day_told(text: str, told: date | None) -> str:
    """The day that a sentence names, ISO: a date, or the last such weekday up to `told`, the article's own day.

    "" where it names none; the weekday's name where the article has no date.
    """
    weekday, dates = _WEEKDAY.search(text), mentions(text)
    # In "OSLO, March 19 (Agency) - … on Tuesday" the weekday tells, in "on Tuesday, 18 March" the date.
    if dates and not (weekday and abs(dates[0].span.start - weekday.end()) > 3):
        year = dates[0].year or (told.year if told else None)
        return f"{year:04}-{dates[0].month:02}-{dates[0].day:02}" if year else ""
    if weekday is None:
        return ""
    if told is None:
        return weekday[1].lower()
    return (told - timedelta(days=(told.weekday() - WEEKDAYS.index(weekday[1].lower())) % 7)).isoformat()
