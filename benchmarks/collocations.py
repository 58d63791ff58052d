"""Makes the table of which words belong beside which in genuine news, `_collocations.tsv` beside the rules.

python -m benchmarks.collocations DATA_DIR > rules/spin/_collocations.tsv

Only words count in whose place a paraphraser may have put others (`exchanges` of the rules), beside any word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import pairwise
from math import log2
from pathlib import Path

from auditor.rules import load
from auditor.text.tokens import tokens
from benchmarks._data import GENUINE, articles, data_dir

_HEADER = (
    "# A word, > or < (what follows or precedes it), its collocates with their mutual information in bits (4 times or more, 3 bits or more), "
    "and the words that were seen there though they are paraphrasers' exchanges of those. Counted in genuine articles of the development "
    "sets by benchmarks.collocations (counts only). MIT."
)
_OFTEN, _BITS, _MOST = 4, 3.0, 12
Pair = tuple[str, str]


def counted(folder: Path) -> tuple[Counter[str], Counter[Pair]]:
    """The words of the genuine articles, and their pairs with nothing but a space between; near copies once."""
    words: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    seen = set()
    for document in (document for name in GENUINE for document in articles(folder, name)):
        if document.text[:200] in seen:
            continue
        seen.add(document.text[:200])
        found = tokens(document)
        low = [word.replace("’", "'") for word in found.lower]
        words.update(low)
        pairs.update(pair for pair, gap in zip(pairwise(low), found.gaps[1:], strict=False) if gap == " ")
    return words, pairs


def rows(words: Counter[str], pairs: Counter[Pair], exchanges: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The lines of the table: what follows each word, then what precedes it."""
    total = words.total()
    put_for: dict[str, set[str]] = defaultdict(set)
    for said, naturals in exchanges.items():
        for natural in naturals:
            put_for[natural].add(said)
    for behind in (True, False):
        bits: dict[str, dict[str, float]] = defaultdict(dict)
        for pair, count in pairs.items():
            word, beside = pair if behind else pair[::-1]
            if count >= _OFTEN and beside in put_for:
                information = log2(count * total / (words[word] * words[beside]))
                if information >= _BITS:
                    bits[word][beside] = information
        for word, some in sorted(bits.items()):
            others = set().union(*(put_for[one] for one in some))
            attested = sorted(one for one in others if pairs[(word, one) if behind else (one, word)])
            told = " ".join(f"{one}:{min(_MOST, round(some[one]))}" for one in sorted(some))
            yield f"{word} {'>' if behind else '<'}\t{told}\t{' '.join(attested)}"


def main() -> None:
    """Prints the table."""
    folder = data_dir("Collocations of genuine news")
    load()
    exchanges = import_module("auditor.rules.spin._thesaurus").exchanges()
    print(_HEADER, *rows(*counted(folder), exchanges), sep="\n")


if __name__ == "__main__":
    main()
