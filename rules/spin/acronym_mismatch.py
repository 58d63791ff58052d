"""An acronym introduced by a name that cannot spell it.

Word-by-word paraphrasing swaps the words of a name and keeps its letters. Anyone who knew the name would not. Initials
are compared, in order: a letter somewhere inside a word spells nothing ("Libyan Nationwide Military" has an A in its
last word, and still is not the LNA). Accused is a name that is one word away from spelling its acronym, or whose words
can be exchanged for those of the name that the acronym is known for. Acronyms of names in other languages, bylines with
an agency's letters, parties and states behind persons, and names that spell in another order are left alone.

Measured: 2 of 8,369 genuine articles flagged (0.24 in 1,000). Of 910 genuine expansions with one word exchanged for a
synonym, 81 % are flagged, where 14 % keep their initial (the synonyms are partly those of the shipped thesaurus).

    flag: The Global Fitness Association [[(WHO)]] said on Monday that it would help.
    flag: The commander of the Libyan Nationwide Military [[(LNA)]] spoke.
    flag: The Asian Growth Bank [[(ADB)]] lends to both, and so does the [[IMF]] (Worldwide Financial Fund).
    pass: The World Health Organization (WHO) said on Monday.
    pass: The charity Doctors Without Borders (MSF) left, as did Farm Aid International (FAI).
    pass: The Centers for Medicare and Medicaid Services (CMS) and the Inter-American Development Bank (IDB) agree.
    pass: Fans stormed the pitch. Photograph by Anna Ferreira Pinto (AFP). Judge Ada Moss (R) wrote to Ellen Park Dale (UK).
    pass: The Ministry of Farming and Livestock (MAG) and the Chinese Nationalist Party (KMT) met.
"""

import re
from functools import lru_cache

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule, table_beside, words_beside

from ._thesaurus import exchangeable, originals, plain

# "Name (ABC)" and "ABC (Name)"; the name is then cut out of the words before or within.
_INTRODUCED = re.compile(r"\([\"“”'‘’]?(?P<acronym>[A-Z]{2,8})s?[\"“”'‘’]?\)")
_EXPLAINED = re.compile(r" \((?:the )?(?P<name>[A-Z][\w’'-]*+(?: [\w’'&-]++)+)\)")
_ACRONYM_BEFORE = re.compile(r"(?<![\w.-])[A-Z]{2,8}$")
_SMALL = frozenset("a an and at by de del des du et for from in la las los of on or the to und with y".split())
_WORD = re.compile(r"[\w’']+")
_BY_CHANCE = 0.9  # How sure, where the exchanged name has the right initials all the same.
_BEFORE = 120  # Characters before a bracket in which its name stands: the longest of 1,700 introductions had 96.


def _parts(name: str, whole: bool) -> list[str]:
    """The words of a name, hyphened ones in one (`whole`) or in their parts."""
    return [
        part for word in name.replace("/", " ").split(" ") for part in ([word] if whole else word.split("-")) if part
    ]


def _initial(word: str) -> str:
    return word.lstrip("“”\"'‘’(")[:1].upper()


def _fits(word: str, letter: str) -> bool:
    """Whether a word may stand for a letter: by its initial, or as "Exchange" for X."""
    return _initial(word) == letter or (letter == "X" and word[:2].lower() == "ex")


def _spells(words: list[str], acronym: str) -> bool:
    """Whether the letters are initials of some of the words, in order or (for up to five) in any order."""
    rest = iter(words)
    if all(any(_fits(word, letter) for word in rest) for letter in acronym):
        return True
    tail = [_initial(word) for word in words if word.lower() not in _SMALL][-len(acronym) :]
    return sorted(tail) == sorted(acronym)


def _content(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in _SMALL]


@lru_cache(maxsize=1)
def _known() -> dict[str, list[str]]:
    return {acronym: row[0].lower().split(" ") for acronym, row in table_beside(__file__).items()}


