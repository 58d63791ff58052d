"""Numbers in running text: digits or words, with scale, currency, unit and bound ("more than 3,200", "two dozen")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.model import Document, Span
from auditor.text.view import view

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_WORD = "|".join([*_UNITS, *_TENS, "hundred", "thousand", "million", "billion", "trillion", "dozen"])
_PERCENT = r"(?:\s?%|[ -]per[ -]?cent\b|[ -]percentage\b)"
NUMBER = re.compile(
    r"(?:(?P<digits>(?<![\w.,])\d++(?:,\d{3})*+(?:\.\d++)?+)"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|m|k)\b)?"
    r"(?P<ordinal>(?:st|nd|rd|th)\b)?"
    rf"|\b(?P<spelled>(?:{_WORD})\b(?:(?:-|\s(?:and\s)?)(?:{_WORD})\b)*+)"
    rf"|\b(?P<rank>{'|'.join(_ORDINALS)})\b)"
    rf"(?P<percent>{_PERCENT})?",
    re.IGNORECASE,
)
# A number begins with a digit or one of these, at the head of a word: one cheap pattern passes over all other words. Its
# look-behind stands last, so that the search stops at these letters alone.
_HEADS = frozenset([*_UNITS, *_TENS, *_ORDINALS, "hundred", "thousand", "million", "billion", "trillion", "dozen"])
_LETTERS = "".join(sorted({word[0] for word in _HEADS}))
_HEAD = re.compile(rf"[\d{_LETTERS}{_LETTERS.upper()}](?<!\w.)\w*")
# Four characters hold the longest.
_CURRENCY = re.compile(r"(?:(?:US|A|C|NZ|HK|S)?[$£€¥]|\bRs\.?\s)\Z", re.IGNORECASE)
_LEAST = r"(?:at\sleast|more\sthan|over|above|no\sfewer\sthan|no\sless\sthan|upwards?\sof|in\sexcess\sof|a\sminimum\sof|exceed(?:s|ed|ing)?|beyond|surpass(?:es|ed|ing)?)"
_MOST = r"(?:at\smost|less\sthan|fewer\sthan|under|below|up\sto|as\s(?:many|much|few|little)\sas|no\smore\sthan|not\smore\sthan|a\smaximum\sof|nearly|almost)"
_ABOUT = r"(?:about|around|approximately|roughly|some|circa|an\sestimated|estimated|close\sto|more\sor\sless|or\sso|an\saverage\sof)"
_BOUND = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<about>{_ABOUT}))\s(?:a\s|the\s|an\s)?$", re.IGNORECASE
)
# What the words of a bound end with: the pattern is tried where one of these stands before the number.
_BOUND_ENDS = tuple(
    "least than over above of exceed exceeds exceeded exceeding beyond surpass surpasses surpassed surpassing most under below to "
    "as nearly almost about around approximately roughly some circa estimated less so".split()
)
_DIGIT = re.compile(r"\d")


class Number(NamedTuple):
    """One number. `unit` is a currency sign, "%" or ""; `bound` is least, most, about or "" (exact).

    `digits` counts its significant digits, which tell how far it is rounded; `ordinal` marks 3rd and third.
    """

    start: int
    end: int
    value: float
    unit: str = ""
    bound: str = ""
    ordinal: bool = False
    digits: int = 9
    spelled: bool = False

    @property
    def span(self) -> Span:
        """The number's place in the text."""
        return Span(self.start, self.end)

    @property
    def year(self) -> bool:
        """Whether it reads as a calendar year."""
        return (
            not self.unit
            and not self.spelled
            # "1990" has three significant digits; "1900 people" are as often counted.
            and (self.digits == 4 or (self.digits == 3 and self.end - self.start == 4))
            and self.value.is_integer()
            and 1800 <= self.value <= 2100
        )


def _spelled(text: str) -> float | None:
    total = current = 0.0
    last = 0.0
    for word in re.split(r"[-\s]+", text.lower()):
        if word == "and":
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            if scale <= 100:
                current = max(current, 1.0) * scale
            else:
                total, current = total + max(current, 1.0) * scale, 0.0
            last = 0.0
            continue
        value = float(_UNITS.get(word, _TENS.get(word, 0)))
        if last and not (last >= 20 and value < 10 and last % 10 == 0):
            return None  # "six seven" is two numbers
        current += value
        last = value
    return total + current


