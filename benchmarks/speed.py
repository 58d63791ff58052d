"""CPU milliseconds an article of 4 KB: the whole, each rule, and the text views that all rules share.

python -m benchmarks.speed DATA_DIR
"""

import time
from collections.abc import Callable
from statistics import median

from auditor import Document
from auditor.examine import examine
from auditor.model import replace
from auditor.rule import Rule
from auditor.rules import load
from auditor.signature import signature
from auditor.text.names import names
from auditor.text.quotes import quotations
from auditor.text.sentences import sentences
from auditor.text.tokens import forms, tokens, word_counts
from benchmarks._data import articles, data_dir

ARTICLES = 400
ROUNDS = 3


def fresh(documents: list[Document]) -> list[Document]:
    """The documents without their views."""
    return [replace(document) for document in documents]


def warmed(documents: list[Document]) -> list[Document]:
    """The documents with the common views computed, so that a rule is charged for its own work only."""
    for document in documents:
        sentences(document), tokens(document), forms(document), word_counts(document), names(document)
        quotations(document)
    return documents


def milliseconds(work: Callable[[Document], object], prepare: Callable[[], list[Document]]) -> float:
    """Median CPU ms a document of `ROUNDS` passes, after one that warms caches."""
    times = []
    for number in range(ROUNDS + 1):
        documents = prepare()
        begun = time.process_time()
        for document in documents:
            work(document)
        if number:
            times.append(1000 * (time.process_time() - begun) / len(documents))
    return median(times)


def rule_work(rule: Rule) -> Callable[[Document], object]:
    """What one rule does with one document."""

    def work(document: Document) -> object:
        if rule.examine:
            return list(rule.examine(document))
        return list(rule.claims(document)) if rule.claims else []

    return work


def main() -> None:
    """Prints the table."""
    folder = data_dir("CPU milliseconds an article, whole and by rule")
    chosen = [d for d in articles(folder, "news_by_outlet") if 3000 <= len(d.text) <= 5000][:ARTICLES]
    rules = load()
    size = sum(len(document.text) for document in chosen) / len(chosen)
    print(f"{len(chosen)} articles of {size:.0f} characters on average, CPU ms an article\n")
    print(f"{milliseconds(lambda d: examine(d, rules), lambda: fresh(chosen)):8.3f}  everything, as `audit` does it")
    print(f"{milliseconds(lambda d: warmed([d]), lambda: fresh(chosen)):8.3f}  shared text views")
    print(f"{milliseconds(signature, lambda: warmed(fresh(chosen))):8.3f}  signature")
    families: dict[str, float] = {}
    for rule in rules:
        cost = milliseconds(rule_work(rule), lambda: warmed(fresh(chosen)))
        families[rule.family] = families.get(rule.family, 0.0) + cost
        print(f"{cost:8.3f}  {rule.code} {rule.id}")
    print()
    for family, cost in families.items():
        print(f"{cost:8.3f}  {family}")


if __name__ == "__main__":
    main()