def _titled(words: list[str]) -> str:
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _known_for(words: list[str], acronym: str) -> tuple[str, int] | None:
    """The name that the acronym is known for, and how many of its words were exchanged, where the rest is the same."""
    known = _known().get(acronym)
    if not known or len(meant := _content(known)) > len(words):
        return None
    pairs = list(zip((word.lower() for word in words[-len(meant) :]), meant, strict=True))
    same = sum(plain(a) == plain(b) for a, b in pairs)
    alike = sum(plain(a) != plain(b) and exchangeable(a, b) for a, b in pairs)
    return (_titled(known), alike) if alike and same + alike == len(meant) else None


def _likely(words: list[str], acronym: str) -> tuple[str | None, float] | None:
    """The likely original of a name that does not spell `acronym`, with how sure that is; None for no accusation."""
    if known := _known_for(words, acronym):
        return known[0], 0.98
    tail = words[-len(acronym) :]
    if len(tail) < len(acronym):
        return None
    wrong = [at for at, letter in enumerate(acronym) if not _fits(tail[at], letter)]
    meant = list(tail)
    for at in wrong:
        natural = sorted(word for word in originals(tail[at].lower()) if _fits(word, acronym[at]))
        if natural:
            meant[at] = natural[0]
    solved = sum(meant[at] != tail[at] for at in wrong)
    if solved == len(wrong) and len(wrong) < len(acronym):
        return _titled(meant), 0.95
    capital = all(word[:1].isupper() for word in tail)
    if len(wrong) == 1 and capital and len(acronym) >= 3 and acronym not in words_beside(__file__):
        return None, 0.85
    return None


@lru_cache(maxsize=1 << 12)
def _judge(name: str, acronym: str) -> tuple[str, str | None, float] | None:
    """The name as far as it belongs to the acronym, its likely original, and how sure; None where nothing is wrong."""
    words = _content(_parts(name, True))
    if any(_spells(_parts(name, whole), acronym) for whole in (True, False)):
        # The initials may be right by chance: "Federal Correspondence Commission" for the FCC.
        known = _known_for(words, acronym)
        found: tuple[str | None, float] | None = (known[0], _BY_CHANCE) if known and len(acronym) > 2 else None
    else:
        found = _likely(words, acronym)
    if found is None:
        return None
    first = words[-min(len(acronym), len(words))]
    return name[name.rfind(first) if name.count(first) == 1 else 0 :], *found


def _name_before(text: str, end: int) -> str:
    """The words before a bracket that can be a name: back to the last mark, or to a run of lower-case words."""
    head = text[max(0, end - _BEFORE) : end].rstrip(" ")
    start = max(head.rfind(mark) for mark in '.,;:!?()[]\n\t"“”—–|') + 1
    return head[start:].strip(" ")


def _introductions(text: str) -> Iterator[tuple[str, str, Span]]:
    for match in _INTRODUCED.finditer(text):
        if name := _name_before(text, match.start()):
            yield name, match["acronym"], Span(*match.span())
    for match in _EXPLAINED.finditer(text):
        if acronym := _ACRONYM_BEFORE.search(text, max(0, match.start() - 9), match.start()):
            yield match["name"], acronym[0], Span(*acronym.span())


@document_rule(code="SP101", severity=Severity.ERROR, weight=2.0, languages=())
def acronym_mismatch(document: Document) -> Iterator[Hit]:
    told: set[tuple[str, str]] = set()
    for name, acronym, span in _introductions(document.text):
        if (found := _judge(name, acronym)) is None:
            continue
        said, meant, confidence = found
        again = (said, acronym) in told
        severity = Severity.INFO if again else None if confidence > 0.9 else Severity.WARNING
        weight = 0.5 if again else None
        told.add((said, acronym))
        wrong = f"is not what {acronym} stands for" if confidence == _BY_CHANCE else f"does not spell {acronym}"
        yield Hit(span, f"“{said}” {wrong}", meant, confidence, severity, weight)
