"""How much of a text is made of the expressions that machines prefer.

Words and expressions are weighed by how seldom genuine articles hold them; each counts three times at most, so that
one habit does not make a template. Machine prose that was paraphrased afterwards keeps some of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log
from pathlib import Path

from auditor.rule import Document, Span, table_beside
from auditor.text.tokens import tokens
from auditor.text.view import view

_BESIDE = Path(__file__).parent
# Articles behind the counts; an expression in 20 of them or fewer has the full weight of 1.
_ARTICLES, _SELDOM = 8297, 20
_MOST_OFTEN = 3
_SMOOTH = 150  # Words added to every text, so that one expression in a short one is no rate.


@dataclass(frozen=True, slots=True)
class Template:
    """Weight of template expressions in 1,000 words, and the first place of each telling one, heaviest first."""

    strength: float
    places: tuple[tuple[float, Span], ...]


Expressions = Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], float], ...]]


@lru_cache(maxsize=1)
def _expressions() -> Expressions:
    """By their first two words, or their one: words and weight."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], float]]] = {}
    for name in ("template_wording.py", "_excess.py"):
        for text, (count, *_) in table_beside(str(_BESIDE / name)).items():
            words = tuple(text.split(" "))
            weight = min(1.0, log(_ARTICLES / (int(count) + 2)) / log(_ARTICLES / _SELDOM))
            found.setdefault(words[:2], []).append((words, weight))
    return {first: tuple(rows) for first, rows in found.items()}


@lru_cache(maxsize=1)
def _single() -> Mapping[str, float]:
    return {words[0]: rows[0][1] for words, rows in _expressions().items() if len(words) == 1}


def _places(low: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...], float]]:
    known, single = _expressions(), _single()
    for at in [at for at, word in enumerate(low) if word in single]:
        yield at, (low[at],), single[low[at]]
    for at in [at for at, pair in enumerate(pairwise(low)) if pair in known]:
        for words, weight in known[low[at : at + 2]]:
            if low[at : at + len(words)] == words:
                yield at, words, weight


@view
def template(document: Document) -> Template:
    """The template expressions of a document."""
    everything = tokens(document)
    counts: dict[tuple[str, ...], int] = {}
    first: dict[tuple[str, ...], tuple[float, int]] = {}
    total = 0.0
    for at, words, weight in _places(everything.lower):
        counts[words] = counts.get(words, 0) + 1
        first.setdefault(words, (weight, at))
        total += weight if counts[words] <= _MOST_OFTEN else 0.0
    places = [
        (weight, Span(everything.starts[at], everything.end(at + len(words) - 1)))
        for words, (weight, at) in first.items()
    ]
    places.sort(key=lambda place: (-place[0], place[1]))
    return Template(1000 * total / (len(everything) + _SMOOTH), tuple(places))
