"""Parts that make more than the whole.

Two faults: the shares of one question add up to well over 100 percent ("62 percent said …, 31 percent said … and 17
percent said …"), and the parts of a stated sum do not add up to it ("12 million will be divided: 5 million, 4 million and
6 million"). Shares are added only where each has the same verb behind it, and never where answers may overlap ("multiple
answers", "also"). A part larger than its whole ("21 of 20") counts too.

Measured: of 8,369 genuine articles none is flagged; no development set holds such faults.

    flag: Of those asked, [[62 percent said]] they would stay, [[31 percent said]] they would go and [[17 percent said]] they would wait.
    flag: The [[budget of 12 million]] will be divided among three schools: the first gets [[5 million]], the second gets [[4 million]] and the third gets [[6 million]].
    flag: The rebels freed [[21 of the 20]] captives on Sunday.
    pass: Of those asked, 52 percent said they would stay, 31 percent said they would go and 17 percent said they would wait.
    pass: The budget of 15 million will be divided among three schools: the first gets 5 million, the second gets 4 million and the third gets 6 million.
    pass: The rebels freed 21 of the 200 captives on Sunday.
    pass: Of those asked, 62 percent said they liked tea, 71 percent said they also liked coffee and 40 percent said both.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.text.numbers import Number, numbers_in
from auditor.text.sentences import Sentence, plain_sentences
from auditor.text.tokens import word_counts

# A word of dividing, or a number "of the" number; beside three shares, what is worth parsing.
_DIVIDING = "divided split shared distributed made consists consisted consisting".split()
_SHARES = {"percent": "percent", "cent": "per cent"}
_WITHIN = re.compile(r" of th(?<=\d of th)(?:e(?:ir)? \d|ose \d)")
_OVERLAP = re.compile(
    r"\b(?:also|both|multiple|either|as well|compared|from|while|than|respectively|up|down|among|democrats?|republicans?|men|women)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"\b(?:divided|split|shared out|distributed|made up of|consist\w+ of)\b", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:the\s|its\s|their\s|those\s)?")
_NOT_PART = re.compile(
    r"(?:grade|chapter|page|part|day|week|game|match|round|photo|picture|image|slide|episode|season|january|february|march|april|may|june|july|august|september|october|november|december|no\.?)\s$",
    re.IGNORECASE,
)


def _shares(sentence: Sentence, found: Sequence[Number]) -> Iterator[tuple[list[Span], str]]:
    """Three shares or more with one verb behind each, over 100 together."""
    shares = [one for one in found if one.unit == "%" and one.bound not in ("most",)]
    if len(shares) < 3 or _OVERLAP.search(sentence.text):
        return
    verbs = [
        re.match(
            r"\s(?:would\s)?(said|say|answered|chose|choose|voted|preferred|prefer|named|picked|want|wanted)\b",
            sentence.text[one.end :],
        )
        for one in shares
    ]
    first = verbs[0]
    if first is None or any(verb is None or verb[1] != first[1] for verb in verbs):
        return
    total = sum(one.value for one in shares)
    # Rounding of each share may add half a point; over 103 no rounding explains it.
    if 103 < total < 200:
        spans = [
            Span(sentence.start + one.start, sentence.start + one.end + len(verb[0]))
            for one, verb in zip(shares, verbs, strict=True)
            if verb
        ]
        yield spans, f"these shares of one whole make {total:g} percent"


def _sums(sentence: Sentence, found: Sequence[Number]) -> Iterator[tuple[list[Span], str]]:
    """A whole, a word of dividing, and three parts or more of the same unit that do not add up to it."""
    divided = _DIVIDED.search(sentence.text)
    if divided is None:
        return
    whole = [one for one in found if one.end <= divided.start()]
    parts = [one for one in found if one.start >= divided.end() and one.value >= 1 and not one.ordinal]
    scale = [
        one
        for one in parts
        if whole and one.unit == whole[-1].unit and _scale(sentence.text, one) == _scale(sentence.text, whole[-1])
    ]
    if (
        len(whole) != 1
        or len(scale) < 3
        or not _scale(sentence.text, whole[0])
        or whole[0].bound
        or any(one.bound for one in scale)
    ):
        return
    total = sum(one.value for one in scale)
    if total > 1.02 * whole[0].value:
        opening = re.search(r"\w+\sof\s$", sentence.text[: whole[0].start])
        start = opening.start() if opening else whole[0].start
        spans = [Span(sentence.start + start, sentence.start + whole[0].end)]
        spans += [Span(sentence.start + one.start, sentence.start + one.end) for one in scale]
        yield spans, f"the parts make {total:,.10g}, the whole is {whole[0].value:,.10g}"


def _scale(text: str, number: Number) -> str:
    """The scale word of an amount, "" where it has none."""
    match = re.search(r"(million|billion|thousand|bn|m)$", text[number.start : number.end], re.IGNORECASE)
    return match[1].lower() if match else ""


def _parts(sentence: Sentence, found: Sequence[Number]) -> Iterator[tuple[list[Span], str]]:
    """A part that is larger than its whole, both plain counts."""
    for one, other in pairwise(found):
        between = sentence.text[one.end : other.start]
        if (
            not _OF.fullmatch(between)
            or one.unit
            or other.unit
            or one.ordinal
            or other.ordinal
            or one.year
            or other.year
        ):
            continue
        if ("the" not in between and "those" not in between and "their" not in between) or other.bound:
            continue
        if one.value > other.value >= 2 and not _NOT_PART.search(sentence.text[: one.start]):
            yield (
                [Span(sentence.start + one.start, sentence.start + other.end)],
                f"{one.value:g} cannot be part of {other.value:g}",
            )


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _worth(document: Document) -> Iterator[Sentence]:
    """The sentences that hold three shares, a word of dividing or a part of a whole, in order; most articles have none."""
    # A look whether a word stands in the text at all costs less than a search for it.
    text, counts = document.text, word_counts(document)
    shares = [
        at for sign in ("%", *(_SHARES[word] for word in _SHARES if word in counts)) for at in _places(text, sign)
    ]
    signs = [at for word in _DIVIDING if word in counts for at in _places(text, word)]
    signs += [match.start() for match in _WITHIN.finditer(text)]
    if len(shares) < 3 and not signs:
        return
    everything = plain_sentences(document)
    starts = [sentence.start for sentence in everything]
    several = Counter(bisect_right(starts, at) - 1 for at in shares)
    rows = {row for row, count in several.items() if count >= 3} | {bisect_right(starts, at) - 1 for at in signs}
    for row in sorted(rows):
        if row >= 0:
            yield everything[row]


@document_rule(code="CO301", severity=Severity.ERROR, weight=2.0)
def share(document: Document) -> Iterator[Hit]:
    for sentence in _worth(document):
        found = numbers_in(sentence.text)
        for test in (_shares, _sums, _parts):
            for spans, message in test(sentence, found):
                yield Hit(spans[0], message, confidence=0.85, tier=Tier.HARD, kind="numeric", related=tuple(spans[1:]))
