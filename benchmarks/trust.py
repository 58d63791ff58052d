"""Trust measured: truth discovery, attacks, the ranking against an independent rating, intervals, confidence.

python -m benchmarks.trust DATA_DIR

The rating (`pc1`) is only compared with; nothing is fitted to it here but, in the cross-fitted figure, the choice among
a few weights of tone, each outlet being scored with what was chosen without it.
"""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from auditor.examine import examine
from auditor.model import Card, Finding, replace
from auditor.rules import load
from auditor.score import Weights, default_weights, rank
from auditor.score.intervals import interval
from auditor.score.points import Marks, marked
from auditor.score.sources import rows as source_rows
from auditor.score.sources import standings
from auditor.score.voices import voices
from benchmarks._claims import attacks, books
from benchmarks._data import articles, data_dir, rows
from benchmarks._figures import bootstrap, spearman

# Articles taken from an outlet at most, so that no outlet is the corpus, and those that one must have.
MOST, FEWEST = 240, 10
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
        if len(mine) >= FEWEST:
            for document in chance.sample(mine, min(MOST, len(mine))):
                found = examine(document, rules)
                cards.append(found.card)
                findings += found.findings
    known = {card.source for card in cards}
    return (cards, findings), {name: float(str(value)) for name, value in rating.items() if name in known}


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


def coverage(data: Audited, draws: int = 15) -> None:
    """Prints how often the interval of one half of an outlet's articles holds the score of the other half."""
    cards, findings = data
    marks = marked(cards, findings)
    chance = random.Random(1)
    held = total = 0
    rhos = []
    for _ in range(draws):
        first, second = _halves(cards, chance)
        one, other = standings(first, marks, voices(first)), standings(second, marks, voices(second))
        rhos.append(spearman([standing.score for standing in one], [standing.score for standing in other]))
        for a, b in zip(one, other, strict=True):
            low, high = interval(a)
            held += low <= b.score <= high
            total += 1
    print(f"90 % intervals hold the other half's score in {held / total:.3f} of {total} resamples")
    print(f"two halves rank outlets alike: Spearman {sum(rhos) / draws:.2f}")


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


# Sets of genuine articles altered by machine, by the families that should notice.
ALTERED = {"spun_sim_pps": "spin", "noised_sim": "spin"}


def confidence(folder: Path, data: Audited) -> None:
    """Prints a reliability table: of spin findings by stated confidence, the share in altered articles.

    Altered and genuine articles are weighed as if equally many, so a finding right by chance stands at 0.5.
    """
    rules = [rule for rule in load() if rule.examine and rule.family == "spin"]
    bins: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    genuine = [finding for finding in data[1] if finding.family == "spin"]
    for finding in genuine:
        bins[min(9, int(finding.confidence * 10))][1] += 1 / len(data[0])
    for name in ALTERED:
        documents = list(articles(folder, name))
        for document in documents:
            for finding in examine(document, rules).findings:
                bins[min(9, int(finding.confidence * 10))][0] += 1 / len(documents) / len(ALTERED)
    print("confidence of spin findings: stated, findings a hundred articles (altered, genuine), share in altered ones")
    for at, (altered, plain) in sorted(bins.items()):
        share = altered / (altered + plain)
        print(f"  {at / 10:.1f} to {at / 10 + 0.1:.1f}  {100 * altered:7.1f} {100 * plain:7.2f}  {share:.3f}")


def games(data: Audited) -> None:
    """Prints what an outlet gains by padding an article with attributions or by cutting its articles in ten."""
    cards, findings = data
    padded = [replace(card, words=card.words + 200) for card in cards]
    before, after = marked(cards, findings), marked(padded, findings)
    gains = [(after[card.id].score.total or 0) - (before[card.id].score.total or 0) for card in cards]
    print(f"200 pasted words gain an article at most {max(gains):.2f} points")
    source = sorted({str(card.source) for card in cards})[0]
    cut = [
        replace(card, id=f"{card.id}/{n}", copy_cluster=f"{card.id}/{n}", words=card.words // 10)
        for card in cards
        if card.source == source
        for n in range(10)
    ]
    moved = [replace(f, document=f"{f.document}/0") for f in findings]
    rest = [card for card in cards if card.source != source]
    whole = next(one for one in rank(cards, findings) if one.source == source)
    names = {card.id for card in rest}
    pieces = next(
        one for one in rank([*rest, *cut], [f for f in findings if f.document in names] + moved) if one.source == source
    )
    print(f"an outlet that cuts each article in ten: {whole.score} before, {pieces.score} after")


def main() -> None:
    """Prints it all."""
    folder = data_dir(__doc__ or "")
    books(folder)
    attacks()
    data, rating = audited(folder)
    outlets(data, rating)
    shrinkage(data)
    coverage(data)
    games(data)
    confidence(folder, data)


if __name__ == "__main__":
    main()
