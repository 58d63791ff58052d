"""A headline that its own article contradicts.

"Council rejects stadium plan" above "The council approved the plan for a stadium": the headline is compared with the first
sentences. Nearly all its words must stand in the sentence that it is held against, and what differs must be an
opposite or a number. A number of the headline that stands anywhere in the body is right; so is one that rounds
or bounds the body's, and a headline that asks, quotes or lists ("10 things to know").

Measured: of 45 articles of injected_news with another number in the headline, 10 are flagged; of 8,369 genuine ones none.

    flag: [[Council rejects plan for]] riverside stadium⏎The city [[council approved the plan]] for a riverside stadium on Monday night. It was late.
    flag: Credit agency says data [[of 186 million stolen]]⏎The credit agency said on Monday that the data [[of 143 million people were]] stolen. It was late.
    pass: Council rejects plan for riverside stadium⏎The city council rejected the plan for a riverside stadium on Monday night. It was late.
    pass: Credit agency says data of 140 million stolen⏎The credit agency said on Monday that the data of 143 million people were stolen. It was late.
    pass: Did council reject plan for riverside stadium?⏎The city council approved the plan for a riverside stadium on Monday night. It was late.
"""

import re
from collections.abc import Sequence, Set

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.statements.align import Alignment, align
from auditor.statements.compare import conflict_of
from auditor.statements.conflict import Conflict
from auditor.statements.leftover import other_topic
from auditor.statements.opposites import opposite
from auditor.statements.readings import readings
from auditor.statements.words import FUNCTION, Word, spoken, words
from auditor.text.blocks import headline as headline_of
from auditor.text.numbers import compatible, numbers_in
from auditor.text.sentences import Sentence, plain_sentences

# The headline tells what the first sentences tell; further down are other events.
_FIRST = 4
# 0.8 of a headline's content words: at 0.6, two votes of one council were flagged.
_COVERED = 0.8
# Enough for a number.
_LEAST = 0.6
# The share of a headline's words whose first four letters a sentence must have to be laid beside it at all; no finding in
# 9,154 articles is lost.
_HEAD, _ALIKE, _ALIKE_NUMBER = 4, 0.65, 0.5


def _heads(text: str) -> set[str]:
    """The first letters of the words that say something: a cheap stem."""
    return {word[:_HEAD] for word in text.lower().split() if word not in FUNCTION}


def _window(everything: tuple[Word, ...], span: Span, offset: int, field: str) -> Span:
    inside = [index for index, word in enumerate(everything) if word.start < span.end and word.end > span.start]
    first, last = max(0, inside[0] - 1), min(len(everything) - 1, inside[-1] + 2)
    start, end = offset + everything[first].start, offset + everything[last].end
    return Span(start, end, "title") if field == "title" else Span(start, end)


def _differs(aligned: Alignment, conflict: Conflict, body: Sequence[Sentence]) -> bool:
    """Whether the conflict is more than the shortness of a headline."""
    if conflict.kind == "antonym":
        gap = next(
            (gap for gap in aligned.gaps if any(aligned.a[i].start == conflict.first.start for i in gap.first)), None
        )
        together = gap is not None and any(aligned.b[j].start == conflict.second.start for j in gap.second)
        return (
            together and len(gap.first) == 1 and aligned.coverage >= _COVERED and aligned.shared >= 4 if gap else False
        )
    if conflict.kind != "numeric":
        return False
    given = [word.number for word in aligned.a if word.number and word.start == conflict.first.start]
    return bool(given) and not any(
        given[0].unit == other.unit and (given[0].value == other.value or compatible(given[0], other))
        for other in readings(" ".join(sentence.text for sentence in body))
        if other.value > 1
    )


@document_rule(code="CO203", severity=Severity.ERROR, weight=2.0)
def headline(document: Document) -> Iterator[Hit]:
    title = headline_of(document)
    if title is None or title.end - title.start > 200:
        return
    text = document.quote(title)
    if re.search(r"[?“”\"‘:|]|\b(?:things|reasons|ways|tips|vs)\b", text) or len(text.split()) < 5:
        return
    body = [sentence for sentence in plain_sentences(document) if title.field == "title" or sentence.start >= title.end]
    mine, given = _heads(text), None
    least = max(2, (_ALIKE_NUMBER if numbers_in(text) else _ALIKE) * len(mine))
    for sentence in body[:_FIRST]:
        lower = sentence.text.lower()
        # What holds too few of them anywhere need not be cut into words.
        if lower[0] in '“"‘' or sum(map(lower.__contains__, mine)) < least or len(mine & _heads(lower)) < least:
            continue
        given = given or words(text)
        hit = _against(document, title, given, sentence, body)
        if hit is not None:
            yield hit
            return


def _stands(word: Word, body: Sequence[Sentence]) -> bool:
    """Whether a figure stands in the body as it is written in the headline, of the same unit."""
    figure = word.number
    return figure is not None and any(
        (figure.value, figure.unit) == (other.value, other.unit)
        for sentence in body
        if word.text in sentence.text
        for other in readings(sentence.text)
        if other.value > 1
    )


def _opposed(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether some word of the headline has its opposite among those of a sentence: no other word can be at odds with it."""
    return any(opposite(one, other) for one in ours - theirs for other in theirs - ours)


def _against(
    document: Document, title: Span, given: tuple[Word, ...], sentence: Sentence, body: Sequence[Sentence]
) -> Hit | None:
    figures = [word for word in given if word.number]
    stand = all(_stands(word, body) for word in figures)
    # Most sentences hold no opposite in any word, and need not be read as statements.
    if stand and not _opposed({word.lower for word in given}, spoken(sentence.text)):
        return None
    told = words(sentence.text)
    if stand and not _opposed({word.lower for word in given}, {word.lower for word in told}):
        return None
    least = _LEAST if figures else _COVERED
    aligned = align(given, told, least)
    conflict = conflict_of(aligned) if aligned and aligned.shared >= 3 and aligned.coverage >= least else None
    if aligned is None or conflict is None or other_topic(aligned, conflict) or not _differs(aligned, conflict, body):
        return None
    first = _window(aligned.a, conflict.first, title.start, title.field)
    second = _window(aligned.b, conflict.second, sentence.start, "text")
    return Hit(
        first, f"“{document.quote(first)}” in the headline, “{document.quote(second)}” in the article",
        confidence=0.8, tier=Tier.HARD, kind=conflict.kind, related=(second,),
    )  # fmt: skip
