"""Claims of all documents, met under their keys and judged."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, islice
from typing import NamedTuple

from auditor.examine import fingerprint
from auditor.guard import RuleFailure, judgements_of
from auditor.model import Card, Claim, Finding, Judgement, Related, Skipped, Span, replace
from auditor.rule import Rule
from auditor.runner import Runner

# A key that more claims than this share tells nothing ("a sentence on every page"); the first are judged, in a fixed
# order, and the report says so. Bounds the work on one key.
HOTTEST = 256

Key = tuple[str, str]
# A claim and the number of the card of its document.
Numbered = tuple[int, Claim]

# A claim without a key meets those of its document's copies: who they are is known only when all are read.
_COPIES = "copies of "


def key_of(claim: Claim, card: Card) -> str:
    """The key that a document's claim meets others under."""
    return claim.key or _COPIES + card.copy_cluster


def _related(claim: Claim) -> Related:
    card = claim.document
    return Related(card.id, card.path, claim.span, claim.excerpt, card.place(claim.span)[0])


def _finding(rule: Rule, judgement: Judgement) -> Finding:
    claim, card = judgement.claim, judgement.claim.document
    line, column = card.place(claim.span)
    others = sorted(judgement.related, key=lambda other: (other.document.id, other.span))
    return Finding(
        code=rule.code,
        rule=rule.id,
        family=rule.family,
        severity=judgement.severity or rule.severity,
        weight=rule.weight if judgement.weight is None else judgement.weight,
        document=card.id,
        path=card.path,
        span=claim.span,
        line=line,
        column=column,
        message=judgement.message,
        excerpt=claim.excerpt,
        fingerprint=fingerprint(rule.code, claim.excerpt, *(other.excerpt for other in others)),
        suggestion=judgement.suggestion,
        confidence=judgement.confidence,
        tier=judgement.tier,
        kind=judgement.kind,
        related=tuple(_related(other) for other in judgement.related),
    )


def _pair(judgement: Judgement) -> tuple[tuple[str, ...], str]:
    """The documents that a judgement is about, and its slot: judged once."""
    documents = {judgement.claim.document.id, *(other.document.id for other in judgement.related)}
    return tuple(sorted(documents)), judgement.slot or judgement.claim.excerpt


def _place(judgement: Judgement) -> tuple[str, Span, tuple[str, ...]]:
    """Where a judgement is reported, and on whom: told once, whichever key it was found under."""
    claim = judgement.claim
    return claim.document.id, claim.span, _pair(judgement)[0]


def _surest(judgements: Iterable[Judgement]) -> list[Judgement]:
    for same in (_pair, _place):
        best: dict[object, Judgement] = {}
        for judgement in judgements:
            known = best.get(same(judgement))
            if known is None or judgement.confidence > known.confidence:
                best[same(judgement)] = judgement
        judgements = best.values()
    return list(judgements)


def _turned(judgement: Judgement, scope: frozenset[str] | None) -> Judgement | None:
    """The judgement with a document of the scope as the accused end; None where no end lies in the scope."""
    if scope is None or judgement.claim.document.id in scope:
        return judgement
    ends = [other for other in judgement.related if other.document.id in scope]
    if not ends:
        return None
    others = (judgement.claim, *(other for other in judgement.related if other is not ends[0]))
    return replace(judgement, claim=ends[0], related=others)


def _stable(claim: Claim) -> bytes:
    """An order of claims that owes nothing to names or time, for choosing among too many."""
    return blake2b(claim.document.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Judged(NamedTuple):
    """What corpus rules found, notes about keys that were too common to judge whole, and the rules that broke."""

    findings: list[Finding]
    notes: list[str]
    failures: list[Skipped]


def _failed(claim: Claim, failure: RuleFailure) -> Skipped:
    reason = f"unaudited: {failure}; it judged no article in this run"
    return Skipped(claim.document.path or claim.document.id, reason, fault=failure.fault, lasting=False)


def judged(
    claims: Iterable[tuple[Key, Numbered]],
    cards: Sequence[Card],
    rules: Sequence[Rule],
    runner: Runner,
    scope: frozenset[str] | None = None,
) -> Judged:
    """What the corpus rules find over claims and the cards of their documents.

    With a `scope` (document ids, whose claims come before all others) only what touches it is found, and reported on
    it. A rule that breaks judges nothing in this run, so that its findings never depend on the order.
    """
    by_code = {rule.code: rule for rule in rules}
    judgements: dict[str, list[Judgement]] = {rule.code: [] for rule in rules if rule.judge}
    failures: dict[str, Skipped] = {}
    cut = 0
    for (code, key), several in runner.group(claims):
        placed = (replace(claim, card=cards[number]) for number, claim in several)
        met = list(islice(placed, HOTTEST + 1))
        if code in failures or (scope is not None and met[0].document.id not in scope):
            continue
        if len(met) > HOTTEST:
            cut += 1
            met = nsmallest(HOTTEST, chain(met, placed), key=_stable)
        ordered = sorted(met, key=lambda claim: (claim.document.id, claim.span))
        try:
            found = judgements_of(by_code[code], key, ordered)
        except RuleFailure as failure:  # the others' findings stand
            failures[code] = _failed(ordered[0], failure)
        else:
            judgements[code].extend(turned for one in found if (turned := _turned(one, scope)))
    findings = [
        _finding(by_code[code], best)
        for code, all_of in judgements.items()
        if code not in failures
        for best in _surest(all_of)
    ]
    keys = "1 key was" if cut == 1 else f"{cut} keys were"
    notes = [f"{keys} shared by more than {HOTTEST} claims; those beyond were not judged"] * bool(cut)
    return Judged(findings, notes, list(failures.values()))
