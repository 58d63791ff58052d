"""How sure it is that a capitalised expression is a well-known name with words exchanged."""

import re
from functools import lru_cache
from itertools import pairwise
from math import log2
from statistics import fmean
from typing import NamedTuple

from auditor.rule import Document, Hit, Iterator, Sequence, Severity, Span
from auditor.text.blocks import Kind
from auditor.text.names import Name, names
from auditor.text.view import lowered, view

from ._adjacent import beginning
from ._names import Likeness, likenesses, modifies, titled, torturable, words_of
from ._renaming import SMALL, Word, begins_phrase, merged
from ._strangeness import neighbours, strangeness

# Log-odds that an expression is exchanged, by logistic regression over likenesses in 8,369 genuine articles (no list of
# real look-alikes used) against 500 names that others exchanged and 14,000 that our thesauri did. Judged by the rest of
# five parts, split by name: of the 500, 0.79 at the threshold, with 6 distinct false names in 1,000 articles.
_BIAS = 0.2
_ENOUGH, _SURE = 1.8, 3.5
# Added by hand: what every newspaper names is what paraphrasers meet ("High Minister").
_FAMOUS = 2.8
# A country before two strange words makes them its own ("Malian Nationwide Military"); how strange those are.
_COUNTRY, _STRANGE = 1.0, 2.0
# What every further side takes away on which the run goes on: a longer name may be meant ("Supreme Judicial Council").
_FURTHER = 0.45
_LONGEST_RUN = 16
# Characters behind a run in which a phrase in lower case may end that belongs to it ("Central financial institution").
_FARTHEST = 40
_AMPERSAND = " & "
_BEHIND = re.compile(r" ([a-z]++)(?: ([a-z]++))?")


@lru_cache(maxsize=16)  # A sentence of many names is asked for each of them.
def _capitalised(sentence: str) -> bool:
    """Whether a sentence is mostly capitalised."""
    long = [word for word in sentence.split() if len(word) > 3]
    return len(long) > 4 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _headline(name: Name) -> bool:
    """Whether capitals mean nothing here: in a heading, or among capitals."""
    return name.sentence.block.kind is Kind.HEADING or _capitalised(name.sentence.text)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split(" ") if word not in SMALL).upper()


class _Support(NamedTuple):
    """What else in the text speaks for a name: in words, how much, and where."""

    why: str = ""
    weight: float = 0.0
    places: tuple[Span, ...] = ()


def _support(document: Document, likeness: Likeness, said: str) -> _Support:
    """What speaks for the name (real names of like kind stand together too)."""
    initials = _initials(likeness.name)
    if len(initials) > 2 and initials != _initials(said) and initials in document.text:
        return _Support(f", whose letters {initials} stand in the text", 2.5, _place(document.text, initials))
    if likeness.name in lowered(document):
        return _Support(", which the text names too", 0.7, _place(lowered(document), likeness.name))
    return _Support()


def _place(text: str, said: str) -> tuple[Span, ...]:
    at = text.find(said)
    return (Span(at, at + len(said)),)


# There are parties of every colour ("Moderate Party"), and every town may have a daily of any name ("Daily Courier").
_MANIFOLD, _ANY = 3.0, re.compile(r"\w+ party|daily \w+|sunday \w+|evening \w+")


def _listed(sources: int) -> float:
    """What it says that so many thesauri have an exchange as it stands, and not its singular only."""
    return 1.7 + 0.56 * sources if sources else 0.0


def _weight(words: list[str], likeness: Likeness, begins: bool) -> float:
    """Log-odds that the words of the likeness were exchanged; `begins` where the run begins its sentence."""
    strange = [strangeness(word) for word in likeness.said]
    mean = sum(strange) / len(strange)
    weight = _BIAS + 1.4 * mean - 0.37 * min(strange) - 0.35 * max(log2(1 + neighbours(word)) for word in likeness.said)
    weight += 0.92 * likeness.bound - 1.2 * likeness.attested + fmean(map(_listed, likeness.listed))
    weight += {"office": -0.5, "place": 0.6}.get(likeness.kind, 0.0) - (0.9 if likeness.rigid else 0.0)
    if likeness.unknown == 0:
        weight += 1.1 * likeness.rigid - 1.15
    else:  # No thesaurus has the exchange; the first word of a sentence has its capital anyway.
        weight -= 0.55 * min(3, likeness.anchors) + 1.3 * mean
    if begins and likeness.first + likeness.exchanged[0] == 0 and not likeness.famous:
        weight -= 1.6
    if likeness.anchors:
        weight += 1.1 * likeness.only - (0.2 * mean if likeness.anchors == 1 else 0.0)
    length = likeness.last - likeness.first + 1
    weight += -1.1 if length == 2 else 0.93 if length > 3 else 0.0
    weight += _FAMOUS if likeness.famous and likeness.anchors and not (likeness.attested or likeness.unknown) else 0.0
    if likeness.kind != "office" and likeness.last < len(words) - 1:  # Behind an office stands who holds it.
        weight -= _FURTHER
    if likeness.first and not modifies(words[likeness.first - 1]):
        weight -= _FURTHER
    elif likeness.first and max(strange) >= _STRANGE:
        weight += _COUNTRY
    weight -= _MANIFOLD if _ANY.fullmatch(likeness.name) else 0.0
    return weight - (1.35 if any("-" in word for word in likeness.said) else 0.0)


