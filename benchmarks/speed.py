"""CPU milliseconds an article of 4 KB: the whole, each rule, and the text views that all rules share.

python -m benchmarks.speed DATA_DIR
"""

import time
from collections.abc import Callable
from statistics import median

from auditor import Document
from auditor.examine import examine
from auditor.model import FAMILIES, replace
from auditor.rule import Rule
from auditor.rules import load
from auditor.signature import signature
from auditor.text.names import names
from auditor.text.quotes import quotations
from auditor.text.sentences import sentences
from auditor.text.tokens import forms, tokens, word_counts
from benchmarks._data import articles, data_dir

ARTICLES = 300
ROUNDS = 3


def fresh(documents: list[Document]) -> list[Document]:
    """The documents without their views."""
    return [replace(document) for document in documents]


def warmed(document: Document) -> Document:
    """The document with the common views computed, so that a rule is charged for its own work only.

    A view that the rules of one family share is charged to the first of them, and so to the family.
    """
    sentences(document), tokens(document), forms(document), word_counts(document), names(document)
    quotations(document)
    return document


def milliseconds(work: Callable[[Document], object], documents: list[Document], warm: bool = False) -> float:
    """Median CPU ms a document of `ROUNDS` passes, after one that fills the caches; `warm` leaves out common views."""
    times = []
    for number in range(ROUNDS + 1):
        some = list(map(warmed, fresh(documents))) if warm else fresh(documents)
        begun = time.process_time()
        for document in some:
            work(document)
        if number:
            times.append(1000 * (time.process_time() - begun) / len(documents))
    return median(times)


def by_rule(rules: tuple[Rule, ...], documents: list[Document]) -> dict[str, float]:
    """CPU ms a document of each rule, by code, and of the signature, over warmed documents."""
    times: dict[str, list[float]] = {"signature": [], **{rule.code: [] for rule in rules}}
    for number in range(ROUNDS + 1):
        spent = dict.fromkeys(times, 0.0)
        for document in map(warmed, fresh(documents)):
            begun = time.process_time()
            signature(document)
            spent["signature"] += time.process_time() - begun
            for rule in rules:
                begun = time.process_time()
                list(rule.examine(document) if rule.examine else rule.claims(document) if rule.claims else ())
                spent[rule.code] += time.process_time() - begun
        if number:
            for name, seconds in spent.items():
                times[name].append(1000 * seconds / len(documents))
    return {name: median(several) for name, several in times.items()}


def main() -> None:
    """Prints the table."""
    folder = data_dir("CPU milliseconds an article, whole and by rule")
    chosen = [d for d in articles(folder, "news_by_outlet") if 3000 <= len(d.text) <= 5000][:ARTICLES]
    rules = load()
    size = sum(len(document.text) for document in chosen) / len(chosen)
    print(f"{len(chosen)} articles of {size:.0f} characters on average, CPU ms an article\n")
    print(f"{milliseconds(lambda d: examine(d, rules), chosen):8.3f}  everything, as `audit` does it")
    print(f"{milliseconds(warmed, chosen):8.3f}  shared text views")
    spent = by_rule(rules, chosen)
    print(f"{spent['signature']:8.3f}  signature\n")
    for family in FAMILIES:
        mine = [rule for rule in rules if rule.family == family]
        print(f"{sum(spent[rule.code] for rule in mine):8.3f}  {family}")
        for rule in mine:
            print(f"{spent[rule.code]:16.3f}  {rule.code} {rule.id}")


if __name__ == "__main__":
    main()
