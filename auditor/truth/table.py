"""All claims as flat arrays: items, their candidate values, who claims which, and how candidates bear on each other.

A *link* leads from a claimed candidate u to a candidate v that it speaks for if v is true: with the share of u that is
in v (precision) and the share of v that u names (recall). Each candidate is linked with itself by (1, 1); candidates
that have nothing in common are not linked. An *entry* is a link of a claim.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Reals = NDArray[np.float64]

# One candidate is linked with so many others at most, and an atom that more candidates hold than this links nobody:
# bounds the work on one item, whatever is claimed of it.
_MOST_LINKS = 60

Link = tuple[int, int, float, float]


def weight(atom: str) -> float:
    """What an atom counts: a single letter is a quarter of a word ("Liang, Y. Daniel" is nearly "Liang, Daniel")."""
    return 0.25 if len(atom) == 1 and atom.isalpha() else 1.0


def _mass(atoms: Iterable[str]) -> float:
    return sum(weight(atom) for atom in sorted(atoms))


def overlaps(candidates: Sequence[frozenset[str]]) -> Iterator[Link]:
    """The links of candidates that are sets of atoms."""
    holders: dict[str, list[int]] = {}
    for number, atoms in enumerate(candidates):
        for atom in atoms:
            holders.setdefault(atom, []).append(number)
    mass = [_mass(atoms) for atoms in candidates]
    for number, atoms in enumerate(candidates):
        near = {other for atom in atoms if len(holders[atom]) <= _MOST_LINKS for other in holders[atom]} - {number}
        yield number, number, 1.0, 1.0
        for other in sorted(near)[:_MOST_LINKS]:
            common = _mass(atoms & candidates[other])
            yield number, other, common / mass[number], common / mass[other]


@dataclass(frozen=True, slots=True)
class Table:
    """The claims of `sources` on items; see the module. Candidates of one item stand together from `first[item]` on.

    `disputed` marks claims on items with several candidates, `partial` those of them where one may name a part of another,
    `size` counts these, and `ways` in how many ways one
    errs; `chance` is how likely two who err independently say the same.
    """

    sources: int
    first: "Ints"
    item_of: "Ints"
    source: "Ints"
    value: "Ints"
    item: "Ints"
    link_from: "Ints"
    link_to: "Ints"
    precision: "Reals"
    recall: "Reals"
    entry_claim: "Ints"
    entry_link: "Ints"
    disputed: "NDArray[np.bool_]"
    partial: "NDArray[np.bool_]"
    size: "Ints"
    ways: "Ints"
    chance: "Reals"
    attribute: "Ints"
    broad: "NDArray[np.bool_]"


def summed(at: "Ints", marks: "Reals", many: int) -> "Reals":
    """The sum of the marks at each of `many` places."""
    import numpy as np

    return np.asarray(np.bincount(at, marks, many), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Given:
    """What the table is told of one item: see there. A claim is a source and a candidate."""

    candidates: int
    attribute: int
    ways: int
    chance: float
    broad: bool
    links: Iterable[Link]
    claims: Iterable[tuple[int, int]]


def table(items: Iterable[Given], sources: int) -> Table:
    """The table of the items."""
    import numpy as np

    first, item_of, claims, links, ways, chance, attribute, broad = [0], [], [], [], [], [], [], []
    for number, one in enumerate(items):
        base = first[-1]
        first.append(base + one.candidates)
        item_of += [number] * one.candidates
        claims += [(source, base + candidate, number) for source, candidate in one.claims]
        links += [(base + u, base + v, p, r) for u, v, p, r in one.links]
        ways.append(one.ways)
        attribute.append(one.attribute)
        broad.append(one.broad)
        chance.append(max(one.chance, 1 / one.ways))
    source, value, item = np.array(claims, dtype=np.int64).reshape(-1, 3).T
    ends = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
    shares = np.array([link[2:] for link in links], dtype=np.float64).reshape(-1, 2)
    order = np.argsort(ends[:, 0], kind="stable")
    ends, shares = ends[order], shares[order]
    begin = np.searchsorted(ends[:, 0], np.arange(first[-1] + 1))
    many = (begin[1:] - begin[:-1])[value]
    entry_claim = np.repeat(np.arange(len(value)), many)
    within = np.arange(len(entry_claim)) - np.repeat(np.cumsum(many) - many, many)
    size = np.diff(np.array(first))
    apart = ends[:, 0] != ends[:, 1]
    return Table(
        sources=sources,
        first=np.array(first[:-1], dtype=np.int64),
        item_of=np.array(item_of, dtype=np.int64),
        source=source,
        value=value,
        item=item,
        link_from=ends[:, 0],
        link_to=ends[:, 1],
        precision=shares[:, 0],
        recall=shares[:, 1],
        entry_claim=entry_claim,
        entry_link=begin[:-1][value][entry_claim] + within,
        disputed=(size > 1)[item],
        partial=(np.bincount(np.searchsorted(first[1:], ends[apart, 0], side="right"), minlength=len(size)) > 0)[item],
        size=size,
        ways=np.array(ways, dtype=np.int64),
        chance=np.array(chance, dtype=np.float64),
        attribute=np.array(attribute, dtype=np.int64),
        broad=np.array(broad, dtype=np.bool_),
    )
