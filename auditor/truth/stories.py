"""Who copies whom: several stories are told of the same claims, and the likeliest is believed.

That some are right and others copy an error, and that those are right and the first copy theirs, both explain why two
groups agree within and differ between. The stories are compared by how likely they make all claims.
"""

from collections.abc import Iterator
from math import lgamma, log, pi
from typing import TYPE_CHECKING

from auditor.truth.dependence import SHARES, Pairs, dependent, leaders, pairs
from auditor.truth.em import PRECISION, Worth, solve, voices
from auditor.truth.table import Table, summed

if TYPE_CHECKING:
    from auditor.truth.table import Ints, Reals

# Sources compared for blocks, and blocks tried as stories of their own.
_MOST_BLOCKED, _MOST_BLOCKS = 150, 16
# Shared items' worth of the usual agreement in that of a pair.
_SHRUNK = 5
_ROUNDS = 4
# What makes the prior of an accuracy a density.
_SCALE = lgamma(sum(PRECISION)) - lgamma(PRECISION[0]) - lgamma(PRECISION[1])
# What each source that is taken for a copier must add to the log-likelihood, and all of them together, before any is. The
# model knows no popular errors and no common hand: where nobody copies, honest sources that err alike add up to 14 and 50
# (36 made-up worlds of six kinds, two hand-written sets); ten copiers that share forty items and alter 15 % add 110.
_EACH, _LEAST = 6.0, 60.0
# An item with more candidates tells no stories: each claim is held against each candidate.
_MOST_CANDIDATES = 100


def _alone(claims: Table, worth: Worth, chance: "Reals", claim: "Ints", candidate: "Ints") -> "Reals":
    """How likely each claim is if the candidate is true and nobody is copied."""
    import numpy as np

    many = len(claims.item_of)
    links = claims.link_from * many + claims.link_to
    wanted = claims.value[claim] * many + candidate
    order = np.argsort(links, kind="stable")
    at = order[np.minimum(np.searchsorted(links, wanted, sorter=order), len(links) - 1)]
    share = np.where(links[at] == wanted, claims.precision[at], 0.0)
    right = worth.precision[claims.source[claim]]
    wrong = (1 - right) * chance[claims.item[claim]]
    likely: Reals = np.exp(share * np.log(right) + (1 - share) * np.log(wrong))
    return likely


def _crossed(claims: Table, kept: "Ints") -> tuple["Ints", "Ints"]:
    """Each of some claims with each candidate of its item."""
    import numpy as np

    many = claims.size[claims.item[kept]]
    claim = np.repeat(kept, many)
    within = np.arange(len(claim)) - np.repeat(np.cumsum(many) - many, many)
    return claim, claims.first[claims.item[claim]] + within


def likelihood(claims: Table, worth: Worth, chance: "Reals", story: "Ints") -> float:
    """Log-likelihood of all disputed claims if in each cluster one original is altered by all of its members.

    What is true, and what an original said, is summed over; each cluster copies at the rate, of several, that suits it.
    """
    import numpy as np

    size = np.bincount(story, minlength=claims.sources)
    single = size[story[claims.source]] == 1
    telling = claims.disputed & (claims.size <= _MOST_CANDIDATES)[claims.item]
    claim, candidate = _crossed(claims, np.flatnonzero(telling & single))
    true = summed(candidate, np.log(_alone(claims, worth, chance, claim, candidate)), len(claims.item_of))
    true = true + _copied(claims, worth, chance, story, np.flatnonzero(telling & ~single))
    most = np.maximum.reduceat(true, claims.first)
    odds = np.add.reduceat(np.exp(true - most[claims.item_of]), claims.first)
    total = float((most + np.log(odds / claims.size))[claims.size > 1].sum())
    lead = np.unique(story[claims.source[claims.disputed]])
    # One accuracy a voice, from the prior that all sources share, summed over about its likeliest value (Laplace).
    right, many = worth.precision[lead], np.bincount(claims.source[claims.disputed], minlength=claims.sources)[lead]
    good = (PRECISION[0] - 1) * np.log(right) + (PRECISION[1] - 1) * np.log(1 - right)
    good += _SCALE + 0.5 * np.log(2 * pi * right * (1 - right) / (many + sum(PRECISION)))
    return total + float(good.sum()) - _EACH * float((size[size > 1] - 1).sum())


