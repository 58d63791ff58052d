"""Whether two signatures are of one text, copied or with its words exchanged.

A *spun copy* is the same article with words exchanged. What a spinner leaves alone is the order of the small words of
grammar, or of names and numbers; what it cannot leave alone are long runs of words. An edited or shortened article keeps
long runs where it keeps short ones, and loses small words and names with the others, which tells the two apart.
"""

from dataclasses import dataclass
from typing import Literal

from auditor.signature import Sample, Signature, overlap

Kind = Literal["copy", "spun-copy"]

# Of 154 pairs of copies among 8,369 genuine articles the runs of small words are more alike than the runs of words by
# 0.06 at the 95th percentile and by 0.10 at the 99th; of 68 spun articles and their originals by 0.31 at the 5th, with
# one word in 35 exchanged at the least.
_KEPT = 0.15
_EXCHANGED = 0.022
# Fewer places at which two texts differ are an editor's cuts.
_FEWEST_PLACES = 5.0
# Where more than one word in 25 is exchanged, small words that are as like as the runs are enough: below what two
# genuine articles reach (0.15, see `benchmarks.boilerplate`), nothing is.
_MUCH_EXCHANGED = 0.04
_KEPT_THEN = 0.05
_LEAST = 0.15
_FEWEST = 8
# Two genuine articles that share so many runs of three names share a twelfth of their runs of words too, or else none:
# one subject, told anew.
_NAMES, _FEWEST_NAMES, _FEW_RUNS, _FEWEST_RUNS = 0.25, 5, 0.08, 2
# What is in common is broken at one word in eleven.
_FAR_EXCHANGED, _MORE_NAMES = 0.09, 1.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, 0 to 1, and whether by copying or by exchanging words."""

    kind: Kind
    degree: float


def _jaccard(first: Sample, second: Sample) -> tuple[float, int]:
    shared, together = overlap(first, second)
    return (shared / together if together else 0.0), shared


def _dice(jaccard: float) -> float:
    """The share of the one that stands in the other, where both are equally long."""
    return 2 * jaccard / (1 + jaccard)


def _exchanged(runs: float, long_runs: float) -> float:
    """The share of words exchanged within what two texts have in common.

    Each exchanged word breaks as many runs as a run has words, so that with a share of `e` exchanged (1-e)**5 of the
    five-word runs stay and (1-e)**10 of those of ten; whatever else was cut or added touches both alike.
    """
    return 1.0 - (_dice(long_runs) / _dice(runs)) ** 0.2 if runs else 1.0


def _by_small_words(pair: "_Pair") -> bool:
    """Whether the small words are kept where other words are not."""
    if pair.small < max(pair.runs + _KEPT_THEN, _LEAST) or pair.shared_small < _FEWEST:
        return False
    if pair.runs and pair.exchanged * pair.words < _FEWEST_PLACES:
        return False
    if pair.exchanged >= _MUCH_EXCHANGED:
        return True
    return pair.alike and pair.exchanged >= _EXCHANGED and pair.small >= pair.runs + _KEPT


def _by_names(pair: "_Pair") -> bool:
    """Whether names and numbers are kept in their order where hardly a run of words is."""
    if pair.shared_names < _FEWEST_NAMES or pair.shared_runs + pair.shared_small < _FEWEST_RUNS:
        return False
    broken = pair.runs < _FEW_RUNS or (not pair.alike and pair.exchanged >= _FAR_EXCHANGED)
    return broken and pair.names >= max(_NAMES, _MORE_NAMES * pair.runs)


class _Pair:
    """What two signatures share."""

    def __init__(self, first: Signature, second: Signature, threshold: float) -> None:
        self.runs, self.shared_runs = _jaccard(first.runs, second.runs)
        self.small, self.shared_small = _jaccard(first.small, second.small)
        self.names, self.shared_names = _jaccard(first.names, second.names)
        self.alike = self.runs >= threshold
        self.exchanged = _exchanged(self.runs, _jaccard(first.long_runs, second.long_runs)[0])
        # Words in common: as many as stand in shared runs, and those that broke the others.
        sampled = max(first.runs.scale, second.runs.scale)
        self.words = (self.shared_runs << sampled) / max(1e-9, 1 - self.exchanged) ** 5


def likeness(first: Signature, second: Signature, threshold: float = 0.5) -> Likeness | None:
    """Whether two texts are one: Jaccard similarity of five-word runs of at least `threshold`, or words exchanged."""
    pair = _Pair(first, second, threshold)
    spun = _by_small_words(pair)
    if pair.alike:
        return Likeness("spun-copy" if spun else "copy", pair.runs)
    if spun or _by_names(pair):
        return Likeness("spun-copy", max(pair.small, pair.names))
    return None
