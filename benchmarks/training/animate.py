"""Lists the nouns of WordNet that mean people, one or many, and writes `animate.txt` where it ships; seconds.

python -m benchmarks.training.animate WORDNET_DICT_DIR
"""

import argparse
from pathlib import Path

from wordfreq import zipf_frequency

import auditor.text.attribution as package

_ORIGIN = (
    "# Nouns that mean people in the first of their senses. From WordNet 3.0, Copyright 2006 by Princeton University, all rights"
    " reserved; used and shipped under the WordNet licence, as told in auditor/statements/antonyms.tsv. Made by"
    " benchmarks/training/animate.py."
)
# WordNet's files of nouns by meaning: groups and persons.
_FILES = frozenset(("14", "18"))
# Rarer words are hardly met in news, and double the list.
_KNOWN = 3.0


def animate(folder: Path) -> list[str]:
    """The single words of which the most frequent sense is a person or a group."""
    files = {
        line[:8]: line[9:11] for line in (folder / "data.noun").read_text().splitlines() if not line.startswith(" ")
    }
    found = set()
    for line in (folder / "index.noun").read_text().splitlines():
        fields = line.split()
        if line.startswith(" ") or not fields[0].isalpha() or zipf_frequency(fields[0], "en") < _KNOWN:
            continue
        first = fields[-int(fields[2])]
        if files[first] in _FILES:
            found.add(fields[0])
    return sorted(found)


def main() -> None:
    """Writes the list."""
    parser = argparse.ArgumentParser(description="list the nouns that mean people")
    parser.add_argument("folder", type=Path, metavar="WORDNET_DICT_DIR")
    words = animate(parser.parse_args().folder)
    path = Path(next(iter(package.__path__))) / "animate.txt"
    path.write_text("\n".join([_ORIGIN, *words]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
