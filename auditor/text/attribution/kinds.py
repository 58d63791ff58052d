"""Who a source is: named, anchored to a body or place but unnamed, a bare collective, or nobody; and what is said.

The kinds follow newspapers' own rules on anonymous sources: an anchor is anything by which a reader could find the
source again (a body, an office, a place in a known organisation), a name is a person's, a body's or an outlet's.
"""

from collections.abc import Sequence
from enum import StrEnum

from auditor.text.attribution.facts import (
    BARE,
    BODY,
    COLLECTIVE,
    COMMON,
    DATE,
    DOCUMENT,
    EVERYBODY,
    FACTS,
    GROUP,
    NAME,
    PAPER,
    PERSON,
    PLURAL,
    PRONOUNS,
    THING,
    speaks,
)  # fmt: skip
from auditor.text.attribution.lists import listed


class Kind(StrEnum):
    """What is known of a source."""

    NAMED = "named"
    PRONOUN = "pronoun"
    ANCHORED = "anchored"
    COLLECTIVE = "collective"
    IMPERSONAL = "impersonal"
    NONE = "none"


class ContentKind(StrEnum):
    """What a content says: what is, what is thought, what may be."""

    FACT = "fact"
    OPINION = "opinion"
    SPECULATION = "speculation"


_DETERMINERS = frozenset("the this that these those his her its their our my".split())
_SPECULATION = listed("speculation")
# "analysts at the bank" can be found again, "residents of the city", "voters in the south" cannot.
_ANCHORS = frozenset("at from with for inside close familiar briefed within involved who".split())
# "government lawyers", "police sources": where to ask is said.
_HOUSES = frozenset(
    "government police company ministry court army military campaign state party hospital school university city county "
    "congressional administration defense defence intelligence embassy union".split()
)
_NOT_BARE = _HOUSES | {"both"}
# Between a paper and a name that is not its author's, and between a body and where it is.
_OF_OTHERS = frozenset("published seen obtained reviewed released leaked printed carried".split())
_AROUND = frozenset("across along around in near on".split())
_PLACING = frozenset("at in from inside with".split())
_NOT_ITS_NAME = _PLACING | _OF_OTHERS


def _is_name(low: Sequence[str], at: int, opens: bool) -> bool:
    """Whether a word with a capital is a name; a common word is one behind another with a capital ("the Harbour Observer")."""
    word = FACTS[low[at]]
    if not at:
        return word & NAME != 0 and not (opens and word & COMMON)
    return word & NAME != 0 or (not word & DATE and FACTS[low[at - 1]] & NAME != 0)


def points_back(low: Sequence[str], head: int) -> bool:
    """Whether the words mean one person of whom the text spoke: "the senator", "the New York businessman"."""
    if low[0] != "the" or head < len(low) - 1 or FACTS[low[head]] & (PERSON | PLURAL) != PERSON:
        return False
    # "The firm's director" is somebody new.
    return not any(word.endswith(("'s", "’s")) for word in low)


def _is_bare(low: Sequence[str], head: int) -> bool:
    """Whether people in the plural stand alone, or with an adjective or a place ("local fishermen", "dealers in the
    city"); officials can be asked."""
    alone = head < 2 and (head == len(low) - 1 or low[head + 1] in _AROUND)
    return alone and low[0] not in _NOT_BARE and not low[0].endswith(("'s", "’s"))


def _has_name(low: Sequence[str], head: int, names: Sequence[int]) -> bool:
    """Whether one of the names, none of them the head, is the source's own."""
    # "Mr Doe and his aides", "Northgate Radio and other outlets": one of several has a name.
    if "and" in low and low.index("and") - 1 in names:
        return True
    noun = FACTS[low[head]]
    # "spokesman John Doe", "the firm's director, Jane Doe", "a statement from Mr Doe".
    full = len(names) > 1 and names[-1] - names[-2] == 1 and names[-2] > head
    behind = full or (noun & (DOCUMENT | PAPER) and names[-1] > head)
    if behind and _OF_OTHERS.isdisjoint(low[head + 1 : names[-1]]):
        return True
    # "the Doe campaign", "the Northgate poll": a body or paper that has a name; "a team at Northgate" has none.
    return noun & (BODY | PAPER) != 0 and not (names[0] > head and low[head + 1] in _NOT_ITS_NAME)


def kind_of(texts: Sequence[str], low: Sequence[str], head: int, says: bool, opens: bool = False) -> Kind:
    """The kind of a source of the given words; `head` is its chief noun, `says` that its cue is a verb of saying,
    `opens` that it opens its sentence.

    A thing that says nothing ("the visit underscores") is NONE: nobody speaks.
    """
    if len(low) == 1 and low[0] in PRONOUNS:
        return Kind.PRONOUN
    if texts[head][0].isupper() and _is_name(low, head, opens):
        return Kind.NAMED
    names = [at for at, text in enumerate(texts) if text[0].isupper() and _is_name(low, at, opens)]
    if names and _has_name(low, head, names):
        return Kind.NAMED
    noun = FACTS[low[head]]
    crowd = (
        noun & COLLECTIVE
        or (noun & GROUP and not names and low[0] not in _DETERMINERS)
        or (noun & EVERYBODY and len(low) == 1)
        or (noun & BARE and _is_bare(low, head))
    )
    if crowd or noun & DOCUMENT:
        placed = (bool(names) and names[0] < head) or not _HOUSES.isdisjoint(low[:head])
        anchored = placed or low[0] in _DETERMINERS or not _ANCHORS.isdisjoint(low[head + 1 :])
        return Kind.ANCHORED if anchored else Kind.COLLECTIVE
    return Kind.ANCHORED if speaks(low[head]) or (says and not noun & THING) else Kind.NONE


def speculates(texts: Sequence[str]) -> bool:
    """Whether words, as written, speak of what may be ("May" is a month, "may" a chance)."""
    return not _SPECULATION.isdisjoint(texts)
