"""What every rule reads: words, blocks, sentences, quotations, names and numbers, each at its own place in the text."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings

from auditor.model import Document, Span
from auditor.text.blocks import blocks
from auditor.text.dates import mentions
from auditor.text.names import names
from auditor.text.numbers import numbers
from auditor.text.persons import full_names
from auditor.text.quotes import quotations
from auditor.text.sentences import sentences
from auditor.text.tokens import tokens
from tests._hostile import hostile_text

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def in_order(spans: Iterable[Span], length: int) -> bool:
    """Whether none is empty, reaches back behind another's end, or out of a text of this length."""
    end = 0
    for span in spans:
        if not end <= span.start < span.end <= length:
            return False
        end = span.end
    return True


@QUICK
@given(hostile_text)
def test_words_and_gaps_are_the_text(text: str) -> None:
    found = tokens(Document(id="a", text=text))
    pieces = [piece for pair in zip(found.gaps, found.texts, strict=True) for piece in pair]
    assert text.startswith("".join(pieces))
    assert in_order((Span(start, found.end(at)) for at, start in enumerate(found.starts)), len(text))
    assert [text[start : found.end(at)] for at, start in enumerate(found.starts)] == list(found.texts)


@QUICK
@given(hostile_text)
def test_blocks_hold_sentences_and_sentences_hold_names(text: str) -> None:
    document = Document(id="a", text=text)
    assert in_order((Span(block.start, block.end) for block in blocks(document)), len(text))
    assert in_order((sentence.span for sentence in sentences(document)), len(text))
    for sentence in sentences(document):
        assert sentence.block.start <= sentence.start < sentence.end <= sentence.block.end
        assert sentence.text == document.quote(sentence.span)
    assert in_order((name.span for name in names(document)), len(text))
    for name in names(document):
        assert name.sentence.start <= name.start < name.span.end <= name.sentence.end
        assert name.text == document.quote(name.span)


@QUICK
@given(hostile_text)
def test_what_is_found_in_a_text_lies_in_it(text: str) -> None:
    document = Document(id="a", text=text)
    for spans in (
        quotations(document),
        [Span(one.start, one.end) for one in numbers(document)],
        [one.span for one in mentions(text)],
    ):
        assert in_order(spans, len(text))
    # "Anna Maria Rossi" is read as two full names, which share a word.
    for one in full_names(document):
        assert one.name.start <= one.start < one.end <= one.name.span.end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dr. Ada Moss came. She left at 5 p.m. The U.S. embassy closed.", ["Dr. Ada Moss came.", "She left at 5 p.m.", "The U.S. embassy closed."]),
        ("“We won.” He smiled. Gov. Reed did not.", ["“We won.”", "He smiled.", "Gov. Reed did not."]),
        ("It cost $1.5 million. Was it worth it? Yes!", ["It cost $1.5 million.", "Was it worth it?", "Yes!"]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(Document(id="a", text=text))] == parts
