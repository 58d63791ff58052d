"""Words that turn what they govern into its denial: "not", "failed to", "falsely claimed that", "is untrue"."""

from collections.abc import Iterator
from functools import lru_cache

from auditor.statements.clauses import is_verb
from auditor.statements.conflict import Kind
from auditor.statements.opposites import opposite
from auditor.statements.words import Word, bases, is_irregular, lines, role

DENIALS = frozenset("not never no none nobody nothing neither nor without hardly barely scarcely rarely seldom".split())
_NEGATIONS = DENIALS | {"nowhere", "cannot", "non"}
_HAPPEN = frozenset("happen proceed occur exist materialise materialize succeed".split())
FALSE = frozenset("false untrue wrong fake gone unfounded baseless".split())
_BE = frozenset("is was were are be been being proved proven".split())
# A denial goes through these to what follows: "did not manage to open".
_PASSED = frozenset(
    "manage succeed bother remember dare able get go begin start try participate attend have hold".split()
)
# "Not only", "no longer than", "not just", "no doubt", "not all": no denial of what follows.
_HARMLESS = role("harmless")
# What a denial may be of, without naming it: "denied reports that", "abandoned plans to", "had no chance to".
_SHELLS = role("shell")
_FACTIVE = frozenset("know realise realize learn notice remember aware regret discover".split())
_NEARLY = frozenset(("almost", "nearly"))
_AUXILIARY = frozenset("is are was were be been being had has have".split())
# "Resisted calls to resign", "ignored an order to stop"
_SPURNS = frozenset("defy disobey ignore rebuff reject resist".split())
_PRESSED = frozenset(
    "appeal appeals call calls demand demands order orders pleas pressure request requests temptation".split()
)
# "Wrongly claimed that"; "wrongly convicted" is convicted all the same.
_WRONGLY = frozenset("wrongly mistakenly erroneously incorrectly untruthfully".split())
_BELIEVED = frozenset(
    "allege announce argue assert assume believe claim conclude declare inform insist maintain report say state suggest suppose tell think".split()
)
_FAILED = frozenset("fail collapse founder abandon scrap shelve drop foil thwart reject block stall cancel".split())
_UNIVERSAL = frozenset("all every each both everyone everybody everything always".split())
_UNTIL = frozenset("until till unless before".split())
# A denied verb stands within eight words of its denial ("blocked the council of the old town from evicting").
FAR = 9


@lru_cache(maxsize=1)
def _implicatives() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, follow in lines("implicatives.tsv"):
        found.setdefault(word, set()).add(follow)
    return {word: frozenset(follows) for word, follows in found.items()}


@lru_cache(maxsize=1 << 14)
def denies(word: str) -> bool:
    """Whether a lower-cased word may deny or reverse something, "didn't" among them."""
    return (
        word in _NEGATIONS
        or word in FALSE
        or word in _WRONGLY
        or word in _NEARLY
        or word.endswith(("n't", "n’t"))
        or any(base in _implicatives() for base in bases(word))
    )


def follows_of(word: Word) -> tuple[str, frozenset[str]]:
    """The base form of a reversing verb and what it must be followed by; ("", {}) for another word."""
    table = _implicatives()
    for base in bases(word.lower):
        if base in table:
            return base, table[base]
    return "", frozenset()


