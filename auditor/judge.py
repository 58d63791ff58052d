"""Claims of all documents, met under their keys and judged."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.examine import Examined, fingerprint
from auditor.model import Claim, Finding, Judgement, Related, replace
from auditor.rule import Rule
from auditor.runner import Runner

# A key that more claims than this share tells nothing ("a sentence on every page"); the first are judged, in a fixed
# order, and the report says so. Bounds the work on one key.
HOTTEST = 256


def _placed(examined: Iterable[Examined]) -> Iterator[tuple[tuple[str, str], Claim]]:
    for one in examined:
        for code, claim in one.claims:
            yield (code, claim.key), replace(claim, card=one.card)


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


def _surest(judgements: Iterable[Judgement]) -> list[Judgement]:
    best: dict[tuple[tuple[str, ...], str], Judgement] = {}
    for judgement in judgements:
        known = best.get(_pair(judgement))
        if known is None or judgement.confidence > known.confidence:
            best[_pair(judgement)] = judgement
    return list(best.values())


def judged(examined: Sequence[Examined], rules: Sequence[Rule], runner: Runner) -> tuple[list[Finding], list[str]]:
    """What the corpus rules find over all claims, and notes about keys that were too common to judge whole."""
    by_code = {rule.code: rule for rule in rules if rule.judge}
    judgements: dict[str, list[Judgement]] = {code: [] for code in by_code}
    cut = 0
    for (code, key), claims in runner.group(_placed(examined)):
        rule = by_code[code]
        if rule.judge is None:
            continue
        ordered = sorted(claims, key=lambda claim: (claim.document.id, claim.span))
        cut += len(ordered) > HOTTEST
        judgements[code].extend(rule.judge(key, ordered[:HOTTEST]))
    findings = [_finding(by_code[code], best) for code, all_of in judgements.items() for best in _surest(all_of)]
    return findings, [f"{cut} keys were shared by more than {HOTTEST} claims; those beyond were not judged"] * bool(cut)
