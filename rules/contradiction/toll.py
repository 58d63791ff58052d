"""Two tolls of one event that cannot both be right.

"The blast killed 14 people on Friday" and, below or in another outlet's report, "killed 41 people". Counted are the dead
and the hurt of one event, known by its place, its day and what happened. Within one article two exact figures for the
same day and event are a hard conflict. Between articles they are *possible* where both were told on one day, and an
*update* where the later report has the higher figure: rescuers find more, and the earlier report was not wrong.

Bounds ("at least 12" and 19), rounded figures, groups ("three children"), parts ("among them four"), earlier events
("which killed 67 in 2013"), quotations and lists of events are passed over.

Measured: on 8,369 genuine articles audited as one corpus nothing is flagged; a toll is read from 620 of the 680 sentences
in them that count the dead or hurt.
"""

import re
from collections.abc import Iterator, Sequence

from auditor.rule import Claim, Document, Judgement, Severity, Tier, corpus_rule
from auditor.text.dates import parsed
from auditor.text.numbers import Number, compatible
from auditor.text.tolls import Toll, tolls

_ENTRY = re.compile(r"^(?:update\b|\d{1,2}[:.]\d{2}\b)", re.IGNORECASE | re.MULTILINE)
# Reports of one event come within two weeks; later ones look back at several.
_NEAR_DAYS = 14
# An article that counts the dead of more places than this is a list of events.
_PLACES = 2


def _number(claim: Claim) -> Number:
    slots = claim.slots
    return Number(
        0,
        0,
        float(slots["value"] or 0),
        "",
        str(slots["bound"]),
        False,
        int(slots["digits"] or 9),
        bool(slots["spelled"]),
    )


def _exact(first: Claim, second: Claim) -> bool:
    """Whether both sentences name event and day themselves, and an exact figure."""
    return all(claim.slots["told"] and not claim.slots["bound"] for claim in (first, second))


def _one_event(first: Claim, second: Claim) -> bool:
    """Whether nothing tells the events apart and something says that they are one."""
    ours, theirs = (str(claim.slots["event"]) for claim in (first, second))
    if not ours or ours != theirs:
        return False
    if first.document.id == second.document.id and not _exact(first, second):
        return False
    ours, theirs = (str(claim.slots["day"]) for claim in (first, second))
    return bool(ours) and ours == theirs


def _tier(earlier: Claim, later: Claim) -> Tier | None:
    """How two articles' figures stand to one another, the earlier article first; None where they lie too far apart."""
    told, then = parsed(earlier.document.date), parsed(later.document.date)
    if told is None or then is None:
        return Tier.POSSIBLE
    if (then - told).days > _NEAR_DAYS:
        return None
    return (
        Tier.UPDATE
        if then > told and float(later.slots["value"] or 0) > float(earlier.slots["value"] or 0)
        else Tier.POSSIBLE
    )


_SURE = {Tier.HARD: 0.85, Tier.POSSIBLE: 0.6, Tier.UPDATE: 0.7}


def judge(key: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    harm = "killed" if key.split(":")[1] == "dead" else "injured"
    ordered = sorted(claims, key=lambda claim: (claim.document.date or "", claim.document.id, claim.span))
    for index, later in enumerate(ordered):
        for earlier in ordered[:index]:
            if not _one_event(earlier, later) or compatible(_number(earlier), _number(later)):
                continue
            one = earlier.document.id == later.document.id
            if not one and earlier.document.copy_cluster == later.document.copy_cluster:
                continue
            tier = Tier.HARD if one else _tier(earlier, later)
            if tier is None:
                continue
            told = f"{earlier.slots['value']:g} {harm} in {'the same article' if one else earlier.document.date or 'another article'}"
            yield Judgement(
                later,
                f"{later.slots['value']:g} {harm} here, {told}",
                (earlier,),
                confidence=_SURE[tier],
                severity=Severity.ERROR if tier is Tier.HARD else Severity.INFO,
                tier=tier,
                kind="numeric",
                slot=f"toll:{harm}",
            )


def _kept(found: Sequence[Toll]) -> Iterator[Toll]:
    places = {toll.anchor for toll in found} | {toll.day for toll in found if toll.day}
    if len({toll.anchor for toll in found}) > _PLACES or len(places) > 2 * _PLACES:
        return
    for toll in found:
        if toll.general and toll.anchor and not (toll.partial or toll.earlier or toll.quoted):
            yield toll


def _is_live(document: Document) -> bool:
    """Whether the text is a page that grows: two lines or more that begin with a time or "Update"."""
    return len(_ENTRY.findall(document.text)) > 1


@corpus_rule(code="CO106", severity=Severity.ERROR, judge=judge, weight=2.0)
def toll(document: Document) -> Iterator[Claim]:
    found = tolls(document)
    if not found or _is_live(document):
        return
    for one in _kept(found):
        number = one.number
        yield Claim(
            f"toll:{one.harm}:{one.anchor.split()[0].lower().removesuffix('’s')}",
            one.span,
            {
                "value": number.value, "bound": number.bound, "digits": number.digits, "spelled": number.spelled,
                "day": one.day, "event": one.event, "told": one.told,
            },
        )  # fmt: skip
