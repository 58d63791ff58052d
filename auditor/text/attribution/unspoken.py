"""Quotations that no cue gives a speaker."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from auditor.model import Document, Span
from auditor.text.attribution.contents import kind_of_content
from auditor.text.attribution.kinds import Kind
from auditor.text.attribution.nouns import Attribution
from auditor.text.attribution.rows import row_starts
from auditor.text.attribution.words import words
from auditor.text.quotes import quotations
from auditor.text.sentences import Sentence

# Those who can go on speaking, and for how many sentences.
_PEOPLE = (Kind.NAMED, Kind.PRONOUN, Kind.ANCHORED)
_NEAR = 2


def unspoken(document: Document, spoken: Sequence[Attribution]) -> Iterator[Attribution]:
    """Quotations of a sentence or more that no cue gives a speaker: of the last speaker where one is near, else nobody's.

    A quotation inside a sentence is a word or a title as often as speech.
    """
    everything = quotations(document)
    if not everything:
        return
    found = words(document)
    starts = row_starts(document)
    spans = sorted((span.start, span.end) for one in spoken for span in (one.content, one.source) if span)
    begins = [start for start, _ in spans]
    # How far the spans reach that begin up to each: what is quoted meets one where they reach into it.
    reach = list(accumulate((end for _, end in spans), max))
    heard = sorted((one for one in spoken if one.kind in _PEOPLE), key=lambda one: one.sentence)
    heard_in = [one.sentence for one in heard]
    for quoted in everything:
        number = bisect_right(starts, quoted.start) - 1
        if number < 0 or not _is_whole(document, quoted, found.rows[number].sentence):
            continue
        met = bisect_left(begins, quoted.end)
        if met and reach[met - 1] > quoted.start:
            continue
        sentence = found.rows[number].number
        before = bisect_right(heard_in, sentence)
        last = heard[before - 1] if before else None
        near = last is not None and sentence - last.sentence <= _NEAR
        inside = Span(quoted.start + 1, quoted.end - 1)
        yield Attribution(
            source=None,
            cue=None,
            content=quoted,
            kind=last.kind if last and near else Kind.NONE,
            content_kind=kind_of_content(found, (), inside),
            speaker=last.speaker if last and near else None,
            sentence=sentence,
        )


def _is_whole(document: Document, quoted: Span, sentence: Sentence) -> bool:
    """Whether a quotation opens its sentence, with a capital, and ends like one or takes the sentence up."""
    text = document.quote(quoted)
    opens = quoted.start == sentence.start and len(text) > 2 and (text[1].isupper() or text[1] in "[…")
    return opens and " " in text and (text[-2] in ".!?…" or quoted.end >= sentence.end - 1)
