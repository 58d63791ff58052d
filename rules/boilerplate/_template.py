"""How much of a text is made of the expressions that machines prefer.

Words and expressions are weighed by how seldom genuine articles hold them; each counts three times at most, so that
one habit does not make a template. Machine prose that was paraphrased afterwards keeps some of them.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import fsum, log
from pathlib import Path

from auditor.rule import Document, Span, table_beside
from auditor.text.density import stretch
from auditor.text.tokens import tokens, word_counts
from auditor.text.view import view

_BESIDE = Path(__file__).parent
# Articles behind the counts; an expression in 20 of them or fewer has the full weight of 1.
_ARTICLES, _SELDOM = 8297, 20
_MOST_OFTEN = 3
# Words added to every stretch, so that one expression in a short one is no rate, and those that count between two at most.
_SMOOTH, _BETWEEN = 200, 150


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {
        text: min(1.0, log(_ARTICLES / (int(count) + 2)) / log(_ARTICLES / _SELDOM))
        for name in ("template_wording.py", "_excess.py")
        for text, (count, *_) in table_beside(str(_BESIDE / name)).items()
    }


@lru_cache(maxsize=1)
def _keyed() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """By their longest word, which few texts hold: each expression and its words."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for text in _weights():
        words = text.split(" ")
        found.setdefault(max(words, key=len), []).append((text, frozenset(words)))
    return {word: tuple(rows) for word, rows in found.items()}


@view
def _words_in_line(document: Document) -> str:
    """The words with a space on either side of each, for expressions to be found in."""
    return f" {' '.join(tokens(document).lower)} "


def _starts(line: str, expression: str) -> Iterator[int]:
    """Where an expression stands among the words of a line: each the number of words before it."""
    at = line.find(f" {expression} ")
    while at >= 0:
        yield line.count(" ", 0, at)
        at = line.find(f" {expression} ", at + 1)


@view
def _counted(document: Document) -> Mapping[str, int]:
    """The expressions that the text holds, with how often."""
    counts, keyed = word_counts(document), _keyed()
    found: dict[str, int] = {}
    for key in keyed.keys() & counts.keys():
        for expression, words in keyed[key]:
            if len(words) == 1:
                found[expression] = counts[key]
            elif words <= counts.keys() and (often := len(list(_starts(_words_in_line(document), expression)))):
                found[expression] = often
    return found


@view
def strength(document: Document) -> float:
    """Weight of the template expressions in 1,000 words of the stretch that they first stand in."""
    weights, found = _weights(), _counted(document)
    total = fsum(weights[expression] * min(often, _MOST_OFTEN) for expression, often in found.items())
    if not total:
        return 0.0
    line = _words_in_line(document)
    first = (next(_starts(line, expression)) for expression in found)
    return 1000 * total / (stretch(first, _BETWEEN) + _SMOOTH)


def places(document: Document) -> list[Span]:
    """The first place of each template expression, heaviest first."""
    everything, weights = tokens(document), _weights()
    found = []
    for expression in _counted(document):
        first = next(_starts(_words_in_line(document), expression))
        span = Span(everything.starts[first], everything.end(first + expression.count(" ")))
        found.append((-weights[expression], span))
    return [span for _, span in sorted(found)]
