"""Which value holds which other: France holds Paris, so who says France is right where Paris is true, and says less.

No tree is given. What lies in what is read from the table of places, and from the claims themselves: a value that is
claimed beside many others again and again, where each of these is seldom claimed without it, holds them (Sanderson and
Croft 1999 find broader terms alike). Values that name their holder ("Paris, France") need none of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from math import log

from auditor.text.places import contains, holders_of

Words = tuple[str, ...]

# Items with more different values teach nothing about pairs: quadratic, and too much at odds.
_MOST_VALUES = 12
# Two values belong together that stand in the same items so often, so many times as often as by chance, and in this
# share of the narrower one's disputed items.
_TOGETHER, _SURPRISE, _SHARE = 2, 3.0, 0.08
# The broader of two belongs with that many times as many, and holds so many at least.
_BROADER, _CHILDREN = 1.3, 2
# A claim of the broader is repeated by another source that much less often; so many claims' worth of the usual count.
_LESS, _PULL = 0.9, 4.0


# Words of the longest name of a place.
_LONGEST = 5
# Countries by their other names, and the parts of one, which are no name of it.
_NAMES = {
    "america": "united states", "britain": "united kingdom", "great britain": "united kingdom", "u k": "united kingdom",
    "u s": "united states", "uk": "united kingdom", "us": "united states", "usa": "united states",
    "united states america": "united states",
}  # fmt: skip
_PARTS = frozenset(("england", "northern ireland", "scotland", "wales"))


@lru_cache(maxsize=1 << 14)  # Places return from item to item.
def _lies_in(inner: str, outer: str) -> bool:
    """Whether a place lies in another, by the table."""
    above = holders_of(inner)
    known = {*above, *(_NAMES[holder] for holder in above if holder in _NAMES)}
    if inner in _PARTS or known & _PARTS:
        known.add("united kingdom")
    return _NAMES.get(outer, outer) in known or contains(outer, inner)


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
        if max(len(outer), len(inner)) <= _LONGEST and _lies_in(" ".join(inner), " ".join(outer)):
            return True
        return outer in self.broad and inner not in self.known and inner not in self.broad


# Where in more than this share of items a value names another ("Paris, France"; "Paris"), nothing needs to be inferred.
_TOLD = 0.2


def _surprise(times: int, usual: float) -> float:
    """How unlikely it is to see so many where so many are usual: the logarithm of Poisson's likelihood ratio."""
    return times * log(times / usual) - times + usual if times > usual else 0.0


@dataclass(slots=True)
class _Counts:
    """Of each value: disputed items that it stands in, claims beside others' claims, and those that another repeats.

    `together` counts disputed items that hold two values, `told` those where one value names another.
    """

    items: int = 0
    told: int = 0
    single: Counter[Words] = field(default_factory=Counter)
    claims: Counter[Words] = field(default_factory=Counter)
    repeated: Counter[Words] = field(default_factory=Counter)
    together: Counter[tuple[Words, Words]] = field(default_factory=Counter)

    def add(self, said: Mapping[Words, int]) -> None:
        """One item: its values with the number of claims of each."""
        if sum(said.values()) < 2 or len(said) > _MOST_VALUES:
            return
        for value, times in said.items():
            self.claims[value] += times
            self.repeated[value] += times if times > 1 else 0
        if len(said) > 1:
            self.items += 1
            self.told += any(set(one) < set(other) for one, other in permutations(said, 2))
            self.single.update(said.keys())
            self.together.update(permutations(sorted(said), 2))

    def agreed(self, value: Words) -> float:
        """How often a claim of it is repeated by another source: seldom for what is broad, or wrong."""
        usual = sum(self.repeated.values()) / max(1, sum(self.claims.values()))
        return (self.repeated[value] + _PULL * usual) / (self.claims[value] + _PULL)


def holders(items: Iterable[Mapping[Words, int]]) -> Holders:
    """What holds what among the values of one attribute, given for each item its values and how many claim each."""
    counts = _Counts()
    for said in items:
        counts.add(said)
    if counts.told > _TOLD * counts.items:
        return Holders({}, frozenset())
    near = {
        (one, other)
        for (one, other), times in counts.together.items()
        if times >= _TOGETHER
        and _surprise(times, counts.single[one] * counts.single[other] / counts.items) >= _SURPRISE
    }
    company = Counter(one for one, _ in near)
    agreed = {value: counts.agreed(value) for value in company}
    held: dict[Words, set[Words]] = defaultdict(set)
    for outer, inner in near:
        if (
            company[outer] >= _BROADER * company[inner]
            and agreed[outer] <= _LESS * agreed[inner]
            and counts.together[outer, inner] >= _SHARE * counts.single[inner]
        ):
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
