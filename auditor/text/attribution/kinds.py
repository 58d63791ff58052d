"""Who a source is: named, anchored to a body or place but unnamed, a bare collective, or nobody; and what is said.

The kinds follow newspapers' own rules on anonymous sources: an anchor is anything by which a reader could find the
source again (a body, an office, a place in a known organisation), a name is a person's, a body's or an outlet's.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from auditor.text.attribution.codes import is_common
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


PRONOUNS = frozenset(
    "he she they him her them his hers their theirs i we my our me us it its who himself herself themselves".split()
)
_DETERMINERS = frozenset("the this that these those his her its their our my".split())
# Capitalised, yet no name by themselves: the words of a calendar, nationalities and parties before a role.
_PARTIES = frozenset(
    "republican republicans democrat democrats democratic conservative liberal labour tory gop".split()
)
_COLLECTIVES, _ROLES, _DOCUMENTS = listed("collectives"), listed("roles"), listed("documents")
_BODIES, _PAPERS, _SPECULATION = listed("bodies"), listed("papers"), listed("speculation")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_NO_NAME = _PARTIES.union(
    _COLLECTIVES, _ROLES, _DOCUMENTS, CALENDAR,
    "mr mrs ms dr sir the a an some many most several few other others one two "
    "local senior former top key leading independent political military legal financial industry market security health "
    "foreign global international regional western eastern northern southern in on at by for and but as if when while "
    "according however meanwhile still yet even these those this that his her their its our my all both more".split()
)  # fmt: skip
_ADJECTIVE_ENDINGS = (
    "ish",
    "ese",
    "ian",
    "ean",
    "can",
    "ench",
    "itch",
    "utch",
    "raqi",
    "aeli",
    "stani",
    "ghan",
    "reek",
    "wiss",
)
# "analysts at the bank" can be found again, "residents of the city", "voters in the south" cannot.
_ANCHORS = frozenset("at from with for inside close familiar briefed within involved who".split())
# "government lawyers", "police sources": where to ask is said.
_HOUSES = frozenset(
    "government police company ministry court army military campaign state party hospital school university city county "
    "congressional administration defense defence intelligence embassy union".split()
)
_PERSON_ENDINGS = (
    "ist",
    "ists",
    "man",
    "men",
    "woman",
    "women",
    "yer",
    "yers",
    "ician",
    "icians",
    "logian",
    "sman",
    "owner",
    "owners",
    "holder",
    "goer",
)
_THING_ENDINGS = ("tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ing", "visit", "deal", "move", "shift")
_PLURALS = ("s", "men", "women", "people")
_GROUPS = frozenset("groups organisations organizations agencies firms companies unions campaigners".split())
# Between a paper and a name that is not its author's, and between a body and where it is.
_OF_OTHERS = frozenset("published seen obtained reviewed released leaked printed carried".split())
_AROUND = frozenset("across along around in near on".split())
_PLACING = frozenset("at in from inside with".split())
# Who speaks beside people.
_PEOPLE = listed("animate") | frozenset("defence defense majority prosecution side".split())
_EVERYBODY = frozenset("some many most several few others all both critics people".split())


@lru_cache(maxsize=1 << 14)
def _named(text: str) -> bool:
    """Whether a word with a capital is a name by itself."""
    low = text.lower()
    return low not in _NO_NAME and not low.endswith(_ADJECTIVE_ENDINGS)


def _names(texts: Sequence[str], low: Sequence[str], opens: bool) -> list[int]:
    """Which words are names; a common word is one behind another with a capital ("the Harbour Observer")."""
    first = int(opens and (is_common(low[0]) or (low[0].endswith("s") and means_people(low[0]))))
    return [
        i
        for i in range(first, len(texts))
        if texts[i][0].isupper() and (_named(texts[i]) or (i and low[i] not in CALENDAR and _named(texts[i - 1])))
    ]


def _is_person(word: str) -> bool:
    return word in _ROLES or word.endswith(_PERSON_ENDINGS)


@lru_cache(maxsize=1 << 14)
def can_speak(word: str) -> bool:
    """Whether a lower-case noun can be the source of a claim at all: a person, a crowd, a body, a document."""
    return _is_person(word) or word in _COLLECTIVES or word in _BODIES or word in _PAPERS or word in _DOCUMENTS


def _singulars(noun: str) -> Iterator[str]:
    """A noun, and what it may be the plural of."""
    yield noun
    for ending, single in (("s", ""), ("es", ""), ("ies", "y"), ("men", "man")):
        if noun.endswith(ending):
            yield noun.removesuffix(ending) + single


@lru_cache(maxsize=1 << 14)
def means_people(noun: str) -> bool:
    """Whether a lower-case noun means people, one or many ("the guide", "sailors", "the defence")."""
    return not _PEOPLE.isdisjoint(_singulars(noun))


def points_back(low: Sequence[str], head: int) -> bool:
    """Whether the words mean one person of whom the text spoke: "the senator", "the New York businessman"."""
    if low[0] != "the" or head < len(low) - 1 or not _is_person(low[head]) or low[head].endswith(_PLURALS):
        return False
    # "The firm's director" is somebody new.
    return not any(word.endswith(("'s", "’s")) for word in low)


def _is_bare_plural(low: Sequence[str], head: int) -> bool:
    """Whether people in the plural stand alone, or with an adjective or a place ("local fishermen", "dealers in the
    city"); officials can be asked."""
    noun, alone = low[head], head == len(low) - 1 or low[head + 1] in _AROUND
    bare = alone and head < 2 and low[0] not in _DETERMINERS and not low[0].endswith(("'s", "’s"))
    if not bare or not noun.endswith(_PLURALS) or noun in _ROLES or noun in _BODIES or noun in _GROUPS:
        return False
    return noun not in _PEOPLE and means_people(noun) and low[0] not in _HOUSES | {"both"}


def kind_of(texts: Sequence[str], low: Sequence[str], head: int, says: bool, opens: bool = False) -> Kind:
    """The kind of a source of the given words; `head` is its chief noun, `says` that its cue is a verb of saying,
    `opens` that it opens its sentence.

    A thing that says nothing ("the visit underscores") is NONE: nobody speaks.
    """
    if len(low) == 1 and low[0] in PRONOUNS:
        return Kind.PRONOUN
    names = _names(texts, low, opens)
    noun = low[head]
    if names and head in names:
        return Kind.NAMED
    # "Mr Doe and his aides", "Northgate Radio and other outlets": one of several has a name.
    if "and" in low and names and low.index("and") - 1 in names:
        return Kind.NAMED
    crowd = (
        noun in _COLLECTIVES
        or (noun in _GROUPS and not names and low[0] not in _DETERMINERS)
        or (noun in _EVERYBODY and len(low) == 1)
        or _is_bare_plural(low, head)
    )
    paper = noun in _DOCUMENTS or noun in _PAPERS
    # "spokesman John Doe", "the firm's director, Jane Doe", "a statement from Mr Doe".
    full = len(names) > 1 and names[-1] - names[-2] == 1 and names[-2] > head
    behind = full or (paper and bool(names) and names[-1] > head)
    if behind and _OF_OTHERS.isdisjoint(low[head + 1 : names[-1]]):
        return Kind.NAMED
    # "the Doe campaign", "the Northgate poll": a body or paper that has a name; "a team at Northgate" has none.
    placed = bool(names) and names[0] > head and low[head + 1] in _PLACING | _OF_OTHERS
    if names and (noun in _BODIES or noun in _PAPERS) and not placed:
        return Kind.NAMED
    if crowd or noun in _DOCUMENTS:
        placed = bool(names) and names[0] < head
        placed = placed or not _HOUSES.isdisjoint(low[:head])
        anchored = placed or any(word in _ANCHORS for word in low[head + 1 :]) or low[0] in _DETERMINERS
        return Kind.ANCHORED if anchored else Kind.COLLECTIVE
    noun = noun.removesuffix("’s").removesuffix("'s")
    speaks = can_speak(noun) or means_people(noun)
    return Kind.ANCHORED if speaks or (says and not noun.endswith(_THING_ENDINGS)) else Kind.NONE


def speculates(texts: Sequence[str]) -> bool:
    """Whether words, as written, speak of what may be ("May" is a month, "may" a chance)."""
    return not _SPECULATION.isdisjoint(texts)
