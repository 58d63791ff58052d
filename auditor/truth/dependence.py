"""Which sources depend on each other: they share what is rarely shared (Dong, Berti-Équille, Srivastava 2009).

To agree on what is true proves nothing, and to agree on a popular error little; to agree, time and again, on values
that hardly anyone else claims, does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from auditor.truth.em import PRECISION, Item, Quality, expected

# Pairs with fewer shared items are not judged: agreement on a handful is chance.
_FEWEST_SHARED = 5
# Values claimed by more sources than this pair nobody: too common to tell, and quadratic.
_MOST_CLAIMANTS = 50
# A copier takes this share of its claims (Dong et al. use 0.8), and one pair in five is suspected beforehand.
_COPIED = 0.8
_PRIOR = log(0.2 / 0.8)
# Two independent sources err alike once in so many errors, where an item shows no other errors to count.
_ERRORS = 10.0

Pair = tuple[int, int]


def pairs(items: Sequence[Item]) -> dict[Pair, int]:
    """How often two sources claim the same disputed value that not all the world claims; at least five times."""
    count: Counter[Pair] = Counter()
    for one in items:
        if len(one.candidates) > 1:
            claimants: dict[int, list[int]] = defaultdict(list)
            for source, claimed in one.claims:
                claimants[claimed].append(source)
            for group in claimants.values():
                if len(group) <= _MOST_CLAIMANTS:
                    count.update(combinations(sorted(set(group)), 2))
    return {pair: times for pair, times in count.items() if times >= _FEWEST_SHARED}


def leaders(edges: Iterator[Pair], sources: int) -> list[int]:
    """Each source to the least source that it is linked with by `edges`, directly or through others."""
    parent = list(range(sources))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for first, second in edges:
        low, high = sorted((root(first), root(second)))
        parent[high] = low
    return [root(node) for node in range(sources)]


def _claims(items: Sequence[Item], sources: int) -> list[dict[int, int]]:
    """For each source, its disputed items to what it claims of them."""
    found: list[dict[int, int]] = [{} for _ in range(sources)]
    for number, one in enumerate(items):
        if len(one.candidates) > 1:
            for source, claimed in one.claims:
                found[source][number] = claimed
    return found


def alike(items: Sequence[Item], together: Mapping[Pair, int], sources: int, least: float) -> Iterator[Pair]:
    """Pairs that agree on at least this share of the disputed items that both speak of."""
    claims = _claims(items, sources)
    for (first, second), same in sorted(together.items()):
        shared = len(claims[first].keys() & claims[second].keys())
        if (same + 1) / (shared + 2) >= least:
            yield first, second


def dependent(
    items: Sequence[Item],
    together: Mapping[Pair, int],
    believed: Sequence[Sequence[float]],
    worth: Sequence[Quality],
) -> Iterator[Pair]:
    """Pairs whose shared errors are likelier under copying than by chance."""
    claims = _claims(items, len(worth))
    right = [[mark[0] for mark in expected(one, belief)] for one, belief in zip(items, believed, strict=True)]
    errors = []
    for one, marks in zip(items, right, strict=True):
        wrong: Counter[int] = Counter(claimed for _, claimed in one.claims if marks[claimed] < 0.5)
        errors.append((wrong, sum(wrong.values())))
    for first, second in sorted(together):
        a, b = worth[first].precision, worth[second].precision
        odds = _PRIOR
        for number in sorted(claims[first].keys() & claims[second].keys()):
            claimed = claims[first][number]
            wrong, all_wrong = errors[number]
            # How likely another erring source is to err in just this way, judged by the others of this item.
            alike = (wrong[claimed] - 2 + 1) / (all_wrong - 2 + _ERRORS) if wrong[claimed] >= 2 else 1 / _ERRORS
            same_true, same_false = a * b, (1 - a) * (1 - b) * alike
            if claims[second][number] != claimed:
                odds += log(1 - _COPIED)
            else:
                p = right[number][claimed]
                true = log(((a + b) / 2 * _COPIED + same_true * (1 - _COPIED)) / same_true)
                false = log(((2 - a - b) / 2 * _COPIED + same_false * (1 - _COPIED)) / same_false)
                odds += p * true + (1 - p) * false
        if odds > log(9):
            yield first, second


def likelihood(
    items: Sequence[Item], believed: Sequence[Sequence[float]], worth: Sequence[Quality], clusters: Sequence[int]
) -> float:
    """Log-likelihood of all claims if these beliefs hold and in each cluster all others copy its first speaker.

    It decides between stories that explain the same claims: that some are right and others copy an error, or that
    those are right and the others copy theirs.
    """
    total = 0.0
    followers: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    for one, belief in zip(items, believed, strict=True):
        if len(one.candidates) < 2:
            continue
        ways = len(one.candidates) - 1
        right = [mark[0] for mark in expected(one, belief)]
        first: dict[int, int] = {}
        for source, claimed in one.claims:
            p, precision = right[claimed], worth[source].precision
            alone = p * precision + (1 - p) * (1 - precision) / ways
            if clusters[source] in first:
                followers[clusters[source]].append((first[clusters[source]] == claimed, alone))
            else:
                first[clusters[source]] = claimed
                total += log(alone)
    for leader in sorted(set(clusters)):
        # One accuracy a cluster, from the prior that all sources share (up to a constant).
        total += (PRECISION[0] - 1) * log(worth[leader].precision)
        total += (PRECISION[1] - 1) * log(1 - worth[leader].precision)
    for _, marks in sorted(followers.items()):
        # Each cluster copies at its own rate, with five claims' worth of the usual one.
        rate = (sum(same for same, _ in marks) + 5 * _COPIED) / (len(marks) + 5)
        total += sum(log(rate * same + (1 - rate) * alone) for same, alone in marks)
    return total
