"""Numbers as people write them, brought to one form: "8 611 m", "8.611 m", "28,251 ft", "8,611 m (28,251 ft)".

Whether a point parts thousands, and whether "m" is metres or millions, only the other values of the item can tell.
"""

import re
from collections.abc import Iterable, Mapping

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
_LAST = re.compile(r"(\d)\s*+([a-z°]{1,10})\.?$")
# Each unit in the first of its kind.
_UNITS = {
    "m": ("m", 1.0), "metre": ("m", 1.0), "metres": ("m", 1.0), "meter": ("m", 1.0), "meters": ("m", 1.0),
    "ft": ("m", 0.3048), "foot": ("m", 0.3048), "feet": ("m", 0.3048), "km": ("m", 1000.0), "mi": ("m", 1609.344),
    "mile": ("m", 1609.344), "miles": ("m", 1609.344), "cm": ("m", 0.01),
    "kg": ("kg", 1.0), "lb": ("kg", 0.45359237), "lbs": ("kg", 0.45359237), "pounds": ("kg", 0.45359237), "g": ("kg", 0.001),
}  # fmt: skip
# Values of one thing are of one size, give or take such a factor; a thousand times less is a point for a comma.
_SIZE = 8.0
# Alone these may be millions, or grams of nothing: only beside another unit of their kind are they units.
_UNSURE = frozenset(("m", "g"))


def plain(value: str) -> str:
    """In lower case, once, thousands parted by nothing but commas, decimals by a point, without what is counted."""
    bare = _PARTED.sub("", _AGAIN.sub("", value.strip().lower()))
    bare = _COUNTED.sub(lambda match: "%" if match["percent"] else "", bare).rstrip()
    return _DECIMAL.sub(lambda match: f"{match[1].replace('.', '')}.{match[2]}", bare) if "," in bare else bare


def _unit(value: str) -> str | None:
    found = _LAST.search(value)
    return found[2] if found and found[2] in _UNITS else None


def measured(values: Iterable[str]) -> Mapping[str, tuple[str, float]]:
    """Each plain value that has a unit, to what is left without it, and what to multiply with.

    Empty where no unit is sure, or units of two kinds are mixed.
    """
    found = {value: unit for value in values if (unit := _unit(value))}
    sure = {_UNITS[unit][0] for unit in found.values() if unit not in _UNSURE}
    kinds = {_UNITS[unit][0] for unit in found.values()}
    if len(sure) != 1 or kinds != sure:
        return {}
    return {value: (value[: -len(unit)].rstrip(" ."), _UNITS[unit][1]) for value, unit in found.items()}


def unpointed(value: str, middle: float) -> str:
    """The value without points for thousands where only so it is of the size of the others, whose middle is given."""
    if not _POINTED.search(value):
        return value
    bare = _POINTED.sub(lambda match: match[0].replace(".", ""), value)
    size = float(re.sub(r"\D", "", bare) or 0)
    return bare if value.count(".") > 1 or middle / _SIZE < size < middle * _SIZE else value
