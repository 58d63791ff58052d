"""An article's account: how many of its claims somebody vouches for, who, and how much of it is speculation."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from auditor.model import Document, Scalar
from auditor.text.attribution.finder import vouching
from auditor.text.attribution.kinds import Kind, speculates
from auditor.text.attribution.lists import listed
from auditor.text.attribution.nouns import Sourced
from auditor.text.attribution.sheet import page, quoted_rows
from auditor.text.attribution.spotted import Spotter
from auditor.text.attribution.words import Row, Words, words
from auditor.text.blocks import Kind as BlockKind
from auditor.text.view import view

# A sentence of fewer words claims little ("It rained.").
_FEWEST_WORDS = 5
# A speaker is quoted for two sentences more.
_NEAR = 2
_RANK = {
    Kind.NAMED: 0, Kind.PRONOUN: 0, Kind.ANCHORED: 1, Kind.COLLECTIVE: 2, Kind.IMPERSONAL: 2, Kind.NONE: 3,
}  # fmt: skip
_CLASSES = ("named", "anchored", "vague", "unattributed")
_STANDING = {kind: _CLASSES[rank] for kind, rank in _RANK.items()}
_PROSE = BlockKind.PROSE
_CHANCE = Spotter(map(str.lower, listed("speculation")))


class ClaimSentence(NamedTuple):
    """A sentence of prose that claims something: its standing (one of `named`, `anchored`, `vague`, `unattributed`),
    the key of who speaks, and whether it speculates."""

    row: Row
    standing: str
    speaker: str | None
    speculative: bool


def _claims(row: Row) -> bool:
    sentence = row.sentence
    return (
        row.last - row.first >= _FEWEST_WORDS
        and sentence.block.kind is _PROSE
        and not sentence.text.endswith(("?", ":"))
    )


def _speculative(document: Document, found: Words) -> frozenset[int]:
    """The numbers of the sentences that speak of what may be."""
    texts, row_of = found.tokens.texts, page(document).row_of
    rows = {row_of.item(at) for at in _CHANCE.places(document) if speculates(texts[at : at + 1])}
    return frozenset([found.rows[row].number for row in rows if row >= 0])


@view
def claim_sentences(document: Document) -> tuple[ClaimSentence, ...]:
    """All claim sentences in order. A quoted sentence without a cue stands as the last attribution before it does."""
    found = words(document)
    by_sentence: dict[int, Sourced] = {}
    for one in vouching(document):
        number = one.cue.row.number
        best = by_sentence.get(number)
        if best is None or _RANK[one.kind] < _RANK[best.kind]:
            by_sentence[number] = one
    made = []
    before, last = -_NEAR - 1, None
    speculative = _speculative(document, found)
    for row, in_marks in zip(found.rows, quoted_rows(page(document)), strict=True):
        number = row.number
        mine = by_sentence.get(number)
        if mine is None and in_marks and number - before <= _NEAR:
            mine = last
        if mine is not None:
            before, last = number, mine
        if _claims(row):
            standing, speaker = ("unattributed", None) if mine is None else (_STANDING[mine.kind], mine.speaker)
            made.append(ClaimSentence(row, standing, speaker, number in speculative))
    return tuple(made)


def _shares(standings: Sequence[str]) -> dict[str, float]:
    """Shares of four places that sum to 1: what rounding leaves goes to the largest, of equals to the last by name."""
    parts = [round(10000 * standings.count(name) / len(standings)) for name in _CLASSES]
    _, largest = max(zip(parts, _CLASSES, strict=True))
    left = 10000 - sum(parts)
    return {name: (part + left * (name == largest)) / 10000 for name, part in zip(_CLASSES, parts, strict=True)}


def account(document: Document) -> dict[str, Scalar]:
    """The account as flat facts: shares of claim sentences, distinct sources, the top speaker's share of what named
    speakers say, and the share of speculation. Empty where the text claims nothing."""
    claims = claim_sentences(document)
    if not claims:
        return {}
    heard = Counter([claim.speaker for claim in claims if claim.speaker is not None])
    facts: dict[str, Scalar] = {"claims": len(claims), **_shares([claim.standing for claim in claims])}
    facts["sources"] = len(heard)
    facts["top_speaker"] = round(max(heard.values()) / heard.total(), 4) if heard else 0.0
    facts["speculation"] = round(sum([claim.speculative for claim in claims]) / len(claims), 4)
    return facts
