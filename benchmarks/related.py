"""Makes two tables of WordNet: words that may tell one thing in two statements, and words that are mostly verbs.

python -m benchmarks.related WORDNET_DICT_DIR > auditor/statements/related.tsv
python -m benchmarks.related WORDNET_DICT_DIR verbs > auditor/statements/verbs.txt

Synonyms and near words of the first senses alone: later senses relate nearly everything to everything.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

_HEADER = (
    "# Words and those that may stand for them in another telling: synonyms, derived forms and nearest general terms of their first senses. "
    "From WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved; used and shipped under the WordNet licence, as told in "
    "antonyms.tsv. Made by benchmarks/related.py."
)
_VERBS = (
    "# Words that are mostly verbs in running text (half of their counted senses), in the base form. From WordNet 3.0, Copyright 2006 by "
    "Princeton University, all rights reserved; used and shipped under the WordNet licence, as told in antonyms.tsv; with some of our own."
)
# Verbs of news that WordNet's texts count as nouns.
_OWN = (
    "amount audit book border captain chair clear close control cost crown date exempt face fear fire flow form fund grade guard "
    "head host import lack land last name neighbor neighbour number order outnumber own plant rank rate record referee rule "
    "score seat ship slice study taste total tour "
)
# Rarer words ("gaol", "abet") meet no synonym in news; the table would double.
_KNOWN = 3.0
# Senses beyond these are seldom meant.
_SENSES = 3
_FIRST = 2
# Too general to tell one thing by.
_VAGUE = frozenset(
    "act action activity attribute be become cause change collection content cover create do event entity external get give go group hold "
    "idea individual information instrumentality keep level make matter merchandise message move part people perform person place point "
    "property put quality quantity region relation remain set situation state structure substance take thing time unit use way work".split()
)
_POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_DERIVED = frozenset("+\\")


def _senses(folder: Path) -> dict[tuple[str, str], list[str]]:
    """Each word of each part of speech to its synsets, the most frequent first."""
    found = {}
    for name, part in _POS.items():
        for line in (folder / f"index.{name}").read_text().splitlines():
            if not line.startswith(" "):
                fields = line.split()
                found[fields[0], part] = [f"{part}{offset}" for offset in fields[-int(fields[2]) :]]
    return found


def _synsets(folder: Path) -> dict[str, tuple[list[str], list[tuple[str, str, int, int]]]]:
    """Each synset to its words and its pointers: relation, synset, and which word of each is meant (0: all)."""
    found = {}
    for name, part in _POS.items():
        for line in (folder / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * at].split("(")[0] for at in range(count)]
            rest = fields[5 + 2 * count :]
            pointers = [
                (rest[at], f"{rest[at + 2]}{rest[at + 1]}", int(rest[at + 3][:2], 16), int(rest[at + 3][2:], 16))
                for at in range(0, 4 * int(fields[4 + 2 * count]), 4)
            ]
            found[f"{part}{fields[0]}"] = words, pointers
    return found


def related(folder: Path) -> dict[str, set[str]]:
    """Each word to the later ones in the alphabet that it is related to."""
    senses, synsets = _senses(folder), _synsets(folder)
    rank = {(word, synset): at for (word, _), some in senses.items() for at, synset in enumerate(some, 1)}
    found: dict[str, set[str]] = defaultdict(set)

    def known(word: str) -> bool:
        return (
            word.isalpha()
            and word.islower()
            and len(word) > 2
            and word not in _VAGUE
            and zipf_frequency(word, "en") >= _KNOWN
        )

    for (word, _), some in senses.items():
        if not known(word):
            continue
        for at, synset in enumerate(some[:_SENSES], 1):
            words, pointers = synsets[synset]
            near = [(other, synset, _SENSES) for other in words]
            for kind, to, ours, theirs in pointers if at <= _FIRST else ():
                if ours and words[ours - 1].lower() != word:
                    continue
                if kind in _DERIVED:
                    near.append((synsets[to][0][theirs - 1], to, _SENSES))
                elif (kind == "@" and to[0] == "n" and at == 1) or (kind == "&" and at == 1):
                    near += [(other, to, _FIRST) for other in synsets[to][0]]
            for other, where, least in near:
                other = other.lower()
                # "Sugar" and "bread" are one in a third sense of either.
                if other != word and known(other) and rank.get((other, where), 99) <= min(least, _SENSES + 1 - at):
                    found[min(word, other)].add(max(word, other))
    return found


def verbs(folder: Path) -> set[str]:
    """Words of which half of the senses counted in tagged text are a verb's."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text().splitlines():
        sense, _, count = line.split()
        word, rest = sense.split("%")
        counts[word][rest[0]] += int(count)
    most = {word for word, parts in counts.items() if 2 * parts["2"] >= parts.total()}
    return {word for word in most if word.isalpha() and zipf_frequency(word, "en") >= _KNOWN} | set(_OWN.split())


def main() -> None:
    """Prints one of the tables."""
    if sys.argv[2:] == ["verbs"]:
        print(_VERBS, *sorted(verbs(Path(sys.argv[1]))), sep="\n")
        return
    print(_HEADER)
    for word, others in sorted(related(Path(sys.argv[1])).items()):
        print(word, *sorted(others), sep="\t")


if __name__ == "__main__":
    main()
