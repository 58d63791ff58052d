"""Which value holds which other: France holds Paris, so who says France is right where Paris is true, and says less.

No tree is given. What lies in what is read from the table of places, and from the claims themselves: a value that is
claimed beside many others again and again, where each of these is seldom claimed without it, holds them (Sanderson and
Croft 1999 find broader terms alike). Values that name their holder ("Paris, France") need none of it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from math import log

from auditor.text.places import contains

Words = tuple[str, ...]

# Items with more different values teach nothing about pairs: quadratic, and too much at odds.
_MOST_VALUES = 12
# Two values belong together that stand in the same items so often, so many times as often as by chance, and in this
# share of the narrower one's disputed items.
_TOGETHER, _SURPRISE, _SHARE = 2, 3.0, 0.08
# The broader of two belongs with that many times as many, and holds so many at least.
_BROADER, _CHILDREN = 1.3, 2


@dataclass(frozen=True, slots=True)
class Holders:
    """Each value to those that hold it; `broad` are those that hold many and may hold what is too rare to tell."""

    known: Mapping[Words, frozenset[Words]]
    broad: frozenset[Words]

    def hold(self, outer: Words, inner: Words) -> bool:
        """Whether `outer` holds `inner`."""
        if outer == inner:
            return False
        if outer in self.known.get(inner, ()):
            return True
        if contains(" ".join(outer), " ".join(inner)):
            return True
        return outer in self.broad and inner not in self.known and inner not in self.broad


# Where in more than this share of items a value names another ("Paris, France"; "Paris"), nothing needs to be inferred.
_TOLD = 0.2


def _surprise(times: int, usual: float) -> float:
    """How unlikely it is to see so many where so many are usual: the logarithm of Poisson's likelihood ratio."""
    return times * log(times / usual) - times + usual if times > usual else 0.0


def holders(items: Iterable[Collection[Words]]) -> Holders:
    """What holds what among the values of one attribute, given the different values of each item."""
    single: Counter[Words] = Counter()
    together: Counter[tuple[Words, Words]] = Counter()
    total = told = 0
    for values in items:
        if 1 < len(values) <= _MOST_VALUES:
            total += 1
            told += any(set(one) < set(other) for one, other in permutations(values, 2))
            single.update(values)
            together.update(permutations(sorted(values), 2))
    if told > _TOLD * total:
        return Holders({}, frozenset())
    near = {
        (one, other)
        for (one, other), times in together.items()
        if times >= _TOGETHER and _surprise(times, single[one] * single[other] / total) >= _SURPRISE
    }
    company = Counter(one for one, _ in near)
    held: dict[Words, set[Words]] = defaultdict(set)
    for outer, inner in near:
        if company[outer] >= _BROADER * company[inner] and together[outer, inner] >= _SHARE * single[inner]:
            held[outer].add(inner)
    broad = {outer for outer, several in held.items() if len(several) >= _CHILDREN}
    known: dict[Words, set[Words]] = defaultdict(set)
    for outer in broad:
        for inner in held[outer]:
            known[inner].add(outer)
    whole = {
        inner: outers.union(*(known[outer] for outer in outers if outer in known)) for inner, outers in known.items()
    }
    return Holders({inner: frozenset(outers) for inner, outers in whole.items()}, frozenset(broad))
