"""Who does what in one statement, roughly: the head of its subject, its verb, and the doer behind "by".

No parser: a statement opens with its subject, unless it opens with a preposition, and its verb is the first word that can
be one. What this gets wrong costs a conflict, since both statements must agree in it.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.statements.words import Word, bases, is_irregular

PREPOSITIONS = frozenset(
    "of in on at to for from with by into over under up after before during since until without within against among "
    "between through near off around about as behind beside off across along outside inside despite throughout".split()
)
_RELATIVE = frozenset("who which that whom whose where when".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your no some any every each all both".split()
)
_AUXILIARIES = frozenset(
    "is are was were be been am has have had do does did will would shall should can could may might must wo".split()
)
BE = frozenset("is are was were be been being am got get gets".split())
# What is reported is the statement ("investigators found that the house …").
_REPORTS = frozenset("say find report claim announce confirm reveal show discover tell note add believe admit".split())
_PARTITIVE = frozenset("one none all some many most few several each both any half neither either".split())
_ADVERBS = frozenset(
    "never still only even nearly almost once already always now no-one nobody none nothing first last".split()
)


_UNCHANGED = frozenset("beat burst cast cost cut hit hurt let put quit read set shut split spread".split())
_PRONOUNS = frozenset("he she they".split())
_NOUNS_IN_LY = frozenset(
    "ally anomaly assembly bully butterfly doily family fly homily jelly lily monopoly rally reply supply".split()
)
# "Dr", "Mrs", "Prof"
_TITLE = 4


class Clause(NamedTuple):
    """The places of a statement's subject, verb and doer among its words; None where there is none to be seen."""

    subject: int | None
    verb: int | None
    passive: bool
    agent: int | None


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    text = Path(__file__).with_name("verbs.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1 << 14)
def is_verb(word: str) -> bool:
    """Whether a lower-cased word may be a verb in the third person or the past ("owns", "fell")."""
    return (
        word in _AUXILIARIES
        or (len(word) > 4 and word.endswith("ed"))
        or (not word.endswith(("ing", "er", "est", "ly")) and any(base in _verbs() for base in bases(word)))
    )


def is_present(word: str) -> bool:
    """Whether a lower-cased verb is in its base form, and that is no past ("live", not "put")."""
    return word in _verbs() and word not in _UNCHANGED and not is_irregular(word)


def may_be_verb(word: Word) -> bool:
    """Whether a word, or the first of a phrase that is one word here ("took off"), may be a verb."""
    if word.number or word.lower == "last":
        return False
    return is_verb(word.lower) or (" " in word.text and is_verb(word.text.lower().split()[0]))


def _opening(words: tuple[Word, ...]) -> int:
    """Where the subject begins: behind "In May," or "Last week"."""
    if len(words) > 1 and words[1].number:
        return 0  # "About 900 people"
    if words[0].lower not in PREPOSITIONS and words[0].lower not in ("last", "next", "this", "yesterday", "today"):
        return 0
    # Marks are no words of an alignment: the second noun phrase opens the clause.
    for at in range(2, len(words) - 1):
        if (
            words[at].lower in DETERMINERS
            or words[at].number
            or (words[at].capital and words[at - 1].lower not in PREPOSITIONS)
        ):
            return at
    return 0


def _head(words: tuple[Word, ...], start: int, end: int) -> int | None:
    """The last content word of the noun phrase that begins at `start`."""
    stop = next(
        (at for at in range(start + 1, end) if words[at].lower in PREPOSITIONS or words[at].lower in _RELATIVE), end
    )
    # "One of the brothers", "None of the pupils": it is the whole that is spoken of.
    if stop + 1 < end and words[stop].lower == "of" and (words[stop - 1].number or words[stop - 1].lower in _PARTITIVE):
        return _head(words, stop + 1, end)
    if words[start].lower in _PRONOUNS:
        return start
    return next((at for at in range(stop - 1, start - 1, -1) if words[at].content and not _is_adverb(words[at])), None)


def _is_adverb(word: Word) -> bool:
    return word.lower in _ADVERBS or (word.lower.endswith("ly") and word.lower not in _NOUNS_IN_LY and not word.capital)


def clause(words: tuple[Word, ...]) -> Clause:
    """The parts of a statement's first clause."""
    if words[0].lower == "it" and len(words) > 3 and words[1].lower in BE and (cleft := _cleft(words)) is not None:
        return cleft
    start = _opening(words)
    verb = next(
        (
            at
            for at in range(start + 1, len(words))
            if may_be_verb(words[at])
            and words[at - 1].lower not in DETERMINERS
            and not words[at].capital
            and (not words[at - 1].number or words[at].lower.endswith("ed"))  # "80,000 books", "Apollo 12 landed"
            and words[at - 1].lower not in PREPOSITIONS
        ),
        None,
    )
    if verb is None:
        return Clause(None, None, passive=False, agent=None)
    that = next((at for at in range(verb + 1, min(len(words), verb + 3)) if words[at].lower == "that"), None)
    if that is not None and that + 2 < len(words) and not _REPORTS.isdisjoint(bases(words[verb].lower)):
        told = _shifted(clause(words[that + 1 :]), that + 1)
        # "The defendant admitted that he had been there"
        himself = told.subject is not None and words[told.subject].lower in _PRONOUNS
        return told._replace(subject=_head(words, start, verb)) if himself else told
    subject = _head(words, start, _before_aside(words, start, verb))
    if words[start].lower == "there" or (words[start].lower == "it" and subject is None):
        end = next((at for at in range(verb + 1, len(words)) if words[at].lower in PREPOSITIONS), len(words))
        subject = _head(words, verb + 1, end)
    by = next((at for at in range(verb + 1, len(words) - 1) if words[at].lower == "by"), None)
    passive = any(
        words[at].lower in BE and any(_participle(word) for word in words[at + 1 : at + 3])
        for at in range(verb, min(len(words), verb + 3))
    )
    agent = None
    if by is not None and passive:
        agent = _phrase(words, by + 1)
    return Clause(subject, verb, passive, agent)


def _cleft(words: tuple[Word, ...]) -> Clause | None:
    """The parts of "It was Thomas Edison who received the patent"; None where a time or a place stands first."""
    who = next((at for at in range(3, len(words) - 1) if words[at].lower in ("who", "that")), None)
    if who is None or words[2].lower in PREPOSITIONS or not may_be_verb(words[who + 1]):
        return None
    return Clause(_head(words, 2, who), who + 1, passive=False, agent=None)


def _before_aside(words: tuple[Word, ...], start: int, verb: int) -> int:
    """The end of the subject: before "…, a lifelong bachelor, " where a mark opens and another closes what is put in."""
    if not _marked(words, verb):
        return verb
    return next((at for at in range(start + 1, verb) if _marked(words, at)), verb)


def _marked(words: tuple[Word, ...], at: int) -> bool:
    """Whether a mark stands before a word: more than a space does. "Dr. Salazar" has none."""
    before = words[at - 1]
    title = before.capital and len(before.text) <= _TITLE
    return words[at].start - before.end > 1 and not title


def _shifted(one: Clause, by: int) -> Clause:
    """A clause of words that begin `by` places later."""
    return one._replace(
        **{name: at + by for name in ("subject", "verb", "agent") if (at := getattr(one, name)) is not None}
    )


def _participle(word: Word) -> bool:
    first = word.text.lower().split()[0]
    return first.endswith("ed") or (first not in BE and is_irregular(first) and is_verb(first))


def _phrase(words: tuple[Word, ...], start: int) -> int | None:
    """The head of the noun phrase that begins at `start` and ends before the next preposition or verb."""
    end = next(
        (
            at
            for at in range(start + 1, len(words))
            if words[at].lower in PREPOSITIONS or words[at].lower in ("and", "who", "which", "that")
        ),
        len(words),
    )
    return _head(words, start, end)
