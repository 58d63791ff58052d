"""More made-up worlds: figures, times, dates, lists, and what most overlook."""

import random
from collections import defaultdict

from auditor.truth.values import words
from benchmarks._worlds import Claim, Right, World, shares_right, skills, speakers


def near(share: float) -> Right:
    """Right is what differs by no more than this share."""

    def right(found: str, gold: str) -> bool:
        return abs(number_of(found) - float(gold)) <= share * abs(float(gold))

    return right


def number_of(text: str) -> float:
    """The number that a value of these worlds is."""
    plain = text.strip("$% ").replace(",", "")
    scale = 1e6 if plain.endswith("M") else 1.0
    try:
        return float(plain.rstrip("MF °")) * scale
    except ValueError:
        return float("nan")


def stocks(seed: int) -> World:
    """Fifty-five sources, 150 figures: rounded, in millions, outdated alike, ten sources of one feed."""
    chance = random.Random(seed)
    skill = skills(chance, 45, 0.5, 0.98)
    fed = [f"feed{n}" for n in range(10)]
    claims, gold = [], {}
    for n in range(150):
        truth = round(chance.lognormvariate(14, 2))
        old = round(truth * chance.uniform(0.9, 1.1))
        feed = truth if chance.random() < 0.4 else round(truth * chance.uniform(0.7, 1.3))
        gold[f"o{n}"] = str(truth)
        for source, right in skill.items():
            if chance.random() < 0.4:
                wrong = old if chance.random() < 0.5 else round(truth * chance.uniform(0.5, 1.5))
                claims.append(
                    (f"o{n}", "volume", _written(chance, truth if chance.random() < right else wrong), source)
                )
        claims += [(f"o{n}", "volume", _written(chance, feed), name) for name in fed if chance.random() < 0.9]
    return World(claims, gold, near(0.005), skill)


def _written(chance: random.Random, value: int) -> str:
    form = chance.randrange(4)
    if form == 0 and value >= 1_000_000:
        return f"{value / 1e6:.2f}M"
    return f"{value:,}" if form < 3 else str(value)


def flights(seed: int) -> World:
    """Thirty-eight sources, 300 departures, as clock times in two forms; three groups copy a schedule."""
    chance = random.Random(seed)
    skill = skills(chance, 20, 0.5, 0.95)
    groups = {f"group{g} {m}": g for g, size in enumerate((5, 4, 9)) for m in range(size)}
    claims, gold = [], {}
    marks: dict[str, list[bool]] = defaultdict(list)

    def written(minute: int) -> str:
        hour, rest = divmod(minute % 1440, 60)
        if chance.random() < 0.5:
            return f"{hour:02}:{rest:02}"
        return f"{hour % 12 or 12}:{rest:02} {'pm' if hour >= 12 else 'am'}"

    for n in range(300):
        planned = 5 * chance.randrange(60, 280)
        truth = planned if chance.random() < 0.3 else planned + chance.randint(1, 90)
        gold[f"o{n}"] = str(truth)
        shared = [truth if chance.random() < p else planned + chance.randint(-5, 60) for p in (0.8, 0.5, 0.3)]
        for source, right in skill.items():
            if chance.random() < 0.5:
                wrong = planned if chance.random() < 0.4 else planned + chance.randint(1, 90)
                told = truth if chance.random() < right else wrong
                marks[source].append(told == truth)
                claims.append((f"o{n}", "departs", written(told), source))
        claims += [
            (f"o{n}", "departs", written(shared[g]), name) for name, g in groups.items() if chance.random() < 0.7
        ]

    def right_time(found: str, wanted: str) -> bool:
        clock, _, half = found.partition(" ")
        hour, minute = map(int, clock.split(":"))
        return (hour % 12 + 12 * (half == "pm") if half else hour) * 60 + minute == int(wanted) % 1440

    return World(claims, gold, right_time, shares_right(marks))


def weather(seed: int) -> World:
    """Eighteen sources, 300 temperatures; nobody is exact, some are off by much."""
    chance = random.Random(seed)
    spread = {f"s{n}": chance.choice((0.6, 1.0, 2.0, 6.0)) for n in range(18)}
    claims, gold = [], {}
    for n in range(300):
        truth = chance.uniform(20, 95)
        gold[f"o{n}"] = f"{truth:.1f}"
        for source, width in spread.items():
            if chance.random() < 0.6:
                claims.append((f"o{n}", "high", f"{truth + chance.gauss(0, width):.0f} °F", source))

    def right(found: str, wanted: str) -> bool:
        return abs(float(found.split()[0]) - float(wanted)) <= 1.0

    return World(claims, gold, right)


