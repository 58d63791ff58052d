"""Prose far harder or far simpler than news is.

News lies between the 8th and the 16th school year by the Flesch-Kincaid grade (Kincaid and others 1975). A grade beyond
what one genuine article in a thousand has means sentences that no editor let pass, or a text whose stops were lost;
one far below, a text of scraps. It says nothing about what is reported.

Measured: speaks about 0.6 in 1,000 articles, on 8,369 genuine articles of five sets.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Kind, blocks, word_totals
from auditor.text.readability import readability
from auditor.text.sentences import sentences

# Of 8,369 genuine articles of five sets the 0.05th percentile is 5.1 and the 99.95th 25.4.
_LOWEST, _HIGHEST = 4.5, 25.5
_FEWEST_WORDS = 150
# Words a sentence between which no text of 1.25 to 2.2 syllables a word leaves the limits: not worth counting syllables.
_USUAL = (13.7, 38.8)


@document_rule(code="TQ114", severity=Severity.INFO, weight=1.0, min_words=_FEWEST_WORDS)
def unusual_readability(document: Document) -> Iterator[Hit]:
    prose = Kind.PROSE
    words = sum(
        [count for block, count in zip(blocks(document), word_totals(document), strict=True) if block.kind is prose]
    )
    count = sum([sentence.block.kind is prose for sentence in sentences(document)])
    if not count or _USUAL[0] < words / count < _USUAL[1]:
        return
    found = readability(document)
    if found is None or found.words < _FEWEST_WORDS or _LOWEST <= found.grade <= _HIGHEST:
        return
    first = next(block for block in blocks(document) if block.kind is Kind.PROSE)
    length = found.words / found.sentences
    yield Hit(
        first.span,
        f"Flesch-Kincaid grade {found.grade:.0f} with {length:.0f} words a sentence; news has 8 to 16",
        confidence=0.8,
    )
