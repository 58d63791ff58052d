"""Readability. The only door to textstat.

Its syllable count is asked once for every word that is at all common, and kept in a table (`auditor.text.table`):
importing it and its dictionary costs 1.1 s. Rarer words (names, above all) have no count and stay out of the mean.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from auditor.model import Document
from auditor.text.blocks import Kind
from auditor.text.frequency import shares
from auditor.text.sentences import sentences
from auditor.text.table import Table, table
from auditor.text.tokens import WORD
from auditor.text.view import view

# Once in ten million words: 90,000 words, 95 % of the running words of 400 news articles.
_RAREST = 2.0


def _counts() -> Iterator[tuple[str, int]]:
    import textstat

    for word, zipf in shares():
        if zipf >= _RAREST and word.isalpha():
            yield word, max(1, int(textstat.textstat.syllable_count(word)))


@lru_cache(maxsize=1)
def _table() -> Table:
    return table(f"syllables-en-{version('textstat')}-{version('wordfreq')}", _counts)


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Syllables of one lower-cased word by textstat; 0 for a rare one, whose count is not known."""
    return _table().get(word)


@dataclass(frozen=True, slots=True)
class Readability:
    """Flesch reading ease (higher is easier; news lies between 30 and 70) and Flesch-Kincaid grade (school years).

    Formulas: Flesch 1948; Kincaid et al. 1975. Counted over the sentences of prose only.
    """

    ease: float
    grade: float
    words: int
    sentences: int


@view
def readability(document: Document) -> Readability | None:
    """None where the text has no sentence of prose, or no common word in it."""
    prose = [sentence.text for sentence in sentences(document) if sentence.block.kind is Kind.PROSE]
    words = WORD.findall("\n".join(prose).lower())
    known = [(times, count) for word, times in Counter(words).items() if (count := syllables(word))]
    if not known:
        return None
    length = len(words) / len(prose)
    weight = sum(times * count for times, count in known) / sum(times for times, _ in known)
    return Readability(
        ease=206.835 - 1.015 * length - 84.6 * weight,
        grade=0.39 * length + 11.8 * weight - 15.59,
        words=len(words),
        sentences=len(prose),
    )
