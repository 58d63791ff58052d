"""Values in the form of one kind of fact: yes or no, results, telephone numbers, opening hours.

Each reader maps the values that have the form to what they say, as atoms, if nearly all values of the item have it;
else None.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from auditor.truth.week import open_days

Atoms = Mapping[str, frozenset[str]]
Said = TypeVar("Said")

# Nearly all, so that one mangled value does not hide what the others say.
_NEARLY = 0.8
_LONGEST = 80


def nearly_all(values: Sequence[str], read: Callable[[str], Said | None]) -> dict[str, Said] | None:
    """What is read of the values, if it can be of nearly all; few are looked at where it cannot."""
    found: dict[str, Said] = {}
    missed = 0
    for value in values:
        said = read(value) if len(value) <= _LONGEST else None
        if said is not None:
            found[value] = said
        else:
            missed += 1
            if missed > (1 - _NEARLY) * len(values):
                return None
    return found


_YES = frozenset("1 ja oui si sim sí t true y yes да".split())
_NO = frozenset("0 f false n nao nein no non não нет".split())


def yes_or_no(values: Iterable[str]) -> Atoms | None:
    """Yes and no in several languages and spellings, where nothing else is said."""
    plain = {value: value.strip(" .!").casefold() for value in values}
    if not set(plain.values()) <= _YES | _NO:
        return None
    return {value: frozenset(("yes" if said in _YES else "no",)) for value, said in plain.items()}


_RESULT = re.compile(r"(\d{1,3})\s*+([-‐-―−:])\s*+(\d{1,3})(?![\d:])")


def results(values: Iterable[str]) -> Atoms | None:
    """Two numbers against each other, as a result or a ratio, where some part them by a colon and others by a dash."""
    found = nearly_all(sorted(set(values)), lambda value: _RESULT.match(value.strip()))
    if not found or len({match[2] == ":" for match in found.values()}) < 2:
        return None
    return {value: frozenset((f"{match[1]}-{match[3]}",)) for value, match in found.items()}


_TELEPHONE = re.compile(r"(?:tel(?:ephone)?\.?|phone|ph\.?)?:? ?(\+?[\d\s()./–-]{6,30})")
# Digits alone may be any number, and so may thousands; a telephone number has one of these, or a zero in front.
_DIALLED = re.compile(r"(?!\d{1,3}(?:[. ]\d{3})+$)(?:0|.*?(?:[+()]|\d[–-]\d|\d[. ]\d++[. ]\d))")
# Digits that a number has at least, without its area, and at most.
_FEWEST, _MOST = 6, 15


def _digits(value: str) -> str | None:
    found = _TELEPHONE.fullmatch(value.strip().lower())
    number = re.sub(r"\D", "", found[1].replace("(0)", "")).lstrip("0") if found else ""
    return number if _FEWEST <= len(number) <= _MOST else None


def telephones(values: Iterable[str]) -> Atoms | None:
    """Telephone numbers: who leaves out the country or the area means the same."""
    digits = nearly_all(sorted(set(values)), _digits)
    if (
        digits is None
        or len(digits) < 2
        or 2 * sum(bool(_DIALLED.match(value.strip())) for value in digits) < len(digits)
    ):
        return None
    longest = sorted(set(digits.values()), key=lambda number: (-len(number), number))
    whole = {number: next(other for other in longest if other.endswith(number)) for number in longest}
    return {value: frozenset((whole[number],)) for value, number in digits.items()}


_HOUR = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?\s*(?:(a|p)\.?m\b\.?|h\b|hrs?\b|uhr\b|o'clock\b)?(?![\d:])"
)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|till?|until|bis|a|à)\s*")


def _minutes(found: re.Match[str], half: str | None) -> int:
    hour, minute = int(found[1]), int(found[2] or 0)
    return 60 * (hour % 12 + 12 * (half == "p") if half else hour) + minute


def _range(value: str) -> frozenset[str] | None:
    """The first range of hours in a value, and the days if it names any."""
    plain = value.strip().lower().replace("midnight", "24:00").replace("noon", "12:00")
    for first in _HOUR.finditer(plain):
        between = _BETWEEN.match(plain, first.end())
        last = _HOUR.match(plain, between.end()) if between else None
        if last:
            opens, closes = _minutes(first, first[3]), _minutes(last, last[3])
            if first[3] is None and last[3] and opens < 720 <= 720 + opens < closes:
                opens = _minutes(first, last[3])  # "2 to 5 pm"
            if closes <= opens and last[3] is None and closes + 720 > opens:
                closes += 720  # "9 to 5"
            days = open_days(f"{plain[: first.start()]} {plain[last.end() :]}")
            return frozenset((f"{opens}-{closes}", *(() if days is None else (f"on {sorted(days)}",))))
    return None


def hours(values: Iterable[str]) -> Atoms | None:
    """Opening hours, by the clock of 12 hours or of 24."""
    found = nearly_all(sorted(set(values)), _range)
    return found if found and len(found) > 1 else None
