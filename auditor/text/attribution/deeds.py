"""Words that would be cues in a report, in a text that reports nothing: "The band added three dates", "He ordered a coffee".

The model of cues learned from political news, in which a verb that can attribute mostly does, with a mere thing behind it too
("confirmed the visit"). Where no other cue of a text is sure, such a verb tells what was done, and so does any verb of what
cannot speak ("the lighthouse warns ships").
"""

from collections.abc import Sequence
from functools import lru_cache

from auditor.text.attribution.codes import SHAPES, SPACE
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.facts import PRONOUNS, speaks
from auditor.text.attribution.kinds import Kind
from auditor.text.attribution.lists import listed
from auditor.text.attribution.nouns import Sourced
from auditor.text.attribution.shapes import stem
from auditor.text.attribution.sheet import Sheet
from auditor.text.attribution.sources import BE
from auditor.text.attribution.words import Words

# From these log-odds on a cue is sure: of those in PolNeAR's dev part 97 in 100 are right.
_SURE = 2.5
# Up to these a verb may still tell a deed.
_DOUBTFUL = 3.0
# What begins or belongs to a clause, so that something is said and no mere thing follows.
_CLAUSE = frozenset(
    "that whether how why what if who when where which he she they we i you there is are was were be been being am has "
    "have had do does did will would can could may might must should cannot isn't aren't wasn't weren't can't won't it's "
    "he's she's that's there's they're we're became began came fell gave got grew kept left lost made ran rose took went "
    "won".split()
)
_DETERMINERS = frozenset("the a an his her its their our my this these those each every all both one two".split())
_REFLEXIVES = frozenset("himself herself itself themselves yourself ourselves myself".split())
# Behind these a word in "-ed" is no verb of its own.
_NO_VERB_BEHIND = BE | frozenset("and or but by had has have who which".split())
# What the source of things is, among others.
_VOICELESS = (Kind.ANCHORED, Kind.NONE)
_PAST, _GERUND = SHAPES["-ed"], SHAPES["-ing"]
# Words behind a cue that are looked at.
_REACH = 20


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("deeds"))


def _in_marks(sheet: Sheet, cue: Cue) -> bool:
    """Whether marks of quotation stand in the sentence of a cue, the one before or the next."""
    number = int(sheet.row_of[cue.chief])
    return bool(sheet.quoting[max(0, number - 1) : number + 2].any())


def _says_something(found: Words, cue: Cue) -> bool:
    """Whether a clause goes with a cue, or it stands behind or between what is said."""
    low, shapes, gaps, row = found.tokens.lower, found.shapes, found.gaps, cue.row
    begin = cue.last
    if begin >= row.last or gaps[begin] != SPACE or (cue.first > row.first and gaps[cue.first] != SPACE):
        return True
    if low[begin] in ("to", "out") or shapes[begin] == _GERUND:
        return True
    passive = _is_passive(found, cue)
    for at in range(begin, min(row.last, begin + _REACH)):
        if gaps[at] != SPACE or low[at] in ("and", "but"):
            return False
        if low[at] in _CLAUSE or (shapes[at] == _PAST and at > begin and low[at - 1] not in _NO_VERB_BEHIND):
            return True
        if (passive and low[at] == "by") or (low[at] == "to" and at + 1 < row.last and _is_verb(found, at + 1)):
            return True
    return False


def _is_passive(found: Words, cue: Cue) -> bool:
    return cue.chief > cue.row.first and found.tokens.lower[cue.chief - 1] in BE


def _is_verb(found: Words, at: int) -> bool:
    """Whether a word behind "to" may be a verb: in lower case, and no determiner."""
    return found.tokens.texts[at].islower() and found.tokens.lower[at] not in _DETERMINERS


def _is_thing(found: Words, one: Sourced) -> bool:
    """Whether the source is a common noun of what cannot speak."""
    if one.source is None or one.kind not in _VOICELESS:
        return False
    head = found.tokens.lower[one.source.head]
    return not speaks(head) and head.removesuffix("'s").removesuffix("’s") not in PRONOUNS


def _is_sure(found: Words, sheet: Sheet, one: Sourced) -> bool:
    """Whether an attribution shows that the text reports what somebody says."""
    if one.mark is not None:
        return True
    sure = one.cue.score >= _SURE and not _is_thing(found, one)
    return sure and (_says_something(found, one.cue) or _in_marks(sheet, one.cue))


def _is_deed(found: Words, sheet: Sheet, one: Sourced) -> bool:
    """Whether a cue tells what was done, in a text that attributes nothing for sure."""
    cue, low = one.cue, found.tokens.lower
    if one.mark is not None or _says_something(found, cue) or _in_marks(sheet, cue):
        return False
    if _is_thing(found, one):
        return True
    if cue.score > _DOUBTFUL:
        return False
    return _is_passive(found, cue) or low[cue.last] in _REFLEXIVES or stem(low[cue.chief]) in _deeds()


def without_deeds(found: Words, sheet: Sheet, everything: Sequence[Sourced]) -> tuple[Sourced, ...]:
    """The attributions without those that tell a deed."""
    if any(_is_sure(found, sheet, one) for one in everything):
        return tuple(everything)
    return tuple([one for one in everything if not _is_deed(found, sheet, one)])
