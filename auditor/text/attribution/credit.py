"""What a source is worth: credit that saturates with each speaker and cannot be had by pasting names.

A speaker whom the text knows by a generic role alone ("John Smith, an analyst, said") has none; any other is believed
for three sentences that say something new; what exceeds that counts neither for nor against the article.
"""

import re
from bisect import bisect_left
from collections import Counter

from auditor.model import Document
from auditor.text.attribution.account import ClaimSentence, claim_sentences
from auditor.text.view import view

# A name with a role in lower case and no body or place: ", an analyst," ", a local expert who follows the region,".
_GENERIC = re.compile(r"(?<![\w’'.-])[A-ZÀ-Þ][\w’'.-]*+, (?:an?|one) [a-zà-ÿ’' -]{3,60}?(?:,|\.|$| said| says)")
# The same with its verb, found as a speaker or not.
_PASTED = re.compile(r"(?<![\w’'.-])[A-ZÀ-Þ][\w’'.-]*+, an? [a-zà-ÿ’' -]{3,40}+, (?:said|says)\b")
# A quotation of some length, whoever is behind it: somebody was asked.
_QUOTE = re.compile(r"[“\"][^“”\"]{25,}")
_MOST = 3


def _new_words(claim: ClaimSentence) -> frozenset[str]:
    return frozenset(word for word in claim.row.sentence.text.lower().split() if len(word) > 4)


@view
def generic_speakers(document: Document) -> frozenset[str]:
    """The keys of the speakers that the text never places anywhere."""
    found: dict[str, bool] = {}
    for claim in claim_sentences(document):
        if claim.speaker is None or claim.standing != "named":
            continue
        text = claim.row.sentence.text
        generic = (", a" in text or ", one " in text) and bool(_GENERIC.search(text))
        found[claim.speaker] = found.get(claim.speaker, False) or generic
    return frozenset(key for key, generic in found.items() if generic)


@view
def credited(document: Document) -> tuple[tuple[ClaimSentence, ...], tuple[ClaimSentence, ...]]:
    """The claim sentences that a source is believed for, and those that nobody stands behind; the rest is left out."""
    believed, alone = [], []
    heard: Counter[str] = Counter()
    said: dict[str, frozenset[str]] = {}
    generic = generic_speakers(document)
    # What is said again, and what names a speaker of no place, says nothing more.
    again: set[str] = set()
    for claim in claim_sentences(document):
        text = claim.row.sentence.text
        if claim.standing in ("unattributed", "vague"):
            if text not in again and not (", an" in text and _PASTED.search(text)):
                alone.append(claim)
            again.add(text)
            continue
        key = claim.speaker or "·" + claim.standing
        if key in generic or heard[key] >= _MOST:
            continue
        words, known = _new_words(claim), said.get(key, frozenset())
        if not words <= known:
            said[key] = known | words
            heard[key] += 1
            believed.append(claim)
    return tuple(believed), tuple(alone)


def backed(document: Document, sentence: int) -> bool:
    """Whether a credible named source speaks in sentence number `sentence` or the next two, or is quoted there."""
    generic = generic_speakers(document)
    claims = claim_sentences(document)
    for claim in claims[bisect_left(claims, sentence, key=lambda claim: claim.row.number) :]:
        if claim.row.number - sentence > 2:
            break
        if claim.standing == "named" and claim.speaker not in generic:
            return True
        text = claim.row.sentence.text
        if claim.row.number > sentence and _QUOTE.search(text) and not _GENERIC.search(text):
            return True
    return False
