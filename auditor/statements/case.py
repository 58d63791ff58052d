"""Two aligned statements as tellings of one case: their clauses, and what each has to itself."""

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.clauses import DETERMINERS, PREPOSITIONS, Clause, clause, is_verb
from auditor.statements.conflict import Found, Kind
from auditor.statements.eras import TIMES
from auditor.statements.readings import AGE, CLOCK
from auditor.statements.states import State
from auditor.statements.words import Word, role
from auditor.text.dates import MONTHS, WEEKDAYS
from auditor.text.persons import given_names
from auditor.text.places import is_place

_TIMES = frozenset((*WEEKDAYS, *MONTHS)) | frozenset(
    "weekday weekdays weekends yesterday today tomorrow tonight last next spring summer autumn winter morning afternoon evening night noon midnight dawn "
    "dusk weekend youth childhood".split()
)
_TIMED = TIMES | {"time", AGE, CLOCK}
_PRESENT = frozenset("is are has have will".split())
_HAVE = frozenset("has have had".split())
# Nouns that say nothing of their own, those of courts ("cleared of all charges") among them.
LIGHT = role("light") | frozenset("almost case cases charge charges count counts".split())


class Case:
    """`sides` are the words, `clauses` their parts, `pairs` what they share (from each side), `free` what they do not."""

    def __init__(self, aligned: Alignment) -> None:
        self.aligned = aligned
        self.sides = aligned.a, aligned.b
        self.clauses: tuple[Clause, Clause] = clause(aligned.a), clause(aligned.b)
        self.pairs = dict(aligned.pairs), {j: i for i, j in aligned.pairs}
        self.free = tuple(
            [k for k in range(len(words)) if k not in paired]
            for words, paired in zip(self.sides, self.pairs, strict=True)
        )

    @property
    def anchored(self) -> bool:
        """Whether both subjects are known to both; the doer in one may be untold in the other, which is passive."""
        mine, theirs = self.clauses
        if mine.subject is None or theirs.subject is None:
            return False
        first, second = mine.subject in self.pairs[0], theirs.subject in self.pairs[1]
        # "The jury cleared the nurse", "the nurse was found guilty"
        return (first and (second or (mine.passive and not theirs.passive))) or (
            second and theirs.passive and not mine.passive
        )

    @property
    def one_subject(self) -> bool:
        """Whether both have one subject."""
        mine, theirs = (one.subject for one in self.clauses)
        return mine is not None and self.pairs[0].get(mine) == theirs

    @property
    def one_doer(self) -> bool:
        """Whether the same does it in both."""
        mine, theirs = (one.agent if one.passive and one.agent is not None else one.subject for one in self.clauses)
        return mine is not None and self.pairs[0].get(mine) == theirs

    def present(self, side: int) -> bool:
        """Whether a statement is told in the present."""
        verb = self.clauses[side].verb
        word = self.sides[side][verb].lower if verb is not None else ""
        return word in _PRESENT or (word.endswith("s") and word != "was")

    def found(self, kind: Kind, ours: State, theirs: State, weight: float = 0.75) -> Found:
        """A conflict of the words of two states; `weight` is how sure its kind is where all words are shared."""
        one, other = (
            Span(words[state.start].start, words[state.end - 1].end)
            for words, state in zip(self.sides, (ours, theirs), strict=True)
        )
        return kind, one, other, weight * (0.5 + 0.5 * self.aligned.coverage)


def is_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is part of a name; the first of a statement only where it is a known one."""
    word = words[at]
    if not word.capital or word.number or not word.content:
        return False
    return at > 0 or is_place(word.text) or word.text in given_names()


def is_time(word: Word) -> bool:
    """Whether a word tells when, or for how long."""
    return word.lower in _TIMES or bool(word.number and (word.number.year or word.number.unit in _TIMED))


def is_thing(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is a noun, by what stands before it."""
    word, before = words[at], words[at - 1] if at else None
    if not word.content or word.lower.endswith("ly") or is_time(word) or word.lower in LIGHT:
        return False
    if before and is_verb(word.lower) and before.lower not in DETERMINERS:
        return False
    # "Makes bicycles", "has debts"
    object_of = before is not None and (before.lower in _HAVE or (before.content and is_verb(before.lower)))
    if object_of and word.lower.endswith("s"):
        return True
    return any(
        one.lower in DETERMINERS or one.lower in PREPOSITIONS or one.number for one in words[max(0, at - 2) : at]
    )


def things_left(case: Case) -> bool:
    """Whether each statement has a thing, name or time of its own."""
    return all(
        any(is_name(words, k) or is_time(words[k]) or is_thing(words, k) for k in free)
        for words, free in zip(case.sides, case.free, strict=True)
    )
