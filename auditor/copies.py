"""Signatures to clusters of copies, before anything is judged: copies of one text are one voice.

Pairs that are one text are joined, the likest first, and two groups are only where their members are alike throughout:
a chain of texts, each a little like the next, is not one text. Signatures and documents wait in files, so that what a
document costs in memory is 24 bytes.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import numpy as np

from auditor.likeness import Kind, Likeness, likeness
from auditor.meeting import REACH, Meeting
from auditor.model import Card, Document, replace
from auditor.original import Named, original_of
from auditor.sets import Sets
from auditor.shelf import Shelf
from auditor.signature import Signature, whole
from auditor.source import attribute

# The least Jaccard similarity of the five-word runs of two copies.
THRESHOLD = 0.5
# Members of each of two groups that are compared before the groups are joined, and how alike they must be for it,
# beside the threshold: 0.45 at 0.5.
_WITNESSES = 6
_NEARLY = 0.9
# Keys of 40 that two texts must share to be compared: at a similarity of 0.5 one pair in 3,000 shares fewer, at lower
# ones too many would.
_SHARED, _USUAL = 2, 0.4
# Signatures kept at hand: some 4 MB.
_AT_HAND = 1 << 12
_CROWDED = "{} keys of copies were shared by more than {} articles; each of these was compared with its {} nearest only"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents that are one text. `members` are ids in order, `representative` stands for all.

    `original_by` says what tells that the representative is the original ("upstream": others name it as where they
    come from; "date": it is the earliest), and is None where nothing does. `spun` are those members whose words are
    exchanged against the representative's; the others are its copies.
    """

    members: tuple[str, ...]
    kind: Kind
    representative: str
    original_by: str | None = None
    spun: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    """Two documents, by rank, that are one text."""

    degree: float
    first: int
    second: int
    kind: Kind