def _copied(claims: Table, worth: Worth, chance: "Reals", story: "Ints", kept: "Ints") -> "Reals":
    """For each candidate, were it true, the log-likelihood of what the clusters say of its item."""
    import numpy as np

    true = np.zeros(len(claims.item_of))
    if not len(kept):
        return true
    many = len(claims.item_of)
    claim, candidate = _crossed(claims, kept)
    alone = _alone(claims, worth, chance, claim, candidate)
    # A group is a cluster on an item under a candidate, a cell what its original may have said.
    group, at = np.unique(story[claims.source[claim]] * many + candidate, return_inverse=True)
    said = claims.value[claim]
    _, first, where = np.unique(at * many + said, return_index=True, return_inverse=True)
    of_cell = at[first]
    original = np.bincount(where, alone) / np.bincount(where)
    spare = np.maximum(1 - np.bincount(of_cell, original), 1e-3)
    cluster, under = group // many, group % many
    share = 1 / claims.size[claims.item_of[under]]
    best = np.full(claims.sources, -np.inf)
    chosen = np.zeros(len(group))
    for rate in SHARES:
        other = np.log((1 - rate) * alone)
        gain = np.minimum(np.bincount(where, np.log(rate + (1 - rate) * alone) - other), 700)
        found = np.bincount(at, other) + np.log(np.bincount(of_cell, original * np.exp(gain)) + spare)
        # Each rate is judged as if all candidates were as likely.
        fit = np.bincount(cluster, found * share, claims.sources)
        chosen = np.where((fit > best)[cluster], found, chosen)
        best = np.maximum(best, fit)
    return summed(under, chosen, many)


def _blocks(met: Pairs) -> Iterator[tuple[int, ...]]:
    """Groups of three and more sources that agree with each other more than with the rest, by average linkage."""
    import numpy as np

    shared, same = met.shared + met.shared.T, met.same + met.same.T
    busiest = np.sort(np.lexsort((np.arange(len(met.names)), -shared.sum(axis=1)))[:_MOST_BLOCKED])
    shared, same = shared[np.ix_(busiest, busiest)], same[np.ix_(busiest, busiest)]
    if not shared.any():
        return
    usual = same.sum() / shared.sum()
    near = (same + _SHRUNK * usual) / (shared + _SHRUNK)
    rest = near.copy()
    np.fill_diagonal(rest, -np.inf)
    members: list[tuple[int, ...]] = [(number,) for number in range(len(busiest))]
    found = []
    for _ in range(len(busiest) - 1):
        a, b = divmod(int(rest.argmax()), len(busiest))
        a, b = min(a, b), max(a, b)
        merged = (len(members[a]) * rest[a] + len(members[b]) * rest[b]) / (len(members[a]) + len(members[b]))
        height = float(rest[a, b])
        members[a], members[b] = members[a] + members[b], ()
        rest[a], rest[:, a] = merged, merged
        rest[b], rest[:, b], rest[a, a] = -np.inf, -np.inf, -np.inf
        outside = [n for n in range(len(busiest)) if n not in members[a]]
        if len(members[a]) > 2 and outside:
            apart = height - float(near[np.ix_(members[a], outside)].mean())
            found.append((-apart * log(len(members[a])), tuple(int(met.names[busiest[n]]) for n in members[a])))
    for _, block in sorted(found)[:_MOST_BLOCKS]:
        yield block


def _alike(met: Pairs, least: float) -> Iterator[tuple[int, int]]:
    """Pairs that agree on at least this share of the disputed items that both speak of."""
    import numpy as np

    enough = (met.same >= 5) & ((met.same + 1) / (met.shared + 2) >= least)
    for left, right in np.argwhere(enough):
        yield int(met.names[left]), int(met.names[right])


# Rates of agreement from which two sources are suspected to be one, each tried as a start (2: nobody is).
_SUSPICIONS = (2.0, 0.85, 0.7, 0.55)


def likeliest(claims: Table) -> "Ints":
    """Each source's leader under the likeliest of the stories tried."""
    import numpy as np

    met = pairs(claims)
    told: dict[tuple[int, ...], float] = {}

    def tell(story: list[int]) -> list[int]:
        """Puts the story and the one that follows from it on the table."""
        for _ in range(2):
            leading = np.array(story)
            belief, worth, _ = solve(claims, voices(claims, leading), rounds=_ROUNDS)
            told[tuple(story)] = likelihood(claims, worth, claims.chance, leading)
            story = leaders(dependent(claims, met, belief, worth, claims.chance), claims.sources)
            if tuple(story) in told:
                break
        return story

    for least in _SUSPICIONS:
        tell(leaders(_alike(met, least), claims.sources))
    for block in _blocks(met):
        tell(leaders(((block[0], other) for other in block[1:]), claims.sources))
    best, alone = max(told, key=lambda story: (told[story], story)), tuple(range(claims.sources))
    return np.array(best if told[best] >= told[alone] + _LEAST else alone)
