"""Articles to sources: pooled exponents, shrunk towards the corpus, with intervals and ranks.

A source's exponent in a family is what its findings add, over its words: so to cut an article in pieces, or to pad,
gains nothing. It is shrunk by empirical Bayes towards the corpus, as if `PRIOR` usual articles of the corpus stood
behind each source. The exponents of families add up to that of the source, whose score is 100·exp(-sum).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from auditor.model import FAMILIES, Agreement, Card
from auditor.score.agreement import at_odds
from auditor.score.points import Marks
from auditor.score.voices import REPORTS, Voice, heard

# As many usual articles of the corpus stand behind each source. The variance of articles within a source over that
# between 34 genuine US outlets is 25 (benchmarks/trust.py), but those hardly differ, and as much would hide a spun
# outlet of ten articles; between 4 and 12 the agreement of the ranking with an independent rating grows from 0.37 to
# 0.44. A constant, so that scores stay monotone.
PRIOR = 8.0
# Behind the corpus stand twenty articles such as 1,700 genuine ones were on average (an exponent of about 0.02 in all),
# so that one bad article among five does not drag down who did not write it.
_USUAL = 20.0
_GENUINE = 0.004
# Variance over mean of the exponents of usual articles (0.031 squared over 0.0098, 3,012 reports of 34 outlets), so that
# one clean article in a clean corpus is no certainty.
_DISPERSION = 0.10


@dataclass(frozen=True, slots=True)
class Standing:
    """A source's shrunk exponent by family and in sum, its variance, and what it rests on.

    `lent` is the part of the exponents that stands for the corpus and not for the source's own findings.
    `size` is in usual articles; `effective` counts articles, copies once, fragments in part, and what few families could
    judge not at all, unless it is grave. `reporting` is whether reports are among them.
    """

    source: str
    exponents: Mapping[str, float]
    lent: Mapping[str, float]
    judged: frozenset[str]
    total: float
    variance: float
    size: float
    effective: float
    documents: int
    reporting: bool

    @property
    def score(self) -> float:
        """0 to 100."""
        return 100 * exp(-self.total)


@dataclass(frozen=True, slots=True)
class Row:
    """One article: its voice, what it adds to its source's exponents in the families that could judge it, and would add alone."""

    card: Card
    voice: Voice
    added: Mapping[str, float]
    whole: Mapping[str, float]


def counted(some: Sequence[Row]) -> list[Row]:
    """The reports among a source's articles; all of them where it has none."""
    return [row for row in some if row.card.genre in REPORTS] or list(some)


def _floors(cards: Iterable[Card], marks: Mapping[str, Marks]) -> dict[tuple[str, str], float]:
    """What all copies of a text have in common: the least exponent in a cluster, by (cluster, family)."""
    found: dict[tuple[str, str], float] = {}
    for card in cards:
        for family in FAMILIES:
            if family not in card.unjudged:
                place, value = (card.copy_cluster, family), marks[card.id].exponents[family]
                found[place] = min(value, found.get(place, value))
    return found


def rows(cards: Sequence[Card], marks: Mapping[str, Marks], voices: Mapping[str, Voice]) -> list[Row]:
    """The articles that have a voice. What copies have in common counts by their share; what one has more, its own."""
    floors = _floors(cards, marks)
    found = []
    for card in cards:
        if card.id in voices:
            share = voices[card.id].share
            added = {}
            whole = {family: value for family, value in marks[card.id].exponents.items() if family not in card.unjudged}
            for family, value in whole.items():
                floor = floors[card.copy_cluster, family]
                added[family] = share * floor + value - floor
            found.append(Row(card, voices[card.id], added, whole))
    return found


def _pooled(some: Iterable[Row], family: str) -> tuple[float, float]:
    """What a family's findings add over all rows that it could judge, and the size of these."""
    mine = [row for row in some if family in row.added]
    return sum(row.added[family] for row in mine), sum(row.voice.share * row.voice.size for row in mine)


def _spread(some: Iterable[Row], mean: float) -> tuple[float, float]:
    """Sum of squared deviations of articles from what their size lets expect, and the articles behind it."""
    heard = [row for row in some if row.voice.share]
    squares = sum((sum(row.added.values()) - mean * row.voice.size * row.voice.share) ** 2 for row in heard)
    return squares, sum(row.voice.share for row in heard)


# Of the articles behind the prior two count as sampling noise, so that a source without articles is in doubt; and articles'
# worth of the corpus' spread in a source's own. So the intervals hold the other half's score in 0.91 of resamples of outlets
# of ten articles and more, and in 0.95 of those of five to nine (with eight and eight 0.95 and 0.97).
_UNSAMPLED = 2.0
_SPREAD_PRIOR = 4.0
# What an article adds that holds an error: about one of ordinary weight and confidence.
_GRAVE = 0.1
# The least spread: one ordinary note an article.
_LEAST_SPREAD = 0.01**2


