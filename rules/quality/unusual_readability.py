"""Prose far harder or far simpler than news is.

News lies between the 8th and the 16th school year by the Flesch-Kincaid grade (Kincaid and others 1975). Honest prose goes
far beyond: a column or a village paper in plain words reaches the 2nd year, a resolution the 29th. Told is only what lies
beyond these too: a text whose stops were lost, or scraps of three words. It says nothing about what is reported.

Measured: speaks about one of 8,369 genuine articles of five sets, which has 145 words a sentence.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Kind, blocks, word_totals
from auditor.text.readability import readability
from auditor.text.sentences import sentences

# Of 8,369 genuine articles of five sets the least is 3.8 and, but for one, the most 29.3; columns in the plainest words reach 2.
_LOWEST, _HIGHEST = 0.0, 32.0
_FEWEST_WORDS = 150
# Words a sentence between which no text of 1 to 2.2 syllables a word leaves the limits: not worth counting syllables.
_USUAL = (9.8, 50.0)


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
        f"{length:.0f} words a sentence make a Flesch-Kincaid grade of {found.grade:.0f}; the grade of news is 8 to 16",
        confidence=0.8,
    )
