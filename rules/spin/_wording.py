"""Where a text's words stand beside each other as nobody puts them, and a paraphraser's exchange explains it.

Three kinds of evidence:
- an exchange: a word stands where another, for which paraphrasers put it, belongs with its neighbour ("outskirt
  patrol" for "border patrol"), and was never seen there itself (`_collocations.tsv`; a noisy channel with the thesaurus
  as its channel and genuine news as its language);
- a phrase that paraphrasers write ("members of the family" for relations), alone worth little;
- a word that stands in for commoner ones more than genuine news needs it ("unfastened", "pecuniary"): the likelihood
  ratio of a text in which 8 % of words were exchanged by the thesaurus, and of news (`_preferred.tsv`).

The first two are weighed by how seldom genuine articles hold them. The sum over distinct pieces a 1,000 words of the
stretch that they stand in is the document's strength. Words inside quotations count for nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count, pairwise
from pathlib import Path

from auditor.rule import Document, Span, table_beside
from auditor.text.density import density, own_density, word_at
from auditor.text.quotes import is_quoted
from auditor.text.tokens import forms, tokens, word_counts
from auditor.text.view import view

from ._phrases import phrases, single_phrases
from ._thesaurus import exchanges

_BESIDE = Path(__file__).parent
# Words added to every stretch, and those that count between two pieces at most. Out of fold 0.81 of 117 spun articles are
# found where the rate over the whole text found 0.84 at as many false positives, and 0.81 against 0.59 with 600 clean words
# behind them; up to 250 words between pieces, or 400 added, it is the same.
_SMOOTH, _BETWEEN = 500, 120
# Bits of mutual information that count at most, and that make an exchange of weight 1.
_MOST_BITS, _UNIT_BITS = 12, 6.0
# What an attested neighbour on the other side takes away.
_ATTESTED = 3
# An exchange that this many of 9,200 genuine articles hold proves nothing; one of this weight is telling.
_COMMON, _TELLING = 8, 0.2
# A phrase that fewer hold than this is telling; so is a preferred word of this many hundredths, of which each unit weighs
# so much beside the others (0.6 and 0.9 find equally many, out of fold).
_SELDOM, _PREFERRED, _PREFERENCE = 5, 70, 0.6
# A strength that no roll call of attributions between the pieces can have thinned out from one that convicts.
_THIN = 3.0
# Phrases and preferred words in 1,000 words of their stretch below which nobody looks for exchanges, which cost most: three
# genuine articles in four, and none of 117 spun ones that any threshold would convict (the least of these has 1.2).
_GATE = 0.95

Context = tuple[Mapping[str, int], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: its kind (exchange, phrase, word), its first place, what was probably meant, its weight."""

    kind: str
    span: Span
    meant: str
    weight: float
    telling: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """All distinct evidence of a document in order, and its sum a 1,000 words."""

    evidence: tuple[Evidence, ...]
    strength: float
    telling: int


@lru_cache(maxsize=1)
def _contexts() -> tuple[Mapping[str, Context], Mapping[str, Context]]:
    """For each word, what belongs behind it and what before it, with bits, and which exchanges were seen there."""
    behind: dict[str, Context] = {}
    before: dict[str, Context] = {}
    for key, row in table_beside(str(_BESIDE / "_collocations.py")).items():
        word, side = key.split(" ")
        bits = {one.rpartition(":")[0]: int(one.rpartition(":")[2]) for one in row[0].split(" ")}
        seen = frozenset(row[1].split(" ")) if len(row) > 1 else frozenset()
        (behind if side == ">" else before)[word] = (bits, seen)
    return behind, before


@lru_cache(maxsize=1)
def usual() -> frozenset[str]:
    """Words that genuine news puts beside the same others again and again."""
    return frozenset().union(*_contexts())


@lru_cache(maxsize=1)
def _innocent() -> Mapping[str, int]:
    return {key: int(row[0]) for key, row in table_beside(str(_BESIDE / "_innocent.py")).items()}


@lru_cache(maxsize=1)
def _preferred() -> Mapping[str, tuple[int, str]]:
    """Words that paraphrasers prefer: hundredths of log-likelihood, and the word that each stands for most."""
    return {word: (int(row[0]), row[1]) for word, row in table_beside(str(_BESIDE / "_preferred.py")).items()}


@lru_cache(maxsize=1)
def _exchanged_for() -> Mapping[str, frozenset[str]]:
    """Each natural word to those that paraphrasers put in its place."""
    found: dict[str, set[str]] = {}
    for spun, naturals in exchanges().items():
        for natural in naturals:
            found.setdefault(natural, set()).add(spun)
    return {natural: frozenset(spun) for natural, spun in found.items()}


def _doubted(natural: Mapping[str, int], seen: frozenset[str]) -> frozenset[str]:
    """The words in whose place a neighbour calls for another, where it was never seen beside them."""
    return frozenset().union(*(_exchanged_for().get(word, ()) for word in natural)) - seen


# Asked for the 12,000 words of the contexts only, which doubt some ten others each.
@cache
def _doubted_behind(word: str) -> frozenset[str]:
    return _doubted(*_contexts()[0][word])


