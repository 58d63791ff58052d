"""Where a text's words stand beside each other as nobody puts them, and a paraphraser's exchange explains it.

Four kinds of evidence:
- an exchange: a word stands where another, for which paraphrasers put it, belongs with its neighbour ("outskirt
  patrol" for "border patrol"), and was never seen there itself (`_collocations.tsv`; a noisy channel with the thesaurus
  as its channel and genuine news as its language);
- a phrase that paraphrasers write ("members of the family" for relations), alone worth little;
- a word that stands in for commoner ones more than genuine news needs it ("unfastened", "pecuniary"): the likelihood
  ratio of a text in which 8 % of words were exchanged by the thesaurus, and of news (`_preferred.tsv`);
- an article that was left before another word than its own ("a extra").

The first two are weighed by how seldom genuine articles hold them. The sum over distinct pieces a 1,000 words of the
stretch that they stand in is the document's strength. Words inside quotations count for nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from pathlib import Path

from auditor.rule import Document, Span, table_beside
from auditor.text.density import density, own_density, word_at
from auditor.text.quotes import is_quoted, quotations
from auditor.text.tokens import forms, tokens, word_counts
from auditor.text.view import view

from ._adjacent import listed
from ._articles import fitting, misfits
from ._collocations import adjacent, exchanged
from ._phrases import phrases, single_phrases

_BESIDE = Path(__file__).parent
# Words added to every stretch, and those that count between two pieces at most. Out of fold 0.81 of 117 spun articles are
# found where the rate over the whole text found 0.84 at as many false positives, and 0.81 against 0.59 with 600 clean words
# behind them; up to 250 words between pieces, or 400 added, it is the same.
_SMOOTH, _BETWEEN = 500, 120
# An exchange of this weight is telling.
_TELLING = 0.2
# A phrase that fewer hold than this is telling; so is a preferred word of this many hundredths, of which each unit weighs
# so much beside the others (0.6 and 0.9 find equally many, out of fold).
_SELDOM, _PREFERRED, _PREFERENCE = 5, 70, 0.6
# A strength that no roll call of attributions between the pieces can have thinned out from one that convicts.
_THIN = 3.0
# What an article before a word that it does not fit weighs: 44 % of 117 spun articles hold one, 0.7 % of 8,336 genuine ones.
# Out of fold 0.82 of the spun are found with it at 0.1 % false positives and 0.76 without (1.0: 0.80, 2.0: 0.82 and more
# false ones); without the pairs of these spinners 0.74 and 0.65.
_MISFIT = 1.5
# Phrases, preferred words and such articles in 1,000 words of their stretch below which nobody looks for exchanges, which cost most: three
# genuine articles in four, and none of 117 spun ones that any threshold would convict (the least of these has 1.2).
_GATE = 0.95


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: its kind (exchange, phrase, word, article), its first place, what was probably meant, its weight."""

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
def _preferred() -> Mapping[str, tuple[int, str]]:
    """Words that paraphrasers prefer: hundredths of log-likelihood, and the word that each stands for most."""
    return {word: (int(row[0]), row[1]) for word, row in table_beside(str(_BESIDE / "_preferred.py")).items()}


Piece = tuple[str, str, int, int, str, float, bool]  # Kind, name, first and last word, meant, weight, whether telling.


@view
def _own_places(document: Document) -> Mapping[str, int]:
    """The first place of each written word that stands outside quotations, by number of word."""
    starts, texts = tokens(document).starts, tokens(document).texts
    edges = [
        0,
        *(bisect_left(starts, edge) for span in quotations(document) for edge in (span.start, span.end)),
        len(texts),
    ]
    found: dict[str, int] = {}
    for first, last in reversed(list(zip(edges[::2], edges[1::2], strict=True))):
        found.update(zip(reversed(texts[first:last]), range(last - 1, first - 1, -1), strict=True))
    return found


def _own(document: Document, words: Sequence[str], word: str) -> tuple[int, ...]:
    """The first of a word's places among the words, unless that is quoted: then the first that is not, if any."""
    first = words.index(word)
    if not is_quoted(document, tokens(document).starts[first]):
        return (first,)
    places = _own_places(document)
    return (places[word],) if word in places else ()


def _exchanges(document: Document) -> Iterator[Piece]:
    low = tokens(document).lower
    for at, meant, weight in exchanged(document):
        yield "exchange", f"{low[at]} {meant}", at, at, meant, weight, weight >= _TELLING


def _phrased(document: Document) -> Iterator[Piece]:
    by_key, low = phrases(), tokens(document).lower
    for key in listed(document):
        for before, words, meant, held in by_key.get(low[key : key + 2], ()):
            at, end = key - before, key - before + len(words) - 1
            if at >= 0 and low[at : end + 1] == words and adjacent(document, at, end):
                yield "phrase", " ".join(words), at, end, meant, 1 / (1 + held), held < _SELDOM
    for word in sorted(single_phrases().intersection(word_counts(document))):
        for (_, _, meant, held), at in product(by_key[(word,)], _own(document, low, word)):
            yield "phrase", word, at, at, meant, 1 / (1 + held), held < _SELDOM


def _preferences(document: Document) -> Iterator[Piece]:
    preferred, written = _preferred(), forms(document)
    for word in sorted(preferred.keys() & written.keys()):
        if word in written[word]:  # In lower case: names are another rule's.
            hundredths, meant = preferred[word]
            for at in _own(document, tokens(document).texts, word):
                yield "word", word, at, at, meant, _PREFERENCE * hundredths / 100, hundredths >= _PREFERRED


def _articles(document: Document) -> Iterator[Piece]:
    for at in misfits(document):
        article, word = tokens(document).lower[at : at + 2]
        yield "article", f"{article} {word}", at, at + 1, f"{fitting(article)} {word}", _MISFIT, True


_ORDER = {"phrase": 0, "article": 2}


def _unlapped(found: list[Evidence]) -> Iterator[Evidence]:
    """Without pieces inside or across longer phrases, which are one and the same evidence.

    An article weighs beside the word that follows it, but the two are not told as two.
    """
    taken: set[int] = set()
    for one in sorted(found, key=lambda one: (_ORDER.get(one.kind, 1), one.span.start - one.span.end, one.span)):
        free = one.span.start not in taken and one.span.end - 1 not in taken
        if one.kind == "article":
            yield replace(one, telling=free)
        elif free:
            taken.update(range(one.span.start, one.span.end))
            yield one


@view
def wording(document: Document) -> Wording:
    """The evidence of exchanged words in a document."""
    everything = tokens(document)
    cheap = [*_phrased(document), *_preferences(document), *_articles(document)]
    if density((piece[5] for piece in cheap), (piece[2] for piece in cheap), _BETWEEN, _SMOOTH) < _GATE:
        return Wording((), 0.0, 0)
    found: dict[tuple[str, str], Evidence] = {}
    for kind, name, first, last, meant, weight, telling in (*_exchanges(document), *cheap):
        span = Span(everything.starts[first], everything.end(max(first, last)))
        known = found.get((kind, name))
        if (known is None or known.weight < weight) and not is_quoted(document, span.start):
            found[kind, name] = Evidence(kind, span, meant, weight, telling)
    kept = sorted(_unlapped(list(found.values())), key=lambda one: one.span)
    places = [word_at(everything, one.span.start) for one in kept]
    strength = own_density(document, [one.weight for one in kept], places, _BETWEEN, _SMOOTH, _THIN)
    return Wording(tuple(kept), strength, sum(one.telling for one in kept))
