"""All attributions of a text: who says what, and how it is said."""

from collections import deque
from collections.abc import Sequence

from auditor.model import Document, Span
from auditor.text.attribution.citations import citations
from auditor.text.attribution.contents import kind_of_content
from auditor.text.attribution.cues import HEARD_NOUNS, HEARSAY, Cue, cues
from auditor.text.attribution.deeds import without_deeds
from auditor.text.attribution.extents import Phrase, content, phrase
from auditor.text.attribution.facts import PRONOUNS
from auditor.text.attribution.frames import frames
from auditor.text.attribution.kinds import Kind, kind_of, points_back
from auditor.text.attribution.lists import listed
from auditor.text.attribution.marks import Mark, marks
from auditor.text.attribution.nouns import Attribution, Sourced
from auditor.text.attribution.sheet import page
from auditor.text.attribution.sources import BE, sources_of
from auditor.text.attribution.speakers import Memory
from auditor.text.attribution.tags import RUMOURS, legends, tags
from auditor.text.attribution.unspoken import unspoken
from auditor.text.attribution.words import Words, words
from auditor.text.characters import plainly_spaced
from auditor.text.view import view

_SAYING = listed("saying")
_NONE = Kind.NONE
# Below these log-odds a cue without a source is none: of 63 such cues in PolNeAR's dev part 20 are right, of 152 with a
# source 97.
_LEAST_SOURCELESS = 0.0
_IMPERSONAL = frozenset("it there".split())
_HEARD = HEARSAY | HEARD_NOUNS | frozenset("seem seems seemed appear appears appeared rumored rumoured".split())
# What things do too ("signals suggesting"): such a verb makes no speaker of its subject.
_THINGS_DO = tuple("suggest indicat show signal hint reveal express find predict read hold assert".split())
_SPEAKING = frozenset(verb for verb in _SAYING if not verb.startswith(_THINGS_DO))


def _nobody(found: Words, cue: Cue) -> Kind:
    low = found.tokens.lower
    heard = low[cue.chief] in _HEARD or not BE.isdisjoint(low[max(cue.row.first, cue.chief - 3) : cue.chief])
    return Kind.IMPERSONAL if heard else Kind.NONE


def _sourced(found: Words, cue: Cue, source: Phrase | None, memory: Memory) -> Sourced:
    if source is None:
        return Sourced(cue, None, _nobody(found, cue), None)
    tokens, (first, last, head) = found.tokens, source
    low, word, chief = tokens.lower[first:last], tokens.lower[head], tokens.lower[cue.chief]
    # One in three is a pronoun, which needs no more.
    if last - first == 1 and word in PRONOUNS:
        kind = _nobody(found, cue) if word in _IMPERSONAL else Kind.NONE
        if kind is not Kind.NONE:
            return Sourced(cue, source, kind, None)
        return Sourced(cue, source, *memory.resolved(word, tokens.starts[head]))
    texts = tokens.texts[first:last]
    kind = kind_of(texts, low, head - first, chief in _SPEAKING, first == cue.row.first)
    if kind is Kind.ANCHORED and memory.last and points_back(low, head - first):
        return Sourced(cue, source, Kind.NAMED, memory.last)
    if word in RUMOURS and chief == "has":
        return Sourced(cue, None, Kind.IMPERSONAL, None)
    if word in _IMPERSONAL:
        return Sourced(cue, source, _nobody(found, cue), None)
    return Sourced(cue, source, kind, memory.named(texts) if kind is Kind.NAMED else None)


def _marked(found: Words, mark: Mark, memory: Memory) -> Sourced:
    source = mark.source
    texts, low = found.tokens.texts[source.first : source.last], found.tokens.lower[source.first : source.last]
    kind = kind_of(texts, low, len(low) - 1, says=True)
    speaker = memory.named(texts) if kind is Kind.NAMED else None
    if kind is Kind.PRONOUN:
        kind, speaker = memory.resolved(low[-1], found.tokens.starts[source.head])
    return Sourced(Cue(source.head, mark.row, 0.0, source.head, source.last), source, kind, speaker, mark)


