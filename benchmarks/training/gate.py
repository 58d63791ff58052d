"""The gate before the cue model: which words are worth a look, by their entry and the shapes beside them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import SHAPES, Ints, Vocabulary
from auditor.text.attribution.contexts import NO_CUES, THAT, Gate
from auditor.text.attribution.cues import HEARSAY, HELD
from benchmarks.training.examples import Page
from benchmarks.training.linear import Linear
from benchmarks.training.vectors import Floats

# Words that are cues less often in 1,000 are none, unless "that" follows.
_LEAST_RATE = 40
# Log-odds from which a word passes: 75 of an article's 633 words do, and with them 98 of 100 that the teacher takes for
# cues. The model is no worse than with all of them (cross-validation).
_LEAST = -3.5
_UNIT = 16
_THAT, _SELDOM, _NEVER, _ALWAYS = 4000, -2000, -10_000, 10_000


def _places(page: Page, words: Ints, entries: int) -> Ints:
    sheet = page.sheet
    prior, following = sheet.prior.take(words), sheet.following.take(words)
    return np.stack((sheet.entries.take(words), entries + prior, entries + len(SHAPES) + following), axis=1)


def gate(some: Sequence[Page], sure: Sequence[Floats], vocabulary: Vocabulary) -> Gate:
    """The gate learned from pages; `sure` is of each of their words how likely it is a cue."""
    entries = len(vocabulary.rates)
    places, wanted = [], []
    for page, told in zip(some, sure, strict=True):
        words = np.flatnonzero(page.used & (page.rates >= _LEAST_RATE) & (page.sheet.following[:-1] != THAT))
        places.append(_places(page, words, entries))
        wanted.append(told[words])
    made = Linear(np.concatenate(places), np.concatenate(wanted), entries + 2 * len(SHAPES), 0.0)
    table = np.rint(made.table * _UNIT).astype(np.int32)
    of_entries, prior, following = np.split(table, (entries, entries + len(SHAPES)))
    of_entries += round((made.bias - _LEAST) * _UNIT)
    of_entries[vocabulary.rates < _LEAST_RATE] = _SELDOM
    following[THAT] = _THAT
    for listed, value in ((NO_CUES, _NEVER), (HEARSAY | HELD, _ALWAYS)):
        of_entries[_numbers(listed, vocabulary)] = value
    return Gate(of_entries, prior, following)


def _numbers(words: frozenset[str], vocabulary: Vocabulary) -> npt.NDArray[np.int64]:
    return np.array([vocabulary.entries[word] for word in sorted(words) if word in vocabulary.entries])
