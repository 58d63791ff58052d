"""A group that is counted in two ways.

"Two technicians jumped into the sea … The seven technicians were rescued": the definite article refers back to a group
that was counted before, and the count is larger now. And a name with a number in it that changes once: "the Six Nations"
everywhere, "the seventeen Nations" in one place. A smaller count may be a part of the group, so only a larger one is
accused; units of time, money and sport are not groups; a group that is described anew ("the seven technicians who …")
may be another one.

A third fault is a list of persons that is longer or shorter than it is said to be: "the two winners are", and three names.

Measured: of 103 articles of injected_news with one number changed anywhere, 27 are flagged; of 8,369 genuine ones none.

    flag: Paris: [[two technicians]] jumped into the sea on Monday. [[The seven technicians]], both men, were rescued.
    flag: They lost in [[the Six Nations]] last year. France won the Six Nations twice. It was their first win in [[the nine Nations]] since then.
    flag: "It was close," coach Ann [[Five Cate]] said in May. "We won," [[six Cate]] said.
    flag: [[The two boys in the role]] are [[James Allen, 15, Liam Mower, 12, and George Carter]].
    pass: The three boys in the role are James Allen, 15, Liam Mower, 12, and George Carter.
    pass: The two boys in the role are James Allen, of Leeds, and Liam Mower, George Carter's brother.
    pass: The two places are Moreno, Clara County, and Leeds.
    pass: Paris: seven technicians jumped into the sea on Monday. The two technicians were rescued.
    pass: Paris: two technicians jumped into the sea on Monday. The seven technicians who had stayed behind were calm.
    pass: They played for two hours. The seven hours before that were dull.
    pass: Two technicians left in May, five technicians in June. The seven technicians were never replaced.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.text.dates import MONTHS
from auditor.text.numbers import numbers_in
from auditor.text.persons import given_names
from auditor.text.tokens import forms, word_counts

_WORD = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_COUNTED = re.compile(
    rf"\b(?P<number>(?:{_WORD}|[0-9]{{1,3}}))\s(?P<mods>(?:[a-z-]+\s){{0,2}}?)(?P<noun>[A-Za-z]{{3,}}(?:s|men|women|ren))\b",
    re.IGNORECASE,
)
# Look-behinds stand behind what they guard, so that a search stops at "he" or a digit alone; the T is the character before.
_THE = re.compile(rf"he(?<=\b[Tt]he)\s(?P<number>{_WORD}|[0-9]{{1,2}})\s(?=[a-z])")
_BACK = re.compile(r"(?P<noun>[a-z]{3,}(?:s|men|women|ren))\b")
_NAMED = re.compile(
    rf"(?<=[\w,’'”\"] )(?P<the>[Tt]he\s)?(?P<number>{_WORD})\s(?P<noun>(?-i:[A-Z][a-z]{{3,}}))\b", re.IGNORECASE
)
_CAPITAL = re.compile(rf"(?:{_WORD.title()}) [A-Z]")
# "The three boys are James Lomas, 15, George Maguire, 14, and Liam Mower, 12.": names and ages alone, to the end.
_PERSON = r"(?:[A-Z][\w’'-]++\.? ){1,3}[A-Z][\w’'-]++"
_AGED = rf"{_PERSON}(?:, \d{{1,2}})?"
_LISTED = re.compile(
    rf"(?P<group>(?:[a-z-]+ ){{1,5}}?)(?:[A-Z]\w+ )?(?:are|were):? "
    rf"(?P<names>{_AGED}(?:, {_AGED})*+,? and (?:the [a-z]+ of )?{_AGED})(?=[.;]|, who\b)"
)
_BETWEEN = re.compile(r",? and |, ")
_FIGURED = re.compile(r"(?P<number>[0-9](?<!\w.)[0-9]{0,2}) (?P<noun>[A-Z][a-z]+(?<!s))\b")
# A rapper's or a programme's name, "50 …", stands so often before it is a name and no count.
_OFTEN = 3
_NOT_GROUPS = frozenset(
    "years months weeks days hours minutes seconds decades quarters points goals games matches times runs yards miles "
    "kilometers kilometres metres meters feet inches pounds dollars euros cents tons tonnes acres degrees percents terms "
    "seasons sets tries laps rounds weekends nights mornings seats votes states counties others ones things ways reasons "
    "steps parts sections chapters pages hits outs wins losses stars yen crowns ounces gallons barrels shares words "
    "innings sacks catches touchdowns penalties overs wickets events places positions questions episodes previous sides "
    "was has this his its does says series news bonus various previous".split()
)
_DESCRIBED = re.compile(
    r"\s(?:who|that|which|whom|whose|in|at|on|from|with|of|to|for|under|between|listed|named|below|above|[a-z]+ed|[a-z]+ing|he|she|it|they|we|I|you)\b"
)
_NEAR = 1800
_VALUES = {word: number for number, word in enumerate(_WORD.split("|"), 2)}


def _value(text: str) -> int:
    return _VALUES[text.lower()] if text.lower() in _VALUES else int(text)


def _groups(document: Document, definite: Sequence[re.Match[str]]) -> Iterator[Hit]:
    """A definite group that is larger than the one, and only, count before it."""
    text = document.text
    values: Counter[float] | None = None
    for the in definite:
        back, value = _BACK.match(text, the.end()), _value(the["number"])
        if back is None:
            continue
        noun = back["noun"]
        if noun in _NOT_GROUPS or not 2 < value <= 20 or _DESCRIBED.match(text, back.end()):
            continue
        # What was counted before, in the 1,800 characters to which a definite article reaches back (measured: five true ones at 302 to 1,636, a false one at 2,249).
        start = the.start() - 1
        earlier = [one for one in _COUNTED.finditer(text, max(0, start - _NEAR), start) if one["noun"].lower() == noun]
        earlier = [one for one in earlier if not re.search(r"\b(?:and|or|to|than|of|in|per)\b", one["mods"])]
        if len({_value(one["number"]) for one in earlier}) != 1 or not 1 < _value(earlier[0]["number"]) < value:
            continue
        if values is None:
            values = Counter(number.value for number in numbers_in(text))
        place = Span(earlier[0].start(), earlier[0].end())
        # Its own number stands nowhere else in the article, so nothing else was counted so.
        if values[float(value)] == 1 and not _several(document, place):
            yield Hit(
                Span(start, back.end()), f"{value} {noun} here, {_value(earlier[0]['number'])} before", confidence=0.8,
                tier=Tier.HARD, kind="numeric", related=(place,),
            )  # fmt: skip


def _several(document: Document, place: Span) -> bool:
    """Whether a count is one of several that may be added ("two officers and two guards"), or of others ("two other")."""
    around = document.text[max(0, place.start - 30) : place.end + 40]
    return len(numbers_in(around)) > 1 or bool(
        re.search(r"\b(?:other|more|another|additional|further|and|or|including)\b", around)
    )


def _names(document: Document) -> Iterator[Hit]:
    """A numbered name that stands with another number once, in small letters."""
    found: dict[str, list[tuple[str, Span]]] = {}
    written = forms(document)
    capital = any(word in written and word.title() in written[word] for word in _VALUES)
    capital = capital and _CAPITAL.search(document.text) is not None
    for match in _NAMED.finditer(document.text) if capital else ():
        start = match.start("the") if match["the"] else match.start("number")
        found.setdefault(match["noun"], []).append((match["number"], Span(start, match.end())))
    # Such a name stands with one number three times, which few articles do with any.
    often = any(count >= _OFTEN and word.isdigit() for word, count in word_counts(document).items())
    for match in _FIGURED.finditer(document.text) if often else ():
        if match["noun"].lower() not in MONTHS:
            found.setdefault(match["noun"], []).append((match["number"], Span(*match.span())))
    for noun, uses in found.items():
        if len(uses) == 1:
            continue
        counts: Mapping[str, int] = Counter(number for number, _ in uses)
        names = [number for number in counts if number[0].isupper() and counts[number] >= 1]
        names += [number for number in counts if number.isdigit() and counts[number] >= _OFTEN]
        odd = [
            (number, span) for number, span in uses if number[0].islower() or (number.isdigit() and counts[number] == 1)
        ]
        if names and names[0].isdigit() and len(uses) < document.text.count(noun):
            continue  # the name stands without a number, too
        if len(names) == 1 and len(odd) == 1 and odd[0][0] != names[0].lower() and len(counts) == 2:
            first = next(span for number, span in uses if number == names[0])
            yield Hit(
                odd[0][1], f"“{names[0]} {noun}” everywhere else", f"{names[0]} {noun}", 0.9, tier=Tier.HARD, kind="numeric",
                related=(first,),
            )  # fmt: skip


def _lists(document: Document, definite: Sequence[re.Match[str]]) -> Iterator[Hit]:
    """A group whose members are listed, and are more or fewer than it is said to have."""
    for the in definite:
        match = _LISTED.match(document.text, the.end())
        named = [part for part in _BETWEEN.split(match["names"]) if not part.isdigit()] if match else []
        known = sum(name.split(" ", 1)[0] in given_names() for name in named)
        # Places and companies may have commas of their own; most of a list of persons begin with a known given name.
        if match and _value(the["number"]) != len(named) and 3 * known >= 2 * len(named):
            yield Hit(
                Span(the.start() - 1, match.end("group") - 1), f"{len(named)} are listed", confidence=0.9,
                tier=Tier.HARD, kind="numeric", related=(Span(*match.span("names")),),
            )  # fmt: skip


@document_rule(code="CO105", severity=Severity.ERROR, weight=1.5)
def count(document: Document) -> Iterator[Hit]:
    definite = tuple(_THE.finditer(document.text))
    yield from _groups(document, definite)
    yield from _names(document)
    yield from _lists(document, definite)