def standings(
    cards: Sequence[Card],
    marks: Mapping[str, Marks],
    voices: Mapping[str, Voice],
    agreements: Mapping[str, Agreement] | None = None,
) -> tuple[Standing, ...]:
    """All sources that have a name, by name; who is at odds with independent others pays among contradictions."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    everything = rows(cards, marks, voices)
    for row in everything:
        if row.card.source is not None:
            by_source[row.card.source].append(row)
    reports = counted(everything)
    prior = {
        family: (added + _GENUINE * _USUAL) / (size + _USUAL)
        for family in FAMILIES
        for added, size in (_pooled(reports, family),)
    }
    mean = sum(prior.values())
    squares, articles = _spread(reports, mean)
    # Spread grows with the mean, as that of counts does.
    dispersion = (squares / mean + _DISPERSION * _USUAL) / (articles + _USUAL)
    documents = Counter(card.source for card in cards if card.source is not None)
    return tuple(
        _standing(
            name, documents[name], counted(by_source[name]), prior, dispersion, *at_odds((agreements or {}).get(name))
        )
        for name in sorted(documents)
    )


def _variance(mine: Sequence[Row], exponents: Mapping[str, float], spread: float) -> float:
    """Of the sum of a source's shrunk exponents; a family that could not judge leaves what divides sources in doubt."""
    total = sum(exponents.values())
    found = 0.0
    for family, exponent in exponents.items():
        judged = [row.voice for row in mine if family in row.added]
        articles, size = sum(voice.share for voice in judged), sum(voice.share * voice.size for voice in judged)
        found += exponent / total * spread * (articles + _UNSAMPLED) / (size + PRIOR) ** 2
    return found


def _own(mine: Sequence[Row]) -> tuple[dict[str, float], float]:
    """A source's exponents by family over its different texts, each once however many others carry it, and their size."""
    shares: dict[str, float] = defaultdict(float)
    for row in mine:
        shares[row.card.copy_cluster] += row.voice.share
    once = [(row, row.voice.share / shares[row.card.copy_cluster]) for row in mine if row.voice.share * row.voice.size]
    size = sum(part * row.voice.size for row, part in once)
    added = dict.fromkeys(FAMILIES, 0.0)
    for row, part in once:
        for family, value in row.whole.items():
            added[family] += part * value / size
    return added, size


def _pull(shrunk: Mapping[str, float], own: Mapping[str, float], size: float) -> float:
    """The share of the way back from the shrunk exponents to the source's own, so that they are moved no further than
    chance explains (limited translation, Efron and Morris 1971): who has one article, and a grave one, does not stand
    with those who have none."""
    total, most = sum(own.values()), sum(shrunk.values())
    if total <= most or not size:
        return 0.0
    least = total - sqrt(_DISPERSION * total / size)
    return max(0.0, least - most) / (total - most)


def _standing(
    name: str,
    documents: int,
    mine: Sequence[Row],
    prior: Mapping[str, float],
    dispersion: float,
    odds: float,
    doubt: float,
) -> Standing:
    exponents, lent = {}, {}
    for family in FAMILIES:
        added, size = _pooled(mine, family)
        exponents[family] = (added + PRIOR * prior[family]) / (size + PRIOR)
        lent[family] = PRIOR * prior[family] / (size + PRIOR)
    own_exponents, own_size = _own(mine)
    pull = _pull(exponents, own_exponents, own_size)
    exponents = {family: value + pull * (own_exponents[family] - value) for family, value in exponents.items()}
    total = sum(exponents.values())
    size = sum(row.voice.share * row.voice.size for row in mine)
    own = sum(sum(row.added.values()) for row in mine) / size if size else total
    squares, articles = _spread(mine, own)
    spread = max(_LEAST_SPREAD, (squares + _SPREAD_PRIOR * dispersion * total) / (articles + _SPREAD_PRIOR))
    variance = _variance(mine, exponents, spread) + doubt
    exponents["contradiction"] += odds
    return Standing(
        source=name,
        exponents=exponents,
        lent={family: (1 - pull) * value for family, value in lent.items()},
        judged=frozenset(family for row in mine for family in row.added),
        total=total + odds,
        variance=variance,
        size=size,
        effective=sum(row.voice.articles for row in mine if heard(row.card) or sum(row.whole.values()) >= _GRAVE),
        documents=documents,
        reporting=any(row.card.genre in REPORTS for row in mine),
    )
