"""What careless machine handling leaves in a text: glued commas, lowered names and sentences, swapped letters.

One slip is human, and scraped pages carry damage of one kind all over (glued full stops above all, which count for
nothing here). So the evidence of a document is summed over kinds before any of it is shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from auditor.rule import Document, Hit, Span
from auditor.text.frequency import zipf
from auditor.text.tokens import forms, tokens
from auditor.text.view import view

from . import _casing
from ._collocations import unusual

# The first of its kind, each further one, and the sum that convicts: two traces, unless both are starts. The first
# weighs about the logarithm of how much likelier it is in damaged text (documents with at least one, of 258 articles with
# simulated damage against 8,369 genuine ones: comma 59 to 0.3 %, swap 52 to 0.4 %, name 68 to 0.4 %, start 14 to 0.8 %,
# paragraph 13 to 0.6 %); further ones less, as a habit repeats itself.
_WEIGHTS = {"comma": (5.0, 3.0), "swap": (5.0, 3.0), "name": (5.0, 3.0), "start": (3.0, 0.5), "paragraph": (3.0, 0.5)}
_ENOUGH = 8.0
# More than this share of all commas glued is a habit or a scraper.
_HABIT = 0.3
MOST_SHOWN = 8
# So few traces convict together only, and each is shown with the others.
_FEW = 4

# Patterns begin with their mark, which the engine finds fast; what stands before it is checked afterwards.
_GLUED = re.compile(r",(?:[a-z]{2,}+|a(?= [a-z]))(?![@/=&])")
_WORD_END = re.compile(r"[^\W\d_][\w.)]$")
_RARE, _COMMON, _RISE = 3.2, 2.5, 2.2  # Zipf: a word to doubt, one to mean, and the least difference of the two.
# Rare words that are one swap from a common one, all such in the CMU dictionary and in 9,200 genuine articles.
_REAL = frozenset(
    "acme agin amnio bleu cation coeds cots fete flied fram gest hadn hera lats leis lief liens linos mien minuet mots "
    "noes oaky odes offre prefect psas retried reveres roes rued salves singed slat slily sloe snog untied veer".split()
)


@dataclass(frozen=True, slots=True)
class Artefact:
    """One trace: its kind (a key of the weights), its place, and what was probably meant."""

    kind: str
    span: Span
    meant: str


@lru_cache(maxsize=1 << 16)
def swapped(word: str) -> str | None:
    """The common word that `word` becomes when two neighbouring letters change places; None for a word of its own."""
    if (
        not (4 <= len(word) < 20 and word.isascii() and word.isalpha())
        or word in _REAL
        or (rarity := zipf(word)) >= _RARE
    ):
        return None
    others = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]
    best, meant = max((zipf(other), other) for other in others)
    return meant if best >= max(_COMMON, rarity + _RISE) else None


def _commas(document: Document) -> Iterator[Artefact]:
    text = document.text
    found = [
        match for match in _GLUED.finditer(text) if _WORD_END.search(text, max(0, match.start() - 2), match.start())
    ]
    if found and len(found) <= max(2, _HABIT * text.count(",")):
        for match in found:
            yield Artefact("comma", Span(*match.span()), ", " + match[0][1:])


def _swaps(document: Document) -> Iterator[Artefact]:
    # Words that news uses again and again are no slips; `swapped`, whose large cache is slow to ask, sees the rest only.
    written, suspects = forms(document), unusual(document)
    for word in compress(suspects, map(swapped, suspects)):
        if written[word].get(word) == 1 and (meant := swapped(word)) is not None:
            for span in _casing.alone(document, tokens(document), word):
                yield Artefact("swap", span, meant)


def _lowered(document: Document) -> Iterator[Artefact]:
    for kind, spans in (
        ("name", _casing.names(document)),
        ("start", _casing.starts(document.text)),
        ("paragraph", _casing.paragraphs(document)),
    ):
        for span in spans:
            yield Artefact(kind, span, document.quote(span).capitalize())


@view
def artefacts(document: Document) -> tuple[Artefact, ...]:
    """All traces in order of place, where together they are more than a slip; else none."""
    found = [*_commas(document), *_swaps(document), *_lowered(document)]
    found = [artefact for artefact in found if not _casing.careless(document, artefact.span)]
    distinct: dict[str, set[str]] = {}
    for artefact in found:
        distinct.setdefault(artefact.kind, set()).add(_casing.stem(artefact.meant))
    total = sum(_WEIGHTS[kind][0] + _WEIGHTS[kind][1] * (len(meant) - 1) for kind, meant in distinct.items())
    return tuple(sorted(found, key=lambda artefact: artefact.span)) if total >= _ENOUGH else ()


def hits(document: Document, kinds: tuple[str, ...], message: str) -> Iterator[Hit]:
    """The first of the document's traces of these kinds."""
    everything = artefacts(document)
    mine = [artefact for artefact in everything if artefact.kind in kinds]
    for artefact in mine[:MOST_SHOWN]:
        beside = tuple(other.span for other in everything if other is not artefact)
        yield Hit(
            artefact.span, message, artefact.meant, confidence=0.9, kind=artefact.kind,
            related=beside if len(everything) <= _FEW else (),
        )  # fmt: skip
