"""Spinners of our own, to measure with what none of the rules' tables was made of.

Three: a word-by-word thesaurus and a translation there and back (`dialects.tsv`), and WordNet as it is. Pairs that the
wording rules know are left out of all three. And well-known names, of which each thesaurus in turn exchanges a word,
judged with that thesaurus and without it.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from auditor import Document
from auditor.model import replace
from auditor.rule import Rule, table_beside
from auditor.rules import load

_WORD = re.compile(r"[a-z]+(?: [a-z]+){0,3}")
_SMALL = frozenset("of the and for in to on de la".split())
Dialect = Mapping[str, Sequence[str]]


def _known() -> Mapping[str, Sequence[str]]:
    load()
    exchanges: Mapping[str, Sequence[str]] = import_module("auditor.rules.spin._thesaurus").exchanges()
    return exchanges


@lru_cache(maxsize=1)
def dialects() -> Mapping[str, Dialect]:
    """Each dialect's words and phrases, and what it writes for them."""
    found: dict[str, dict[str, list[str]]] = {"thesaurus": {}, "translated": {}, "wordnet": {}}
    known = _known()
    lines = Path(__file__).with_name("dialects.tsv").read_text(encoding="utf-8").splitlines()
    for dialect, natural, said in (line.split("\t") for line in lines if not line.startswith("#")):
        if natural not in known.get(said, ()):
            found[dialect].setdefault(natural, []).append(said)
    rules = str(import_module("auditor.rules.spin._wording").__file__)
    for natural, row in table_beside(str(Path(rules).with_name("_wordnet.py"))).items():
        some = [said for said in row[0].split(" ") if said.isalpha() and natural not in known.get(said, ())]
        if some and natural not in _SMALL:
            found["wordnet"][natural] = some
    return found


def spun(document: Document, dialect: Dialect, share: float, chance: random.Random) -> Document:
    """The document with a `share` of the dialect's words and phrases in lower case exchanged."""

    def exchanged(match: re.Match[str]) -> str:
        words, done = match[0].split(" "), []
        while words:
            for length in range(len(words), 0, -1):
                said = dialect.get(" ".join(words[:length]))
                if said and chance.random() < share:
                    done.append(chance.choice(said))
                    break
            else:
                length = 1
                done.append(words[0])
            words = words[length:]
        return " ".join(done)

    return replace(document, text=_WORD.sub(exchanged, document.text))


def _cleared(*modules: str) -> None:
    for name in modules:
        for one in vars(import_module(f"auditor.rules.spin.{name}")).values():
            if hasattr(one, "cache_clear"):
                one.cache_clear()


def _exchanged(name: str, table: Mapping[str, tuple[str, ...]], chance: random.Random) -> str | None:
    words = name.split(" ")
    places = [at for at, word in enumerate(words) if word in table and word not in _SMALL]
    if not places:
        return None
    at = chance.choice(places)
    words[at] = chance.choice(table[words[at]][0].split(" ")).replace("-", " ")
    return " ".join(word if word in _SMALL else word.capitalize() for word in " ".join(words).split(" "))


def names(rule: Rule, every: int = 4) -> Iterator[tuple[str, int, float, float]]:
    """Each thesaurus of names, how many names it exchanged a word of, and how many are flagged with and without it."""
    renaming = import_module("auditor.rules.spin._renaming")
    held = vars(renaming)
    sources: tuple[str, ...] = held["_SOURCES"]
    folder = Path(str(renaming.__file__))
    for source in sources:
        chance = random.Random(0)
        table = table_beside(str(folder.with_name(source)))
        made = [_exchanged(name, table, chance) for name in sorted(held["gazetteer"]())[::every]]
        texts = [f"Officials spoke. A report on the {name} was read, and nobody objected." for name in made if name]
        rates = []
        for some in (sources, tuple(one for one in sources if one != source)):
            held["_SOURCES"] = some
            _cleared("_renaming", "_names", "_tortured")
            rates.append(sum(any(_examined(rule, text)) for text in texts) / len(texts))
        held["_SOURCES"] = sources
        _cleared("_renaming", "_names", "_tortured")
        yield source.strip("_").removesuffix(".py"), len(texts), rates[0], rates[1]


def _examined(rule: Rule, text: str) -> Iterator[bool]:
    if rule.examine:
        yield from (True for _ in rule.examine(Document(id="name", text=text)))
