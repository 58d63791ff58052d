"""Two reports of one event that cannot both be true.

"Mara Delgado was appointed head of the port authority on Monday" in one article, "Jonas Weil was appointed head of the
port authority" in another. Sentences of the opening of an article that tell an event (somebody died, signed, resigned,
was arrested, elected, appointed …) meet those of other articles of the same days which tell the same kind of event of the
same name, and each two are compared. Either article may be right, so the finding is *possible* and costs nothing; a
figure that grew in a later report is an *update*. Where two people say the one and the other, be it in one article, it is
*attributed*: the articles report a disagreement, and neither contradicts itself.

Compared are sentences that share most of their words; what two outlets tell in different words is not met. Copies of one
text are one voice. One finding a pair of articles and kind of conflict.

Measured: of 8,369 genuine articles audited as one corpus two pairs are at odds, both truly (an age of 31 and of 33); of 343
pairs of like sentences of one event in news_clusters none is flagged.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.rule import Claim, Document, Judgement, Severity, Tier, corpus_rule, table_beside
from auditor.statements import Conflict
from auditor.statements.compare import sure_conflict
from auditor.statements.voices import said
from auditor.statements.words import FUNCTION
from auditor.text.blocks import Kind
from auditor.text.dates import parsed, published
from auditor.text.names import names
from auditor.text.quotes import is_quoted
from auditor.text.sentences import Sentence, plain_sentences
from auditor.text.tokens import tokens, word_counts

# What happened stands in the opening; further down are the events of other days.
_FIRST = 8
_SHORTEST, _LONGEST = 40, 300
# Names that tell a story: the two longest of a sentence.
_NAMES = 2
# A sentence tells one event, or two ("died when … hit").
_KINDS = 2
# Reports of one event come within three days; later ones look back.
_NEAR_DAYS = 3
# The share of words, by their first four letters, from which on two sentences are compared at all.
_ALIKE = 0.5
# Under it the statements share too little to be of one event.
_SURE = 0.7
# Claims under one key that are compared with one another; beyond them the first articles by name are.
_MOST = 64


_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed))\b")


@lru_cache(maxsize=1)
def _events() -> Mapping[str, str]:
    """Each word that tells an event to its kind."""
    return {word: kind for kind, several in table_beside(__file__).items() for word in several}


def _heads(text: str) -> frozenset[str]:
    return frozenset(word.strip(",.;:“”\"'()")[:4] for word in text.lower().split() if word not in FUNCTION)


def _told(document: Document) -> Iterator[Sentence]:
    """The sentences of the opening that can tell an event in the article's own words."""
    for sentence in plain_sentences(document)[:_FIRST]:
        text = sentence.text
        plain = sentence.block.kind is Kind.PROSE and _SHORTEST <= len(text) <= _LONGEST
        if plain and text[0].isupper() and not text.endswith("?") and not is_quoted(document, sentence.start):
            yield sentence


class _AtOdds(NamedTuple):
    """A conflict of two sentences, its tier, and the words that are at odds."""

    conflict: Conflict
    tier: Tier
    earlier: str
    later: str


def _at_odds(earlier: Claim, later: Claim) -> _AtOdds | None:
    """How two sentences are at odds; None where both may be true."""
    (ours, first), (theirs, second) = said(earlier.excerpt), said(later.excerpt)
    disagree = bool(ours and theirs and ours != theirs)
    if not disagree:
        if earlier.document.id == later.document.id:
            return None
        first, second = earlier.excerpt, later.excerpt
    found = sure_conflict(first, second)
    if found is None or found.confidence < _SURE:
        return None
    # "Norland denies that …": the article only reports the denial.
    denied = found.kind == "factive" and any(_DENIES.search(text) for text in (first, second))
    tier = Tier.ATTRIBUTED if disagree or denied else Tier.POSSIBLE
    ours, theirs = first[found.first.start : found.first.end], second[found.second.start : found.second.end]
    return _AtOdds(found, tier, ours, theirs)


def _days_apart(first: Claim, second: Claim) -> int | None:
    ours, theirs = parsed(first.document.date), parsed(second.document.date)
    return abs((ours - theirs).days) if ours and theirs else None


def judge(key: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    some = sorted(claims, key=lambda claim: (claim.document.date or "", claim.document.id, claim.span))[:_MOST]
    heads = [_heads(claim.excerpt) for claim in some]
    for number, later in enumerate(some):
        for row, earlier in enumerate(some[:number]):
            one = earlier.document.id == later.document.id
            if not one and earlier.document.copy_cluster == later.document.copy_cluster:
                continue
            if len(heads[row] & heads[number]) < _ALIKE * min(len(heads[row]), len(heads[number])):
                continue
            apart = _days_apart(earlier, later)
            if apart is not None and apart > _NEAR_DAYS:
                continue
            found = _at_odds(earlier, later)
            # How many died is compared by `toll`.
            if found is None or (found.conflict.kind == "numeric" and key.startswith("death:")):
                continue
            grown = found.tier is Tier.POSSIBLE and found.conflict.kind == "numeric" and apart
            yield Judgement(
                later,
                f"“{found.later}” here, “{found.earlier}” in {'the same article' if one else 'another article'}, told of one event",
                (earlier,),
                confidence=round(0.6 * found.conflict.confidence, 3),
                severity=Severity.INFO,
                tier=Tier.UPDATE if grown else found.tier,
                kind=found.conflict.kind,
                slot=f"report:{found.conflict.kind}",
            )


def _weeks(document: Document) -> Iterator[str]:
    """The weeks under which a document's claims stand, so that two of near days share one; "" for an undated one."""
    day = published(document)
    if day is None:
        yield ""
        return
    number = day.toordinal()
    yield from (str(week) for week in sorted({number // 7, (number + _NEAR_DAYS) // 7}))


def _kinds(document: Document) -> dict[int, tuple[Sentence, list[str]]]:
    """The sentences of the opening that tell an event, and its kinds, by where the sentence starts."""
    events, words = _events(), tokens(document)
    if word_counts(document).keys().isdisjoint(events):
        return {}
    found = {}
    for sentence in _told(document):
        begin, end = bisect_left(words.starts, sentence.start), bisect_left(words.starts, sentence.end)
        kinds = {events[word] for word in words.lower[begin:end] if word in events}
        if kinds:
            found[sentence.start] = sentence, sorted(kinds)[:_KINDS]
    return found


@corpus_rule(code="CO108", severity=Severity.INFO, judge=judge, weight=0.5)
def conflicting_report(document: Document) -> Iterator[Claim]:
    told = _kinds(document)
    if not told:
        return
    last = max(told)
    named: dict[int, set[str]] = {}
    for name in names(document):
        at = name.sentence.start
        if at > last:
            break
        if at in told:
            word = name.text.split(" ")[-1].lower().removesuffix("’s").removesuffix("'s")
            if word not in FUNCTION:
                named.setdefault(at, set()).add(word)
    weeks = tuple(_weeks(document))
    for at, found in named.items():
        sentence, kinds = told[at]
        for kind in kinds:
            for word in sorted(found, key=lambda word: (-len(word), word))[:_NAMES]:
                for week in weeks:
                    yield Claim(f"{kind}:{word}:{week}", sentence.span)
