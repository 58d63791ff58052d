"""Texts to examples, and vectors, rates and vocabulary to what the network starts from."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import Ints, Numbered, Vocabulary, normal, vocabulary_of
from auditor.text.attribution.contexts import LEAST_RATE, Contexts, contexts
from auditor.text.attribution.sheet import sheet
from auditor.text.tokens import WORD
from benchmarks.training.gold import Text, every, gold
from benchmarks.training.network import Examples, joined
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
    vocabulary = vocabulary_of(rows)
    first = np.random.default_rng(0).standard_normal((len(vocabulary.rates), _SIZE)).astype(np.float32) * np.float32(
        0.02
    )
    for at, word in enumerate(words):
        if word in vocabulary.entries:
            first[vocabulary.entries[word]] = made[at, :_SIZE] * _START
    return rows, vocabulary, first


def candidates(text: Text, coder: Numbered, vocabulary: Vocabulary, rates: Rates | None) -> Contexts:
    """The candidates of a text; with `rates` given, its own judgements are left out of the rates that it sees."""
    page = sheet(text.document, text.found, coder)
    if rates is None:
        return contexts(page, vocabulary.rates[page.entries[:-1]])
    total, cued = counted(text)
    mine = {word: rates.rate(word, total[word], cued[word]) for word in total}
    return contexts(page, np.array([mine[normal(word)] for word in text.low]))


def heads(text: Text, rates: Rates) -> set[int]:
    """Of each gold cue the word that is a cue most often."""
    return {max(cue, key=lambda at: rates.rate(normal(text.low[at]))) for cue in text.cues}


def examples(
    texts: Sequence[Text], coder: Numbered, vocabulary: Vocabulary, rates: Rates, learned: bool
) -> tuple[Examples, npt.NDArray[np.bool_], list[Contexts]]:
    """The candidates of all texts; which of them to learn from (not the lesser words of a cue); and them by text."""
    parts, used, found = [], [], []
    for text in texts:
        some = candidates(text, coder, vocabulary, rates if learned else None)
        chief, held = heads(text, rates), {at for cue in text.cues for at in cue}
        words: Ints = some.words
        parts.append(
            Examples(
                some.window.astype(np.int32),
                some.gaps.astype(np.int8),
                some.hashed.astype(np.int32),
                some.measures.astype(np.int8),
                np.array([word in chief for word in words.tolist()], np.float32),
            )
        )
        used.append(np.array([word in chief or word not in held for word in words.tolist()], bool))
        found.append(some)
    return joined(parts), np.concatenate(used), found
