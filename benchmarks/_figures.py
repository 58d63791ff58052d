"""Statistics that several benchmarks print."""

import random
from collections.abc import Sequence
from statistics import correlation


def ranks(values: Sequence[float]) -> list[float]:
    """The mean place of each value among all, from 0."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for place in range(at, end):
            found[order[place]] = (at + end - 1) / 2
        at = end
    return found


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Spearman's rank correlation; 0 where one side does not vary."""
    if len(set(first)) < 2 or len(set(second)) < 2:
        return 0.0
    return correlation(ranks(first), ranks(second))


def bootstrap(first: Sequence[float], second: Sequence[float], draws: int = 2000) -> tuple[float, float]:
    """The 90 % interval of Spearman's correlation under resampling of the pairs, seeded."""
    chance = random.Random(0)
    pairs = list(zip(first, second, strict=True))
    found = []
    for _ in range(draws):
        drawn = [chance.choice(pairs) for _ in pairs]
        found.append(spearman([a for a, _ in drawn], [b for _, b in drawn]))
    found.sort()
    return found[draws // 20], found[-draws // 20 - 1]
