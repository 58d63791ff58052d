"""Values that are dates, as their year, month and day: "12 March 1950", "March 12th, 1950", "12.3.1950", "44 BC".

A year beside its neighbour is as wrong as any other; who names the year alone says less. Whether 3/4 is in March or in
April only the item's other values can tell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from auditor.truth.forms import nearly_all

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_YEAR = r"(\d{3,4}|bc\d{1,4})"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[\s,./-]{1,3}"
# Each form of a date with the places of its year, month and day among the groups.
_FORMS = tuple(
    (re.compile(form), order)
    for form, order in (
        (rf"{_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?:t.{{0,20}})?", (1, 2, 3)),
        (rf"{_DAY}(?: of |{_GAP}){_MONTH}{_GAP}{_YEAR}", (3, 2, 1)),
        (rf"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}", (3, 1, 2)),
        (rf"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}", (1, 2, 3)),
        (rf"{_MONTH}(?: of |{_GAP}){_YEAR}", (2, 1, 0)),
        (rf"{_YEAR}{_GAP}{_MONTH}", (1, 2, 0)),
        (r"(1\d{3}|20\d\d)[-/](\d{1,2})", (1, 2, 0)),
        (r"(\d{1,2})/(\d{1,2})/(\d{4})", (3, 1, 2)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", (3, 2, 1)),
        (r"([01]\d{3}|20\d\d|bc\d{1,4})", (1, 0, 0)),
    )
)
# What stands before a date: the day of the week, or a word.
_BEFORE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? |(?:on|in|around|about|circa|ca?\.) ?)+"
)
_ERA = re.compile(r"(\d{1,4}) ?(?:b\. ?c\.|bce?)$")
_OURS = re.compile(r"(?<!\S)(?:(?:ad|a\. ?d\.) (\d{1,4})$|(\d{1,4}) ?(?:ad|ce|a\. ?d\.|c\. ?e\.)$)")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")

Date = tuple[int, int, int]


def _plain(text: str) -> str:
    plain = _BEFORE.sub("", text.strip().lower(), count=1)
    return _OURS.sub(lambda match: (match[1] or match[2]).zfill(4), _ERA.sub(r"bc\1", plain))


def _date(plain: str) -> Date | None:
    """Year, month and day; 0 for what is not named."""
    for form, order in _FORMS:
        if found := form.fullmatch(plain):
            year, month, day = (found[place] if place else "" for place in order)
            number = _MONTHS[month[:3]] if month.isalpha() else int(month or 0)
            if day and number > 12 >= int(day):
                number, day = int(day), str(number)
            return (
                (int(year.replace("bc", "-")), number, int(day or 0)) if number <= 12 and int(day or 0) <= 31 else None
            )
    return None


def _turned(plain: str, found: Date) -> Date | None:
    """The same with month and day exchanged, where it can be read so."""
    year, month, day = found
    return (year, day, month) if _NUMERIC.fullmatch(plain) and 0 < day <= 12 and day != month else None


def _settled(read: Mapping[str, tuple[str, Date]]) -> Iterator[tuple[str, Date]]:
    """The date of each value, given with its plain form: one that may be read in two ways as the item's others have it."""
    sure = Counter(found for plain, found in read.values() if not _turned(plain, found))
    for value, (plain, found) in read.items():
        other = _turned(plain, found)
        yield value, other if other and sure[other] > sure[found] else found


def _atoms(found: Date) -> frozenset[str]:
    year, month, day = found
    names = [f"year {year}", f"year {year} month {month}", f"year {year} month {month} day {day}"]
    return frozenset(names[: 1 + bool(month) + bool(month and day)])


def dates(values: Iterable[str]) -> Mapping[str, frozenset[str]] | None:
    """The values that are dates, if nearly all are."""
    several = list(values)
    read = nearly_all(several, lambda value: _date(_plain(value)))
    if not read:
        return None
    settled = dict(_settled({value: (_plain(value), one) for value, one in read.items()}))
    exact = any(month for _, month, _ in settled.values())
    return {value: _atoms(one) for value, one in settled.items()} if exact or len(read) == len(several) else None