def reverses(words: tuple[Word, ...], index: int) -> Kind | None:
    """ "negation" or "factive" where word `index` reverses what follows it (or, "is false", what stands before)."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if word.lower in _NEGATIONS:
        if after and after.lower == "be" and any(other.lower == "more" for other in words[index + 2 : index + 3]):
            return None  # "could not be more pleased"
        return None if after and after.lower in _HARMLESS else "negation"
    if word.lower in FALSE and index and words[index - 1].lower in _BE:
        return "negation"
    if word.lower in _WRONGLY and after and (after.lower == "that" or not _BELIEVED.isdisjoint(bases(after.lower))):
        return "factive"
    # "Nearly fell" did not fall; "was nearly destroyed" tells how far it was.
    if word.lower in _NEARLY and after and index and is_verb(after.lower) and _past(after.lower):
        return None if words[index - 1].lower in _AUXILIARY else "factive"
    # "Would have won" did not win.
    if word.lower == "would" and any(other.lower == "have" for other in words[index + 1 : index + 3]):
        return "factive"
    base, follows = follows_of(word)
    if not _SPURNS.isdisjoint(bases(word.lower)) and any(
        other.lower in _PRESSED and words[at + 1].lower == "to"
        for at, other in enumerate(words[index + 1 : index + 4], index + 1)
        if at + 1 < len(words)
    ):
        return "factive"
    if not follows or after is None:
        return None
    # "The blocked road" is a road; "was blocked" has lost its object.
    if "any" in follows and not (base in ("block", "abandon") and after.lower in ("from", "by")):
        return "factive"
    if after.lower in follows or ("ing" in follows and after.lower.endswith("ing")):
        return "factive"
    if "from" in follows and any(other.lower == "from" for other in words[index + 1 : index + FAR]):
        return "factive"
    return None


def _past(word: str) -> bool:
    return word.endswith("ed") or is_irregular(word)


def knowing(words: tuple[Word, ...], index: int) -> bool:
    """Whether what is denied is that somebody knew: "nobody knew that the mayor had resigned", and he had."""
    after = words[index + 1 : index + 4]
    return any(not _FACTIVE.isdisjoint(bases(word.lower)) for word in after) and any(
        word.lower == "that" for word in words[index + 1 : index + 5]
    )


def _scope(words: tuple[Word, ...], index: int) -> int | None:
    """The content word that a reversing one at `index` denies: the next one, adverbs and shells ("claims that") left out."""
    start = index + 1
    if "from" in follows_of(words[index])[1]:
        start = next((at + 1 for at in range(start, min(len(words), index + FAR)) if words[at].lower == "from"), start)
    for at in range(start, min(len(words), index + FAR)):
        word = words[at]
        if (
            word.lower in _SHELLS
            or (word.lower in _PRESSED and words[at + 1 : at + 2] and words[at + 1].lower == "to")
            or (word.lower.endswith("ly") and len(word.lower) > 4)
        ):
            continue
        if word.content:
            return at
    return None


def _before(words: tuple[Word, ...], index: int) -> int | None:
    """The content word before "is false" or a closing "not"."""
    return next((at for at in range(index - 1, max(-1, index - 5), -1) if words[at].content), None)


def _claimed(words: tuple[Word, ...], index: int, paired: dict[int, int]) -> int | None:
    """What "is false" denies: the nearest word before it that the other statement has, too."""
    return next((at for at in range(index - 1, -1, -1) if at in paired and words[at].content), None)


def _is_passed(words: tuple[Word, ...], index: int) -> bool:
    """Whether a denial of word `index` is one of what follows it."""
    return bool(reverses(words, index)) or not (_PASSED | _BELIEVED).isdisjoint(bases(words[index].lower))


def _looks_back(words: tuple[Word, ...], index: int) -> bool:
    """Whether what is denied stands before: "the report is false", "the strike did not happen"."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return after in _HAPPEN or (words[index].lower in FALSE and after != "that")


def _undone(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """What came to nothing, with the word that tells it: "the attempt to raise it failed", "fled before they could arrest him"."""
    for at, word in enumerate(words):
        if word.lower in _SHELLS and any(other.lower == "to" for other in words[at + 1 : at + 2]):
            failed = next((k for k in range(at + 3, len(words)) if not _FAILED.isdisjoint(bases(words[k].lower))), None)
            # "The attempt failed to raise it" is told by "failed to".
            if failed is not None and not any(other.lower == "to" for other in words[failed + 1 : failed + 2]):
                yield failed, at + 2
        if word.lower == "before":
            could = next(
                (k for k in range(at + 1, min(len(words) - 1, at + 6)) if words[k].lower in ("could", "can")), None
            )
            if could is not None:
                yield at, could + 1


def reversals(
    words: tuple[Word, ...], other: tuple[Word, ...], own: set[int], paired: dict[int, int]
) -> Iterator[tuple[Kind, int, int, bool]]:
    """Unshared reversing words with what they deny, where the other statement has that, too: (kind, index, theirs, as
    its opposite)."""
    for index, claimed in _undone(words):
        if index in own and claimed in paired:
            yield "factive", index, paired[claimed], False
    universal = any(word.lower in _UNIVERSAL for word in other)
    for index in sorted(own):
        kind = reverses(words, index)
        if (
            words[index].lower == "not"
            and universal
            and index + 1 < len(words)
            and words[index + 1].lower in _UNIVERSAL
        ):
            kind = "negation"
        if kind == "negation" and knowing(words, index):
            continue
        if kind is None or any(words[k].lower in _UNTIL for k in own if index < k < index + FAR):
            continue
        behind = _claimed(words, index, paired) if _looks_back(words, index) else _scope(words, index)
        while behind is not None and behind not in paired and _is_passed(words, behind):
            behind = _scope(words, behind)
        if behind is None:
            behind = _before(words, index)
        if behind is None:
            continue
        # "Answered our questions": what both say undoes nothing.
        shared = set(paired.values())
        match = next(
            (j for j, word in enumerate(other) if j not in shared and opposite(words[behind].lower, word.lower)), None
        )
        if behind in paired:
            # "No longer open" does not contradict "opened in 1880, closed last year".
            if match is None or words[index].lower not in _NEGATIONS:
                yield kind, index, paired[behind], False
        elif match is not None:
            yield kind, index, match, True