@view
def sourced(document: Document) -> tuple[Sourced, ...]:
    """All cues in order, each with its source."""
    found = words(document)
    memory = Memory(document)
    made = []
    known = cues(document)
    more = [*tags(document, found, known), *legends(document, found, known)]
    everything = sorted([*known, *more]) if more else known
    low = found.tokens.lower
    verbs = frozenset([cue.chief for cue in everything if cue.score > 0 or low[cue.chief] in _SAYING])
    # What stands in the name before a colon is no cue.
    everyone = sorted([*marks(document), *frames(document, found)], key=lambda mark: mark.source)
    taken = {at for mark in everyone for at in range(mark.source.first, mark.source.last)}
    pending = deque(everyone)
    for cue, at in zip(everything, sources_of(document, found, everything), strict=True):
        while pending and pending[0].source.head < cue.chief:
            made.append(_marked(found, pending.popleft(), memory))
        if cue.chief not in taken:
            one = _sourced(found, cue, None if at is None else phrase(found, cue, at, verbs), memory)
            if one.kind is not _NONE or cue.score >= _LEAST_SOURCELESS:
                made.append(one)
    made.extend(_marked(found, mark, memory) for mark in pending)
    return without_deeds(found, page(document), made)


@view
def vouching(document: Document) -> tuple[Sourced, ...]:
    """The attributions that say where a claim is from: a cue of saying, or a crowd that thinks or hopes anything."""
    low = words(document).tokens.lower
    return tuple(
        [
            one
            for one in sourced(document)
            if one.kind is not _NONE and (low[one.cue.chief] in _SAYING or _gives(low, one))
        ]
    )


def _gives(low: Sequence[str], one: Sourced) -> bool:
    if one.kind is Kind.COLLECTIVE or one.mark is not None:
        return True
    return not _SAYING.isdisjoint(low[one.cue.first : one.cue.last])


def spans(document: Document, one: Sourced) -> tuple[Span | None, Span, Span | None]:
    """The source of an attribution, its cue, and what is said."""
    found = words(document)
    tokens, cue, source = found.tokens, one.cue, one.source
    speaker = Span(tokens.starts[source.first], tokens.end(source.last - 1)) if source else None
    if one.mark is not None:
        return speaker, one.mark.span, one.mark.content
    last = cue.last
    if tokens.lower[last - 1] == "according" and last < cue.row.last and tokens.lower[last] == "to":
        last += 1
    said = content(document, found, cue, source)
    return speaker, Span(tokens.starts[cue.first], tokens.end(last - 1)), said


def attribution(document: Document, one: Sourced) -> Attribution:
    """The attribution with its spans and its content."""
    found = words(document)
    source, cue, said = spans(document, one)
    verb = () if one.mark else found.tokens.lower[one.cue.first : one.cue.last]
    return Attribution(
        source=source,
        cue=cue,
        content=said,
        kind=one.kind,
        content_kind=kind_of_content(found, verb, said, Kind.NONE if one.mark else one.kind),
        speaker=one.speaker,
        sentence=one.cue.row.number,
    )


@view
def found_attributions(document: Document) -> tuple[Attribution, ...]:
    """All attributions in the order of their cues, a quotation or a source without one by its beginning."""
    spoken = [each for one in sourced(document) if (each := attribution(document, one)).content]
    alone = [*unspoken(document, spoken), *citations(document)]
    return tuple(sorted([*spoken, *alone], key=_place_of)) if alone else tuple(spoken)


def _place_of(one: Attribution) -> int:
    span = one.cue or one.content or one.source
    return span.start if span else 0


def attributions(text: str | Document) -> list[Attribution]:
    """The attributions of an English text, in order; offsets are characters of `text`."""
    document = text if isinstance(text, Document) else Document(id="", text=text)
    return list(found_attributions(plainly_spaced(document)))
