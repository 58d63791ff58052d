"""Wording that only a thesaurus explains: the verdict on a whole document.

Paraphrasing machines exchange words one by one, phrase by phrase, or by translating there and back, so that the text is
no longer found as a copy. Each oddity alone is somebody's English; together they are not. Summed are three kinds of
evidence: phrases that only paraphrasers write (tortured-phrase), words where their neighbours call for others, and words
that stand in for commoner ones more than news needs them (both unidiomatic-wording). The verdict stands at the strongest
piece, names some others, and carries the score; the pieces are shown as notes.

It needs three different telling pieces, and a weight in 1,000 words beyond that of 99 % of genuine articles: below the
99.9 % it is information only. Quotations are exempt.

Measured out of fold (counts and collocations of three quarters of the genuine articles, judged on the fourth): of 117
simulated spun articles 93 % at 1 % and 81 % at 0.1 % false positives, on 8,259 genuine ones; area under the
curve 0.980 (of the weight without the demand for three pieces 0.995). With thesauri that never saw the pairs of these
spinners: 81 % and 57 %, 0.955 (0.988). One genuine article in 8,259
reaches the weight of an error. A dialect none of whose pairs is in any thesaurus is not found, and texts of 200 words
are short. Of 40, spun in five ways by others, 20 reach it: of thesauri 5 in 8, of literal translations there and back 8
(whose like was listed after they were read), of lighter ways 2 or 3; of 70 originals, rewrites and edits none.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.tokens import tokens

from ._verdict import grade

_QUOTED = 5


@document_rule(code="SP203", severity=Severity.WARNING, min_words=40)
def spun_wording(document: Document) -> Iterator[Hit]:
    graded = grade(document)
    if graded is None or not graded.shown:
        return
    first, *others = graded.shown
    some = "".join(f", “{document.quote(one.span)}” for “{one.meant}”" for one in others[:_QUOTED])
    count = f"{len(graded.shown)} pieces in {len(tokens(document)):,} words"
    message = f"wording as a thesaurus exchanges it, {count}: this for “{first.meant}”{some}"
    yield Hit(first.span, message, first.meant, graded.confidence, graded.severity, graded.weight)
