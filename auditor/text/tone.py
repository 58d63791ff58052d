"""The tone of a text: words that judge or excite, exclamations, capitals for emphasis; outside quotations only.

In genuine news the loaded words of the list stand at 0.8 in 1,000 words (median of 3,400 articles; 4.5 at the 90th
percentile). The mean of an outlet's articles and an independent rating of its reliability correlate at -0.47 (Spearman,
39 outlets with eight articles or more; see benchmarks/boilerplate.py). The list is our own and was not fitted to ratings.
"""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from pathlib import Path

from auditor.model import Document, Span
from auditor.text.boilerplate import boilerplate
from auditor.text.density import density, own_density, word_at
from auditor.text.quotes import is_quoted, quotations
from auditor.text.sentences import sentences
from auditor.text.tokens import tokens, word_counts
from auditor.text.view import view

# Emphatic words ("totally") count half, an exclamation as much as a loaded word.
_WEIGHTS = {"attack": 1.0, "contempt": 1.0, "sensation": 1.0, "overstatement": 0.5}
# A text this short has no rate; its hits are counted as if it had so many words.
_FEWEST_WORDS = 100
# Words added to the stretch that the hits stand in, and those that count between two of them at most: of 100 to 400 and
# 200 to 300 the pair that flags most of the reports that the rate over the whole text flagged (240 of 319).
_SMOOTH, _BETWEEN = 200, 200
# A density that no roll call of attributions between the words can have thinned out from one that any rule tells.
_THIN = 4.0
# A word is counted so often at most: what is said ten times is the matter ("mocking"), not the tone.
_MOST = 2


@dataclass(frozen=True, slots=True)
class Loaded:
    """One loaded word and its kind: "attack", "contempt", "overstatement" or "sensation"."""

    span: Span
    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tone:
    """What a text's tone is made of, the weighted hits, and its index: these in 1,000 words outside quotations."""

    loaded: tuple[Loaded, ...]
    exclamations: tuple[Span, ...]
    words: int
    hits: float
    index: float


@lru_cache(maxsize=1)
def _list() -> Mapping[str, str]:
    rows = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)


@view
def _present(document: Document) -> Set[str]:
    return word_counts(document).keys() & _list().keys()


def most_loaded(document: Document) -> int:
    """How often loaded words stand in the text, quotations and names included: a bound that costs little."""
    counts = word_counts(document)
    return sum(map(counts.__getitem__, _present(document)))


@view
def loaded_words(document: Document) -> tuple[Loaded, ...]:
    """The loaded words outside quotations and names, in order."""
    words, present = tokens(document), _present(document)
    places = compress(range(len(words)), map(present.__contains__, words.lower)) if present else ()
    return tuple(
        Loaded(Span(words.starts[at], words.end(at)), words.lower[at], _list()[words.lower[at]])
        for at in places
        # A capital inside a sentence makes it a name: "Savage Creek", "the Evil Empire".
        if not (words.texts[at][0].isupper() and not _opens(document, words.starts[at]))
        and not is_quoted(document, words.starts[at])
    )


def _opens(document: Document, at: int) -> bool:
    return not document.text[max(0, at - 2) : at].strip() or document.text[max(0, at - 2)] in ".!?:"


def _exclamations(document: Document) -> tuple[Span, ...]:
    if "!" not in document.text:
        return ()
    not_article = {piece.span.start for piece in boilerplate(document)}
    return tuple(
        sentence.span
        for sentence in sentences(document)
        if sentence.text.rstrip("\"'”’)]").endswith("!")
        and not {sentence.start, sentence.block.start} & not_article
        and not is_quoted(document, sentence.end - 1)
        and not is_quoted(document, sentence.start)
    )


@view
def tone(document: Document) -> Tone:
    """The tone of the text, whatever its genre."""
    loaded, exclamations = loaded_words(document), _exclamations(document)
    quoted = sum(span.end - span.start for span in quotations(document)) / max(1, len(document.text))
    words = round(len(tokens(document)) * (1 - quoted))
    hits: float = len(exclamations)
    for word, count in Counter(piece.word for piece in loaded).items():
        hits += min(count, _MOST) * _WEIGHTS[_list()[word]]
    return Tone(loaded, exclamations, words, hits, 1000 * hits / max(_FEWEST_WORDS, words))


def is_dense(document: Document, least: float) -> bool:
    """Whether the weighted hits are so many in 1,000 words of the stretch that the different words stand in.

    Nothing pasted beside them thins that out. Roll calls, without which it can only be denser, are dear to look for, and
    looked for where they may matter.
    """
    found = tone(document)
    first = {piece.word: piece.span.start for piece in reversed(found.loaded)}
    first |= {document.quote(span): span.start for span in reversed(found.exclamations)}
    places = [word_at(tokens(document), at) for at in first.values()]
    if density([found.hits], places, _BETWEEN, _SMOOTH) >= least:
        return True
    return own_density(document, [found.hits], places, _BETWEEN, _SMOOTH, _THIN) >= least
