"""Trust measured: truth discovery, attacks, the ranking against an independent rating, intervals, confidence.

python -m benchmarks.trust DATA_DIR

The rating (`pc1`) is only compared with; nothing is fitted to it here but, in the cross-fitted figure, the choice among
a few weights of tone, each outlet being scored with what was chosen without it.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import product
from pathlib import Path

from auditor.examine import examine
from auditor.model import Card, Finding, replace
from auditor.rules import load
from auditor.score import Weights, default_weights
from auditor.score.intervals import interval
from auditor.score.points import Marks, marked
from auditor.score.sources import rows as source_rows
from auditor.score.sources import standings
from auditor.score.voices import voices
from benchmarks._claims import attacks, books
from benchmarks._confidence import confidence
from benchmarks._data import articles, data_dir, rows
from benchmarks._figures import bootstrap, spearman
from benchmarks._games import cutting, pasting
from benchmarks._rating import ways
from benchmarks._truths import cost, curves, kinds

# Articles taken from an outlet at most, so that no outlet is the corpus; those that one must have to be ranked, to show
# whether intervals hold, and to be among those on which nothing was chosen.
MOST, FEWEST, HALVED, LEAST = 240, 10, 5, 3
Audited = tuple[list[Card], list[Finding]]


def audited(folder: Path) -> tuple[Audited, dict[str, float]]:
    """Cards and document findings of a seeded sample of each rated outlet's articles, and the ratings."""
    rating = {str(row["source"]): row["pc1"] for row in rows(folder, "news_by_outlet")}
    by_source = defaultdict(list)
    for document in articles(folder, "news_by_outlet"):
        if document.source and rating.get(document.source) is not None:
            by_source[document.source].append(document)
    rules = [rule for rule in load() if rule.examine]
    chance = random.Random(0)
    cards: list[Card] = []
    findings: list[Finding] = []
    for source in sorted(by_source):
        mine = by_source[source]
        if len(mine) >= LEAST:
            for document in chance.sample(mine, min(MOST, len(mine))):
                found = examine(document, rules)
                cards.append(found.card)
                findings += found.findings
    known = {card.source for card in cards}
    return (cards, findings), {name: float(str(value)) for name, value in rating.items() if name in known}


def of(data: Audited, sources: Container[str]) -> Audited:
    """The cards and findings of some sources alone."""
    cards = [card for card in data[0] if str(card.source) in sources]
    names = {card.id for card in cards}
    return cards, [finding for finding in data[1] if finding.document in names]


def _scores(data: Audited, weights: Weights) -> dict[str, float]:
    cards, findings = data
    return {one.source: one.score for one in standings(cards, marked(cards, findings, weights), voices(cards))}


def outlets(data: Audited, rating: Mapping[str, float]) -> None:
    """Prints Spearman with the rating: as shipped, with half of the weights' effect, and cross-fitted."""
    names = sorted(rating)
    target = [rating[name] for name in names]
    shipped = default_weights()
    plain = replace(shipped, rules={})
    choices = [
        replace(shipped, rules={"AT101": crowd, "AT150": tone, "BP101": boiler, "TQ107": boiler, "TQ201": tone})
        for crowd, boiler, tone in product((0.25, 1.0), (0.1, 1.0), (1.0, 3.0, 5.0))
    ]
    under = [_scores(data, weights) for weights in choices]
    fitted = []
    for name in names:
        others = [other for other in names if other != name]
        fits = [spearman([scores[o] for o in others], [rating[o] for o in others]) for scores in under]
        best = under[fits.index(max(fits))]
        # Scores of different choices are on one scale: the place among the other outlets.
        fitted.append(sum(best[other] < best[name] for other in others) / len(others))
    print(
        f"ranking against an independent rating, {len(names)} outlets, {len(data[0])} articles: Spearman (90 % interval)"
    )
    for label, values in (
        ("all rules alike", [_scores(data, plain)[name] for name in names]),
        ("as shipped", [_scores(data, shipped)[name] for name in names]),
        ("weights cross-fitted", fitted),
    ):
        low, high = bootstrap(values, target)
        print(f"  {label:24} {spearman(values, target):5.2f} ({low:.2f} to {high:.2f})")


# Articles that an outlet of the unseen has on average, and draws of as many from each of the others.
_FEW, _DRAWS = 4, 12


