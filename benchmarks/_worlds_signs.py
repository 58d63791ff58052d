"""Worlds in which signs alone part many values: results, species, offices and measures, each source in its own hand.

The last fact before an event, a synonym or the office held before are popular errors; copiers take another's hand with his
claims. The engine was mended for such signs after a stranger's match results had shown them (2-5, 2:5), so these worlds say
that it holds, not that it was foreseen.
"""

import random
from collections import defaultdict

from benchmarks._worlds import World, shares_right
from benchmarks._worlds_plain import asked, mixed


def _goals(said: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isdigit() else " " for c in said).split())


def results(seed: int) -> World:
    """Results of 60 matches, with dashes or colons; six of the careless copy one of them, hand and all."""
    chance = random.Random(seed)
    skill = mixed(chance, 6, 8)
    hand = {source: chance.choice(("{0}-{1}", "{0}:{1}", "{0}–{1}", "{0} - {1}")) for source in sorted(skill)}
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    taken: dict[str, str] = {}
    for thing, source, right in asked(chance, skill, 60, (4, 8)):
        known = random.Random(f"{seed} {thing}")
        first, second = known.sample(range(7), 2)
        gold[thing] = f"{first}-{second}"
        other = chance.choice(((second, first), (first, second + 1), (first + 1, second)))
        said = hand[source].format(*((first, second) if right else other))
        claims.append((thing, "result", said, source))
        marks[source].append(right)
        if source == "careless0":
            taken[thing] = said
    claims += [
        (thing, "result", said, f"copy{n}") for thing, said in taken.items() for n in range(6) if chance.random() < 0.9
    ]
    return World(claims, gold, lambda chosen, gold: _goals(chosen) == _goals(gold), accuracy=shares_right(marks))


_GENERA = "Parus Corvus Turdus Larus Anas Falco Sitta Regulus Emberiza Sylvia".split()
_SPECIES = "major minor alba nigra montana palustris vulgaris rustica cristata cinerea viridis media".split()


def species(seed: int) -> World:
    """Species of 80 finds: in full, the genus cut to a letter, with who named it, or the genus alone; a likely other one."""
    chance = random.Random(seed)
    skill = mixed(chance, 7, 12)
    hand = {
        source: chance.choice(("{0} {1}", "{0} {1}", "{2}. {1}", "{0} {1} (Linnaeus, 1758)"))
        for source in sorted(skill)
    }
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 80, (4, 8)):
        known = random.Random(f"{seed} {thing}")
        genus, (name, *others) = known.choice(_GENERA), known.sample(_SPECIES, 4)
        gold[thing] = f"{genus} {name}"
        said = hand[source].format(genus, name if right else chance.choices(others, (3, 1, 1))[0], genus[0])
        claims.append((thing, "species", genus if right and chance.random() < 0.15 else said, source))
        marks[source].append(right)
    return World(claims, gold, lambda chosen, gold: gold.split()[1] in chosen, accuracy=shares_right(marks))


_RANKS = ("Minister", "Deputy Minister", "State Secretary")
_FIELDS = "Finance Transport Health Energy Culture Labour Justice Defence Trade Fisheries".split()


def offices(seed: int) -> World:
    """Offices of 70 officials, in several wordings; the careless name the one held before, or say "former" of this one."""
    chance = random.Random(seed)
    skill = mixed(chance, 7, 11)
    hand = {
        source: chance.choice(("{0} of {1}", "{1} {0}", "{0} for {1}", "{0} for the {1}")) for source in sorted(skill)
    }
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 70, (4, 8)):
        known = random.Random(f"{seed} {thing}")
        rank, before = known.choice(_RANKS), known.choice(_RANKS)
        field, other = known.sample(_FIELDS, 2)
        gold[thing] = f"{rank} of {field}"
        said = hand[source].format(rank, field)
        if not right:
            said = f"former {said}" if chance.random() < 0.3 else hand[source].format(before, other)
        claims.append((thing, "office", said, source))
        marks[source].append(right)

    def same(chosen: str, gold: str) -> bool:
        return sorted(set(chosen.split()) - {"of", "for", "the"}) == sorted(set(gold.split()) - {"of"})

    return World(claims, gold, same, accuracy=shares_right(marks))


def _minutes(said: str) -> int:
    numbers = [int(one) for one in _goals(said)]
    return 60 * numbers[0] + numbers[1] if len(numbers) > 1 else numbers[0] * (60 if said.endswith("h") else 1)


def lengths(seed: int) -> World:
    """Lengths of 70 films, in minutes or hours and minutes; the careless give that of the other cut."""
    chance = random.Random(seed)
    skill = mixed(chance, 7, 12)
    hand = {source: chance.randrange(4) for source in sorted(skill)}
    gold, claims = {}, []
    marks: dict[str, list[bool]] = defaultdict(list)
    for thing, source, right in asked(chance, skill, 70, (4, 8)):
        known = random.Random(f"{seed} {thing}")
        true, cut = known.randrange(85, 200), known.choice((-11, 7, 19))
        minutes = true if right else chance.choice((true + cut, true + cut, true + 1, true - 20))
        gold[thing] = f"{true} min"
        whole, rest = divmod(minutes, 60)
        said = (f"{minutes} min", f"{whole}h {rest}m", f"{minutes} minutes", f"{whole} hr {rest} min")[hand[source]]
        claims.append((thing, "length", said, source))
        marks[source].append(right)
    return World(claims, gold, lambda chosen, gold: _minutes(chosen) == _minutes(gold), accuracy=shares_right(marks))
