"""Reporting verbs that judge the speaker where “said” would tell.

“Claimed” doubts him, “admitted” finds him guilty, “insisted” makes him stubborn: style books of news agencies keep these
for where the doubt is reported too. Two in one text, and one in 1,000 words, are told; what stands in a quotation is
somebody else's. Passed over: what is claimed or admitted without being said (lives, a victory, a patient), and opinion
pieces.

Measured: 3.5 % of 1,470 genuine reports of 34 US outlets are told; what it costs an outlet a word and an independent
rating of its reliability correlate at -0.38 (Spearman, at most 240 articles each). The verbs are those of style guides;
which of them are kept was chosen on the same outlets, so the figure is in sample.

    flag: The mayor [[claimed]] that the bridge was safe. Her deputy [[insisted]] that nobody had known.
    flag: “It was late,” he [[admitted]]. The clerk [[conceded]] that the count was wrong.
    flag: She [[claims]] she was at home. He [[proclaimed]] that the port would stay, and left at nine.
    pass: The mayor said that the bridge was safe. Her deputy told the court that nobody had known.
    pass: The flood claimed the lives of nine people. Four were admitted to hospital, and he declared the road closed.
    pass: “He claimed that I lied and insisted that I knew,” she said of the mayor.
    pass: The mayor claimed that the bridge was safe. Cars crossed it at nine.
"""

import re

from auditor.rule import Document, Hit, Iterator, Sequence, Severity, Span, document_rule
from auditor.text.attribution.spotted import Spotter
from auditor.text.genre import genre
from auditor.text.quotes import is_quoted
from auditor.text.tokens import tokens

_VERBS = Spotter((
    "claimed", "claims", "claiming", "admitted", "admits", "admitting", "conceded", "concedes", "conceding", "insisted",
    "insists", "insisting", "proclaimed", "proclaims", "boasted", "boasts", "bragged", "brags",
))  # fmt: skip
# A thing is said when a clause, a pronoun or a quotation follows, or the verb closes one behind a quotation.
_OPENS = re.compile(r",? (?:that|he|she|they|it|there|we|i)\b|:? [“\"]", re.IGNORECASE)
_CLOSES = re.compile(r"[,?!.][”\"] (?:\w+ ){0,3}$")
_REACH = 60
_FEWEST = 2
_RATE = 0.001
# None is told without the others, so each names them, and so many at most: the next would cost nothing.
_PLACES = 20


def _said(document: Document, verbs: Sequence[int]) -> Iterator[Span]:
    """The verbs by which something is said, outside quotations."""
    text, words = document.text, tokens(document)
    for at in verbs:
        span = Span(words.starts[at], words.end(at))
        said = _OPENS.match(text, span.end) or _CLOSES.search(text, max(0, span.start - _REACH), span.start)
        if said and not is_quoted(document, span.start):
            yield span


@document_rule(code="AT150", severity=Severity.INFO, weight=1.0)
def judging_verb(document: Document) -> Iterator[Hit]:
    verbs, least = _VERBS.places(document), max(_FEWEST, _RATE * len(tokens(document)))
    if len(verbs) < least:
        return
    found = list(_said(document, verbs))
    if len(found) < least or genre(document) != "report":
        return
    for span in found[:_PLACES]:
        others = tuple(other for other in found[:_PLACES] if other is not span)
        message = f"“{document.quote(span)}” judges what is said; “said” reports it"
        yield Hit(span, message, "said", confidence=0.8, related=others)