def _value(match: re.Match[str]) -> tuple[float, int] | None:
    """The value and the count of significant digits."""
    if match["digits"]:
        plain = match["digits"].replace(",", "")
        if len(plain) > 15:
            return None
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
        significant = plain.replace(".", "").lstrip("0")
        if "." not in plain and not (len(plain) == 4 and plain[:2] in ("19", "20")):
            significant = significant.rstrip("0")
        return round(float(plain) * scale, 6), len(significant) or 1
    if match["rank"]:
        return float(_ORDINALS[match["rank"].lower()]), 9
    value = _spelled(match["spelled"])
    return None if value is None else (value, 9)


def numbers_in(text: str, offset: int = 0) -> tuple[Number, ...]:
    """The numbers of `text`, whose first character stands at `offset`, in order."""
    found = []
    for match, currency in _figures(text):
        valued = _value(match)
        if valued is None:
            continue
        start = match.start() - len(currency)
        bound = "least" if text.startswith("+", match.end()) else bound_before(text, start)
        unit = "%" if match["percent"] else currency.strip()
        ordinal = bool(match["ordinal"] or match["rank"])
        value, digits = valued
        spelled = match["digits"] is None
        found.append(Number(offset + start, offset + match.end(), value, unit, bound, ordinal, digits, spelled))
    return tuple(found)


def _figures(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The matches of `NUMBER`, each with the currency before it, "" where there is none."""
    end = 0
    for head in _HEAD.finditer(text):
        start, word = head.start(), head[0]
        if start < end or not (word[0].isdecimal() or word.lower() in _HEADS):
            continue
        match = NUMBER.match(text, start)
        if match is None:
            continue
        currency = _CURRENCY.search(text, max(end, start - 4), start)
        end = match.end()
        yield match, currency[0] if currency else ""


def bound_before(text: str, start: int) -> str:
    """The bound named before the number at `start`."""
    # 24 characters: the longest bound words with their article.
    last = text[max(0, start - 24) : start].lower().split()[-2:]
    if not any(word.endswith(_BOUND_ENDS) for word in last):
        return ""
    before = _BOUND.search(text, max(0, start - 24), start)
    return before.lastgroup or "" if before else ""


@view
def numbers(document: Document) -> tuple[Number, ...]:
    """The numbers of the text in order."""
    return numbers_in(document.text) if _DIGIT.search(document.text) or document.text else ()


def compatible(first: Number, second: Number) -> bool:
    """Whether both may describe one quantity: equal, one the other rounded, or within a bound that was named.

    A rounded figure has fewer significant digits ("200,000" for 203,411); "about" allows a tenth, and "nearly" is
    a bound from above.
    """
    if first.unit and second.unit and first.unit != second.unit:
        return True
    low, high = sorted((first, second), key=lambda number: number.value)
    if low.value == high.value:
        return True
    if low.bound == "least" or high.bound == "most":
        return True
    gap = (high.value - low.value) / high.value if high.value else 1.0
    if first.bound or second.bound:
        # "About 2 percent" of 2.4
        return gap <= 0.1 or any(
            one.bound == "about" and round(other.value) == one.value
            for one, other in ((first, second), (second, first))
        )
    if min(first.digits, second.digits) < max(first.digits, second.digits) and not (first.spelled or second.spelled):
        rounded, exact = sorted((first, second), key=lambda number: number.digits)
        return _rounds_to(exact.value, rounded)
    return False


def _rounds_to(value: float, rounded: Number) -> bool:
    """Whether `value`, written with the significant digits of `rounded`, is it."""
    # Under 100 people and things are counted, not rounded; shares and amounts of money are.
    if rounded.value < 100 and not rounded.unit:
        return False
    if not rounded.value:
        return value < 1
    from math import floor, log10

    step = 10.0 ** (floor(log10(abs(rounded.value))) + 1 - rounded.digits)
    # Cut off instead of rounded ("$16bn" for 16.6), it is a whole step below; never more than a tenth off.
    off = value - rounded.value
    return -step / 2 <= off < step and abs(off) <= 0.1 * abs(rounded.value)
