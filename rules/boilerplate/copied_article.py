"""An article that is the same text as another one, or the same text with words exchanged.

Wire copy and reprints are no fault, but ten of them are one voice: they count once, and an editor wants to know where
else the text stands. A spun copy, the same article with its words exchanged for others, is another matter: its author
had nothing to report. Copies share at least half of their runs of five words (Jaccard similarity; Broder 1997). A spun
copy keeps the small words of grammar in their order (Stamatatos 2011), and no long run of words. Two honest reports of
one event share neither.
The original is named where the dates or a footer ("Source link") tell which it is.

Measured: of the pairs in bbc_2005 (2,094 articles) all 41 that an exact count finds and no other; of 8,228 genuine
articles three pairs, all of fnc_bodies, are taken for spun copies: one is a rewrite with names exchanged, one a light
edit, one was not read; all 68 spun articles that can be paired are told as spun.
"""

from itertools import chain, islice

from auditor.rule import Claim, Document, Iterator, Judgement, Sequence, Severity, corpus_rule
from auditor.text.blocks import blocks, headline
from auditor.text.boilerplate import boilerplate

_SHOWN = 5


def _about(claim: Claim) -> str:
    card = claim.document
    where = [part for part in (card.source, card.date and card.date[:10]) if part]
    return f"“{card.title or card.id}”" + (f" ({', '.join(where)})" if where else "")


def judge(_key: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    if len(claims) < 2:
        return
    first = next((claim for claim in claims if claim.document.id == claim.document.copy_cluster), claims[0])
    how = first.document.facts.get("original_by")
    origin = {"upstream": ", which others name as their source", "date": ", the earliest"}.get(str(how), "")
    for claim in claims:
        if claim is first:
            continue
        spun = claim.document.facts.get("copy") == "spun-copy"
        same = "the same article with words exchanged" if spun else "the same text"
        yield Judgement(
            claim,
            f"{same} as {_about(first)}{origin}",
            (first,),
            severity=Severity.WARNING if spun and how else Severity.INFO,
            weight=2.0 if spun and how else 0.0,
            confidence=0.95 if how else 0.9,
            kind="spun-copy" if spun else "copy",
            slot="copy",
        )


@corpus_rule(code="BP202", severity=Severity.INFO, judge=judge, weight=0.0, languages=())
def copied_article(document: Document) -> Iterator[Claim]:
    title = headline(document)
    if title and title.field == "text":
        yield Claim("", title)
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    everything = blocks(document)
    own = (block for block in everything if block.start not in not_article)
    for block in islice(chain(own, everything), 1):
        yield Claim("", block.span)
