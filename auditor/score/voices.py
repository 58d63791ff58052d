"""How much each document counts for its source: copies once, credited to their origin; a fragment less than an article."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from auditor.model import FAMILIES, NOT_ASKED, Card

# The corpus itself tells the length of "an article" within these bounds: a corpus of headlines is none.
_SHORTEST, _LONGEST = 150.0, 800.0
# Genres that are counted in a ranking of reports.
REPORTS = frozenset(("report",))


@dataclass(frozen=True, slots=True)
class Voice:
    """A document's weights: `share` of its copy cluster (0 to 1), `size` in articles of the usual length (at most 8).

    `articles` is what it counts among effective articles: its share, less for a text under half the usual length.
    """

    share: float
    size: float
    articles: float


def _judged(card: Card) -> bool:
    return any(family not in card.unjudged for family in FAMILIES)


def heard(card: Card) -> bool:
    """Whether most of the families that were asked could judge the article: where few could, silence says little."""
    asked = [family for family in FAMILIES if card.unjudged.get(family) != NOT_ASKED]
    return 2 * sum(family not in card.unjudged for family in asked) > len(asked)


def _origin(cards: Sequence[Card]) -> Card | None:
    """The card of the cluster that the others were taken from, where upstream or dates tell."""
    named = {card.upstream.casefold() for card in cards if card.upstream}
    for card in cards:
        if card.source and card.source.casefold() in named:
            return card
    leader = next((card for card in cards if card.id == card.copy_cluster), None)
    if leader and leader.date and all(card.date and card.date > leader.date for card in cards if card is not leader):
        return leader
    return None


def _shares(cards: Sequence[Card]) -> dict[str, float]:
    """One voice for a cluster: to the origin's source where it is known, else in equal parts."""
    origin = _origin(cards)
    holders = {card.id for card in cards if origin is None or card.source == origin.source}
    return {card.id: 1 / len(holders) if card.id in holders else 0.0 for card in cards}


def usual_length(cards: Sequence[Card]) -> float:
    """The length that half of the corpus' words stand in longer articles than, within bounds.

    By words, not by articles, so that whoever cuts an article in ten does not move it.
    """
    lengths = sorted(card.words for card in cards if _judged(card))
    half = sum(lengths) / 2
    for length, reached in zip(lengths, accumulate(lengths), strict=True):
        if reached >= half:
            return min(_LONGEST, max(_SHORTEST, float(length)))
    return _LONGEST


def voices(cards: Sequence[Card]) -> Mapping[str, Voice]:
    """The voice of each judged document, by its id.

    Sizes go by words, so that to cut one article in ten, or to add empty ones, changes nothing.
    """
    clusters: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if _judged(card):
            clusters[card.copy_cluster].append(card)
    usual = usual_length(cards)
    found: dict[str, Voice] = {}
    for cluster in clusters.values():
        shares = _shares(cluster) if len(cluster) > 1 else {cluster[0].id: 1.0}
        for card in cluster:
            share = shares[card.id]
            found[card.id] = Voice(share, min(card.words / usual, 8.0), share * min(1.0, 2 * card.words / usual))
    return found
