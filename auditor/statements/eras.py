"""Times longer or shorter than a year, told without it: days, decades, centuries and ages of history."""

import re
from collections.abc import Iterator

from auditor.text.dates import mentions
from auditor.text.numbers import Number

DAY, DECADE, CENTURY, ERA = "day of a year", "decade", "century", "era"
TIMES = frozenset((DAY, DECADE, CENTURY, ERA))

_DIGIT = re.compile(r"\d")
_DECADE = re.compile(r"\b((?:1[5-9]|20)\d0)s\b")
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
_CENTURY = re.compile(rf"\b(?:({'|'.join(_RANKS)})|(\d{{1,2}})(?:st|nd|rd|th))[\s-]century\b(\sBCE?\b)?", re.IGNORECASE)
# The first and last years of what has a name; the value of such a "number" is its place here.
_ERAS = (
    ("stone age", -100_000, -2000),
    ("bronze age", -3300, -500),
    ("iron age", -1200, 500),
    ("roman times", -300, 500),
    ("antiquity", -800, 500),
    ("middle ages", 450, 1500),
    ("renaissance", 1300, 1620),
    ("thirty years' war", 1618, 1648),
    ("french revolution", 1789, 1799),
    ("first world war", 1914, 1918),
    ("world war i", 1914, 1918),
    ("great depression", 1929, 1941),
    ("second world war", 1939, 1945),
    ("world war ii", 1939, 1945),
    ("cold war", 1945, 1991),
)
_ERA = re.compile("|".join(rf"\b{re.escape(name)}\b" for name, *_ in _ERAS), re.IGNORECASE)
_PLACE = {name: at for at, (name, *_) in enumerate(_ERAS)}


def eras(text: str) -> Iterator[Number]:
    """Days, decades, centuries and eras as numbers."""
    if _DIGIT.search(text):
        for mention in mentions(text):
            value = 10_000.0 * (mention.year or 0) + 100 * mention.month + mention.day
            yield Number(mention.span.start, mention.span.end, value, DAY)
        for match in _DECADE.finditer(text):
            yield Number(match.start(), match.end(), float(match[1]), DECADE)
    lower = text.lower()
    if "centur" in lower:
        for match in _CENTURY.finditer(text):
            number = int(match[2]) if match[2] else _RANKS.index(match[1].lower()) + 1
            if 1 <= number <= 21:
                yield Number(match.start(), match.end(), float(-number if match[3] else number), CENTURY)
    if any(name in lower for name in _PLACE):
        for match in _ERA.finditer(text):
            yield Number(match.start(), match.end(), float(_PLACE[match[0].lower()]), ERA)


def years(one: Number) -> tuple[int, int]:
    """The first and the last year that a time may lie in."""
    value = int(one.value)
    if one.unit == DAY:
        return (value // 10_000, value // 10_000) if value >= 10_000 else (-200_000, 200_000)
    if one.unit == CENTURY:
        return (100 * value - 99, 100 * value) if value > 0 else (100 * value, 100 * value + 99)
    if one.unit == ERA:
        return _ERAS[value][1:]
    return (value, value + 9) if one.unit == DECADE else (value, value)


def same_day(first: Number, second: Number) -> bool:
    """Whether two times (days, years, decades, centuries, eras) may be one: the longer holds the shorter."""
    ours, theirs = years(first), years(second)
    if ours[1] < theirs[0] or theirs[1] < ours[0]:
        return False
    return first.unit != DAY or second.unit != DAY or int(first.value) % 10_000 == int(second.value) % 10_000
