"""What the finder finds in single sentences, and what it leaves alone."""

import pytest

from auditor import attributions
from auditor.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "He ordered a coffee and a slice of cake, read the paper and paid in coins.",
        "The team expected the ferry at nine and slept on the benches until noon.",
        "She wanted a window seat, but the train was full and she stood as far as Linz.",
        "The ferry, known as the Gull, was sold in the autumn.",
        "A truce was agreed in the hall and broken in the yard.",
    ],
)
def test_verbs_that_tell_deeds_attribute_nothing(text: str) -> None:
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The agency confirmed that the booking was void.", "confirmed"),
        ("The team expected the ferry to be late.", "expected"),
        ("“The booking is void,” the agency confirmed.", "confirmed"),
        ("Ana Lukic said the wall was old. The agency confirmed the sale.", "confirmed"),
    ],
)
def test_the_same_verbs_attribute_where_something_is_said(text: str, cue: str) -> None:
    assert cue in [text[one.cue.start : one.cue.end] for one in attributions(text) if one.cue]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The coach said his players had been lazy.", "opinion"),
        ("“It was the proudest day of my life,” said Ivo Maric.", "opinion"),
        ("Critics say the museum is too expensive.", "opinion"),
        ("“Go home and stay there,” the sheriff said.", "opinion"),
        ("The mayor said the council was “asleep at the wheel”.", "opinion"),
        ("“I left the house at six,” the driver said.", "fact"),
        ("The driver said he had been going at 40 miles an hour.", "fact"),
        ("The guide said it was the oldest bridge in the valley.", "fact"),
        ("Lukic said, “The gate was open.”", "fact"),
        ("The firm said it plans to open two shops in Porto.", "speculation"),
        ("The firm said it had no plans to open a shop.", "fact"),
        ("The painting is thought to have been burnt.", "speculation"),
    ],
)
def test_what_is_said_is_a_fact_an_opinion_or_a_guess(text: str, kind: str) -> None:
    assert [one.content_kind for one in attributions(text)] == [kind]


def _words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def _read(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
    """The attributions of a text: source, cue and content as written, and the kind of the source."""
    return [
        (_words(text, one.source), _words(text, one.cue), _words(text, one.content), str(one.kind))
        for one in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("In the words of one diver, the wreck is a tomb.", "one diver", "In the words of one diver", "the wreck is a tomb.", "anchored"),
        ("Ana Lukic leads the port. In her view, the wall was never safe.", "her", "In her view", "the wall was never safe.", "pronoun"),
        ("“It's a funeral with a view,” sighed farmer Ana Lukic.", "farmer Ana Lukic", "sighed", "“It's a funeral with a view,”", "named"),
        ("“The pump failed twice,” he muttered, looking away.", "he", "muttered", "“The pump failed twice,”", "anchored"),
        ("“The wall is old.”\n—A. Lukic, Varna", "A. Lukic", "—", "“The wall is old.”", "named"),
        ("“Why now?” Ana Lukic asked.", "Ana Lukic", "asked", "“Why now?”", "named"),
        ("“The wall is old,” Mr. Doe said.", "Mr. Doe", "said", "“The wall is old,”", "named"),
        ("The suspicion that the pump was broken is old.", None, "suspicion", "the pump was broken is old.", "impersonal"),
        ("Legend has it that the bell rings at night.", None, "has", "it that the bell rings at night.", "impersonal"),
        ("The sale cost nine million, it is estimated.", None, "estimated", "The sale cost nine million", "impersonal"),
        ("Sailors say that the bell rings at night.", "Sailors", "say", "the bell rings at night.", "collective"),
        ("The governor's spokesman said the road was open.", "The governor's spokesman", "said", "the road was open.", "anchored"),
        ("The study, published in The Valley Review, found that wells were dry.", "The study, published in The Valley Review", "found", "wells were dry.", "anchored"),
    ],
)  # fmt: skip
def test_sources_cues_and_contents_stand_where_they_are_written(
    text: str, source: str | None, cue: str, content: str, kind: str
) -> None:
    assert (source, cue, content, kind) in _read(text)
