"""Signatures to clusters of copies, before anything is judged: copies of one text are one voice.

Candidates meet under the least hashes of their samples (Broder 1997) and are compared by the whole samples; a bucket
that many share compares each text with its nearest predecessors only, so that nothing is quadratic.

A *spun copy* is the same article with words exchanged. What a spinner leaves alone is the skeleton of names and
numbers in their order; what it cannot leave alone are long runs of words. An edited or shortened article keeps long
runs where it keeps short ones, which tells the two apart.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from auditor.model import Card, Document, replace
from auditor.signature import Signature, overlap, whole
from auditor.source import attribute
from auditor.text.dates import parsed

Kind = Literal["copy", "spun-copy"]

# Least hashes that a text is entered under. Two texts of similarity 0.5 share none of 16 once in 65,000 times, two
# skeletons of similarity 0.3 none of 24 once in 5,000.
_RUN_KEYS = 16
_NAME_KEYS = 24
# Predecessors in a shared bucket that a text is compared with.
_REACH = 12
# Above so many documents the keys are met in slices: 4 million keys at once would take 180 MB.
_FEW = 5000
_SLICES = 16

# Measured on the pairs within 8,369 genuine articles and on spins of them with 10 to 50 % of the words exchanged; see
# benchmarks/boilerplate.py.
_SKELETON = 0.28
_FEWEST_NAMES = 7
_FAITHFUL = 0.75
_LONG_RUNS = 0.75
_KEPT = 0.12
_LONG_RUNS_OF_COPIES = 0.85


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
class Likeness:
    """How alike two texts are, 0 to 1, and whether by copying or by exchanging words."""

    kind: Kind
    degree: float


def likeness(first: Signature, second: Signature, threshold: float = 0.5) -> Likeness | None:
    """Whether two texts are one: Jaccard similarity of five-word runs of at least `threshold`, or words exchanged."""
    shared, together = overlap(first.runs, second.runs)
    runs = shared / together if together else 0.0
    names_shared, names_together = overlap(first.names, second.names)
    names = names_shared / names_together if names_together else 0.0
    if names_shared < _FEWEST_NAMES or names < _SKELETON:
        return Likeness("copy", runs) if runs >= threshold else None
    long_shared, long_together = overlap(first.long_runs, second.long_runs)
    # With a standard error's margin for what is sampled.
    margin = sqrt(long_shared) if first.runs.scale or second.runs.scale else 0.0
    broken = long_shared + margin <= _LONG_RUNS * runs * long_together
    if runs >= threshold:
        # Copies that were edited lose names with their words; spun ones keep them.
        kept = names >= runs + _KEPT and long_shared <= _LONG_RUNS_OF_COPIES * runs * long_together
        spun = kept or (broken and names >= runs)
    else:
        spun = broken and names >= _FAITHFUL * runs
    if runs >= threshold:
        return Likeness("spun-copy" if spun else "copy", runs)
    return Likeness("spun-copy", names) if spun else None


def _postings(signatures: Sequence[Signature], slice_: int, slices: int) -> list[int]:
    """One slice of all keys, each with the number of a signature that has it, sorted."""
    found = [
        band << 32 | number
        for number, marks in enumerate(signatures)
        for band in bands(marks)
        if slices == 1 or band % slices == slice_
    ]
    found.sort()
    return found


def _candidates(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (smaller first) that share a bucket; each once a bucket."""
    slices = _SLICES if len(signatures) > _FEW else 1
    for slice_ in range(slices):
        bucket: list[int] = []
        key = -1
        for posting in _postings(signatures, slice_, slices):
            if posting >> 32 != key:
                key, bucket = posting >> 32, []
            number = posting & 0xFFFFFFFF
            for other in bucket[-_REACH:]:
                yield other, number
            bucket.append(number)


class _Sets:
    """Disjoint sets of the numbers below `count` (Tarjan 1975); the least number leads."""

    def __init__(self, count: int) -> None:
        self._above = array("I", range(count))

    def leader(self, number: int) -> int:
        while (above := self._above[number]) != number:
            self._above[number] = number = self._above[above]
        return number

    def join(self, first: int, second: int) -> None:
        first, second = sorted((self.leader(first), self.leader(second)))
        self._above[second] = first


def _linked(signatures: Sequence[Signature], threshold: float) -> tuple[_Sets, _Sets]:
    """The sets that copying alone makes, and those that copying and exchanging words make together."""
    copied, linked = _Sets(len(signatures)), _Sets(len(signatures))
    unlike: set[int] = set()
    for first, second in _candidates(signatures):
        pair = first << 32 | second
        if pair in unlike or copied.leader(first) == copied.leader(second):
            continue
        unlike.add(pair)
        found = likeness(signatures[first], signatures[second], threshold)
        if found:
            linked.join(first, second)
            if found.kind == "copy":
                copied.join(first, second)
    return copied, linked


