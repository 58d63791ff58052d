"""Numbers as people write them, brought to one form: "8 611 m", "8.611 m", "28,251 ft", "8,611 m (28,251 ft)".

Whether a point parts thousands, and whether "m" is metres or millions, only the other values of the item can tell.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# What stands in brackets behind a number says it again.
_AGAIN = re.compile(r"(?<=\S)\s*+\([^()]{0,60}\)\s*+$")
# Spaces of any kind, and apostrophes, part thousands.
_PARTED = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
# What a number counts, where no conversion is to be had from it.
_COUNTED = re.compile(
    r"(?:(?P<percent>per ?cent|pct\.?|prozent|procent|por ciento|%)|(?:us )?dollars?|euros?|inhabitants|people|persons|residents)$"
)
# A comma behind which not three digits stand, or behind a single zero, is a point: "1.234,5 kg", "12,4 %".
_DECIMAL = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*+|\d++),(\d{1,2}|(?<=(?<!\d)0,)\d{3,6})(?![\d,.])")
_POINTED = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_LAST = re.compile(r"(?<=\d)\s*+([a-z°][a-z°/ .]{0,22}[23]?)$")
# Two parts of one measure, and how many of the second are one of the first: "2 h 22 min", "5'11\"".
_PARTS = re.compile(
    r"(\d++(?:\.\d++)?)\s*+(h|hrs?|hours?|ft|foot|feet|'|lbs?|pounds?|st|stone|min|minutes?)\s*+(?:and\s|,)?\s*+(\d++)\s*+([a-z]{0,8}|\"|'')\.?$"
)
_SMALLER = {
    "h": ("min", 60),
    "f": ("in", 12),
    "'": ("in", 12),
    "l": ("oz", 16),
    "p": ("oz", 16),
    "s": ("lb", 14),
    "m": ("s", 60),
}
# Values of one thing are of one size, give or take such a factor; a thousand times less is a point for a comma.
_SIZE = 8.0
# Alone a letter may be millions, or anything: only beside another unit of its kind it is a unit.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures, and how a number of it becomes one of the base unit: times the factor, and more."""

    kind: str
    factor: float
    more: float = 0.0


@lru_cache(maxsize=1)
def _units() -> Mapping[str, Unit]:
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: Unit(kind, *map(float, numbers)) for name, kind, *numbers in rows}


def plain(value: str) -> str:
    """In lower case, once, thousands parted by nothing but commas, decimals by a point, without what is counted."""
    bare = _PARTED.sub("", _AGAIN.sub("", value.strip().lower()))
    bare = _COUNTED.sub(lambda match: "%" if match["percent"] else "", bare).rstrip()
    return _DECIMAL.sub(lambda match: f"{match[1].replace('.', '')}.{match[2]}", bare) if "," in bare else bare


def _told(value: str) -> tuple[str, str]:
    """A plain value's number and its unit, if it has one; of a measure in two parts the number of the smaller."""
    if parts := _PARTS.match(value):
        unit, many = _SMALLER[parts[2][0]]
        if parts[4] in ("", '"', "''", unit[0]) or parts[4].startswith(unit):
            return f"{float(parts[1]) * many + int(parts[3]):g}", unit
    found = _LAST.search(value.replace("²", "2").replace("³", "3").replace("^", ""))
    unit = found[1].replace(".", "").strip() if found else ""
    return (value[: found.start()].rstrip(" ."), unit) if found and unit in _units() else (value, "")


def measured(values: Iterable[str]) -> Mapping[str, tuple[str, Unit]]:
    """Each plain value that has a unit, to what is left without it, and the unit.

    Empty where no unit is sure, or units of two kinds are mixed.
    """
    told = {value: _told(value) for value in values}
    found = {value: (text, _units()[unit]) for value, (text, unit) in told.items() if unit}
    sure = {_units()[unit].kind for _, unit in told.values() if len(unit) >= _SHORTEST}
    return found if len(sure) == 1 and {unit.kind for _, unit in found.values()} == sure else {}


def unpointed(value: str, middle: float) -> str:
    """The value without points for thousands where only so it is of the size of the others, whose middle is given."""
    if not _POINTED.search(value):
        return value
    bare = _POINTED.sub(lambda match: match[0].replace(".", ""), value)
    size = float(re.sub(r"\D", "", bare) or 0)
    return bare if value.count(".") > 1 or middle / _SIZE < size < middle * _SIZE else value
