"""How well any costs of rules could rank outlets as an independent rating does: sign-constrained, cross-fitted twice.

An outlet's features are what rules find in a thousand words of its reports (square roots: counts), and facts of its
articles' accounts. A linear model predicts the rating's rank; no feature may raise it (no rule pays a source). Each
outlet is placed by a model fitted without it, whose ridge was chosen, again, without each of the others in turn.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from auditor.model import Card, Finding
from benchmarks._figures import bootstrap, ranks, spearman

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]

# Ways tried: codes of rules, and facts of the account, those that should be high with a minus.
WAYS: Mapping[str, tuple[str, ...]] = {
    "tone": ("TQ201", "AT150"),
    "tone, and how readers are addressed": ("TQ201", "AT150", "TQ202", "TQ204", "TQ205"),
    "the same and one speaker": ("TQ201", "AT150", "TQ202", "TQ204", "TQ205", "top_speaker"),
    "the same and all facts": ("TQ201", "AT150", "TQ202", "TQ204", "TQ205", "top_speaker", "vague", "unattributed",
                               "-sources", "-claims", "-anchored", "-named"),
    "all rules that spoke often": ("TQ201", "AT150", "TQ202", "TQ204", "TQ205", "TQ107", "TQ110", "TQ111", "AT101",
                                   "AT103", "AT203", "BP101", "SP103"),
}  # fmt: skip
_RIDGES = (1.0, 3.0, 10.0, 30.0)


def _weights(features: "Reals", target: "Reals", ridge: float, sweeps: int = 40) -> "Reals":
    """Ridge regression without positive weights, by coordinate descent."""
    import numpy as np

    plain = features - features.mean(axis=0)
    square = plain.T @ plain + ridge * np.eye(features.shape[1])
    toward = plain.T @ (target - target.mean())
    found = np.zeros(features.shape[1])
    for _ in range(sweeps):
        for at in range(len(found)):
            rest = toward[at] - square[at] @ found + square[at, at] * found[at]
            found[at] = min(0.0, rest / square[at, at])
    return found


def _placed(features: "Reals", target: "Reals", ridge: float, one: int, others: Sequence[int]) -> float:
    """The share of `others` above which a model fitted to them places `one`."""
    import numpy as np

    said = features @ _weights(features[others], target[others], ridge)
    return float(np.mean((said[one] > said[others]) + 0.5 * (said[one] == said[others])))


def cross_fitted(features: "Reals", target: "Reals") -> list[float]:
    """Each outlet's place, by nested leave-one-outlet-out."""
    everyone = range(len(target))
    places = []
    for one in everyone:
        rest = [other for other in everyone if other != one]
        fits = []
        for ridge in _RIDGES:
            inner = [_placed(features, target, ridge, k, [j for j in rest if j != k]) for k in rest]
            fits.append((spearman(inner, [float(target[k]) for k in rest]), ridge))
        places.append(_placed(features, target, max(fits)[1], one, rest))
    return places


def features(names: Sequence[str], way: Iterable[str], cards: Sequence[Card], findings: Sequence[Finding]) -> "Reals":
    """The features of each outlet, scaled to a standard deviation of one."""
    import numpy as np

    by_source: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.genre == "report":
            by_source[str(card.source)].append(card)
    source = {card.id: name for name, mine in by_source.items() for card in mine}
    rate: dict[tuple[str, str], float] = defaultdict(float)
    for finding in findings:
        if finding.document in source:
            rate[source[finding.document], finding.code] += finding.weight * finding.confidence
    columns = []
    for feature in way:
        if feature.isupper():
            words = {name: sum(card.words for card in by_source[name]) for name in names}
            columns.append([float(np.sqrt(1000 * rate[name, feature] / words[name])) for name in names])
        else:
            sign, fact = (-1.0, feature[1:]) if feature.startswith("-") else (1.0, feature)
            several = [[c.facts.get(fact) for c in by_source[name]] for name in names]
            columns.append(
                [sign * float(np.mean([v for v in one if isinstance(v, (int, float))] or [0])) for one in several]
            )
    found = np.array(columns).T
    spread = found.std(axis=0)
    scaled: Reals = found / np.where(spread > 0, spread, 1.0)
    return scaled


def ways(rating: Mapping[str, float], cards: Sequence[Card], findings: Sequence[Finding]) -> None:
    """Prints each way: fitted to all outlets (what could be reached at best), and cross-fitted with its interval."""
    import numpy as np

    names = sorted(rating)
    target = np.array(ranks([rating[name] for name in names])) / (len(names) - 1)
    truth = [float(value) for value in target]
    print(
        "costs fitted to the rating, none of which pays: Spearman fitted to all outlets, cross-fitted (90 % interval)"
    )
    for label, way in WAYS.items():
        known = features(names, way, cards, findings)
        whole = known @ _weights(known, target, 3.0)
        places = cross_fitted(known, target)
        low, high = bootstrap(places, truth)
        fitted = spearman([float(value) for value in whole], truth)
        print(f"  {label:36} {fitted:5.2f}  {spearman(places, truth):5.2f} ({low:.2f} to {high:.2f})")
