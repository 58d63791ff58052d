"""The words of a document as numbers: what the models of cues and sources read.

A word's code packs its number in the vocabulary, its shape, its cluster, and a hash of its lemma into 50 bits. The hash is
CRC-32, so that it is the same in every run and on every machine.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.shapes import CLASSES, CLOSED, gap, shape, stem
from auditor.text.shingles import Hashes, word_hashes

Ints: TypeAlias = npt.NDArray[np.int64]

# Bits of a code, from the lowest: entry, shape, cluster, lemma.
_ENTRY, _SHAPE, _CLUSTER, _LEMMA = 14, 9, 7, 20
_MOST = 1 << 16
# Bits of a place: of 100 words of the vocabulary 5 have theirs taken by another.
_PLACE = 17
_LETTERS, _UNPLACED = 26, -2
SHAPE_NAMES = ("#", *sorted(CLOSED), *CLASSES)
SHAPES = {name: number for number, name in enumerate(SHAPE_NAMES)}
# "#" stands outside the sentence; "Q(" and "Q)" are quotation marks; any other mark is the last.
GAP_NAMES = ("#", "_", "Q(", "Q)", *",.:-–—();?!…'’[]/$", "other")
GAPS = {name: number for number, name in enumerate(GAP_NAMES)}
# The marks among them.
MARKS = {mark: GAPS[mark] for mark in GAP_NAMES[4:-1]}
SPACE = GAPS["_"]


class Numbered(dict[str, int]):
    """The answers of a pure function of a string, by string; forgotten when they grow too many."""

    def __init__(self, function: Callable[[str], int]) -> None:
        self._function = function

    def __missing__(self, text: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        answer = self[text] = self._function(text)
        return answer


def hashed(text: str) -> int:
    """A number of 20 bits for a word."""
    return crc32(text.encode("utf-8", "replace")) >> (32 - _LEMMA)


def normal(low: str) -> str:
    """A lower-cased word as the vocabulary writes it: one apostrophe, all numbers alike."""
    return "•0" if low[0].isdigit() else low.replace("’", "'")


# The entries before those of words: of no word, and of the shapes of words without one.
OPENING = tuple(("•" + name, 0) for name in ("#", *CLASSES))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entry numbers of words, of each entry how many in 1,000 of its occurrences are cues and its cluster, and the words
    that are mostly written with a capital inside a sentence.

    A word without an entry has the entry of its shape, written "•X" and so on; "•#" is no word.
    """

    entries: Mapping[str, int]
    rates: Ints
    clusters: Ints
    proper: frozenset[str] = frozenset()

    def entry(self, low: str, shape_name: str) -> int:
        """The entry of a lower-cased word of the given shape."""
        found = self.entries.get(normal(low))
        return self.entries.get("•" + shape_name, self.entries["•x"]) if found is None else found

    def code(self, text: str) -> int:
        """The code of a word as it is written."""
        low, name = text.lower(), shape(text)
        entry = self.entry(low, name)
        lemma = hashed(stem(low.replace("’", "'"))) << _CLUSTER | int(self.clusters[entry])
        return (lemma << _SHAPE | SHAPES[name]) << _ENTRY | entry


class Coder:
    """Words to their codes under a vocabulary.

    One dictionary look-up a word would cost as much as all else that is done with it, for the dictionary is cold whenever
    it is asked. So the places of the vocabulary's words are told from hashes that a document has of all its words
    (`auditor.text.shingles`), and only words without a place are looked up one by one. Codes are made when first asked for.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = [word for word in vocabulary.entries if word[0] != "•"]
        self._hashes = word_hashes(" ".join(self._words))[0]
        # Of two words that meet at a place the first has it, which is the more frequent.
        self._places = np.zeros(1 << _PLACE, np.int16)
        self._places[(self._hashes >> np.uint32(32 - _PLACE))[::-1]] = np.arange(len(self._words))[::-1]
        # In small letters, and behind them all with a capital.
        self._codes = np.full(2 * len(self._words), -1)
        self._others = Numbered(vocabulary.code)

    def coded(self, texts: Sequence[str], hashes: Hashes, firsts: npt.NDArray[np.uint8]) -> Ints:
        """The codes of words with their hashes and first bytes, and behind them 0: no word, of entry 0 and shape 0."""
        codes = np.zeros(len(texts) + 1, np.int64)
        if not texts:
            return codes
        numbers = self._places.take(hashes >> np.uint32(32 - _PLACE))
        capital = firsts - np.uint8(ord("A")) < _LETTERS
        found = self._codes.take(numbers + capital * len(self._words))
        found[self._hashes.take(numbers) != hashes] = _UNPLACED
        for at in (found < 0).nonzero()[0].tolist():
            found[at] = self._others[texts[at]] if found[at] == _UNPLACED else self._made(numbers[at], capital[at])
        codes[:-1] = found
        return codes

    def _made(self, number: int, capital: bool) -> int:
        word = self._words[number]
        code = self._codes[number + capital * len(self._words)] = self._others[word.capitalize() if capital else word]
        return int(code)


def vocabulary_of(rows: Iterable[tuple[str, int]], clusters: Ints, proper: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of (word, rate) rows, the shapes' entries first; `clusters` are of all of these."""
    pairs = [*OPENING, *rows]
    entries = {word: i for i, (word, _) in enumerate(pairs)}
    return Vocabulary(entries, np.array([rate for _, rate in pairs]), clusters, frozenset(proper))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of `vocabulary.tsv`."""
    lines = Path(__file__).with_name("vocabulary.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = rows[len(OPENING) :]
    return vocabulary_of(
        ((word, int(rate)) for word, rate, _, _ in words),
        np.array([int(cluster) for _, _, _, cluster in rows]),
        (word for word, _, high, _ in words if int(high) >= 50),
    )


def is_common(low: str) -> bool:
    """Whether a lower-cased word is known and mostly written so: at the head of a sentence its capital says nothing."""
    known = vocabulary()
    word = normal(low)
    return word in known.entries and word not in known.proper


@lru_cache(maxsize=1)
def coder() -> Coder:
    """The coder of the shipped vocabulary."""
    return Coder(vocabulary())


# What stands between two words to the number of its class.
GAP_CODES = Numbered(lambda between: GAPS.get(gap(between), GAPS["other"]))


def entries_of(codes: Ints) -> Ints:
    """The numbers of coded words in the vocabulary."""
    return codes & ((1 << _ENTRY) - 1)


def shapes_of(codes: Ints) -> Ints:
    """The numbers of the shapes of coded words."""
    return codes >> _ENTRY & ((1 << _SHAPE) - 1)


def classes_of(codes: Ints) -> Ints:
    """Cluster and shape of coded words, as one number."""
    return codes >> _ENTRY & ((1 << (_SHAPE + _CLUSTER)) - 1)


def lemmas_of(codes: Ints) -> Ints:
    """The hashed lemmas of coded words."""
    return codes >> (_ENTRY + _SHAPE + _CLUSTER)
