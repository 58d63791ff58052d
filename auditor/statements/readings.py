"""What the numbers of a statement measure: lengths, times of day, ages and fractions become comparable figures.

"10 miles" and "16 kilometres" are one length, "3 pm" and "15:00" one time, "two fifths" and "40 percent" one share. The
unit of such a figure is the kind of measure, its value is in the first unit of that kind.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from auditor.statements.eras import eras
from auditor.statements.scores import scores
from auditor.text.numbers import Number, bound_before, numbers_in

CLOCK, AGE, SHARE = "o'clock", "years old", "%"
MEASURES = frozenset("area degree length mass speed time times volume".split())

_CLOCK = re.compile(
    r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|\b(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?P<old>\d{1,3})(?:-year-old|\syears?\sold)\b|\b(?:aged|age\sof)\s(?P<aged>\d{1,3})\b"
    r"|(?<=\w,\s)(?P<beside>[1-9]\d)(?=,)|\b(?:who|he|she)\s(?:is|was)\s(?P<being>[1-9]\d)(?=[,.]|$)",
    re.IGNORECASE,
)
_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty".split()
)
_WORDS = {word: float(number) for number, word in enumerate(_COUNT, 1)}
_IN = re.compile(
    rf"\b({'|'.join(_COUNT)}|[1-9])\s(?:in|out\sof)\s(?:every\s)?({'|'.join(_COUNT)}|[1-9]\d?)\b(?!\s(?:\d|January|February|March|April|May|June|July))",
    re.IGNORECASE,
)
# "One worker in ten was jobless", not "one worker in ten days".
_ONE_IN = re.compile(
    rf"\bone\s[a-z]+\sin\s(?:every\s)?({'|'.join(_COUNT)}|[1-9]\d?)(?=\s(?:is|was|has|had|does|did|would|could|can|lives)\b|[.,;]|$)",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"\b(?:an?\s(?:single|lone|solitary)|one\ssingle)\b(?!-)", re.IGNORECASE)
# "Once" alone is mostly a time.
_ONCE = re.compile(r"\b(?:exactly|just|only)\sonce\b", re.IGNORECASE)
_TWICE = re.compile(r"\btwice\b", re.IGNORECASE)
_HALF = re.compile(r"\bhalf\san?\s(?P<unit>[a-z]+)\b", re.IGNORECASE)
_HINTS = ("single", "lone", "solitary", "once", "twice", "half", "third", "quarter", "fifth", "sixth", "tenth")
_DIGIT = re.compile(r"\d")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_FRACTION = re.compile(
    r"\b(?:(?P<times>an?|one|two|three|four|nine)[\s-])?(?P<part>half|third|quarter|fifth|sixth|tenth)s?"
    r"(?:\s(?:of\s)?an?\s(?P<scale>million|billion)|(?=\s(?:of|the|its|their|his|her)\b))\b",
    re.IGNORECASE,
)
_SCALES = {"million": 1e6, "billion": 1e9}
_RANKED = re.compile(r"\b(?:first|second|other|last|third|fourth|latter|early|better)\s$", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:several|many|few|some|of)\s$", re.IGNORECASE)
_BROKEN = re.compile(r",\d{1,2}(?!\d)|,\s\d{3}\b(?!,)")
_BEHIND = re.compile(
    r"(?:(?P<least>\sor\s(?:more|above|over|better)\b|-plus\b|\splus\b)|(?P<most>\sor\s(?:fewer|less|under|below)\b)|(?P<about>\sor\sso\b))"
)
# A range has its two figures alone behind "between", "from" or "some"; "rose from 40 to 60" is none.
_RANGE = re.compile(r"\s(?:and|to)\s|[-–]")
_FROM = re.compile(r"(?:\bbetween|\bsome|\babout|\baround)\s$", re.IGNORECASE)
_SCALE_ALONE = frozenset("hundred thousand million billion trillion dozen".split())
# "One and a half hours"; "2 hours and 40 minutes" are two numbers of one kind, which are added.
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_GLUE = re.compile(r"(?:,?\s(?:and\s)?)?")
_UNIT = re.compile(r"[\s-](?P<unit>[a-z/]+(?:\s(?:an|per)\shour|\s[a-z]+)?)", re.IGNORECASE)
_DEGREES = re.compile(r"(?:\sdegrees?\s|\s?°\s?)(?P<scale>fahrenheit|celsius|centigrade|[fc])\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _units() -> Mapping[str, tuple[str, float]]:
    """Each unit, in all forms, to what it measures and how much it is."""
    found: dict[str, tuple[str, float]] = {}
    for line in Path(__file__).with_name("units.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, name, factor, *forms = line.split("\t")
            found |= dict.fromkeys((name, *forms), (kind, float(factor)))
    return found


def _in_digits(text: str) -> Iterator[Number]:
    """Times of day and ages."""
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"] or match["hours"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        value = 60.0 * hour + int(match["minute"] or match["minutes"] or 0)
        yield Number(match.start(), match.end(), value, CLOCK)
    for match in _AGE.finditer(text):
        group = str(match.lastgroup)
        start, end = match.span() if group in ("old", "aged") else match.span(group)
        yield Number(start, end, float(match[group]), AGE)


def _in_words(text: str) -> Iterator[Number]:
    """ "One in three", "a single", "twice", "half an hour" and fractions."""
    for match in _IN.finditer(text):
        part, whole = (_WORDS.get(match[group].lower()) or float(match[group]) for group in (1, 2))
        if 0 < part < whole:
            yield Number(match.start(), match.end(), 100 * part / whole, SHARE, "about")
    for match in _ONE_IN.finditer(text):
        whole = _WORDS.get(match[1].lower()) or float(match[1])
        if whole > 1:
            yield Number(match.start(), match.end(), 100 / whole, SHARE, "about")
    for match in _SINGLE.finditer(text):
        yield Number(match.start(), match.end(), 1.0, spelled=True)
    for match in _HALF.finditer(text):
        if match["unit"].lower() == "dozen":
            yield Number(match.start(), match.end(), 6.0, "", "about", spelled=True)
        elif known := _units().get(match["unit"].lower()):
            yield Number(match.start(), match.end(), round(known[1] / 2, 4), known[0], "about", spelled=True)
    for match in _ONCE.finditer(text):
        yield Number(match.start(), match.end(), 1.0, "times", spelled=True)
    for match in _TWICE.finditer(text):
        yield Number(match.start(), match.end(), 2.0, "times", spelled=True)
    for match in _FRACTION.finditer(text):
        if _RANKED.search(text, max(0, match.start() - 9), match.start()):
            continue
        share = _TIMES[(match["times"] or "a").lower()] / _PARTS[match["part"].lower()]
        if match["scale"]:
            yield Number(match.start(), match.end(), share * _SCALES[match["scale"].lower()], "", "about")
        else:
            yield Number(match.start(), match.end(), 100 * share, SHARE, "about")


def _shaped(text: str, plain: tuple[Number, ...]) -> Iterator[Number]:
    """The figures that have a shape of their own; what cannot hold any is not searched, which most statements cannot."""
    lower = text.lower()
    yield from eras(text)
    if plain or _DIGIT.search(text):
        yield from scores(text)
        yield from _in_digits(text)
    if len(plain) > 1 or any(map(lower.__contains__, _HINTS)):
        yield from _in_words(text)


def _measured(text: str, number: Number) -> Number:
    """The number in the first unit of its kind, with the unit in its span; as it was where no unit follows."""
    if number.unit or number.ordinal:
        return number
    half = _AND_A_HALF.match(text, number.end)
    end, value = (half.end(), number.value + 0.5) if half else (number.end, number.value)
    if degrees := _DEGREES.match(text, end):
        if degrees["scale"][0] in "fF":
            value = (value - 32) / 1.8
        return number._replace(value=round(value, 2), unit="degree", end=degrees.end())
    match = _UNIT.match(text, end)
    if match is None or (number.year and not half):
        return number
    words = match["unit"].lower().split(" ")
    for count in range(len(words), 0, -1):
        known = _units().get(" ".join(words[:count]))
        if known:
            stop = match.start("unit") + len(" ".join(words[:count]))
            return number._replace(value=round(value * known[1], 4), unit=known[0], end=stop)
    return number


def _summed(text: str, found: list[Number]) -> Iterator[Number]:
    """Neighbours of one kind as one figure: "2 hours and 40 minutes"."""
    held: Number | None = None
    for one in found:
        alike = held is not None and one.unit == held.unit in ("time", "length", "mass") and one.value < held.value
        if held and alike and _GLUE.fullmatch(text, held.end, one.start):
            held = held._replace(end=one.end, value=held.value + one.value, digits=9)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _bounded(text: str, found: list[Number]) -> Iterator[Number]:
    """The figures with the bounds that stand behind them ("or more"), before a word ("over half"), or in a range."""
    for at, number in enumerate(found):
        bound = bound_before(text, number.start) or number.bound
        if behind := _BEHIND.match(text, number.end):
            bound = str(behind.lastgroup)
        if (
            at + 1 < len(found)
            and _RANGE.fullmatch(text, number.end, found[at + 1].start)
            and _opens(text, number.start)
        ):
            bound = "least"
        elif at and _RANGE.fullmatch(text, found[at - 1].end, number.start) and _opens(text, found[at - 1].start):
            bound = "most"
        yield number._replace(bound=bound)


def _opens(text: str, start: int) -> bool:
    """Whether a range begins here: behind "between", "from", "some" or the like, or with "to" and no verb of change."""
    return bool(_FROM.search(text, max(0, start - 10), start))


def readings(text: str) -> list[Number]:
    """The figures of a statement in order, measures in a common unit."""
    plain = numbers_in(text)
    shaped: list[Number] = []
    for one in sorted(_shaped(text, plain)):
        if not shaped or one.start >= shaped[-1].end:
            shaped.append(one)
    found = list(shaped)
    for number in plain:
        if any(one.start < number.end and number.start < one.end for one in shaped):
            continue
        written = text[number.start : number.end].lower()
        if written in _SCALE_ALONE and _VAGUE.search(text, max(0, number.start - 8), number.start):
            continue  # "several million" is no figure
        if number.value < 1000 and _BROKEN.match(text, number.end):
            continue  # "$110,00" has lost a digit, "3, 200" is cut in two
        if written in _SCALE_ALONE and number.spelled:
            number = number._replace(bound=number.bound or "about")  # "a million people"
        found.append(_measured(text, number))
    return list(_bounded(text, list(_summed(text, sorted(found)))))
