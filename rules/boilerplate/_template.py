"""How much of a text is made of the expressions that machines prefer.

Words and expressions are weighed by how seldom genuine articles hold them; each counts three times at most, so that
one habit does not make a template. Machine prose that was paraphrased afterwards keeps some of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
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


@lru_cache(maxsize=1)
def _expressions() -> Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for name in ("template_wording.py", "_excess.py"):
        for text, (count, *_) in table_beside(str(_BESIDE / name)).items():
            words = tuple(text.split(" "))
            weight = min(1.0, log(_ARTICLES / (int(count) + 2)) / log(_ARTICLES / _SELDOM))
            found.setdefault(words[0], []).append((words, weight))
    return {first: tuple(rows) for first, rows in found.items()}


@view
def template(document: Document) -> Template:
    """The template expressions of a document."""
    everything = tokens(document)
    low, known = everything.lower, _expressions()
    counts: dict[tuple[str, ...], int] = {}
    first: dict[tuple[str, ...], tuple[float, int]] = {}
    total = 0.0
    for at, word in enumerate(low):
        for words, weight in known.get(word, ()):
            if low[at : at + len(words)] == words:
                counts[words] = counts.get(words, 0) + 1
                first.setdefault(words, (weight, at))
                total += weight if counts[words] <= _MOST_OFTEN else 0.0
    places = [
        (weight, Span(everything.starts[at], everything.end(at + len(words) - 1)))
        for words, (weight, at) in first.items()
    ]
    places.sort(key=lambda place: (-place[0], place[1]))
    return Template(1000 * total / (len(low) + _SMOOTH), tuple(places))