def unseen(data: Audited, rating: Mapping[str, float], known: Audited, ratings: Mapping[str, float]) -> None:
    """Prints Spearman with the rating for outlets on which nothing was chosen, and what the others reach with as few
    articles each: how much of the difference is theirs to explain."""
    names, weights = sorted(rating), default_weights()
    scores = _scores(data, weights)
    mine, target = [scores[name] for name in names], [rating[name] for name in names]
    low, high = bootstrap(mine, target)
    print(
        f"outlets of {LEAST} to {FEWEST - 1} articles, on which nothing was chosen, {len(names)}: Spearman {spearman(mine, target):.2f} ({low:.2f} to {high:.2f})"
    )
    chance, by_source = random.Random(2), defaultdict(list)
    for card in known[0]:
        by_source[str(card.source)].append(card)
    found = []
    for _ in range(_DRAWS):
        few = {card.id for some in by_source.values() for card in chance.sample(some, _FEW)}
        thinned = [c for c in known[0] if c.id in few], [f for f in known[1] if f.document in few]
        scores = _scores(thinned, weights)
        found.append(spearman([scores[name] for name in sorted(scores)], [ratings[name] for name in sorted(scores)]))
    print(f"  the others with {_FEW} articles each, mean of {_DRAWS} draws: {sum(found) / _DRAWS:.2f}")


def _halves(cards: Sequence[Card], chance: random.Random) -> tuple[list[Card], list[Card]]:
    by_source: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        by_source[str(card.source)].append(card)
    first: list[Card] = []
    second: list[Card] = []
    for source in sorted(by_source):
        mine = by_source[source]
        chance.shuffle(mine)
        first += mine[: len(mine) // 2]
        second += mine[len(mine) // 2 :]
    return first, second


def coverage(data: Audited, label: str, resamples: int = 500) -> None:
    """Prints how often the interval of one half of an outlet's articles holds the score of the other half."""
    cards, findings = data
    marks = marked(cards, findings)
    chance = random.Random(1)
    held = total = 0
    rhos = []
    draws = -(-resamples // len({card.source for card in cards}))
    for _ in range(draws):
        first, second = _halves(cards, chance)
        one, other = standings(first, marks, voices(first)), standings(second, marks, voices(second))
        rhos.append(spearman([standing.score for standing in one], [standing.score for standing in other]))
        for a, b in zip(one, other, strict=True):
            low, high = interval(a)
            held += low <= b.score <= high
            total += 1
    print(
        f"90 % intervals hold the other half's score in {held / total:.3f} of {total} resamples, {label}; "
        f"the halves rank them alike: Spearman {sum(rhos) / draws:.2f}"
    )


def shrinkage(data: Audited) -> None:
    """Prints the variance of articles within a source over that between sources: the articles behind the prior."""
    cards, findings = data
    marks: Mapping[str, Marks] = marked(cards, findings)
    by_source: dict[str, list[float]] = defaultdict(list)
    for row in source_rows(cards, marks, voices(cards)):
        if row.voice.size:
            by_source[str(row.card.source)].append(sum(row.added.values()) / row.voice.size)
    means = {name: sum(values) / len(values) for name, values in by_source.items()}
    degrees = sum(len(values) - 1 for values in by_source.values())
    within = sum((value - means[name]) ** 2 for name, values in by_source.items() for value in values) / degrees
    middle = sum(means.values()) / len(means)
    noise = sum(within / len(values) for values in by_source.values()) / len(means)
    between = sum((mean - middle) ** 2 for mean in means.values()) / (len(means) - 1) - noise
    print(f"articles behind the prior (variance within over between sources): {within / between:.1f}")


def main() -> None:
    """Prints it all."""
    folder = data_dir(__doc__ or "")
    books(folder)
    attacks()
    curves()
    kinds()
    cost()
    everything, rating = audited(folder)
    many = Counter(card.source for card in everything[0])
    data = of(everything, {name for name in rating if many[name] >= FEWEST})
    rated = {name: rating[name] for name in rating if many[name] >= FEWEST}
    outlets(data, rated)
    ways(rated, *data)
    shrinkage(data)
    coverage(data, "outlets of ten articles and more")
    fresh = {name: rating[name] for name in rating if many[name] < FEWEST}
    unseen(of(everything, fresh), fresh, data, rated)
    small = {name for name in fresh if many[name] >= HALVED}
    coverage(of(everything, small), "outlets of five to nine, on which nothing was chosen")
    cutting(*data)
    pasting(folder)
    confidence(folder)


if __name__ == "__main__":
    main()
