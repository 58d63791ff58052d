"""Values in the form of one kind of fact: yes or no, telephone numbers, opening hours.

Each reader maps the values that have the form to what they say, as atoms, if nearly all values of the item have it;
else None.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

Atoms = Mapping[str, frozenset[str]]

# Nearly all, so that one mangled value does not hide what the others say.
_NEARLY = 0.8
_LONGEST = 80


def _read(values: Sequence[str], found: Mapping[str, frozenset[str]]) -> Atoms | None:
    return found if len(found) > 1 and len(found) >= _NEARLY * len(values) else None


_YES = frozenset("1 ja oui si sim sí t true y yes да".split())
_NO = frozenset("0 f false n nao nein no non não нет".split())


def yes_or_no(values: Iterable[str]) -> Atoms | None:
    """Yes and no in several languages and spellings, where nothing else is said."""
    plain = {value: value.strip(" .!").casefold() for value in values}
    if not set(plain.values()) <= _YES | _NO:
        return None
    return {value: frozenset(("yes" if said in _YES else "no",)) for value, said in plain.items()}


_TELEPHONE = re.compile(r"(?:tel(?:ephone)?\.?|phone|ph\.?)?:? ?(\+?[\d\s()./–-]{6,30})")
# Digits alone may be any number, and so may thousands; a telephone number has one of these, or a zero in front.
_DIALLED = re.compile(r"(?!\d{1,3}(?:[. ]\d{3})+$)(?:0|.*?(?:[+()]|\d[–-]\d|\d[. ]\d++[. ]\d))")
# Digits that an own number has at least, wherever it is called from.
_FEWEST = 6


def telephones(values: Iterable[str]) -> Atoms | None:
    """Telephone numbers: who leaves out the country or the area means the same."""
    several = sorted(set(values))
    digits: dict[str, str] = {}
    dialled = 0
    for value in several:
        found = _TELEPHONE.fullmatch(value.strip().lower()) if len(value) <= _LONGEST else None
        number = re.sub(r"\D", "", re.sub(r"\(0\)", "", found[1])).lstrip("0") if found else ""
        if _FEWEST <= len(number) <= 15:
            digits[value] = number
            dialled += bool(_DIALLED.match(value.strip()))
    if 2 * dialled < len(several):
        return None
    longest = sorted(set(digits.values()), key=lambda number: (-len(number), number))
    whole = {number: next(other for other in longest if other.endswith(number)) for number in longest}
    return _read(several, {value: frozenset((whole[number],)) for value, number in digits.items()})


_HOUR = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?\s*(?:(a|p)\.?m\b\.?|h\b|hrs?\b|uhr\b|o'clock\b)?(?![\d:])"
)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|till?|until|bis|a|à)\s*")
_DAYS = re.compile(r"[^\W\d_]{2,}")
_SAYING_NOTHING = frozenset("am and closing from hours open opening opens pm time times".split())


def _minutes(found: re.Match[str], half: str | None) -> int:
    hour, minute = int(found[1]), int(found[2] or 0)
    return 60 * (hour % 12 + 12 * (half == "p") if half else hour) + minute


def _range(value: str) -> frozenset[str] | None:
    """The first range of hours in a value, and what else it says (days)."""
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
            rest = _DAYS.findall(plain[: first.start()]) + _DAYS.findall(plain[last.end() :])
            return frozenset((f"{opens}-{closes}", *(word[:3] for word in rest if word not in _SAYING_NOTHING)))
    return None


def hours(values: Iterable[str]) -> Atoms | None:
    """Opening hours, by the clock of 12 hours or of 24."""
    several = sorted(set(values))
    found = {value: said for value in several if len(value) <= _LONGEST and (said := _range(value))}
    return _read(several, found)
