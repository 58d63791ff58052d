"""Truth discovery measured on made-up worlds of each published kind, against known methods, and under attack."""

import random
import time
from collections.abc import Callable

from auditor import discover_truth
from benchmarks import _worlds as worlds
from benchmarks import _worlds_forms as forms
from benchmarks import _worlds_more as more
from benchmarks import _worlds_plain as plain
from benchmarks import _worlds_signs as signs
from benchmarks._baselines import BASELINES
from benchmarks._claims import attack
from benchmarks._figures import spearman

KINDS: tuple[Callable[[int], worlds.World], ...] = (
    worlds.dense, worlds.long_tail, worlds.spammers, worlds.copiers, worlds.birth_places, worlds.heritages,
    worlds.addresses, more.stocks, more.flights, more.weather, more.population, more.biography, more.restaurants,
    more.lists, plain.years, plain.authors, plain.heights, plain.peers, plain.rumours,
    forms.telephones, forms.hours, forms.prices, forms.shares, forms.streets, forms.yes_and_no, forms.casts, forms.wire,
    forms.silent, signs.results, signs.species, signs.offices, signs.lengths,
)  # fmt: skip
# Kinds whose values have a middle.
MEASURED = ("stocks", "weather", "population")
# The engine was written against seeds below ten.
SEEDS = range(10, 15)


def kinds() -> None:
    """Prints, by kind: truths found by the best known method and by ours, and how good the accuracies are."""
    print("truth discovery on made-up worlds: claims, best known method, ours, least difference of a seed;")
    print("  accuracies of sources: held by their 90 % interval, rank correlation with the true ones")
    for kind in KINDS:
        found: dict[str, list[float]] = {}
        held: list[bool] = []
        rhos = []
        size = 0
        for seed in SEEDS:
            world = kind(seed)
            size = len(world.claims)

            def share(chosen: dict[str, str], world: worlds.World = world) -> float:
                return sum(world.right(chosen[thing], gold) for thing, gold in world.gold.items()) / len(world.gold)

            for name, method in BASELINES.items():
                if name != "median" or kind.__name__ in MEASURED:
                    found.setdefault(name, []).append(share(method(world.claims)))
            truth = discover_truth(world.claims)
            found.setdefault("ours", []).append(share({thing: value for (thing, _), value in truth.values.items()}))
            known = sorted(name for name, one in truth.sources.items() if one.claims and name in world.accuracy)
            judged = {name: truth.sources[name] for name in known}
            held += [one.low <= world.accuracy[name] <= one.high for name, one in judged.items()]
            rhos.append(spearman([one.accuracy for one in judged.values()], [world.accuracy[name] for name in judged]))
        ours = found.pop("ours")
        best = max(found, key=lambda name: sum(found[name]))
        least = min(mine - theirs for mine, theirs in zip(ours, found[best], strict=True))
        line = f"  {kind.__name__:13} {size:5}  {best:11} {sum(found[best]) / len(SEEDS):.3f}"
        line += f"  ours {sum(ours) / len(SEEDS):.3f} ({least:+.3f})"
        print(line + (f"  {sum(held) / len(held):.2f}  {sum(rhos) / len(rhos):.2f}" if held else ""))


def curves() -> None:
    """Prints the attack by number of copies and by the share of its claims that each alters."""
    print("copies of one bad source among 12 honest ones, by share altered: rank correlation, truths found")
    shares = (0.05, 0.15, 0.25, 0.4)
    print("  copies " + "".join(f"{share:>13.0%}" for share in shares))
    for copies in (5, 10, 12, 15):
        cells = []
        for altered in shares:
            found = [attack(seed, copies=copies, changed=altered) for seed in range(5)]
            cells.append(f"{sum(rho for rho, _ in found) / 5:6.2f} {sum(right for _, right in found) / 5:.2f}")
        print(f"  {copies:6} " + "".join(f"{cell:>13}" for cell in cells))


def cost() -> None:
    """Prints the CPU seconds of 500,000 claims, by fifty sources and by two hundred thousand."""
    for sources, each in ((50, 10), (200_000, 5)):
        chance = random.Random(0)
        claims = [
            (f"o{thing}", "a", f"v{0 if chance.random() < 0.7 else chance.randint(1, 9)} w{thing % 97}", f"s{source}")
            for thing in range(500_000 // each)
            for source in chance.sample(range(sources), each)
        ]
        begun = time.process_time()
        discover_truth(claims)
        print(f"{len(claims):,} claims of {sources:,} sources: {time.process_time() - begun:.0f} s")
