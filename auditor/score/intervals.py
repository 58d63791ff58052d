"""Intervals, and the probability that one source stands above another: closed forms, no drawing of lots.

The interval says where another sample of as many articles of the source would score, nine times in ten; so it holds the
noise of both samples, and two sources whose intervals part are surely apart.

A source's exponent is taken for a gamma variable of its mean and variance: it cannot be negative, and its spread grows
with it. The cube root of a gamma variable is nearly normal (Wilson and Hilferty 1931).
"""

from collections.abc import Sequence
from math import erf, exp, sqrt

from auditor.score.sources import Standing

_Z90 = 1.6449
# Two sources whose order is less sure than this are a tie.
TIE = 0.9
# An exponent of nothing is unknown below a tenth of an ordinary warning.
_LEAST = 0.005


def _root(standing: Standing, samples: int = 1) -> tuple[float, float]:
    """Mean and standard deviation of the cube root of the exponent, with the noise of one or two samples."""
    mean = max(standing.total, _LEAST)
    ninth = samples * standing.variance / (9 * mean**2)
    return mean ** (1 / 3) * (1 - ninth), mean ** (1 / 3) * sqrt(ninth)


def interval(standing: Standing) -> tuple[float, float]:
    """The central 90 % interval of the score of as many other articles; it always holds the score itself."""
    mean, deviation = _root(standing, samples=2)
    most, least = (max(0.0, mean + sign * _Z90 * deviation) ** 3 for sign in (1, -1))
    return 100 * exp(-max(most, standing.total)), 100 * exp(-min(least, standing.total))


def above(first: Standing, second: Standing) -> float:
    """The probability that `first` deserves the higher score, 0 to 1."""
    (a, deviation_a), (b, deviation_b) = _root(first), _root(second)
    spread = sqrt(deviation_a**2 + deviation_b**2)
    return 0.5 * (1 + erf((b - a) / spread / sqrt(2))) if spread else 0.5


def rank_interval(one: Standing, others: Sequence[Standing]) -> tuple[int, int]:
    """The best and the worst place that `one` may have among `others`: those surely above, those not surely below.

    Surely is 95 %, so that the interval holds the place in about 90 % of cases.
    """
    sure = (1 + 0.9) / 2
    over = sum(above(other, one) >= sure for other in others)
    under = sum(above(one, other) >= sure for other in others)
    return 1 + over, len(others) + 1 - under
