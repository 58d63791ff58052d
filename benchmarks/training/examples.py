"""Texts to examples, and vectors and rates to the vocabulary that examples are seen through."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import OPENING, Coder, Ints, Vocabulary, normal, vocabulary_of
from auditor.text.attribution.sheet import Sheet, sheet
from auditor.text.shingles import hashed
from auditor.text.tokens import WORD
from benchmarks.training.clusters import clusters
from benchmarks.training.gold import Text, every, gold
from benchmarks.training.rates import Rates, counted
from benchmarks.training.vectors import Floats, frequent, vectors

# Vectors are made for words of 20 occurrences; the 10,000 most frequent are kept, and all that were cues so often in 1,000.
_FEWEST, _MADE, _KEPT, _LEAST_RATE = 20, 14_000, 10_000, 50
# Dimensions for guesses of rates.
_SIZE = 64
_LONGEST = 12_000


def spoken(folder: Path) -> tuple[list[str], Floats]:
    """The frequent words of all genuine articles and of the judged ones, the most frequent first, with their vectors."""
    texts = [*every(folder), *(text.document.text for text in gold(folder, "train"))]
    split = [[normal(word.lower()) for word in WORD.findall(text[:_LONGEST])] for text in texts]
    words = frequent(split, _FEWEST, _MADE)
    return words, vectors(split, words, _SIZE)


def lexicon(
    rates: Rates, words: Sequence[str], meant: Mapping[str, Floats]
) -> tuple[list[tuple[str, int]], Vocabulary]:
    """The rows of the vocabulary, the most frequent words first, and itself; `meant` are what the teacher makes of words,
    which tells their clusters."""
    kept = [word for word in words[:_KEPT] if word[0] != "•"]
    cued = {word for word in rates.total if word[0] != "•" and rates.rate(word) >= _LEAST_RATE}
    rows = [(word, rates.rate(word)) for word in [*kept, *sorted(cued.difference(kept))]]
    size = len(next(iter(meant.values())))
    # What the teacher did not meet is alike to nothing.
    seen = np.random.default_rng(0).standard_normal((len(OPENING) + len(rows), size)).astype(np.float32) * 0.02
    for at, (word, _) in enumerate([*OPENING, *rows]):
        seen[at] = meant.get(word, seen[at])
    return rows, vocabulary_of(rows, clusters(np.asarray(seen, np.float32)))


class Page(NamedTuple):
    """A text as columns, its words' rates, and which words are wanted and learned from."""

    sheet: Sheet
    rates: Ints
    wanted: npt.NDArray[np.bool_]
    used: npt.NDArray[np.bool_]


def pages(texts: Iterable[Text], vocabulary: Vocabulary, rates: Rates, learned: bool) -> Iterator[Page]:
    """All texts; where they are learned from, a text's own judgements are left out of its rates."""
    coder = Coder(vocabulary)
    for text in texts:
        page = sheet(text.document, text.found, coder.coded(text.found.tokens.texts, *hashed(text.document)))
        if learned:
            total, cued = counted(text)
            own = {word: rates.rate(word, total[word], cued[word]) for word in total}
            mine = np.array([own[normal(word)] for word in text.low])
        else:
            mine = vocabulary.rates[page.entries[:-1]]
        chief, lesser = heads(text, rates)
        wanted, used = np.zeros(len(text.low), bool), np.ones(len(text.low), bool)
        wanted[list(chief)], used[list(lesser)] = True, False
        yield Page(page, mine, wanted, used)


def heads(text: Text, rates: Rates) -> tuple[set[int], set[int]]:
    """Of each gold cue the word that is a cue most often; and all the other words of cues, which teach nothing."""
    chief = {max(cue, key=lambda at: rates.rate(normal(text.low[at]))) for cue in text.cues}
    return chief, {at for cue in text.cues for at in cue} - chief
