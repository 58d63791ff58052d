"""What somebody is doing at one moment, as captions tell it: "is asleep on the carpet", "is chasing a ball".

Nobody does two such things at once, so it tells nothing that each names another place or thing: "is standing at the counter",
"is lying on the floor".
"""

from collections.abc import Iterator

from auditor.statements.case import Case, is_time, things_left
from auditor.statements.conflict import Found
from auditor.statements.opposites import exclusive
from auditor.statements.reversal import DENIALS
from auditor.statements.states import told_at
from auditor.statements.words import Word, role

_NOW = frozenset(("is", "are"))
_ADVERBS = frozenset("all both just now quietly still".split())
_ASLEEP = frozenset("asleep sleeping napping dozing snoring".split())
# What the sleeping do, too.
_RESTING = _ASLEEP | frozenset(
    "being breathing curling dreaming having hiding laying leaning lying resting riding smiling travelling traveling using waiting wearing".split()
)
_CLASSES = frozenset("doing motion posture work".split())


def _doing(words: tuple[Word, ...], verb: int | None) -> int | None:
    """The word for what is being done: "is still running", "are asleep"."""
    if verb is None or words[verb].lower not in _NOW:
        return None
    at = next((k for k in range(verb + 1, len(words)) if words[k].lower not in _ADVERBS), None)
    known = at is not None and (words[at].lower.endswith("ing") or words[at].lower in _ASLEEP)
    return at if known else None


def scenes(case: Case) -> Iterator[Found]:
    """A conflict of two things that the same are doing."""
    a, b = case.sides
    i, j = (_doing(words, one.verb) for words, one in zip(case.sides, case.clauses, strict=True))
    if i is None or j is None or not case.one_subject or _told_apart(case):
        return
    # "A man is climbing a ladder", "a man is painting a wall": two men.
    if things_left(case) and all(words[0].lower in ("a", "an") for words in case.sides):
        return
    asleep = a[i].lower in _ASLEEP, b[j].lower in _ASLEEP
    odd = asleep[0] != asleep[1] and not ({a[i].lower, b[j].lower} - _ASLEEP) & _RESTING
    if odd or (not all(asleep) and exclusive(a[i].lower, b[j].lower) in _CLASSES):
        yield case.found("lexical", told_at(i, i + 1), told_at(j, j + 1), 0.7)


def _told_apart(case: Case) -> bool:
    """Whether a denial, a time or a part is told by one statement alone, or one tells which is meant ("the dog on the sofa")."""
    for words, free, one in zip(case.sides, case.free, case.clauses, strict=True):
        before = one.verb or 0
        if any(words[k].lower in DENIALS | role("part") or is_time(words[k]) for k in free):
            return True
        if any(words[k].content for k in free if k < before):
            return True
    return False
