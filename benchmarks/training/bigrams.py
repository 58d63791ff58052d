"""Makes the shipped table of the pairs of words that English at large has, where an exchange may bring one into a name.

python -m benchmarks.training.bigrams WEB BOOKS

WEB is `bigrams.txt` of the package wordsegment (Apache-2.0), BOOKS `frequency_bigramdictionary_en_243_342.txt` of the
package symspellpy (MIT). Both are needed here only. The same files make the same table, `_attested.tsv` beside the rules.
"""

import argparse
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from auditor.rules import load

_HEAD = (
    "# A word, and the words that stand before it in English at large, of pairs that an exchange may bring into a name. "
    "Pairs among the most frequent of the web and of books: wordsegment (P. Norvig's web bigrams; Apache-2.0) and "
    "symspellpy (Google Books bigrams; MIT). Made by benchmarks.training.bigrams.\n"
)
Pair = tuple[str, str]


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of one list, in lower case."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        row = line.lower().split()
        if len(row) == 3:
            yield row[0], row[1]


def brought(
    found: Collection[Pair], names: Collection[str], renamed: Mapping[str, Collection[str]]
) -> Mapping[str, list[str]]:
    """The pairs that come of an exchange in a name, the second word to all first ones."""
    beside = {pair for name in names for pair in pairwise(name.split(" "))}
    second_words = defaultdict(set)
    for first, second in beside:
        second_words[first].add(second)
    rows: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(set(found) - beside):
        exchanged_first = any((natural, second) in beside for natural in renamed.get(first, ()))
        if exchanged_first or not second_words[first].isdisjoint(renamed.get(second, ())):
            rows[second].append(first)
    return rows


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description="Pairs of words that English at large has")
    parser.add_argument("lists", type=Path, nargs="+", metavar="LIST")
    load()
    renaming = import_module("auditor.rules.spin._renaming")
    found = {pair for path in parser.parse_args().lists for pair in pairs(path)}
    rows = brought(found, renaming.gazetteer(), renaming.renamed())
    lines = [f"{second}\t{' '.join(rows[second])}\n" for second in sorted(rows)]
    target = Path(str(renaming.__file__)).with_name("_attested.tsv")
    target.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
