"""What single words say of who bears them: each a few bits, found once for a word and looked up together.

The kind of a source would ask ten sets, each of them cold; so the answers are kept by word.
"""

from collections.abc import Iterator

from auditor.text.attribution.codes import Numbered, is_common
from auditor.text.attribution.lists import listed

NAME = 1 << 0  # a name, if it has a capital
COMMON = 1 << 1  # has its capital from the head of a sentence alone
DATE = 1 << 2  # a day or a month
PERSON = 1 << 3  # a role, or looks like one ("logian")
PEOPLE = 1 << 4  # means people, one or many ("the guide", "sailors", "the defence")
PLURAL = 1 << 5
BARE = 1 << 6  # people in the plural, of no office
COLLECTIVE = 1 << 7  # a crowd without a name ("analysts")
EVERYBODY = 1 << 8  # a crowd where it stands alone ("some")
GROUP = 1 << 9
BODY = 1 << 10
DOCUMENT = 1 << 11
PAPER = 1 << 12  # may bear its author's name ("the Northgate poll")
SPEAKER = 1 << 13  # can be the source of a claim
THING = 1 << 14  # looks like what cannot speak ("visit")

PRONOUNS = frozenset(
    "he she they him her them his hers their theirs i we my our me us it its who himself herself themselves".split()
)
# Capitalised, yet no name by themselves: the words of a calendar, nationalities and parties before a role.
_PARTIES = frozenset(
    "republican republicans democrat democrats democratic conservative liberal labour tory gop".split()
)
_COLLECTIVES, _ROLES, _DOCUMENTS = listed("collectives"), listed("roles"), listed("documents")
_BODIES, _PAPERS = listed("bodies"), listed("papers")
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
_ADJECTIVE_ENDINGS = tuple("ish ese ian ean can ench itch utch raqi aeli stani ghan reek wiss".split())
_PERSON_ENDINGS = tuple(
    "ist ists man men woman women yer yers ician icians logian sman owner owners holder goer".split()
)
_THING_ENDINGS = ("tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ing", "visit", "deal", "move", "shift")
_PLURALS = ("s", "men", "women", "people")
_GROUPS = frozenset("groups organisations organizations agencies firms companies unions campaigners".split())
# Who speaks beside people.
_PEOPLE = listed("animate") | frozenset("defence defense majority prosecution side".split())
_EVERYBODY = frozenset("some many most several few others all both critics people".split())


def _singulars(noun: str) -> Iterator[str]:
    """A noun, and what it may be the plural of."""
    yield noun
    for ending, single in (("s", ""), ("es", ""), ("ies", "y"), ("men", "man")):
        if noun.endswith(ending):
            yield noun.removesuffix(ending) + single


def _bits(low: str) -> Iterator[int]:
    noun = low.removesuffix("’s").removesuffix("'s")
    person = low in _ROLES or low.endswith(_PERSON_ENDINGS)
    plural = low.endswith(_PLURALS)
    people = not _PEOPLE.isdisjoint(_singulars(low))
    official = low in _ROLES or low in _BODIES or low in _GROUPS
    yield NAME * (low not in _NO_NAME and not low.endswith(_ADJECTIVE_ENDINGS))
    yield DATE * (low in CALENDAR)
    yield PERSON * person
    yield PEOPLE * people
    yield PLURAL * plural
    yield BARE * (people and plural and not official and low not in _PEOPLE)
    yield COLLECTIVE * (low in _COLLECTIVES)
    yield EVERYBODY * (low in _EVERYBODY)
    yield GROUP * (low in _GROUPS)
    yield BODY * (low in _BODIES)
    yield DOCUMENT * (low in _DOCUMENTS)
    yield PAPER * (low in _PAPERS)
    yield SPEAKER * (person or any(low in some for some in (_COLLECTIVES, _BODIES, _PAPERS, _DOCUMENTS)))
    yield THING * noun.endswith(_THING_ENDINGS)
    yield COMMON * (is_common(low) or (low.endswith("s") and people))


# A lower-cased word to its bits.
FACTS = Numbered(lambda low: sum(_bits(low)))


def can_speak(word: str) -> bool:
    """Whether a lower-case noun can be the source of a claim at all: a person, a crowd, a body, a document."""
    return FACTS[word] & SPEAKER != 0


def speaks(word: str) -> bool:
    """Whether a lower-case noun, maybe with a possessive ending, can be the source of a claim or means people."""
    return FACTS[word.removesuffix("’s").removesuffix("'s")] & (SPEAKER | PEOPLE) != 0
