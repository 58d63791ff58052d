"""Truth discovery measured: the authors of books, and simulated attacks on a vote."""

import csv
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

from auditor import discover_truth
from auditor.text.similarity import edits
from auditor.truth.values import words
from benchmarks._data import rows
from benchmarks._figures import spearman

Claim = tuple[str, str, str, str]


def _variant(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return (
        short == long
        or (len(short) >= 3 and long.startswith(short))
        or (len(short) >= 5 and edits(short, long, 1) <= 1)
    )


def names_all_and_nobody_else(value: str, gold: str) -> bool:
    """The definition of right for authors: every gold surname stands in the value, and every word of the value of two
    letters or more is a name of a gold author. A cut or short form and one slip in five letters count as the same.
    """
    said = [word for word in words(value) if len(word) > 1]
    surnames = [word for author in gold.split(";") for word in words(author.partition(",")[0]) if len(word) > 1]
    known = words(gold)
    return all(any(_variant(name, word) for word in said) for name in surnames) and all(
        any(_variant(word, name) for name in known) for word in said
    )


def author_names(value: str) -> frozenset[str]:
    """The strict definition: the set of surnames and full given names, folded; initials and the form of the list aside."""
    return frozenset(word for word in words(value) if len(word) > 1)


def books(folder: Path) -> None:
    """Prints how many of the gold author lists are found, by vote over exact wordings and by truth discovery."""
    claims: list[Claim] = [
        (str(row["obj"]), str(row["attr"]), str(row["value"]), str(row["source"]))
        for row in rows(folder, "td_book_claims")
    ]
    with (folder / "td_book_truth.csv").open(encoding="utf-8") as file:
        gold = {row[0]: row[2] for row in csv.reader(file)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for thing, _, value, _ in sorted(set(claims)):
        votes[thing][value] += 1
    begun = time.process_time()
    truth = discover_truth(claims)
    seconds = time.process_time() - begun
    by_vote = sum(names_all_and_nobody_else(min(votes[o], key=lambda v: (-votes[o][v], v)), gold[o]) for o in gold)
    exact = sum(
        author_names(found_value) == author_names(gold[thing])
        for (thing, _), found_value in truth.values.items()
        if thing in gold
    )
    found = {thing: value for (thing, _), value in truth.values.items()}
    right = sum(names_all_and_nobody_else(found[thing], gold[thing]) for thing in gold)
    print(
        f"books: {len(gold)} gold lists, {len(claims)} claims: vote {by_vote}, truth discovery {right}, with each list equal name by name {exact} ({seconds:.1f} s)"
    )


ANIMALS = "dog cat horse bird whale monkey zebra tiger lion".split()


def attack(
    seed: int,
    honest: int = 12,
    copies: int = 10,
    items: int = 200,
    changed: float = 0.05,
    worst: float = 0.5,
    best: float = 0.95,
    bad: float = 0.3,
    cover: float = 1.0,
) -> tuple[float, float]:
    """Near-copies of one bad source among honest ones: Spearman of estimated with true accuracies, share of truths found.

    Honest sources are right with a chance between `worst` and `best`, the copied one with `bad`; a copy changes a share
    of its claims, and each source speaks of a share `cover` of the items.
    """
    chance = random.Random(seed)
    accuracy = {f"honest {n}": chance.uniform(worst, best) for n in range(honest)}

    def said(right: float) -> str:
        return ANIMALS[0] if chance.random() < right else chance.choice(ANIMALS[1:])

    claims: list[Claim] = []
    marks: dict[str, list[bool]] = defaultdict(list)
    for number in range(items):
        copied = said(bad)
        values = {name: said(right) for name, right in accuracy.items()}
        values |= {f"copy {n}": copied if chance.random() >= changed else said(bad) for n in range(copies)}
        for name, value in values.items():
            if chance.random() < cover:
                claims.append((str(number), "animal", value, name))
                marks[name].append(value == ANIMALS[0])
    truth = discover_truth(claims)
    names = sorted(marks)
    rho = spearman([truth.sources[n].accuracy for n in names], [sum(marks[n]) / len(marks[n]) for n in names])
    return rho, sum(value == ANIMALS[0] for value in truth.values.values()) / len(truth.values)


def attacks() -> None:
    """Prints the attack under several conditions, ten seeds each."""
    conditions: dict[str, dict[str, float]] = {
        "12 honest sources": {},
        "8 honest sources": {"honest": 8},
        "5 honest sources": {"honest": 5},
        "50 items": {"items": 50},
        "each speaks of a fifth": {"cover": 0.2},
        "copies change 10 %": {"changed": 0.1},
        "copies change 15 %": {"changed": 0.15},
        "poor honest sources": {"worst": 0.3, "best": 0.7},
        "no copies": {"copies": 0},
    }
    print("ten near-copies of a bad source: mean and least rank correlation, truths found")
    for name, given in conditions.items():
        found = [attack(seed, **given) for seed in range(10)]  # type: ignore[arg-type]  # counts and shares by name
        rhos = [rho for rho, _ in found]
        print(f"  {name:24} {sum(rhos) / 10:5.2f} {min(rhos):5.2f} {sum(share for _, share in found) / 10:5.2f}")
