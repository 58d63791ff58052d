"""Tolls: how many people an event killed or hurt, where and when, as the text says it.

Only sentences with a word of harm are looked at. Victims of one group ("three children") are kept apart from people in
general, and earlier events ("which killed 67 in 2013") are marked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Document, Span
from auditor.text.dates import WEEKDAYS, day_told, published
from auditor.text.numbers import Number, numbers_in
from auditor.text.quotes import is_quoted
from auditor.text.sentences import Sentence, plain_sentences
from auditor.text.tokens import word_counts
from auditor.text.view import lowered, view

_WORDS = frozenset(
    "killed kills killing dead died dies deaths toll injured injures injuring wounded wounding hurt casualties".split()
)
# What every sentence that counts the dead or hurt holds.
_HARM = ("kill", "dead", "die", "death", "toll", "injur", "wound", "hurt", "lives")
_GENERAL = r"(?:people|persons?|lives|others|victims)"
_BEHIND = re.compile(
    r"\s(?P<who>(?:[A-Za-z-]+\s){0,4}?)(?:(?:were|are|was|is|have|had|has|been|also|confirmed|reported|left|reportedly|now|believed|feared)\s){0,4}"
    r"(?P<harm>killed|dead|died|deaths|injured|wounded|hurt|injuries)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?P<harm>kill(?:ed|s|ing)|injur(?:ed|es|ing)|wound(?:ed|s|ing)|claim(?:ed|ing|s) the lives of|claim(?:ed|ing|s)|deaths of|left)"
    r"|(?P<toll>toll\b[^.;,\d]{0,60}?(?:to|at|is|of|was|reached)))\s"
    r"(?:(?:at|least|more|than|about|around|some|up|to|nearly|almost|over|as|many|an|estimated|a|total|of|approximately|the)\s){0,4}$"
)
_AFTER = re.compile(
    r"\s(?P<who>(?:[A-Za-z-]+\s){0,3}?(?:people|persons?|lives|others|victims|[A-Za-z]{3,}s|men|women|children|police))\b"
)
_INJURY = re.compile(r"injur|wound|hurt")
_EVENT = re.compile(
    r"\b(?:attack|bombing|blast|explosion|fire|blaze|crash|shooting|earthquake|quake|flood(?:s|ing)?|storm|hurricane|cyclone|typhoon|landslide|"
    r"ferry|derailment|collision|stampede|collapse|strike|clash(?:es)?|massacre|rampage|tsunami|tornado|avalanche|outbreak|epidemic|war)\b",
    re.IGNORECASE,
)
_ALIKE = {
    "blast": "explosion",
    "bombing": "explosion",
    "blaze": "fire",
    "quake": "earthquake",
    "floods": "flood",
    "flooding": "flood",
    "clashes": "clash",
}
_ANCHOR = re.compile(
    r"\b(?:in|at|near|off|outside|on|hit|struck|of|from)\s(?:the\s)?(?:[a-z]+\s){0,2}(?P<name>[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,2})"
)
_MONTHS = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$")
# "3, 200" is one number, cut in two by a scraper or a spinner.
_CUT = re.compile(r",\s\d{3}\b")
_CUT_BEFORE = re.compile(r"(?<!\d)\d{1,3},\s$")
_EARLIER = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|week)|earlier|previous(?:ly)?|ago|since|annually|every year|each year|a year|so far|total|war|overall|worldwide|history)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:including|among|of (?:them|whom|those|the)|more|another|others?|additional|further|other|earlier)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Toll:
    """So many dead or hurt. `anchor` is the place or name nearest by, `event` what happened, `day` ISO, each "" if unsaid.

    `general` says that people as such are counted, `partial` that others are counted beside them, `earlier` that another
    event may be meant, `told` that the sentence itself names event and day (else they are those told before).
    """

    span: Span
    harm: str
    number: Number
    anchor: str
    event: str
    day: str
    general: bool
    partial: bool
    earlier: bool
    quoted: bool
    told: bool


def _names(sentence: str) -> str:
    for match in _ANCHOR.finditer(sentence):
        name = match["name"]
        if name.lower() not in WEEKDAYS and not _MONTHS.match(name.split()[0]):
            return name
    return ""


def _of(sentence: Sentence, number: Number) -> tuple[str, str, int, int] | None:
    """Harm, who, start and end where `number` counts the dead or hurt; None where it does not."""
    if number.unit or number.ordinal or number.year or not float(number.value).is_integer() or number.value < 1:
        return None
    if number.value < 1000 and _CUT.match(sentence.text, number.end):
        return None
    if 100 <= number.value < 1000 and _CUT_BEFORE.search(sentence.text, max(0, number.start - 6), number.start):
        return None
    behind = _BEHIND.match(sentence.text, number.end, number.end + 90)
    if behind:
        harm = "hurt" if _INJURY.search(behind["harm"]) else "dead"
        return harm, behind["who"].strip(), number.start, behind.end()
    before = _BEFORE.search(sentence.text, max(0, number.start - 110), number.start)
    if before is None:
        return None
    after = _AFTER.match(sentence.text, number.end, number.end + 50)
    who = after["who"].strip() if after else ""
    verb = before["harm"] or ""
    if verb == "left":
        if not (
            found := re.match(r"\s(?:\w+\s){0,3}?(dead|injured|wounded)\b", sentence.text[number.end : number.end + 50])
        ):
            return None
        verb = found[1]
    elif (
        not before["toll"]
        and not after
        and not re.match(r"\s*(?:[,.;]|and\b|on\b|in\b|at\b|$)", sentence.text[number.end : number.end + 8])
    ):
        return None
    return (
        ("hurt" if _INJURY.search(verb) else "dead"),
        who,
        before.start(),
        (after.end() if after else number.end),
    )


def _harmed(document: Document) -> Iterator[Sentence]:
    """The sentences with a word of harm, in order: the words are looked for in the text, not in each sentence."""
    lower, everything = lowered(document), plain_sentences(document)
    starts = [sentence.start for sentence in everything]
    rows = set()
    for word in _HARM:
        at = lower.find(word)
        while at >= 0:
            row = bisect_right(starts, at) - 1
            rows.add(row)
            # One word is enough: on with the next sentence.
            at = lower.find(word, starts[row + 1] if row + 1 < len(starts) else len(lower))
    for row in sorted(rows):
        if row >= 0 and any(map(everything[row].text.lower().__contains__, _HARM)):
            yield everything[row]


@view
def tolls(document: Document) -> tuple[Toll, ...]:
    """The tolls of the text in order."""
    if word_counts(document).keys().isdisjoint(_WORDS):
        return ()
    found: list[Toll] = []
    anchor = event = day = ""
    for sentence in _harmed(document):
        counted = [(number, parts) for number in numbers_in(sentence.text) if (parts := _of(sentence, number))]
        if not counted:
            continue
        happened = _EVENT.search(sentence.text)
        here = _names(sentence.text)
        # "A fire in Sorrel killed 12, a fire in Lomas killed 30": a sentence with two tolls of one harm lists events.
        listed = {one for one in ("dead", "hurt") if sum(parts[0] == one for _, parts in counted) > 1}
        for number, (harm, who, start, end) in counted:
            event = _ALIKE.get(happened[0].lower(), happened[0].lower()) if happened else event
            anchor = anchor or here
            when = day_told(sentence.text, published(document))
            day = day or when
            around = sentence.text[max(0, start - 40) : end + 40]
            general = not who or bool(re.search(rf"{_GENERAL}$", who)) or who in ("", "were", "are")
            whole = Span(sentence.start + start, sentence.start + end)
            partial = harm in listed or bool(_PARTIAL.search(around))
            earlier = bool(_EARLIER.search(sentence.text))
            quoted = is_quoted(document, whole.start)
            found.append(
                Toll(
                    whole,
                    harm,
                    number,
                    anchor,
                    event,
                    when or day,
                    general,
                    partial,
                    earlier,
                    quoted,
                    bool(happened and when),
                )
            )
    return tuple(found)
