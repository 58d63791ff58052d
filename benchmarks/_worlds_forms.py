"""Worlds of one fact in many forms: hours, telephone numbers, prices, shares, street addresses, yes and no, casts, days,
and a wire report that many sites repeat. Each source has its own hand; some say that they do not know."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping

from benchmarks._worlds import Claim, World, shares_right, skills
from benchmarks._worlds_plain import FAMILY, GIVEN, mixed

# How people say that they do not know, here and there.
UNKNOWN = ("unknown", "n/a", "-", "?", "not available", "k. A.", "inconnu", "desconocido", "tbc", "—")


def _world(
    chance: random.Random,
    skill: Mapping[str, float],
    facts: Mapping[str, tuple[str, list[str]]],
    written: Callable[[str, int], str],
    each: tuple[int, int],
    attribute: str,
) -> World:
    """Some sources on each object: its truth or one of its errors, the first of them oftenest, in each source's own form."""
    style = {source: chance.randrange(4) for source in sorted(skill)}
    claims: list[Claim] = []
    marks: dict[str, list[bool]] = defaultdict(list)
    form: dict[str, str] = {}
    for thing, (truth, wrong) in facts.items():
        for source in chance.sample(sorted(skill), chance.randint(*each)):
            if chance.random() < 0.05:
                claims.append((thing, attribute, chance.choice(UNKNOWN), source))
                continue
            knows = chance.random() < skill[source]
            said = (
                truth if knows else chance.choices(wrong, [0.6, *[0.4 / max(1, len(wrong) - 1)] * (len(wrong) - 1)])[0]
            )
            value = written(said, style[source])
            form[f"{thing} {value}"] = said
            marks[source].append(knows)
            claims.append((thing, attribute, value, source))
    gold = {thing: f"{thing} {truth}" for thing, (truth, _) in facts.items()}

    def right(chosen: str, wanted: str) -> bool:
        """What was said in a form is what that form means for this object."""
        thing, truth = wanted.split(" ", 1)
        return form.get(f"{thing} {chosen}") == truth

    return World(claims, gold, right, shares_right(marks))


def telephones(seed: int) -> World:
    """Numbers of 60 shops in fifteen directories: with and without the country, stale, or two digits turned."""
    chance = random.Random(seed)
    facts = {}
    for n in range(60):
        area, first, last = chance.randint(201, 989), chance.randint(200, 999), chance.randint(1000, 9999)
        old, slip = f"{area} {first} {chance.randint(1000, 9999)}", f"{area} {first} {str(last)[:2]}{str(last)[:1:-1]}"
        truth = f"{area} {first} {last}"
        facts[f"o{n}"] = (truth, [wrong for wrong in (old, slip) if wrong != truth])

    def written(said: str, style: int) -> str:
        area, first, last = said.split()
        return (
            f"({area}) {first}-{last}",
            f"+1 {area} {first} {last}",
            f"{area}.{first}.{last}",
            f"1-{area}-{first}-{last}",
        )[style]

    return _world(chance, mixed(chance, 5, 10), facts, written, (4, 9), "phone")


def hours(seed: int) -> World:
    """Opening hours of 60 places, of which some were changed."""
    chance = random.Random(seed)
    facts = {}
    for n in range(60):
        opens, closes = chance.randint(6, 11), chance.randint(15, 22)
        facts[f"o{n}"] = (
            f"{opens} {closes}",
            [f"{opens} {closes - 1}", f"{opens + 1} {closes}", f"{opens} {closes + 1}"],
        )

    def half(hour: int, gap: str) -> str:
        return f"{hour % 12 or 12}{gap}{'pm' if hour >= 12 else 'am'}"

    def written(said: str, style: int) -> str:
        opens, closes = map(int, said.split())
        return (
            f"{opens:02}:00-{closes:02}:00",
            f"{half(opens, ' ')} to {half(closes, ' ')}",
            f"{half(opens, '')}–{half(closes, '')}",
            f"{opens}.00 - {closes}.00",
        )[style]

    return _world(chance, mixed(chance, 5, 10), facts, written, (4, 9), "hours")


def prices(seed: int) -> World:
    """Sums of money, in words, in full, in millions; last year's, or a tenth."""
    chance = random.Random(seed)
    facts = {}
    for n in range(60):
        tenths = chance.randint(11, 980)
        facts[f"o{n}"] = (str(tenths), [str(tenths + chance.choice((-3, 4, 7))), str(tenths * 10), str(tenths + 1)])

    def written(said: str, style: int) -> str:
        whole, tenth = divmod(int(said), 10)
        return (
            f"${whole}.{tenth} million",
            f"${whole}.{tenth}m",
            f"USD {whole},{tenth}00,000",
            f"{whole}.{tenth} million dollars",
        )[style]

    return _world(chance, mixed(chance, 6, 11), facts, written, (4, 9), "cost")


def shares(seed: int) -> World:
    """Percentages, in four forms."""
    chance = random.Random(seed)
    facts = {}
    for n in range(60):
        tenths = chance.randint(31, 960)
        facts[f"o{n}"] = (str(tenths), [str(1000 - tenths), str(tenths + 10), str(tenths - 3)])

    def written(said: str, style: int) -> str:
        whole, tenth = divmod(int(said), 10)
        return (f"{whole}.{tenth}%", f"{whole}.{tenth} percent", f"{whole}.{tenth} per cent", f"{whole},{tenth} %")[
            style
        ]

    return _world(chance, mixed(chance, 6, 11), facts, written, (4, 9), "turnout")


_STREETS = "Mill Station Church Harbour Market Queen Castle Garden Bridge Chapel Orchard Tower".split()
_TOWNS = "Ashby Brandon Corley Denholm Elswick Farley Gorton Helmsby".split()


