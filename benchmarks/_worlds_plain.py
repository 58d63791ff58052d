"""Worlds as people write them: plausible errors that many make on their own, careful sources among careless ones, names
and measures in several hands. Nobody copies anybody here; who takes honest agreement for copying fails."""

import random
from collections import defaultdict
from collections.abc import Iterator

from benchmarks._worlds import World, shares_right, skills

GIVEN = "Anna Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas Karim Lena Marta Nils Olga Pavel Rosa Stefan Tara Viktor".split()
FAMILY = (
    "Kovac Lindqvist Moreau Nakamura Okafor Petrov Quintana Rossi Svensson Tanaka Ursu Vargas Weiss Ximenes Yilmaz Zeller "
    "Abbott Brandt Costa Duran Eklund Farkas Gruber Haas Ivanov Jansen Keller Lopez Meyer Novak"
).split()


def mixed(chance: random.Random, careful: int, careless: int) -> dict[str, float]:
    """A few sources that hardly err, and many that err as often as not."""
    return skills(chance, careful, 0.82, 0.97, "careful") | skills(chance, careless, 0.25, 0.6, "careless")


def _popular(chance: random.Random, wrong: list[str]) -> str:
    """One of the wrong values, the first of them more often than all others together."""
    return chance.choices(wrong, [0.6, *[0.4 / (len(wrong) - 1)] * (len(wrong) - 1)])[0]


def asked(
    chance: random.Random, skill: dict[str, float], many: int, each: tuple[int, int]
) -> Iterator[tuple[str, str, bool]]:
    """Object, source and whether it is right, for some sources on each object."""
    for n in range(many):
        for source in chance.sample(sorted(skill), chance.randint(*each)):
            yield f"o{n}", source, chance.random() < skill[source]


def years(seed: int) -> World:
    """Years of 60 films: the remake's, the year after, two digits turned."""
    chance = random.Random(seed)
    skill = mixed(chance, 7, 12)
    gold, wrong, claims = {}, {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 60, (3, 9)):
        if thing not in gold:
            year = chance.randint(1925, 2015)
            gold[thing] = str(year)
            others = [
                str(year + chance.choice((1, 1, 8, 19, 31))),
                str(year - 1),
                str(year + 2),
                str(year)[:2] + str(year)[:1:-1],
            ]
            wrong[thing] = [other for other in dict.fromkeys(others) if other != str(year)]
        claims.append((thing, "year", gold[thing] if right else _popular(chance, wrong[thing]), source))
        marks[source].append(right)
    return World(claims, gold, accuracy=shares_right(marks))


def _written(chance: random.Random, people: list[tuple[str, str]], style: int) -> str:
    """Authors in one of the ways in which lists are written."""
    names = {
        0: [f"{given} {family}" for given, family in people],
        1: [f"{family}, {given}" for given, family in people],
        2: [f"{given[0]}. {family}" for given, family in people],
        3: [f"{family.upper()}, {given.upper()}" for given, family in people],
    }[style]
    if style == 0 and chance.random() < 0.3:
        names.reverse()
    return {0: " and ", 1: "; ", 2: ", ", 3: " / "}[style].join(names)


def _same_people(chosen: str, gold: str) -> bool:
    def families(text: str) -> list[str]:
        return sorted(name for name in map(str.lower, FAMILY) if name in text.lower())

    return families(chosen) == families(gold)


def authors(seed: int) -> World:
    """Authors of 50 books, each source in its own way of writing: some name the first only, some add the translator."""
    chance = random.Random(seed)
    skill = mixed(chance, 6, 14)
    style = {source: chance.randrange(4) for source in sorted(skill)}
    gold, claims = {}, []
    people: dict[str, list[tuple[str, str]]] = {}
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 50, (4, 9)):
        if thing not in people:
            families = chance.sample(FAMILY, 5)
            people[thing] = [(chance.choice(GIVEN), family) for family in families]
            chance.shuffle(people[thing])
            gold[thing] = ""
        many = 1 + int(thing[1:]) % 3
        mine = people[thing][:many]
        gold[thing] = _written(random.Random(0), mine, 0)
        if not right:
            # The translator, whom all who err so name; another book's author; the first alone.
            ways = [[*mine, people[thing][4]], [people[thing][3]], mine[:1] if many > 1 else [people[thing][3]]]
            mine = chance.choices(ways, (0.5, 0.2, 0.3))[0]
        claims.append((thing, "authors", _written(chance, mine, style[source]), source))
        marks[source].append(right)
    return World(claims, gold, _same_people, accuracy=shares_right(marks))


def _said(metres: float, style: int) -> str:
    feet = metres / 0.3048
    whole = f"{metres:,.0f}"
    return (
        f"{whole} m", f"{feet:,.0f} ft", f"{whole} m ({feet:,.0f} ft)", f"{whole.replace(',', ' ')} m", f"{metres:.0f} metres",
        f"{whole.replace(',', '.')} m", f"{round(metres, -2):,.0f} m",
    )[style]  # fmt: skip


def _metres(text: str) -> float:
    first = text.split(" (")[0]
    digits = float("".join(c for c in first if c.isdigit()))
    return digits * 0.3048 if first.endswith("ft") else digits


def _as_high(chosen: str, gold: str) -> bool:
    return abs(_metres(chosen) - _metres(gold)) <= 1


def heights(seed: int) -> World:
    """Heights of 60 mountains: in metres or feet, exact or rounded, by the old survey, or with the wrong unit."""
    chance = random.Random(seed)
    skill = mixed(chance, 7, 13)
    style = {source: chance.choice((0, 0, 0, 1, 1, 2, 3, 4, 5, 6)) for source in sorted(skill)}
    gold, real, claims = {}, {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 60, (4, 9)):
        if thing not in real:
            real[thing] = (chance.randint(1012, 8900), chance.choice((-61, -27, 33, 48, 112)))
            gold[thing] = _said(real[thing][0], 0)
        metres, off = real[thing]
        wrong = (float(metres + off), metres / 0.3048, metres + 1000.0)
        said = float(metres) if right else chance.choices(wrong, (0.7, 0.15, 0.15))[0]
        claims.append((thing, "height", _said(said, style[source]), source))
        marks[source].append(right)
    return World(claims, gold, _as_high, accuracy=shares_right(marks))


def peers(seed: int) -> World:
    """Nine sources on 40 objects, all good, who agree because they are right."""
    chance = random.Random(seed)
    skill = skills(chance, 9, 0.8, 0.97)
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 40, (3, 9)):
        gold[thing] = f"true {thing}"
        claims.append((thing, "a", gold[thing] if right else _popular(chance, ["v1", "v2", "v3", "v4"]), source))
        marks[source].append(right)
    return World(claims, gold, accuracy=shares_right(marks))


def rumours(seed: int) -> World:
    """A hundred and fifty things of which sixty sources speak, three or four of each; one rumour about each is popular."""
    chance = random.Random(seed)
    skill = mixed(chance, 15, 45)
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 150, (2, 6)):
        # Drawn for each thing, so that no order of names tells the truth to who breaks ties by it.
        gold[thing], *wrong = (f"fact {n}" for n in random.Random(f"{seed} {thing}").sample(range(17), 4))
        claims.append((thing, "a", gold[thing] if right else _popular(chance, wrong), source))
        marks[source].append(right)
    return World(claims, gold, accuracy=shares_right(marks))