Named = Document | Card
_TIME = re.compile(r"T([0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)")


def _moment(document: Named) -> tuple[str, str] | None:
    day = parsed(document.date)
    time = _TIME.search(document.date or "")
    return (day.isoformat(), time[1] if time else "") if day else None


def _is_named(upstream: str, document: Named) -> bool:
    """Whether `upstream` is what the document calls its source, or the host of its address."""
    wanted = upstream.lower().removeprefix("www.")
    host = re.match(r"https?://(?:www\.)?([^/?#]+)", document.url or "", re.IGNORECASE)
    return wanted in ((document.source or "").lower().removeprefix("www."), host[1].lower() if host else "")


def _original(documents: Sequence[Named]) -> tuple[Named, str | None]:
    """Which of the copies is the first, and what tells: "upstream", "date" or nothing."""
    named = {o.id for o in documents for d in documents[:64] if d is not o and d.upstream and _is_named(d.upstream, o)}
    moments = {document.id: _moment(document) for document in documents}

    def rank(document: Named) -> tuple[bool, bool, tuple[str, str], str]:
        return (
            document.id not in named,
            document.upstream is not None,
            moments[document.id] or ("9999", ""),
            document.id,
        )

    first = min(documents, key=rank)
    if first.id in named:
        return first, "upstream"
    earliest = moments[first.id]
    known = [moments[document.id] for document in documents if document is not first]
    if earliest and all(moment and earliest < moment for moment in known):
        return first, "date"
    return first, None


def clusters(items: Iterable[tuple[Named, Signature]], threshold: float = 0.5) -> list[Cluster]:
    """The clusters of two and more among documents (or their cards) with their signatures, by representative.

    The same for any order of `items`. `threshold` is the least Jaccard similarity of five-word runs, 0 to 1.
    """
    ordered = sorted(((document, marks) for document, marks in items if marks), key=lambda item: item[0].id)
    copied, linked = _linked([marks for _, marks in ordered], threshold)
    groups: dict[int, list[int]] = {}
    for number in range(len(ordered)):
        groups.setdefault(linked.leader(number), []).append(number)
    found = []
    for group in groups.values():
        if len(group) > 1:
            original, how = _original([ordered[number][0] for number in group])
            home = {ordered[number][0].id: copied.leader(number) for number in group}
            spun = tuple(name for name, leader in home.items() if leader != home[original.id])
            found.append(Cluster(tuple(home), "spun-copy" if spun else "copy", original.id, how, spun))
    return sorted(found, key=lambda cluster: cluster.representative)


def bands(marks: Signature) -> tuple[int, ...]:
    """33-bit keys, the runs' below 2**32 and the skeleton's above, under which two signatures that may be copies or spun copies meet."""
    return (*marks.runs.bottom(_RUN_KEYS), *(1 << 32 | code for code in marks.names.bottom(_NAME_KEYS)))


def _told(card: Card, cluster: Cluster, name: str) -> Card:
    kind = "original" if card.id == cluster.representative else "spun-copy" if card.id in cluster.spun else "copy"
    return replace(card, copy_cluster=name, facts={**card.facts, "copy": kind, "original_by": cluster.original_by})


def told(fresh: Iterable[tuple[Card, Signature]], held: Iterable[tuple[Card, Signature]] = ()) -> list[Card]:
    """The cards of `fresh` in their order, each with its copy cluster and, as facts, its part in it and what tells.

    A cluster that reaches into what is `held` already keeps the name that it has there.
    """
    fresh, held = list(fresh), list(held)
    named = {card.id: card.copy_cluster for card, _ in held}
    told_of: dict[str, tuple[Cluster, str]] = {}
    for cluster in clusters([*fresh, *held]):
        names = sorted(named[member] for member in cluster.members if member in named)
        told_of |= dict.fromkeys(cluster.members, (cluster, names[0] if names else cluster.representative))
    return [_told(card, *told_of[card.id]) if card.id in told_of else card for card, _ in fresh]


def near_duplicates(documents: Iterable[Document], threshold: float = 0.5) -> list[Cluster]:
    """The clusters of documents that are one text, copied or with words exchanged, by their representatives' ids.

    `threshold` is the least Jaccard similarity, 0 to 1, of the sets of five-word runs of two copies (exact, not
    estimated); spun copies are told by names, numbers and their order instead. Documents that are like no other are in
    no cluster. Ids must differ. Raises ValueError for a threshold outside 0 to 1.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold {threshold} is outside 0 to 1")
    settled = (attribute(document) for document in documents)
    return clusters(((replace(document, text=""), whole(document)) for document in settled), threshold)