def streets(seed: int) -> World:
    """Addresses: with the town or without, abbreviated; the old house, or the street's namesake."""
    chance = random.Random(seed)
    facts = {}
    for n in range(60):
        number, street, town = chance.randint(2, 180), chance.choice(_STREETS), chance.choice(_TOWNS)
        kind, other = chance.choice(("Street", "Road", "Avenue")), chance.choice(_STREETS)
        wrong = [f"{number + 2} {street} {kind} {town}", f"{chance.randint(200, 300)} {other} {kind} {town}"]
        facts[f"o{n}"] = (f"{number} {street} {kind} {town}", wrong)

    def written(said: str, style: int) -> str:
        number, street, kind, town = said.split()
        short = {"Street": "St.", "Road": "Rd.", "Avenue": "Ave."}[kind]
        return (
            f"{number} {street} {kind}, {town}", f"{number} {street} {short}", f"{number} {street} {short}, {town}", f"{number} {street} {kind}",
        )[style]  # fmt: skip

    return _world(chance, mixed(chance, 5, 10), facts, written, (4, 9), "address")


def yes_and_no(seed: int) -> World:
    """Fifty towns with or without an airport, by twelve sources, of which three are wrong more often than right."""
    chance = random.Random(seed)
    skill = skills(chance, 9, 0.65, 0.95) | skills(chance, 3, 0.2, 0.4, "wrong")
    facts = {f"o{n}": (("yes", ["no"]) if chance.random() < 0.4 else ("no", ["yes"])) for n in range(50)}

    def written(said: str, style: int) -> str:
        return {"yes": ("yes", "Yes", "true", "Y"), "no": ("no", "No", "false", "N")}[said][style]

    return _world(chance, skill, facts, written, (4, 9), "airport")


def casts(seed: int) -> World:
    """Casts of 40 films: in any order, a member left out or exchanged, initials, slips of the pen."""
    chance = random.Random(seed)
    skill = mixed(chance, 6, 10)
    style = {source: chance.randrange(3) for source in sorted(skill)}
    claims: list[Claim] = []
    whole: set[tuple[str, str]] = set()
    for n in range(40):
        people = [f"{chance.choice(GIVEN)} {family}" for family in chance.sample(FAMILY, 6)]
        cast = people[: chance.randint(2, 5)]
        for source in chance.sample(sorted(skill), chance.randint(4, 9)):
            mine = list(cast)
            if chance.random() >= skill[source]:
                if chance.random() < 0.6:
                    mine.pop(chance.choice((-1, -1, 0)))
                else:
                    mine[chance.randrange(len(mine))] = people[5]
            complete = set(mine) == set(cast)
            if chance.random() < 0.4:
                chance.shuffle(mine)
            if style[source] == 1:
                mine = [f"{one[0]}. {one.split()[1]}" for one in mine]
            if chance.random() < 0.1:
                at = chance.randrange(len(mine))
                mine[at] = mine[at][:-2] + mine[at][-1] + mine[at][-2]
            value = (", ", ", ", "; ")[style[source]].join(mine)
            if complete:
                whole.add((f"o{n}", value))
            claims.append((f"o{n}", "cast", value, source))
    return World(claims, {f"o{n}": f"o{n}" for n in range(40)}, lambda chosen, thing: (thing, chosen) in whole)


def wire(seed: int) -> World:
    """Sixty incidents, thirty sites of two to twelve claims; of a third a wrong report is repeated by most."""
    chance = random.Random(seed)
    skill = skills(chance, 6, 0.85, 0.98, "own") | skills(chance, 24, 0.5, 0.8, "site")
    repeats = {source: source.startswith("site") and chance.random() < 0.7 for source in sorted(skill)}
    claims: list[Claim] = []
    gold = {}
    marks: dict[str, list[bool]] = defaultdict(list)
    causes = "gas-leak arson lightning short-circuit fireworks explosion subsidence flood".split()
    for n in range(60):
        truth, report, *others = chance.sample(causes, 6)
        gold[f"o{n}"] = truth
        wired = n % 3 == 0
        for source in chance.sample(sorted(skill), chance.randint(3, 8)):
            if wired and repeats[source]:
                said = report
            else:
                said = truth if chance.random() < skill[source] else chance.choice([report, *others])
            marks[source].append(said == truth)
            claims.append((f"o{n}", "cause", said.replace("-", " "), source))
    return World(claims, gold, lambda chosen, wanted: chosen == wanted.replace("-", " "), shares_right(marks))


def silent(seed: int) -> World:
    """Eighty things, mostly two or three claims by sources of one or two: ties, and a third says that it does not know."""
    chance = random.Random(seed)
    skill = {name: chance.betavariate(5, 2) for name in skills(chance, 120, 0, 1)} | skills(
        chance, 4, 0.9, 0.98, "known"
    )
    claims: list[Claim] = []
    gold = {}
    for n in range(80):
        gold[f"o{n}"] = f"v{n}"
        for source in chance.sample(sorted(skill), chance.randint(2, 3)) + chance.sample(
            ["known0", "known1", "known2", "known3"], 1
        ):
            if chance.random() < 0.33:
                claims.append((f"o{n}", "a", chance.choice(UNKNOWN), source))
            else:
                claims.append(
                    (f"o{n}", "a", f"v{n}" if chance.random() < skill[source] else f"w{chance.randint(1, 4)}", source)
                )
    said = {thing for thing, _, value, _ in claims if value not in UNKNOWN}
    return World([c for c in claims if c[0] in said], {thing: value for thing, value in gold.items() if thing in said})