class _Library:
    """Documents and their signatures, by rank: the order of a hash of their ids, whatever the order of their coming."""

    def __init__(self, items: Iterable[tuple[Named, Signature]], stack: ExitStack) -> None:
        self._named: Shelf[Named] = stack.enter_context(closing(Shelf()))
        self._marks: Shelf[Signature] = stack.enter_context(closing(Shelf()))
        self._meeting = stack.enter_context(closing(Meeting()))
        hashes = array("Q")
        for document, marks in items:
            if marks:
                code = blake2b(document.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
                hashes.append(int.from_bytes(code, "little"))
                self._named.add(document)
                self._marks.add(marks)
                self._meeting.enter(marks)
        codes = np.array(hashes, np.uint64)
        self._order = np.argsort(codes, kind="stable")
        codes.sort()
        self._repeated = np.flatnonzero(codes[1:] == codes[:-1]).tolist()
        self.marks = lru_cache(maxsize=_AT_HAND)(self._signature)

    def __len__(self) -> int:
        return len(self._order)

    @property
    def crowded(self) -> int:
        """How many keys of the candidates were too common for comparing all who share them."""
        return self._meeting.crowded

    def repeated(self) -> str | None:
        """An id that two of the documents have."""
        return self.document(self._repeated[0]).id if self._repeated else None

    def document(self, rank: int) -> Named:
        return self._named[int(self._order[rank])]

    def _signature(self, rank: int) -> Signature:
        return self._marks[int(self._order[rank])]

    def alike(self, first: int, second: int, threshold: float) -> Likeness | None:
        return likeness(self.marks(first), self.marks(second), threshold)

    def links(self, threshold: float) -> list[_Link]:
        """All candidates that are one text, the likest first."""
        ranks = np.empty(len(self), np.uint64)
        ranks[self._order] = np.arange(len(self), dtype=np.uint64)
        found: list[_Link] = []
        for first, second in self._meeting.candidates(ranks, _SHARED if threshold >= _USUAL else 1):
            if alike := self.alike(first, second, threshold):
                found.append(_Link(alike.degree, first, second, alike.kind))
        return sorted(found, key=lambda link: (-link.degree, link.first, link.second))


def _spread(members: Sequence[int]) -> Sequence[int]:
    """Some of the members, evenly spread."""
    return members[:: -(-len(members) // _WITNESSES)]


def _fit(library: _Library, link: _Link, one: Sequence[int], other: Sequence[int], threshold: float) -> bool:
    """Whether all of `one` are like all of `other`; where words are exchanged, half of the pairs are enough."""
    pairs = [(a, b) for a in _spread(one) for b in _spread(other) if {a, b} != {link.first, link.second}]
    alike = sum(library.alike(a, b, threshold * _NEARLY) is not None for a, b in pairs)
    return alike == len(pairs) if link.kind == "copy" else 2 * alike >= len(pairs)


def _grouped(library: _Library, threshold: float) -> tuple[Sets, Sets]:
    """The groups of what is one text, and within them those that copying alone makes."""
    groups, copied = Sets(len(library)), Sets(len(library))
    for link in library.links(threshold):
        first, second = sorted((groups.leader(link.first), groups.leader(link.second)))
        if first != second:
            if not _fit(library, link, groups.members(first), groups.members(second), threshold):
                continue
            groups.join(first, second)
        if link.kind == "copy":
            copied.join(*sorted((copied.leader(link.first), copied.leader(link.second))))
    return groups, copied


def _cluster(library: _Library, ranks: Sequence[int], copied: Sets, threshold: float) -> Cluster:
    documents = {rank: library.document(rank) for rank in ranks}
    ordered = sorted(ranks, key=lambda rank: documents[rank].id)
    original, how = original_of([documents[rank] for rank in ordered])
    first = next(rank for rank in ordered if documents[rank] is original)

    def is_spun(rank: int) -> bool:
        found = library.alike(first, rank, threshold * _NEARLY)
        return found.kind == "spun-copy" if found else copied.leader(rank) != copied.leader(first)

    spun = tuple(documents[rank].id for rank in ordered if rank != first and is_spun(rank))
    members = tuple(documents[rank].id for rank in ordered)
    return Cluster(members, "spun-copy" if spun else "copy", original.id, how, spun)


def _clustered(
    items: Iterable[tuple[Named, Signature]], threshold: float, distinct: bool = False
) -> tuple[list[Cluster], int]:
    """The clusters, by representative, and how many keys were too common for comparing all who share them."""
    with ExitStack() as stack:
        library = _Library(items, stack)
        if distinct and (again := library.repeated()) is not None:
            raise ValueError(f"two documents have the id {again!r}; ids must differ")
        groups, copied = _grouped(library, threshold)
        found = [_cluster(library, group, copied, threshold) for group in groups.groups()]
        return sorted(found, key=lambda cluster: cluster.representative), library.crowded


def clusters(items: Iterable[tuple[Named, Signature]], threshold: float = THRESHOLD) -> list[Cluster]:
    """The clusters of two and more among documents (or their cards) with their signatures, by representative.

    The same for any order of `items`. `threshold` is the least Jaccard similarity of five-word runs, 0 to 1.
    """
    return _clustered(items, threshold)[0]


def _told(card: Card, cluster: Cluster, name: str) -> Card:
    kind = "original" if card.id == cluster.representative else "spun-copy" if card.id in cluster.spun else "copy"
    return replace(card, copy_cluster=name, facts={**card.facts, "copy": kind, "original_by": cluster.original_by})


class Told(NamedTuple):
    """Cards that know their copy clusters, and a note where texts were too many for comparing all of them."""

    cards: list[Card]
    notes: list[str]


def told(fresh: Iterable[tuple[Card, Signature]], held: Iterable[tuple[Card, Signature]] = ()) -> Told:
    """The cards of `fresh` in their order, each with its copy cluster and, as facts, its part in it and what tells.

    A cluster that reaches into what is `held` already keeps the name that it has there.
    """
    cards: list[Card] = []

    def noted() -> Iterator[tuple[Card, Signature]]:
        for card, marks in fresh:
            cards.append(card)
            yield card, marks

    held = list(held)
    named = {card.id: card.copy_cluster for card, _ in held}
    told_of: dict[str, tuple[Cluster, str]] = {}
    found, crowded = _clustered(chain(noted(), held), THRESHOLD)
    for cluster in found:
        names = sorted(named[member] for member in cluster.members if member in named)
        told_of |= dict.fromkeys(cluster.members, (cluster, names[0] if names else cluster.representative))
    cards = [_told(card, *told_of[card.id]) if card.id in told_of else card for card in cards]
    return Told(cards, [_CROWDED.format(crowded, REACH + 1, REACH)] * bool(crowded))


def near_duplicates(documents: Iterable[Document], threshold: float = THRESHOLD) -> list[Cluster]:
    """The clusters of documents that are one text, copied or with words exchanged, by their representatives' ids.

    `threshold` is the least Jaccard similarity, 0 to 1, of the sets of five-word runs of two copies (exact, not
    estimated); spun copies are told by the order of their small words instead. No two members of a cluster are far
    below the threshold. Documents that are like no other are in no cluster. Ids must differ. The documents may come
    from an iterator: none is kept in memory. Raises ValueError for a threshold outside 0 to 1 and for an id that two of
    the documents have.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold {threshold} is outside 0 to 1")
    settled = (attribute(document) for document in documents)
    named = ((replace(document, text=""), whole(document)) for document in settled)
    return _clustered(named, threshold, distinct=True)[0]