def population(seed: int) -> World:
    """Three thousand editors, most of one edit, on 600 figures: other years' counts, roundings, vandals."""
    chance = random.Random(seed)
    kinds = {
        name: chance.choices(("good", "stale", "vandal"), (0.6, 0.3, 0.1))[0] for name in skills(chance, 3000, 0, 1)
    }
    claims, gold = [], {}
    for n in range(600):
        truth = round(chance.lognormvariate(9, 1.5)) + 100
        older = round(truth * chance.uniform(0.9, 1.05))
        gold[f"o{n}"] = str(truth)
        for source in speakers(chance, list(kinds), chance.randint(2, 8)):
            kind = kinds[source] if chance.random() < 0.85 else "good"
            if kind == "vandal":
                value = chance.randrange(1, 10**6)
            elif kind == "stale":
                value = older
            else:
                value = round(truth, -2) if chance.random() < 0.1 else truth
            claims.append((f"o{n}", "population", f"{value:,}" if chance.random() < 0.5 else str(value), source))
    return World(claims, gold, near(0.0005))


_MONTHS = "January February March April May June July August September October November December".split()


def biography(seed: int) -> World:
    """Eight hundred editors, 500 dates of birth: whole, month and year, or the year; in three forms."""
    chance = random.Random(seed)
    skill = skills(chance, 800, 0.4, 0.95)
    claims: list[Claim] = []
    gold = {}
    for n in range(500):
        truth = (chance.randint(1900, 1990), chance.randint(1, 12), chance.randint(1, 28))
        whole = False
        mine: list[Claim] = []
        for source in speakers(chance, list(skill), 6):
            year, month, day = truth
            if chance.random() >= skill[source]:
                slip = chance.randrange(3)
                year, month, day = (
                    (year + chance.choice((-10, -1, 1)), month, day),
                    (year, month % 12 + 1, day),
                    (year, month, day % 28 + 1),
                )[slip]
            form = chance.choices(("dmy", "mdy", "iso", "y", "my"), (3, 3, 2, 1.5, 0.5))[0]
            value = {
                "dmy": f"{day} {_MONTHS[month - 1]} {year}",
                "mdy": f"{_MONTHS[month - 1]} {day}, {year}",
                "iso": f"{year}-{month:02}-{day:02}",
                "y": str(year),
                "my": f"{_MONTHS[month - 1]} {year}",
            }[form]
            whole |= (year, month, day) == truth and form in ("dmy", "mdy", "iso")
            mine.append((f"o{n}", "born", value, source))
        if whole:
            gold[f"o{n}"] = "{}-{:02}-{:02}".format(*truth)
            claims += mine

    def right(found: str, wanted: str) -> bool:
        year, month, day = map(int, wanted.split("-"))
        return found in (wanted, f"{day} {_MONTHS[month - 1]} {year}", f"{_MONTHS[month - 1]} {day}, {year}")

    return World(claims, gold, right)


def restaurants(seed: int) -> World:
    """Twelve guides, 400 places: half a fifth are closed, which the careful notice and the others do not."""
    chance = random.Random(seed)
    notices = {f"s{n}": chance.choice((0.15, 0.3, 0.8, 0.95)) for n in range(12)}
    claims, gold = [], {}
    for n in range(400):
        closed = chance.random() < 0.3
        gold[f"o{n}"] = "shut" if closed else "open"
        for source, notice in notices.items():
            if chance.random() < 0.6:
                says = chance.random() < (notice if closed else 0.03)
                claims.append((f"o{n}", "status", "shut" if says else "open", source))
    return World(claims, gold)


def lists(seed: int) -> World:
    """Sixteen sources, 300 films with one to four directors: left out, made up, in any order and form."""
    chance = random.Random(seed)
    givens = "Ada Bela Carl Dora Egon Faye Gus Hana Ivo June Karl Lena".split()
    family = [a + b for a in "Mor Bel Tan Kov Ster Hal Win".split() for b in "den lin sson berg ova ick".split()]
    complete = {f"s{n}": (chance.uniform(0.4, 0.98), chance.uniform(0.01, 0.2)) for n in range(16)}
    claims, gold = [], {}
    for n in range(300):
        people = [f"{chance.choice(givens)} {surname}" for surname in chance.sample(family, chance.randint(1, 4))]
        gold[f"o{n}"] = "; ".join(people)
        for source, (named, made_up) in complete.items():
            if chance.random() < 0.5:
                said = [one for one in people if chance.random() < named] or people[:1]
                if chance.random() < made_up:
                    said.append(f"{chance.choice(givens)} {chance.choice(family)}")
                chance.shuffle(said)
                turned = [", ".join(one.split()[::-1]) for one in said]
                claims.append((f"o{n}", "directors", "; ".join(turned if chance.random() < 0.4 else said), source))

    def right(found: str, wanted: str) -> bool:
        return set(words(found)) == set(words(wanted))

    return World(claims, gold, right)
