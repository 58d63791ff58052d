"""Who agrees with independent others: statements of all articles put to truth discovery, copies as one voice.

A claim is such a statement where its slots give a `value` for one `event` on one `day`, without a bound ("at least").
Statements are compared between articles of one date only: later ones know more, and an update is no error.
"""

from collections.abc import Iterable, Iterator, Mapping

from auditor.model import Agreement, Card, Claim
from auditor.truth import discover_truth

# A source pays where even the high end of its interval lies below this share, by what is missing times the weight: at
# worst a quarter of the score, after ten statements that all others gainsay about a twentieth, after one nothing. Of
# two at odds neither pays: each is as likely right. Chosen, not learned: of 177 clustered articles none is at odds.
_EXPECTED, _WEIGHT = 0.7, 0.5
# Standard deviations in a 90 % interval.
_Z90_TWICE = 3.29


def _is_statement(card: Card, claim: Claim) -> bool:
    slots = claim.slots
    given = all(slots.get(name) for name in ("value", "event", "day"))
    return given and card.source is not None and not slots.get("bound")


def _statements(claims: Iterable[tuple[Card, Claim]]) -> Iterator[tuple[str, str, str, str]]:
    taken: set[tuple[str, str]] = set()
    kept = [pair for pair in claims if _is_statement(*pair)]
    # Of a cluster of copies its first article speaks.
    kept.sort(key=lambda pair: (pair[0].id != pair[0].copy_cluster, pair[0].id, pair[1].span))
    for card, claim in kept:
        slots = claim.slots
        thing = f"{claim.key} {slots['event']} {slots['day']} {(card.date or '')[:10]}"
        if (thing, card.copy_cluster) not in taken:
            taken.add((thing, card.copy_cluster))
            yield thing, claim.key.partition(":")[0], str(slots["value"]), str(card.source)


def agreements(claims: Iterable[tuple[Card, Claim]]) -> Mapping[str, Agreement]:
    """The agreement of each source of which at least one statement can be held against another source's."""
    statements = list(_statements(claims))
    if not statements:
        return {}
    found = discover_truth(statements).sources
    return {
        name: Agreement(round(one.accuracy, 3), round(one.low, 3), round(one.high, 3), one.claims)
        for name, one in found.items()
        if one.claims
    }


def at_odds(agreement: Agreement | None) -> tuple[float, float]:
    """What a source's exponent grows by where it surely contradicts independent others more than is usual, and the
    variance of that."""
    if agreement is None or agreement.high >= _EXPECTED:
        return 0.0, 0.0
    return _WEIGHT * (_EXPECTED - agreement.high), (_WEIGHT * (agreement.high - agreement.low) / _Z90_TWICE) ** 2