@cache
def _doubted_before(word: str) -> frozenset[str]:
    return _doubted(*_contexts()[1][word])


def _likeliest(said: str, left: Context | None, right: Context | None) -> tuple[int, str]:
    """Bits by which its neighbours call for another word than `said`, and that word."""
    best, meant = 0, ""
    for natural in exchanges()[said]:
        bits = 0
        if left is not None and (worth := left[0].get(natural)):
            bits = -_ATTESTED if said in left[1] else worth
        if right is not None and (worth := right[0].get(natural)):
            bits += -_ATTESTED if said in right[1] else worth
        if bits > best:
            best, meant = bits, natural
    return best, meant


def _exchanged(document: Document, low: tuple[str, ...]) -> Iterator[tuple[int, str, float, bool]]:
    """Place, natural word, weight and whether telling, of every likely exchange."""
    table, (behind, before), innocent = exchanges(), _contexts(), _innocent()
    around = ("", *low, "")
    for at in compress(count(), map(table.__contains__, low)):
        said, left, right = low[at], around[at], around[at + 2]
        called = left in behind and said in _doubted_behind(left)
        if not called and not (right in before and said in _doubted_before(right)):
            continue
        best, meant = _likeliest(
            said,
            behind.get(left) if _adjacent(document, at - 1, at) else None,
            before.get(right) if _adjacent(document, at, at + 1) else None,
        )
        if best > 0 and (known := innocent.get(f"{said} {meant}", 0)) < _COMMON:
            weight = min(best, _MOST_BITS) / _UNIT_BITS / (1 + known)
            yield at, meant, weight, weight >= _TELLING


def _adjacent(document: Document, first: int, last: int) -> bool:
    """Whether both words are there, and nothing but spaces between them."""
    everything = tokens(document)
    if first < 0 or last >= len(everything):
        return False
    return all(gap == " " or not gap.strip(" ") for gap in everything.gaps[first + 1 : last + 1])


Piece = tuple[str, str, int, int, str, float, bool]  # Kind, name, first and last word, meant, weight, whether telling.


def _exchanges(document: Document, low: tuple[str, ...]) -> Iterator[Piece]:
    for at, meant, weight, telling in _exchanged(document, low):
        yield "exchange", f"{low[at]} {meant}", at, at, meant, weight, telling


def _phrased(document: Document, low: tuple[str, ...]) -> Iterator[Piece]:
    by_key = phrases()
    for key in compress(count(), map(by_key.__contains__, pairwise(low))):
        for before, words, meant, held in by_key[low[key : key + 2]]:
            at, end = key - before, key - before + len(words) - 1
            if at >= 0 and low[at : end + 1] == words and _adjacent(document, at, end):
                yield "phrase", " ".join(words), at, end, meant, 1 / (1 + held), held < _SELDOM
    for word in sorted(single_phrases().intersection(word_counts(document))):
        for _, _, meant, held in by_key[(word,)]:
            at = low.index(word)
            yield "phrase", word, at, at, meant, 1 / (1 + held), held < _SELDOM


def _preferences(document: Document) -> Iterator[Piece]:
    preferred, written = _preferred(), forms(document)
    for word in sorted(preferred.keys() & written.keys()):
        if word in written[word]:  # In lower case: names are another rule's.
            hundredths, meant = preferred[word]
            at = tokens(document).texts.index(word)
            yield "word", word, at, at, meant, _PREFERENCE * hundredths / 100, hundredths >= _PREFERRED


def _unlapped(found: list[Evidence]) -> Iterator[Evidence]:
    """Without pieces inside or across longer phrases, which are one and the same evidence."""
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (one.kind != "phrase", one.span.start - one.span.end, one.span)):
        if one.span.start not in taken and one.span.end - 1 not in taken:
            taken.update(range(one.span.start, one.span.end))
            yield one


@view
def wording(document: Document) -> Wording:
    """The evidence of exchanged words in a document."""
    everything = tokens(document)
    low = everything.lower
    if "’" in document.text:
        low = tuple(" ".join(low).replace("’", "'").split(" "))  # Words hold no spaces; one pass instead of hundreds.
    cheap = [*_phrased(document, low), *_preferences(document)]
    if density((piece[5] for piece in cheap), (piece[2] for piece in cheap), _BETWEEN, _SMOOTH) < _GATE:
        return Wording((), 0.0, 0)
    found: dict[tuple[str, str], Evidence] = {}
    for kind, name, first, last, meant, weight, telling in (*_exchanges(document, low), *cheap):
        span = Span(everything.starts[first], everything.end(max(first, last)))
        known = found.get((kind, name))
        if (known is None or known.weight < weight) and not is_quoted(document, span.start):
            found[kind, name] = Evidence(kind, span, meant, weight, telling)
    kept = sorted(_unlapped(list(found.values())), key=lambda one: one.span)
    places = [word_at(everything, one.span.start) for one in kept]
    strength = own_density(document, [one.weight for one in kept], places, _BETWEEN, _SMOOTH, _THIN)
    return Wording(tuple(kept), strength, sum(one.telling for one in kept))
