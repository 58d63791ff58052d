"""Made-up worlds for truth discovery, one for each kind of published data: who claims what, and what is so.

Shapes (sources, objects, claims, how many copy) follow what the papers report of their data; names and values are made
up. BirthPlaces and Heritages: Jung, Kim, Shim 2019; stocks, flights: Li, Dong and others 2012; population, biography:
Pasternack, Roth 2010; restaurants: Galland and others 2010; weather: Li and others 2014; lists: Zhao and others 2012.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Claim = tuple[str, str, str, str]
Right = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class World:
    """Claims, the gold value of each object, when an answer is right, and how often each source is (broad truths count)."""

    claims: list[Claim]
    gold: Mapping[str, str]
    right: Right = str.__eq__
    accuracy: Mapping[str, float] = field(default_factory=dict)


_SYLLABLES = "ba ce di fo gu ha jo ke li mo nu pa ra se ti vo wa xi yo za".split()


def _name(chance: random.Random, syllables: int = 4) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def skills(chance: random.Random, sources: int, low: float, high: float, label: str = "s") -> dict[str, float]:
    return {f"{label}{n}": chance.uniform(low, high) for n in range(sources)}


def shares_right(marks: Mapping[str, list[bool]]) -> dict[str, float]:
    """How often each source of ten claims and more was right in fact."""
    return {name: sum(some) / len(some) for name, some in marks.items() if len(some) >= 10}


def speakers(chance: random.Random, names: list[str], most: int) -> list[str]:
    """Some sources, drawn by a long tail: the first speak of much, the last of one thing."""
    weights = [1 / (n + 3) for n in range(len(names))]
    return sorted(set(chance.choices(names, weights, k=most)))


def _values(chance: random.Random, many: int = 10) -> list[str]:
    """Values of one object, the true one first; nothing in a name tells which."""
    return [f"v{number}" for number in chance.sample(range(100, 1000), many)]


def _said(chance: random.Random, values: list[str], right: float, wrongs: tuple[int, ...] = tuple(range(1, 10))) -> str:
    return values[0 if chance.random() < right else chance.choice(wrongs)]


def dense(seed: int) -> World:
    """Fifteen sources on 200 objects, ten values each."""
    chance = random.Random(seed)
    skill = skills(chance, 15, 0.35, 0.9)
    claims, gold = [], {}
    for n in range(200):
        values = _values(chance)
        gold[f"o{n}"] = values[0]
        claims += [(f"o{n}", "a", _said(chance, values, right), source) for source, right in skill.items()]
    return World(claims, gold, accuracy=skill)


def long_tail(seed: int) -> World:
    """Three thousand sources, most with one or two claims, on 1,200 objects."""
    chance = random.Random(seed)
    skill = {name: chance.betavariate(4, 3) for name in skills(chance, 3000, 0, 1)}
    claims, gold = [], {}
    for n in range(1200):
        values = _values(chance)
        gold[f"o{n}"] = values[0]
        for source in speakers(chance, list(skill), 5):
            claims.append((f"o{n}", "a", _said(chance, values, skill[source], (1, 1, 2, 3, 4)), source))
    return World(claims, gold, accuracy=skill)


def spammers(seed: int) -> World:
    """A fifth of the objects is flooded by twelve accounts that say the same; ten others know them all."""
    chance = random.Random(seed)
    skill = skills(chance, 10, 0.6, 0.9)
    claims, gold = [], {}
    for n in range(200):
        values = _values(chance)
        gold[f"o{n}"] = values[0]
        claims += [(f"o{n}", "a", _said(chance, values, right), source) for source, right in skill.items()]
        if n % 5 == 0:
            claims += [(f"o{n}", "a", values[9], f"spam{m}") for m in range(12) if chance.random() < 0.9]
    return World(claims, gold, accuracy=skill)


def copiers(seed: int, altered: float = 0.1) -> World:
    """Thirteen sources; eight more copy the worst of them but for some claims."""
    chance = random.Random(seed)
    skill = skills(chance, 12, 0.5, 0.9) | {"bad": 0.35}
    claims, gold = [], {}
    for n in range(200):
        values = _values(chance)
        gold[f"o{n}"] = values[0]
        claims += [(f"o{n}", "a", _said(chance, values, right), source) for source, right in skill.items()]
        taken = claims[-1][2]
        for m in range(8):
            said = _said(chance, values, 0.35) if chance.random() < altered else taken
            claims.append((f"o{n}", "a", said, f"copy{m}"))
    return World(claims, gold, accuracy=skill)


def _tree(chance: random.Random) -> dict[str, tuple[str, ...]]:
    """Towns to their regions and countries: 8 countries, 5 regions each, 8 towns each, a few of them large."""
    found: dict[str, tuple[str, ...]] = {}
    for _ in range(8):
        country = _name(chance, 3)
        for _ in range(5):
            region = _name(chance)
            for _ in range(8):
                found[_name(chance)] = (region, country)
    return found


def _hierarchical(
    seed: int, sources: int, objects: int, claimed: Callable[[random.Random, list[str]], list[str]], *, path: bool
) -> World:
    chance = random.Random(seed)
    tree = _tree(chance)
    towns = sorted(tree)
    chance.shuffle(towns)
    weights = [1 / (n + 2) for n in range(len(towns))]
    skill = skills(chance, sources, 0.55, 0.95)
    general = {name: chance.choice((0.05, 0.3, 0.6)) for name in skill}
    claims: list[Claim] = []
    gold = {}
    marks: dict[str, list[bool]] = defaultdict(list)
    for n in range(objects):
        truth = chance.choices(towns, weights)[0]
        said = []
        for source in claimed(chance, list(skill)):
            town = truth if chance.random() < skill[source] else chance.choices(towns, weights)[0]
            level = chance.choice((1, 2)) if chance.random() < general[source] else 0
            whole = (town, *tree[town])
            said.append((f"o{n}", "place", ", ".join(whole[level:]) if path else whole[level], source, level, town))
        # The most specific true value that anyone claims, as the papers judge.
        levels = [level for *_, level, town in said if town == truth]
        if levels:
            whole = (truth, *tree[truth])
            gold[f"o{n}"] = ", ".join(whole[min(levels) :]) if path else whole[min(levels)]
            claims += [row[:4] for row in said]
            for *_, source, level, town in said:
                marks[source].append((town, *tree[town])[level] == whole[level])
    return World(claims, gold, accuracy=shares_right(marks))


def birth_places(seed: int) -> World:
    """Seven sources, 2,000 people, one to four claims each: bare names of towns, regions or countries."""
    return _hierarchical(seed, 7, 2000, lambda chance, names: chance.sample(names, chance.randint(1, 4)), path=False)


def heritages(seed: int) -> World:
    """Fifteen hundred sources, 785 sites, five or six claims each: bare names at any level."""
    return _hierarchical(seed, 1500, 785, lambda chance, names: speakers(chance, names, 6), path=False)


def addresses(seed: int) -> World:
    """Twelve sources, 600 objects: "Town, Region, Country", or less of it."""
    return _hierarchical(seed, 12, 600, lambda chance, names: chance.sample(names, chance.randint(2, 6)), path=True)
