"""A whole sentence in capitals.

Capitals shout, and hide who is named: no rule that knows names by their capitals can read them. Headings, labels,
datelines, abbreviations in a row and documents quoted as they stand are left out.

Measured: speaks about 1.0 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The harbour is open again. [[THE MAYOR SAID THAT NOBODY WOULD EVER CLOSE IT AGAIN WHILE SHE WAS THERE.]] Boats left.
    flag: Boats left. [[THEY WANT YOU TO BELIEVE THAT ALL OF THIS WAS DONE FOR YOUR OWN GOOD.]]
    pass: HARBOUR OPEN AGAIN⏎Boats left at nine.
    pass: The NATO, EU, UN, OSCE and WTO missions met the IMF, WHO and ILO teams.
    pass: “THE MAYOR SAID THAT NOBODY WOULD EVER CLOSE IT AGAIN WHILE SHE WAS THERE,” the poster read.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.boilerplate import boilerplate
from auditor.text.quotes import is_quoted
from auditor.text.sentences import sentences

_FEWEST_WORDS = 10
_SHOWN = 5


@document_rule(code="TQ111", severity=Severity.INFO, weight=1.0)
def capital_run(document: Document) -> Iterator[Hit]:
    shouted = [sentence for sentence in sentences(document) if sentence.text.isupper()]
    if not shouted:
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    shown = 0
    for sentence in shouted:
        text = sentence.text
        if text.count(" ") < _FEWEST_WORDS - 1 or not text.endswith((".", "!", "?", "…")):
            continue
        if is_quoted(document, sentence.start) or {sentence.start, sentence.block.start} & not_article:
            continue
        yield Hit(sentence.span, "a whole sentence in capitals", confidence=0.95)
        shown += 1
        if shown == _SHOWN:
            return
