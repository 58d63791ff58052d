"""Speculation in bulk, and nobody named or findable who vouches for any of it.

An article may speculate, and an article may use unnamed sources; that much of one is what may be while hardly any of it
has a source is the mark of text made to fill a page. Counted are sentences of prose that claim something, at least eight:
five of them and more than 30 in 100 speculate without a source, and no more than two, nor more than 10 in 100, have a named or findable source. A
speaker is believed for three sentences that say something new, and not at all with a generic role alone, so pasting
"John Smith, an analyst, said" changes nothing.

Measured: on 1,991 articles of outlets whose reliability experts rate 0.8 or higher it fires on 4, 0.20 in 100.

A view of one's own is opinion, so a text in the first person, or one that says it is opinion, is left alone.

Cases: `rests_on_nobody.cases.md`.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.attribution.account import claim_sentences
from auditor.text.attribution.credit import credited
from auditor.text.genre import genre

_FEWEST_CLAIMS = 8
_FEWEST_SPECULATIVE = 5
_SPECULATION = 0.30
_SOURCED = 0.10
_MOST_BELIEVED = 2
# The weight at the least speculation that is told, and at half as much again: a sentence more or less makes no leap.
_LEAST_WEIGHT, _WEIGHT = 0.6, 3.0
# All that is counted is quoted, up to here.
_SHOWN = 60
_NOBODYS = ("unattributed", "vague")
# One sentence in thirty in the first person is a quotation that lost its marks.
_OWN = 0.05
_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|I’m|I'm|my) ")


@document_rule(code="AT103", severity=Severity.WARNING, weight=_WEIGHT, min_words=150)
def rests_on_nobody(document: Document) -> Iterator[Hit]:
    # The cheap test first: few articles speculate so much, whoever may be believed in them.
    chances = [claim for claim in claim_sentences(document) if claim.speculative]
    if sum(claim.standing in _NOBODYS for claim in chances) < _FEWEST_SPECULATIVE:
        return
    believed, alone = credited(document)
    claims = len(believed) + len(alone)
    speculative = [claim for claim in alone if claim.speculative]
    least, share = max(_FEWEST_SPECULATIVE, _SPECULATION * claims), len(speculative) / max(1, claims)
    if claims < _FEWEST_CLAIMS or len(speculative) < least or share <= _SPECULATION:
        return
    if len(believed) > min(_MOST_BELIEVED, _SOURCED * claims):
        return
    own = sum(bool(_FIRST_PERSON.search(claim.row.sentence.text)) for claim in alone)
    if own >= max(1, _OWN * len(alone)) or genre(document) == "opinion":
        return
    yield Hit(
        speculative[0].row.sentence.span,
        f"{len(speculative)} of {claims} claims are speculation that no named source stands behind",
        "say who expects it",
        confidence=0.9,
        weight=min(_WEIGHT, _LEAST_WEIGHT + 2 * (_WEIGHT - _LEAST_WEIGHT) * (len(speculative) / least - 1)),
        related=tuple(one.row.sentence.span for one in speculative[1:_SHOWN]),
    )
