"""A figure that cannot be right, whatever it counts.

"Sunday 42 August", "between 2,000 and 2,000 supporters", "picture 24 of 15" and "four metres (9 feet)": a day that no
calendar has, a range that ends where it begins, a part of a series beyond its end, a measure that is another one in other
units. Whoever writes of something does not err so; whoever exchanges figures does. Conversions are rounded, so they may be a
quarter apart, and nights and office hours run "between 9 and 5".

Measured: of 8,369 genuine articles none is flagged; of 103 articles of injected_news with one number replaced, 4.

    flag: The band plays on Saturday 20 August and on Sunday [[42 August]].
    flag: The organisers expect [[between 2,000 and 2,000]] supporters on the square.
    flag: The ladder ends [[four metres (9 feet)]] above the ground.
    flag: Picture [[24 of 15]]: the harbour in the evening.
    pass: The band plays on Saturday 20 August and on Sunday 21 August.
    pass: The office is open between 9 and 5, the curfew holds between 2200 and 0700.
    pass: The ladder ends four metres (13 feet) above the ground.
    pass: In the '63 March on the capital were 82 of 100 members.
    pass: The road is 5 miles (8km) long and costs 5 million pounds ($8m).
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.statements.readings import MEASURES, readings
from auditor.text.dates import MONTHS, longest
from auditor.text.tokens import word_counts

# A day before its month; two digits, since one is always a day.
_DAY = re.compile(r"(?<![\w.,:$£€’'/-])(\d\d)(?:st|nd|rd|th)?\s(?:of\s)?\Z")
_CLOSED = re.compile(r"[.,;)]|\s(?:and|at|in|to|\d{4})\b|\Z")
_BETWEEN = re.compile(r"between\s([$£€]?\d[\d,]*+)\sand\s([$£€]?\d[\d,]*+)(?=\s[a-z])")
# With "the" before the whole it is a part of a sum, see `share`.
_FIGURES = re.compile(r" of (?<=\d of )(?=\d)")
_PART = re.compile(r"(?<![\w.,:$£€/-])\d{1,3}\Z")
_WHOLE = re.compile(r"\d{1,3}\b(?![.,%/-]\d|%|\s(?:%|per|million|billion|[A-Z][a-z]+ember))")
_ABOUT = re.compile(r"(?:(?:about|around|roughly|nearly|almost|some)\s)?(?=\d)")
# A measure has 40 characters at most, on either side of its bracket.
_REACH = 40
# "Five miles (8km)" is 8.05: rounded conversions differ by less; of 8,369 genuine articles none by more.
_APART = 1.25
# Degrees have no zero that they share.
_MEASURES = MEASURES - {"degree", "times"}


@document_rule(code="CO304", severity=Severity.ERROR, weight=1.5)
def impossible_figure(document: Document) -> Iterator[Hit]:
    for span, message in (
        *_days(document),
        *_ranges(document.text),
        *_beyond(document.text),
        *_units(document.text),
    ):
        yield Hit(span, message, confidence=0.9, tier=Tier.HARD, kind="numeric")


def _places(text: str, sign: str) -> Iterator[int]:
    """Where a sign stands; a plain search costs a tenth of a pattern that begins with a digit."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))


def _days(document: Document) -> Iterator[tuple[Span, str]]:
    text, counts = document.text, word_counts(document)
    for month in (name.title() for name in MONTHS if name in counts):
        for at in _places(text, month):
            begun = max(0, at - _REACH)
            match = _DAY.search(text[begun:at])
            if match and int(match[1]) > longest(month) and _CLOSED.match(text, at + len(month)):
                yield Span(begun + match.start(), at + len(month)), f"{month} has {longest(month)} days"


def _ranges(text: str) -> Iterator[tuple[Span, str]]:
    for at in _places(text, "between "):
        match = _BETWEEN.match(text, at)
        if match and match[1] == match[2]:
            yield Span(*match.span()), "a range that ends where it begins"


def _beyond(text: str) -> Iterator[tuple[Span, str]]:
    for found in _FIGURES.finditer(text):
        at = found.start()
        whole = _WHOLE.match(text, found.end())
        begun = max(0, at - _REACH)
        part = _PART.search(text[begun:at]) if whole else None
        if whole and part and int(part[0]) > int(whole[0]) > 0:
            yield Span(begun + part.start(), whole.end()), f"there is no {part[0]} of {whole[0]}"


def _units(text: str) -> Iterator[tuple[Span, str]]:
    for at in _places(text, " ("):
        match = _ABOUT.match(text, at + 2)
        if match is None:
            continue
        begun = max(0, at - _REACH)
        before, behind = text[begun:at], text[match.end() : match.end() + _REACH]
        close = behind.find(")")
        if close < 1 or not behind[close - 1].isalpha():
            continue  # "(2016)"
        ours, theirs = readings(before)[-1:], readings(behind[:close])[:1]
        if not ours or not theirs or ours[0].end != len(before) or theirs[0].end != close:
            continue
        low, high = sorted((ours[0].value, theirs[0].value))
        measured = ours[0].unit == theirs[0].unit and ours[0].unit in _MEASURES
        if measured and 0 < low * _APART < high:
            yield Span(begun + ours[0].start, match.end() + close + 1), "the two measures are not one"