def _nameable(text: str) -> bool:
    """Whether a run may hold a name: longer ones are headlines and lists, and among capitals they mean nothing."""
    return text.count(" ") < _LONGEST_RUN and not text.isupper()


def _behind(document: Document, name: Name) -> str:
    """What follows the run, where a phrase that stands for one word of a name stands there, or goes on, in lower case."""
    end = name.start + len(name.text)
    last = name.text.rpartition(" ")[2]
    if beginning(document).isdisjoint((end - len(last), end + 1)):
        return ""
    behind = _BEHIND.match(document.text, end)
    if behind is None or not _nameable(name.text):
        return ""
    if begins_phrase(last.lower(), behind[1]) or (behind[2] and begins_phrase(behind[1], behind[2])):
        return document.text[end : min(name.sentence.end, end + _FARTHEST)]
    return ""


def _joined(text: str, end: int) -> list[Word]:
    """The words of a run that ends at `end`, phrases in one, and those behind it that belong to it; none without any."""
    words = words_of(text)
    if not any(begins_phrase(first[0], second[0]) for first, second in pairwise(words)):
        return []
    kept: list[Word] = []
    for word, first, last in merged(words):
        if first >= end and "-" not in word and word not in SMALL and text[first].islower():
            break
        kept.append((word, first, last))
    return kept


@lru_cache(maxsize=1 << 14)
def _found(text: str, end: int) -> tuple[tuple[Likeness, tuple[Word, ...]], ...]:
    """What a run that ends at `end` is like, each time with its words."""
    found = []
    for places in (words_of(text[:end]), _joined(text, end)):
        words = tuple(places)
        found += [(likeness, words) for likeness in likenesses([word for word, _, _ in places])]
    return tuple(found)


@lru_cache(maxsize=1 << 14)  # Names return from article to article.
def _alone(text: str) -> bool:
    """Whether a run, as it stands, is like a name with a word exchanged."""
    return _nameable(text) and torturable(text.split(" ")) and bool(_found(text, len(text)))


def _best(document: Document, name: Name, behind: str) -> tuple[Span, Likeness, float, _Support] | None:
    begins = name.span.start == name.sentence.start
    found = [
        (_weight([word for word, _, _ in places], likeness, begins), likeness, places)
        for likeness, places in _found(name.text + behind, len(name.text))
    ]
    if not found:
        return None
    weight, best, places = max(found, key=lambda one: (one[0], one[1].last - one[1].first, one[1].name))
    said = " ".join(word for word, _, _ in places[best.first : best.last + 1])
    support = _support(document, best, said) if weight > 0 else _Support()
    start = name.span.start
    span = Span(start + places[best.first][1], start + places[best.last][2])
    return span, best, weight + support.weight, support


def _runs(document: Document) -> Iterator[Name]:
    """The capitalised runs, two with nothing but an ampersand between them as one ("Food & Medication Administration")."""
    if _AMPERSAND not in document.text:
        yield from names(document)
        return
    run: list[Name] = []
    for name in names(document):
        if run and (
            run[-1].sentence is not name.sentence or document.text[run[-1].span.end : name.start] != _AMPERSAND
        ):
            yield _one(document, run)
            run = []
        run.append(name)
    if run:
        yield _one(document, run)


def _one(document: Document, run: Sequence[Name]) -> Name:
    return Name(run[0].start, document.text[run[0].start : run[-1].span.end], run[0].sentence)


def _hits(document: Document) -> Iterator[Hit]:
    told: set[str] = set()
    for name in _runs(document):
        behind = _behind(document, name) if beginning(document) else ""
        if not (behind or _alone(name.text)):
            continue
        if (found := _best(document, name, behind)) is None:
            continue
        span, likeness, weight, support = found
        if weight < _ENOUGH or _headline(name):
            continue
        meant = titled(likeness.name)
        message = f"no known name, a synonym away from “{meant}”{support.why}"
        if (said := document.quote(span).lower()) in told:  # Once is enough to fail; the others are shown.
            yield Hit(span, message, meant, 0.8, Severity.INFO, 1.0, related=support.places)
        elif weight >= _SURE:
            yield Hit(span, message, meant, 0.97, Severity.ERROR, 2.0, related=support.places)
        else:
            yield Hit(span, message, meant, 0.8, related=support.places)
        told.add(said)


@view
def tortured(document: Document) -> tuple[Hit, ...]:
    """The document's tortured names, for the rule and for those that must not tell them again."""
    return tuple(_hits(document))
