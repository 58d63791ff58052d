"""Ordinary words in capitals, for emphasis.

"They KNEW and did NOTHING": the capitals tell the reader how to feel. Only words from a list of those that are
stressed so and that are no abbreviation count, inside a sentence in small letters; headings, labels and quotations are
left out, and so are opinion pieces; a single one is left alone.

Measured: speaks about 1.0 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The council [[KNEW]] about the pier and did [[NOTHING]] for years.
    flag: He was [[NEVER]] asked, and the boats are [[STILL]] at the quay.
    pass: The WHO, the IT firm and the US navy were asked, and the AIDS fund paid.
    pass: Fighters of IS left the town, and the IS command said so; Sen. Holm Anton HolmOne vote MORE went to Reiss than the vote MORE needed.
    pass: READ MORE: What the council KNEW about the pier
    pass: “The council KNEW and did NOTHING,” the poster read.
"""

import re
from functools import lru_cache

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule, words_beside
from auditor.text.genre import genre
from auditor.text.quotes import is_quoted
from auditor.text.tokens import written_counts

_FEWEST = 2
_SHOWN = 8
_CAPITALS = re.compile(r"(?<=[a-z,;] )[A-Z]{2,}+(?= [a-z]|[.,!?;:])")


@lru_cache(maxsize=1)
def _in_capitals() -> frozenset[str]:
    return frozenset(word.upper() for word in words_beside(__file__))


@document_rule(code="TQ203", severity=Severity.INFO, weight=1.0)
def emphasis_capitals(document: Document) -> Iterator[Hit]:
    words = _in_capitals()
    if written_counts(document).keys().isdisjoint(words):
        return
    found = [
        Span(*match.span())
        for match in _CAPITALS.finditer(document.text)
        if match[0] in words and not is_quoted(document, match.start())
    ]
    if len(found) >= _FEWEST and genre(document) != "opinion":
        weight = min(5.0, len(found) / 2)
        yield Hit(
            found[0], f"{len(found)} ordinary words in capitals", weight=weight, related=tuple(found[1:_SHOWN]),
            confidence=0.9,
        )  # fmt: skip
