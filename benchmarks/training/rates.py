"""How often a word is a cue: counted where it was judged, guessed from its vector and ending where it was not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from auditor.text.attribution.codes import normal
from auditor.text.attribution.shapes import CLOSED
from benchmarks.training.gold import Text
from benchmarks.training.vectors import Floats

_ENDINGS = "ed ing s es ly tion er ers ment al ive ous ity able ance ence ist ists y e".split()
# The guess weighs as much as four occurrences.
_PRIOR = 4
_CLOSED_PRIOR = 0.02


class Rates:
    """Counts of words and of words in cues, with a guess (logistic regression over words) for what was seldom seen."""

    def __init__(self, texts: Iterable[Text], words: Sequence[str], vectors: Floats) -> None:
        self._vectors: Mapping[str, Floats] = dict(zip(words, vectors, strict=True))
        self._size = vectors.shape[1]
        self.total: Counter[str] = Counter()
        self.cued: Counter[str] = Counter()
        for text in texts:
            total, cued = counted(text)
            self.total.update(total)
            self.cued.update(cued)
        self._beta = self._fitted()
        self._guesses: dict[str, float] = {}

    def _seen(self, word: str) -> Floats:
        vector = self._vectors.get(word)
        known = np.zeros(self._size, np.float32) if vector is None else vector
        endings = [float(word.endswith(ending)) for ending in _ENDINGS]
        return np.concatenate((known, np.array([*endings, 1.0, float(vector is None)], np.float32)))

    def _fitted(self) -> Floats:
        words = sorted(word for word in self.total if word not in CLOSED and word[0] != "•")
        seen = np.stack([self._seen(word) for word in words])
        share = np.array([self.cued[word] / self.total[word] for word in words])
        weight = np.array([min(self.total[word], 8) for word in words])
        beta = np.zeros(seen.shape[1])
        for _ in range(20):
            odds = 1 / (1 + np.exp(-np.clip(seen @ beta, -15, 15)))
            slope = seen.T @ (weight * (odds - share)) + beta
            bend = (seen * (weight * odds * (1 - odds))[:, None]).T @ seen + np.eye(len(beta))
            beta -= np.linalg.solve(bend, slope)
        return np.asarray(beta, np.float32)

    def _guess(self, word: str) -> float:
        if word not in self._guesses:
            if word in CLOSED:
                self._guesses[word] = _CLOSED_PRIOR if self.cued[word] else 0.0
            elif word[0] == "•":
                self._guesses[word] = 0.0
            else:
                self._guesses[word] = float(1 / (1 + np.exp(-np.clip(self._seen(word) @ self._beta, -15, 15))))
        return self._guesses[word]

    def rate(self, word: str, total: int = 0, cued: int = 0) -> int:
        """Of 1,000 occurrences of a word so many are in cues; `total` and `cued` of its own text are left out."""
        occurrences, cues = self.total[word] - total, self.cued[word] - cued
        return round(1000 * (cues + _PRIOR * self._guess(word)) / (occurrences + _PRIOR))


def counted(text: Text) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in a text, and how often in a cue."""
    low = [normal(word) for word in text.low]
    return Counter(low), Counter(low[at] for at in {at for cue in text.cues for at in cue})
