"""Readability. The only door to textstat, which is asked for the syllables of each new word once."""

from dataclasses import dataclass
from functools import lru_cache

from auditor.model import Document
from auditor.text.blocks import Kind
from auditor.text.sentences import sentences
from auditor.text.tokens import WORD
from auditor.text.view import view


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Syllables of one lower-cased word, at least 1."""
    import textstat

    return max(1, int(textstat.textstat.syllable_count(word)))


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
    """None where the text has no sentence of prose."""
    prose = [sentence.text for sentence in sentences(document) if sentence.block.kind is Kind.PROSE]
    words = [word.lower() for text in prose for word in WORD.findall(text)]
    if not words:
        return None
    length = len(words) / len(prose)
    weight = sum(syllables(word) for word in words if len(word) < 40) / len(words)
    return Readability(
        ease=206.835 - 1.015 * length - 84.6 * weight,
        grade=0.39 * length + 11.8 * weight - 15.59,
        words=len(words),
        sentences=len(prose),
    )
