"""An article's account: how many of its claims somebody vouches for, who, and how much of it is speculation."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from auditor.model import Document, Scalar
from auditor.text.attribution.finder import gives_source, sourced
from auditor.text.attribution.kinds import Kind, speculates
from auditor.text.attribution.nouns import Sourced
from auditor.text.attribution.sheet import page, quoted_rows
from auditor.text.attribution.words import Row, words
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
        sentence.block.kind is BlockKind.PROSE
        and row.last - row.first >= _FEWEST_WORDS
        and not sentence.text.endswith(("?", ":"))
    )


def _best(first: Sourced | None, second: Sourced) -> Sourced:
    return second if first is None or _RANK[second.kind] < _RANK[first.kind] else first


@view
def claim_sentences(document: Document) -> tuple[ClaimSentence, ...]:
    """All claim sentences in order. A quoted sentence without a cue stands as the last attribution before it does."""
    found = words(document)
    by_sentence: dict[int, Sourced] = {}
    for one in sourced(document):
        if gives_source(found, one):
            number = one.cue.row.number
            by_sentence[number] = _best(by_sentence.get(number), one)
    made = []
    before, last = -_NEAR - 1, None
    texts, quoted = found.tokens.texts, quoted_rows(page(document))
    for row, in_marks in zip(found.rows, quoted, strict=True):
        mine = by_sentence.get(row.number)
        if mine is None and in_marks and row.number - before <= _NEAR:
            mine = last
        if mine is not None:
            before, last = row.number, mine
        if _claims(row):
            speculative = speculates(texts[row.first : row.last])
            if mine is None:
                made.append(ClaimSentence(row, "unattributed", None, speculative))
            else:
                made.append(ClaimSentence(row, _CLASSES[_RANK[mine.kind]], mine.speaker, speculative))
    return tuple(made)


def _shares(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """Shares of four places that sum to 1: what rounding leaves goes to the largest."""
    parts = {name: round(10000 * counts.get(name, 0) / total) for name in _CLASSES}
    largest = max(parts, key=lambda name: (parts[name], name))
    parts[largest] += 10000 - sum(parts.values())
    return {name: part / 10000 for name, part in parts.items()}


def account(document: Document) -> dict[str, Scalar]:
    """The account as flat facts: shares of claim sentences, distinct sources, the top speaker's share of what named
    speakers say, and the share of speculation. Empty where the text claims nothing."""
    claims = claim_sentences(document)
    if not claims:
        return {}
    speakers = Counter(claim.speaker for claim in claims if claim.speaker is not None)
    facts: dict[str, Scalar] = {"claims": len(claims)}
    facts.update(_shares(Counter(claim.standing for claim in claims), len(claims)))
    facts["sources"] = len(speakers)
    facts["top_speaker"] = round(max(speakers.values()) / sum(speakers.values()), 4) if speakers else 0.0
    facts["speculation"] = round(sum(claim.speculative for claim in claims) / len(claims), 4)
    return facts
