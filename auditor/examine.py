"""One document under all rules: findings, claims, a signature and a card. Runs in any process, sees nothing else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from auditor.model import FAMILIES, NOT_ASKED, Card, Claim, Document, Finding, Hit, Related, Scalar, Span, replace
from auditor.reading import readings
from auditor.rule import Rule
from auditor.signature import Signature, signature
from auditor.text.attribution.account import account
from auditor.text.blocks import headline
from auditor.text.boilerplate import boilerplate, share
from auditor.text.genre import genre
from auditor.text.language import UNDETERMINED, language
from auditor.text.tokens import tokens

# Below this, finding nothing means nothing: the shortest of 3,900 news articles has 60 words.
FEWEST_WORDS = 50


@dataclass(frozen=True, slots=True)
class Examined:
    """All that is kept of one document: its card, what document rules found, what corpus rules claim (by code)."""

    card: Card
    findings: tuple[Finding, ...]
    claims: tuple[tuple[str, Claim], ...]
    signature: Signature


def _refusal(rule: Rule, found: str, words: int) -> str | None:
    """Why `rule` cannot read so many words of that language, else None; an undetermined language excuses nobody."""
    if rule.languages and found != UNDETERMINED and found not in rule.languages:
        return f"not {'English' if rule.languages == ('en',) else ' or '.join(rule.languages)}"
    return "too short" if words < rule.min_words else None


def _refusals(document: Document, rules: Sequence[Rule]) -> list[str | None]:
    found, words = language(document), len(tokens(document))
    return [_refusal(rule, found, words) for rule in rules]


def _unjudged(document: Document, rules: Sequence[Rule], families_found: set[str]) -> dict[str, str]:
    """Each family that has found nothing and could not have, with the reason. Unjudged is not innocent."""
    words = len(tokens(document))
    reasons: dict[str, str] = {}
    for family in FAMILIES:
        if family in families_found:
            continue
        mine = [rule for rule in rules if rule.family == family]
        refusals = _refusals(document, mine)
        if not words:
            reasons[family] = "no words"
        elif not mine:
            reasons[family] = NOT_ASKED
        elif all(refusals) and (reason := refusals[0]):
            reasons[family] = reason
        elif words < FEWEST_WORDS:
            reasons[family] = f"too short ({words} words)"
        elif any(refusal and refusal.startswith("not ") for refusal in refusals):
            reasons[family] = next(refusal for refusal in refusals if refusal and refusal.startswith("not "))
    return reasons


def _facts(document: Document) -> dict[str, Scalar]:
    """Who stands behind the claims of an English text, and the share of it that is not the article, where any is."""
    facts = dict(account(document)) if language(document) == "en" else {}
    if boilerplate(document):
        facts["not_article"] = round(share(document), 3)
    return facts


def card_of(document: Document, unjudged: Mapping[str, str], written: str) -> Card:
    """What the report keeps of `document`, whose text stands in its file as `written`."""
    title = headline(document)
    starts = [match.end() for match in re.finditer(r"\r\n|\r|\n", written)]
    return Card(
        id=document.id,
        path=document.path,
        title=document.quote(title) if title else "",
        source=document.source,
        source_method=document.source_method,
        source_confidence=document.source_confidence,
        upstream=document.upstream,
        url=document.url,
        date=document.date,
        author=document.author,
        language=language(document),
        words=len(tokens(document)),
        first_line=document.first_line,
        record=document.record,
        line_starts=(0, *starts),
        unjudged=unjudged,
        copy_cluster=document.id,
        facts=_facts(document),
        ignores=document.ignores,
        genre=genre(document),
    )


def fingerprint(code: str, *quotes: str) -> str:
    """Identity by rule and content: the quoted words with white space folded, and nothing of place or time."""
    folded = "\0".join(" ".join(quote.split()) for quote in quotes)
    return sha256(f"{code}\0{folded}".encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _context(document: Document, span: Span) -> str:
    """The words around a span, so that one typo in two articles is two findings; re-wrapping does not change them."""
    text = document.title if span.field == "title" else document.text
    before = text[max(0, span.start - 200) : span.start].split()[-6:]
    after = text[span.end : span.end + 200].split()[:6]
    return " ".join([*before, "|", *after])


def _finding(rule: Rule, document: Document, card: Card, hit: Hit) -> Finding:
    line, column = card.place(hit.span)
    excerpt = document.quote(hit.span)
    return Finding(
        code=rule.code,
        rule=rule.id,
        family=rule.family,
        severity=hit.severity or rule.severity,
        weight=rule.weight if hit.weight is None else hit.weight,
        document=document.id,
        path=document.path,
        span=hit.span,
        line=line,
        column=column,
        message=hit.message,
        excerpt=excerpt,
        fingerprint=fingerprint(rule.code, excerpt, _context(document, hit.span)),
        suggestion=hit.suggestion,
        confidence=hit.confidence,
        tier=hit.tier,
        kind=hit.kind,
        related=tuple(
            Related(document.id, document.path, span, document.quote(span), card.place(span)[0]) for span in hit.related
        ),
    )


def examine(document: Document, rules: Sequence[Rule]) -> Examined:
    """Every rule that can read the document, over it. Raises RuleFailure."""
    as_read = readings(document)
    once = as_read.seen.once
    able = [rule for rule, refusal in zip(rules, _refusals(once, rules), strict=True) if refusal is None]
    hits = [(rule, hit) for rule in able for hit in as_read.hits(rule)]
    claims = tuple(
        (rule.code, replace(claim, excerpt=document.quote(claim.span)))
        for rule in able
        for claim in as_read.claims(rule)
    )
    card = card_of(once, _unjudged(once, rules, {rule.family for rule, _ in hits}), document.text)
    findings = sorted((_finding(rule, document, card, hit) for rule, hit in hits), key=Finding.order)
    return Examined(card, tuple(findings), claims, signature(as_read.seen.whole))


def renamed(examined: Examined, name: str) -> Examined:
    """The same under another document id, for an id that was taken."""
    return Examined(
        replace(examined.card, id=name, copy_cluster=name),
        tuple(
            replace(finding, document=name, related=tuple(replace(other, document=name) for other in finding.related))
            for finding in examined.findings
        ),
        examined.claims,
        examined.signature,
    )
