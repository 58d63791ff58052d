"""Words are given to an outlet whose article the corpus holds, and they are not in it.

“According to the Harbour Post, ‘the wall was never inspected’”: where the Post's own article on the same matter is at
hand, its words can be looked up. Compared are quotations of eight words or more that an article gives to another
outlet with the articles of that outlet that share two of their three chief names and are not more than three days apart;
where a date is missing, all three names. An outlet may have said it elsewhere, or changed its page since: the finding shows both, and is a question.

Passed over: words of which at least two in five runs of four stand in any of the outlet's articles (shortened and mended
quotations), people, and an outlet's citing of itself.

Cases: `not_in_original.cases.md`.
"""

import re
from binascii import a2b_base64, b2a_base64
from collections import Counter
from functools import lru_cache
from itertools import combinations

import numpy as np

from auditor.rule import Claim, Document, Iterator, Judgement, Sequence, Severity, Span, corpus_rule
from auditor.text.attribution.extents import content
from auditor.text.attribution.finder import sourced
from auditor.text.attribution.kinds import Kind
from auditor.text.attribution.words import words
from auditor.text.names import names
from auditor.text.persons import TITLES, given_names
from auditor.text.quotes import quotations
from auditor.text.sentences import sentences
from auditor.text.shingles import Hashes, hashed, run_hashes, word_hashes
from auditor.text.tokens import WORD

_FEWEST_WORDS = 8
_RUN = 4
_HELD = 0.4
_NAMES, _SHARED, _SHORTEST = 3, 2, 4
_DAYS = 3
# Runs of words are kept as a Bloom filter of one hash: an article of 800 words sets a third of the bits.
_BITS = 2048
_CITING = frozenset(
    "according report reported reports wrote writes published revealed reveals said says quoted".split()
)
_NAMED = Kind.NAMED
_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 10)
def _outlet(name: str) -> str:
    """An outlet under one key, be it a name or a site: "The Harbour Post", "harbour-post.example"."""
    low = name.casefold().removeprefix("www.").removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return _LETTERS.sub("", low.split(".")[0] if " " not in low else low)


def _bits(hashes: Hashes) -> Hashes:
    """The bits of all runs of four words, from the words' hashes."""
    return run_hashes(hashes, _RUN) & np.uint32(_BITS - 1)


def _filter(document: Document) -> str:
    bits = np.zeros(_BITS, bool)
    bits[_bits(hashed(document)[0]).astype(np.intp)] = True
    return b2a_base64(np.packbits(bits).tobytes(), newline=False).decode()


def _share(quote: str, held: str) -> float:
    """The share of the runs of a quotation that an article's filter holds."""
    bits = np.unpackbits(np.frombuffer(a2b_base64(held), np.uint8))
    runs = _bits(word_hashes(" ".join(WORD.findall(quote)))[0])
    return float(bits[runs].mean()) if len(runs) else 1.0


def _chief(document: Document) -> list[str]:
    """The surnames and places that the article speaks of most."""
    # All in one string: what is done to seventy names is done once.
    lines = "\n".join([name.text for name in names(document)]).casefold() + "\n"
    whole = lines.replace("’s\n", "\n").replace("'s\n", "\n").split("\n")
    counts = Counter([line.rpartition(" ")[2] if " " in line else line for line in whole])
    # Few of some forty are counted twice: only they are put in order, if there are enough of them.
    for least in (2, 1):
        often = [(-count, word) for word, count in counts.items() if count >= least and len(word) >= _SHORTEST]
        if len(often) >= _NAMES:
            break
    return [word for _, word in sorted(often)[:_NAMES]]


def _keys(outlet: str, chief: Sequence[str]) -> list[str]:
    """An outlet with each two of an article's chief names: who shares two of them shares a key, and few others do."""
    return [f"{outlet}|{one}|{other}" for one, other in combinations(sorted(chief), 2)]


def _cited(document: Document) -> Iterator[tuple[str, Span]]:
    """Quotations that the article gives to an outlet, with the outlet's key."""
    text = document.text
    long = [s for s in quotations(document) if text.count(" ", s.start, s.end) >= _FEWEST_WORDS - 1]
    if not long:
        return
    found = words(document)
    said, given = found.tokens, given_names()
    for one in sourced(document):
        if one.kind is not _NAMED or one.source is None or one.mark is not None:
            continue
        first = one.source.first
        if said.lower[first] in TITLES or said.texts[first] in given:
            continue
        # What is said stands in the sentence, or in a quotation that reaches into it.
        sentence = one.cue.row.sentence
        near = [span for span in long if span.start < sentence.end and sentence.start < span.end]
        if not near or _CITING.isdisjoint(said.lower[one.cue.first : one.cue.last]):
            continue
        whole = content(document, found, one.cue, one.source)
        if whole is None:
            continue
        name = text[said.starts[first] : said.end(one.source.last - 1)]
        for span in near:
            if whole.start <= span.start and span.end <= whole.end + 1:
                yield _outlet(name), span


def _judge(_: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    originals = [claim for claim in claims if "held" in claim.slots]
    for claim in claims:
        quote = claim.slots.get("quote")
        if not isinstance(quote, str):
            continue
        near = [one for one in originals if _same_matter(claim, one)]
        if near and all(_share(quote, str(one.slots["held"])) < _HELD for one in near):
            yield Judgement(
                claim,
                f"these words are not in the article of {near[0].document.source} that the corpus holds",
                related=(near[0],),
                confidence=0.6,
                slot=quote[:40],
            )


def _same_matter(claim: Claim, original: Claim) -> bool:
    """Whether an outlet's article is on what its words are cited for: dated alike, or all its chief names shared."""
    if claim.document.copy_cluster == original.document.copy_cluster:
        return False
    shared = set(str(claim.slots["names"]).split()) & set(str(original.slots["names"]).split())
    days = _days_apart(claim.document.date, original.document.date)
    return len(shared) >= (_NAMES if days is None else _SHARED) and (days or 0) <= _DAYS


def _days_apart(first: str | None, second: str | None) -> int | None:
    from datetime import date

    try:
        return abs((date.fromisoformat((first or "")[:10]) - date.fromisoformat((second or "")[:10])).days)
    except ValueError:
        return None


@corpus_rule(code="AT204", severity=Severity.WARNING, judge=_judge, weight=0.5, min_words=50)
def not_in_original(document: Document) -> Iterator[Claim]:
    chief: list[str] = []
    own = _outlet(document.source or "")
    for outlet, span in _cited(document):
        if outlet and outlet != own:
            chief = chief or _chief(document)
            for key in _keys(outlet, chief):
                yield Claim(key, span, {"quote": document.quote(span), "names": " ".join(chief)})
    first = next((sentence.span for sentence in sentences(document)), None)
    if own and first:
        chief = chief or _chief(document)
        held = _filter(document)
        for key in _keys(own, chief):
            yield Claim(key, first, {"held": held, "names": " ".join(chief)})
