"""Values that are quantities: "1,234,567", "$1.23 million", "71 °F", "6:05 pm".

A rounding is to a number what France is to Paris: true, and less of it. Numbers that are nearly the same speak for each
other as far as the item's own numbers lie apart from their middle.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from auditor.truth.table import Link
from auditor.truth.units import Unit, measured, plain, unpointed

_LONGEST = 60
_NUMBER = re.compile(
    r"^[^\w+−-]*+(?:(?:(?:us|a|c|hk|nz)?[$€£¥]|(?:usd|eur|gbp|cad|aud|inr|rs|jpy|cny|chf)\b\.?)\s*+)?([-+−]?\d[\d,]*+(?:\.\d+)?)\s*+"
    r"(thousand|million|billion|trillion|mn|bn|[kmbt])?(?![a-z])([^\d]{0,12})$"
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12, "trillion": 12}
_TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?\s*+([ap])?\.?m?(?![a-z\d:])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the unit of its last significant digit; a clock time counts minutes."""

    value: float
    unit: float


def _significant(digits: str, scale: int) -> float:
    """The unit of the last digit that says something: of 1,200 a hundred, of 1.20 a hundredth, of 70 one (by chance)."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 10.0 ** (scale - len(decimals))
    bare = whole.strip("-+−")
    zeros = min(len(bare) - len(bare.rstrip("0")), len(bare) - 1)
    return 10.0 ** (scale + (zeros if zeros > 1 else 0))


def number(text: str) -> Number | None:
    """The number that the whole of `text` is, with its scale; no unit is converted."""
    plain = text.strip().lower()
    if len(plain) > _LONGEST:
        return None
    found = _NUMBER.match(plain)
    if found is None:
        return None
    digits, scale = found[1].replace(",", "").replace("−", "-"), _SCALES.get(found[2] or "", 0)
    return Number(float(digits) * 10.0**scale, _significant(digits, scale))


def clock(text: str) -> Number | None:
    """The only clock time in `text`, in minutes."""
    found = _TIME.findall(text.lower()) if len(text) <= _LONGEST else []
    if len(found) != 1:
        return None
    hour, minute, half = int(found[0][0]), int(found[0][1]), found[0][2]
    return Number(60.0 * (hour % 12 + 12 * (half == "p") if half else hour) + minute, 1.0)


_NO_UNIT = Unit("", 1.0)


def _read(text: str, unit: Unit, middle: float) -> Number | None:
    found = number(unpointed(text, middle))
    return found and Number(found.value * unit.factor + unit.more, found.unit * unit.factor)


def _converted(values: Iterable[str]) -> Mapping[str, Number]:
    """The values that are numbers, in one unit; what a conversion rounds is taken for the value that it rounds."""
    form = {value: plain(value) for value in values}
    units = measured(form.values())
    texts = {value: units.get(text, (text, _NO_UNIT)) for value, text in form.items()}
    sizes = sorted(one.value for text, _ in texts.values() if "." not in text and (one := number(text)))
    middle = sizes[len(sizes) // 2] if sizes else 0.0
    found = {value: one for value, (text, unit) in texts.items() if (one := _read(text, unit, middle))}
    used = Counter(texts[value][1] for value in found)
    if len(used) > 1:
        usual = min(used, key=lambda unit: (-used[unit], unit.factor, unit.more))
        native = [found[value] for value in found if texts[value][1] == usual]
        for value, one in found.items():
            near = min(native, key=lambda other: (abs(other.value - one.value), other.value))
            if texts[value][1] != usual and abs(near.value - one.value) <= (near.unit + one.unit) / 2:
                found[value] = near
    return found


def numbers(values: Iterable[str]) -> Mapping[str, Number] | None:
    """The values that are numbers, or times, if nearly all of them are, and they differ."""
    several = list(values)
    for found in (_converted(several), {value: one for value in several if (one := clock(value))}):
        if len(found) >= 0.8 * len(several) and len(found) > 1:
            return found
    return None


# What a rounding names of the number, and at most what one number says for its neighbour.
_ROUNDED, _NEAR = 0.7, 0.6
# Neighbours that a number speaks for, on each side.
_NEIGHBOURS = 12


def _rounds(coarse: Number, fine: Number) -> bool:
    return coarse.unit > fine.unit and abs(coarse.value - fine.value) <= coarse.unit / 2


def spread(candidates: Sequence[Number], claims: Sequence[int]) -> float:
    """The mean distance of the claims' middle half from their median: zero where most agree exactly."""
    values = sorted(candidates[at].value for at in claims)
    middle = values[len(values) // 2]
    apart = sorted(abs(value - middle) for value in values)
    return apart[len(apart) // 2]


def neighbours(candidates: Sequence[Number], scale: float) -> Iterator[Link]:
    """The links of numbers in rising order: roundings, and those nearer than a few times `scale`."""
    for at, one in enumerate(candidates):
        yield at, at, 1.0, 1.0
        for other in range(max(0, at - _NEIGHBOURS), min(len(candidates), at + _NEIGHBOURS + 1)):
            if other == at:
                continue
            if _rounds(one, candidates[other]):
                yield at, other, 1.0, _ROUNDED
            elif _rounds(candidates[other], one):
                yield at, other, _ROUNDED, 1.0
            elif scale:
                share = _NEAR * exp(-((one.value - candidates[other].value) ** 2) / (4 * scale**2))
                if share > 0.02:
                    yield at, other, share, share
