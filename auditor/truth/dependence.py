"""Which sources depend on each other: they share what is rarely shared (Dong, Berti-Équille, Srivastava 2009).

To agree on what is true proves nothing, and to agree on a popular error little; to agree, time and again, on values
that hardly anyone else claims, does. A copier may alter what it takes: each pair is tried with several shares.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from auditor.truth.em import Worth, expected
from auditor.truth.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from auditor.truth.table import Ints, Reals

# Pairs with fewer shared values are not judged: agreement on a handful is chance.
FEWEST_SHARED = 5
# A value or item with more claimants pairs nobody: too common to tell, and quadratic.
_MOST_CLAIMANTS = 60
# Where two who err say the same more often than this, as of what is open or shut, to share an error tells nothing.
_BY_CHANCE = 0.6
# So many sources, those with most disputed claims, are compared with each other: bounds the square of them.
_MOST_SOURCES = 1000
# Shares of its claims that a copier may take (Dong et al. use 0.8), and one pair in five is suspected beforehand.
SHARES = (0.95, 0.8, 0.65, 0.5)
PRIOR = log(0.2 / 0.8)
# So many errors' worth of the chance to err alike stands beside the errors that an item shows.
_ERRORS = 10.0


def leaders(edges: Iterable[tuple[int, int]], sources: int) -> list[int]:
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


@dataclass(frozen=True, slots=True)
class Pairs:
    """How often the busiest sources (`names`, by number) share a disputed item, and a value of one.

    `left`, `right` and `value` are the single agreements, as places among the names.
    """

    names: "Ints"
    shared: "Ints"
    same: "Ints"
    left: "Ints"
    right: "Ints"
    value: "Ints"


def _couples(group: "Ints", place: "Ints") -> Iterator[tuple["Ints", "Ints", "Ints"]]:
    """All couples of places in the same group, and the group, for groups that are not too large."""
    import numpy as np

    order = np.lexsort((place, group))
    group, place = group[order], place[order]
    names, begin, size = np.unique(group, return_index=True, return_counts=True)
    for number in range(2, _MOST_CLAIMANTS + 1):
        chosen = size == number
        if chosen.any():
            members = place[begin[chosen][:, None] + np.arange(number)]
            first, second = np.triu_indices(number, 1)
            yield members[:, first].ravel(), members[:, second].ravel(), np.repeat(names[chosen], len(first))


def pairs(claims: Table) -> Pairs:
    """The busiest sources against each other. A source that contradicts itself on an item is left out there."""
    import numpy as np

    count = np.bincount(claims.source[claims.disputed], minlength=claims.sources)
    busy = np.lexsort((np.arange(claims.sources), -count))[:_MOST_SOURCES]
    names = np.sort(busy[count[busy] >= FEWEST_SHARED])
    place = np.full(claims.sources, -1)
    place[names] = np.arange(len(names))
    kept = claims.disputed & (place[claims.source] >= 0) & (claims.chance <= _BY_CHANCE)[claims.item]
    mine, value, item = place[claims.source[kept]], claims.value[kept], claims.item[kept]
    many = len(names)
    shared, same = np.zeros(many * many, dtype=np.int64), np.zeros(many * many, dtype=np.int64)
    for left, right, _ in _couples(item, mine):
        shared += np.bincount(left * many + right, minlength=many * many)
    found: list[tuple[Ints, Ints, Ints]] = []
    for couple in _couples(value, mine):
        same += np.bincount(couple[0] * many + couple[1], minlength=many * many)
        found.append(couple)
    none = np.zeros(0, dtype=np.int64)
    left, right, values = (np.concatenate([none, *(c[n] for c in found)]) for n in range(3))
    return Pairs(names, shared.reshape(many, many), same.reshape(many, many), left, right, values)


def dependent(claims: Table, met: Pairs, belief: "Reals", worth: Worth, chance: "Reals") -> Iterator[tuple[int, int]]:
    """Pairs whose shared errors are likelier under copying than by chance."""
    import numpy as np

    many = len(met.names)
    enough = (met.same >= FEWEST_SHARED).ravel()
    if not enough.any():
        return
    true = expected(claims, belief)[0]
    wrong = np.bincount(claims.value[true[claims.value] < 0.5], minlength=len(belief))
    errors = np.add.reduceat(wrong, claims.first)[claims.item_of]
    # How likely another erring source is to err in just this way, judged by the others of this item.
    others = np.maximum(np.vstack([wrong, errors]) - 2, 0)
    alike = (others[0] + _ERRORS * chance[claims.item_of]) / (others[1] + _ERRORS)
    couple = met.left * many + met.right
    kept = enough[couple]
    couple, value = couple[kept], met.value[kept]
    good = worth.precision[met.names]
    a, b = good[couple // many], good[couple % many]
    p, same_true, same_false = true[value], a * b, (1 - a) * (1 - b) * alike[value]
    differ = (met.shared - met.same).ravel()
    odds: NDArray[np.float64] = np.full(many * many, -np.inf)
    for share in SHARES:
        copied = p * np.log(((a + b) / 2 * share + same_true * (1 - share)) / same_true)
        copied += (1 - p) * np.log(((2 - a - b) / 2 * share + same_false * (1 - share)) / same_false)
        odds = np.maximum(odds, np.bincount(couple, copied, many * many) + differ * log(1 - share))
    for number in np.flatnonzero(enough & (odds + PRIOR > log(9))):
        yield int(met.names[number // many]), int(met.names[number % many])
