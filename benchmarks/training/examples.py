"""Texts to examples, and vectors, rates and vocabulary to what the network starts from."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import OPENING, Coder, Ints, Vocabulary, normal, vocabulary_of
from auditor.text.attribution.contexts import LEAST_RATE, candidates
from auditor.text.attribution.sheet import Sheet, sheet
from auditor.text.shingles import hashed
from auditor.text.tokens import WORD
from benchmarks.training.contexts import seen
from benchmarks.training.gold import Text, every, gold
from benchmarks.training.network import Examples
from benchmarks.training.rates import Rates, counted
from benchmarks.training.vectors import Floats, frequent, vectors

# Vectors are made for words of 20 occurrences; the 10,000 most frequent are kept.
_FEWEST, _MADE, _KEPT, _SIZE, _START = 20, 14_000, 10_000, 24, 0.25
_LONGEST = 12_000


def spoken(folder: Path) -> tuple[list[str], Floats]:
    """The frequent words of all genuine articles and of the judged ones, with their vectors."""
    texts = [*every(folder), *(text.document.text for text in gold(folder, "train"))]
    split = [[normal(word.lower()) for word in WORD.findall(text[:_LONGEST])] for text in texts]
    words = frequent(split, _FEWEST, _MADE)
    return words, vectors(split, words, 64)


def lexicon(rates: Rates, words: Sequence[str], made: Floats) -> tuple[list[tuple[str, int]], Vocabulary, Floats]:
    """The rows of the vocabulary (frequent words, and all that were cues often enough), itself, and its first vectors."""
    kept = [word for word in words[:_KEPT] if word[0] != "•"]
    cued = {word for word in rates.total if word[0] != "•" and rates.rate(word) >= LEAST_RATE}
    rows = [(word, rates.rate(word)) for word in sorted({*kept, *cued})]
    vocabulary = vocabulary_of(rows, np.zeros(len(OPENING) + len(rows), np.int64))
    first = np.random.default_rng(0).standard_normal((len(vocabulary.rates), _SIZE)).astype(np.float32) * np.float32(
        0.02
    )
    for at, word in enumerate(words):
        if word in vocabulary.entries:
            first[vocabulary.entries[word]] = made[at, :_SIZE] * _START
    return rows, vocabulary, first


class Page(NamedTuple):
    """A judged text as columns, its words' rates, its candidates, and which of them are wanted and learned from."""

    sheet: Sheet
    rates: Ints
    words: Ints
    wanted: npt.NDArray[np.bool_]
    used: npt.NDArray[np.bool_]


def pages(texts: Sequence[Text], coder: Coder, vocabulary: Vocabulary, rates: Rates, learned: bool) -> Iterator[Page]:
    """All texts with their candidates; where they are learned from, a text's own judgements are left out of its rates.

    The lesser words of a cue teach nothing.
    """
    for text in texts:
        page = sheet(text.document, text.found, coder.coded(text.found.tokens.texts, *hashed(text.document)))
        if learned:
            total, cued = counted(text)
            own = {word: rates.rate(word, total[word], cued[word]) for word in total}
            mine = np.array([own[normal(word)] for word in text.low])
        else:
            mine = vocabulary.rates[page.entries[:-1]]
        words = candidates(page, mine)
        chief, held = heads(text, rates), {at for cue in text.cues for at in cue}
        wanted = np.array([word in chief for word in words.tolist()], bool)
        used = wanted | np.array([word not in held for word in words.tolist()], bool)
        yield Page(page, mine, words, wanted, used)


def heads(text: Text, rates: Rates) -> set[int]:
    """Of each gold cue the word that is a cue most often."""
    return {max(cue, key=lambda at: rates.rate(normal(text.low[at]))) for cue in text.cues}


def examples(page: Page) -> Examples:
    """The candidates of a page as the teachers see them, with what is wanted of them."""
    some = seen(page.sheet, page.rates, page.words)
    return Examples(
        some.window.astype(np.int32),
        some.gaps.astype(np.int8),
        some.hashed.astype(np.int32),
        some.measures.astype(np.int8),
        page.wanted.astype(np.float32),
    )
