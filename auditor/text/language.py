"""Which language a text is in. The only door to langdetect, asked only where a stop-word test leaves doubt.

langdetect costs 10 to 15 ms an article and is random unless seeded; on texts of a few words it is wrong often, so
there the answer is "und" (undetermined) and nobody is excused from judging on its account.
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from auditor.model import Document
from auditor.text.tokens import tokens, word_counts
from auditor.text.view import view

UNDETERMINED = "und"

ENGLISH = frozenset(
    "the of and to in a that is was for it with as on he by at be this had are but from or have an they which one you "
    "were her his not has their its been who will would said she more when if about there what can after than also".split()
)
# English news holds 35 to 50 % stop words (5th percentile over 2,000 articles: 0.31); other languages under 0.12
# ("die", "to", "a", "on", "was" exist elsewhere too).
SURELY_ENGLISH = 0.28
# Where twelve different ones stand, somewhat fewer are enough: other languages have at most a few of them. langdetect, asked
# for one genuine article in 77 without this, is asked for one in 250, and had called each of the others English.
_LIKELY_ENGLISH, _DIFFERENT = 0.22, 12
_FEWEST_WORDS = 20
# A few short sentences said over and over ("Analysts say it may.") are another language to langdetect, which learned from
# letters. Where two words in five are of English grammar, whatever it answers, they are English; Dutch and Danish, the
# nearest, reach one in four in sentences made of the words that they share with English.
_GRAMMAR = ENGLISH | frozenset(
    "may might could should must shall cannot don't doesn't didn't won't say says saying some any many most few such no "
    "nobody somebody someone why how while because until whether us him them our your my me do does did being these those".split()
)
_PLAINLY_ENGLISH = 0.4


@lru_cache(maxsize=1)
def _detector() -> object:
    from langdetect import DetectorFactory, detector_factory

    DetectorFactory.seed = 0
    detector_factory.init_factory()
    return detector_factory._factory


def _asked(text: str) -> str:
    from langdetect import LangDetectException, detect_langs

    _detector()
    try:
        best = detect_langs(text)[0]
    except LangDetectException:  # no letters at all
        return UNDETERMINED
    return str(best.lang) if best.prob >= 0.9 else UNDETERMINED


def guess(words: tuple[str, ...], text: str) -> str:
    """ISO 639-1 code of `text`, whose lower-cased words are given; "und" where it cannot be told."""
    return _guessed(Counter(words), len(words), text)


def _guessed(counts: Mapping[str, int], words: int, text: str) -> str:
    stop_words = counts.keys() & ENGLISH
    total = sum(map(counts.__getitem__, stop_words))
    if total and total >= (_LIKELY_ENGLISH if len(stop_words) >= _DIFFERENT else SURELY_ENGLISH) * words:
        return "en"
    if words < _FEWEST_WORDS:
        return UNDETERMINED
    found = _asked(text[:4000])
    if found == UNDETERMINED:
        return found
    grammar = sum(map(counts.__getitem__, counts.keys() & _GRAMMAR))
    return "en" if grammar >= _PLAINLY_ENGLISH * words else found


@view
def language(document: Document) -> str:
    """The language found in the text itself, whatever was declared."""
    return _guessed(word_counts(document), len(tokens(document)), document.text)
