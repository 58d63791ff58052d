"""Articles that do not fit the sound of the word behind them ("a extra", "an drive").

A machine that exchanges a word leaves the article of the old one before it, whatever thesaurus it uses; writers of every
English hear the difference.
"""

from collections.abc import Iterator
from itertools import compress

from auditor.rule import Document
from auditor.text.tokens import tokens
from auditor.text.view import view

# The letters that may begin a word which does not fit the article; words in u are told one by one.
_SUSPECT = {"a": frozenset("aeiou"), "an": frozenset("bcdfgjklmnpqrstvwyz")}
_VOICED = frozenset("aeiouy")
# Written with a vowel and spoken with a consonant; and words in u that are spoken with a vowel ("unique" is not).
_CONSONANT = ("eu", "ewe", "one", "once", "oui", "uni", "unanim", "una", "uno", "upsilon")
_VOWEL = ("ug", "ul", "um", "un", "up", "urb", "urg", "utmost", "utter")
# Where these follow, "a" is a letter ("vitamin a and") or a foreign word, and "an" is "and" or "any" mistyped.
_SMALL = frozenset(
    "able after all also and any are de else even for into its la le lot not now off our out over que she than that the them then there "
    "these they this those was were what when where which with yet you".split()
)


def fitting(article: str) -> str:
    """The other form of the article."""
    return "an" if article == "a" else "a"


def _clash(article: str, word: str) -> bool:
    """Whether a lower-cased word behind the article calls for the other one."""
    # Letters of an abbreviation are spoken one by one ("an f-word", "an ntl engineer").
    if len(word) < 3 or not word[:2].isalpha() or word in _SMALL or _VOICED.isdisjoint(word):
        return False
    return article == "an" or not (word.startswith(_CONSONANT) or (word[0] == "u" and not word.startswith(_VOWEL)))


def _misfits(document: Document) -> Iterator[int]:
    everything = tokens(document)
    low, texts = everything.lower, everything.texts
    for at in compress(range(len(low) - 1), map(_SUSPECT.__contains__, low)):
        word = texts[at + 1]
        plain = everything.gaps[at + 1] == " " and word == low[at + 1]
        if word[0] in _SUSPECT[low[at]] and plain and _clash(low[at], word):
            yield at


@view
def misfits(document: Document) -> tuple[int, ...]:
    """The places, by number of word, of articles that do not fit the word behind them."""
    return tuple(_misfits(document))
