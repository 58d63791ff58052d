"""A word that mixes letters of two alphabets that look alike.

A Cyrillic "а" in an English word is read as a Latin one and found by no search; spammers and spoofers use it, and some
paraphrasing services do to slip past detectors. Only words whose other letters are Latin count, and only letters that
have a Latin twin, so that a formula with a Greek letter or a Russian name is no matter.

Measured: speaks about one article, whose text is the bytes of an archive, on 8,369 genuine articles of five sets.

    flag: The [[pаyment]] was made through the [[Cаyman]] branch.
    flag: A spokesman for [[Gооgle]] said so.
    pass: The Russian word правда means truth, and the daily Правда was named for it.
    pass: The angle α and the constant μ were measured in μm and kΩ by the lab.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.characters import TWINS, suspects

_GATE = frozenset(TWINS)
_WORD = re.compile(r"[^\W\d_]{2,40}")
_LATIN = re.compile("[A-Za-z]")
_SHOWN = 20


@document_rule(code="TQ104", severity=Severity.WARNING, weight=1.5, languages=())
def homoglyph(document: Document) -> Iterator[Hit]:
    if not suspects(document) & _GATE:
        return
    shown = 0
    for match in _WORD.finditer(document.text):
        word = match[0]
        if word.isascii() or not _LATIN.search(word):
            continue
        odd = [letter for letter in word if "\u0370" <= letter <= "\u052f"]
        # A unit or a formula has one such letter at its edge (μm, kΩ); a disguised word has it among Latin letters.
        if odd and all(letter in TWINS for letter in odd) and len(word) >= 4:
            right = "".join(TWINS.get(letter, letter) for letter in word)
            yield Hit(Span(*match.span()), "letters of another alphabet among Latin ones", right, confidence=0.97)
            shown += 1
            if shown == _SHOWN:
                return
