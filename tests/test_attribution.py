"""Who says so: the finder's spans and kinds, hedges, and the article's account."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import Document, attributions, audit, hedges
from auditor.cases import cases
from auditor.rules import load
from auditor.text.attribution.account import account
from auditor.text.attribution.credit import credited
from auditor.text.attribution.cues import cues
from auditor.text.attribution.spotted import Spotter
from auditor.text.tokens import tokens

REPORT = (
    "The harbour was closed on Monday. “We saw nothing like it in years,” said Ana Lukic, who leads the port office. "
    "She said the ferry would run again on Friday.\n"
    "According to the Harbour Post, eleven boats were lost. Analysts suggest that prices could rise. "
    "An official at the ministry said the wall was old. The town is believed to have known."
)


def _quote(span: object) -> str:
    start, end = getattr(span, "start", 0), getattr(span, "end", 0)
    return REPORT[start:end]


def test_each_kind_of_source_is_told() -> None:
    found = {_quote(one.source): one.kind for one in attributions(REPORT) if one.source}
    assert found["Analysts"] == "collective"
    assert found["the Harbour Post"] == "named"
    assert found["She"] == "pronoun"
    assert found["An official at the ministry"] == "anchored"
    assert any(source.startswith("Ana Lukic") and kind == "named" for source, kind in found.items())


def test_a_pronoun_speaks_for_its_name() -> None:
    speakers = {_quote(one.source): one.speaker for one in attributions(REPORT) if one.source}
    assert speakers["She"] == "lukic"


def test_content_is_what_is_said_and_its_kind() -> None:
    one = next(one for one in attributions(REPORT) if _quote(one.source) == "Analysts")
    assert (_quote(one.cue), _quote(one.content)) == ("suggest", "prices could rise.")
    assert one.content_kind == "speculation"


def test_hedges_are_spans_of_the_text() -> None:
    text = "The mill was built in 1902. Some critics believe it is probably the finest in the country."
    words = [text[span.start : span.end] for span in hedges(text)]
    assert "probably" in words
    assert all(span.start > 27 for span in hedges(text))


def test_shares_of_the_account_sum_to_one() -> None:
    facts = account(Document(id="a", text=REPORT))
    shares = [facts[name] for name in ("named", "anchored", "vague", "unattributed")]
    assert round(sum(float(share or 0) for share in shares), 9) == 1.0
    assert facts["sources"] == 2


def test_no_account_of_a_text_that_is_not_english() -> None:
    text = "Der Hafen war am Montag geschlossen, und niemand wusste, warum die Boote nicht fuhren. " * 8
    assert not audit([Document(id="a", text=text)]).cards[0].facts.get("claims")


def test_pasted_generic_speakers_earn_nothing() -> None:
    lines = " ".join(f"The road number {number} is long and old, John Smith, an analyst, said." for number in range(20))
    believed, _ = credited(Document(id="a", text=REPORT + "\n" + lines))
    assert all(claim.speaker != "smith" for claim in believed)


def test_marks_attribute_too() -> None:
    text = (
        "Ana Lukic leads the port office.\n"
        "Lukic: The harbour will stay closed for the rest of the week.\n"
        "“The wall was old and nobody came to mend it.” — Tom Bream\n"
        "Energy: New cables for the harbour and for the town.\n"
    )
    found = [
        (text[one.source.start : one.source.end], text[one.cue.start : one.cue.end])
        for one in attributions(text)
        if one.source and one.cue
    ]
    assert found == [("Lukic", ":"), ("Tom Bream", "—")]


def test_lines_that_cite_name_their_sources_and_earn_nothing() -> None:
    body = "The mill closed in May, and nobody has bought it since.\n"
    foot = "Harbour Post, Tideway Gazette, The Port Ellery Review\nSource link : https://post.example/mill\n"
    text = body + foot
    found = [text[one.source.start : one.source.end] for one in attributions(text) if one.source]
    assert found == ["Harbour Post", "Tideway Gazette", "The Port Ellery Review", "https://post.example/mill"]
    assert account(Document(id="a", text=text))["named"] == 0.0


def test_quotation_without_a_cue_is_the_last_speakers_or_nobodys() -> None:
    text = (
        "“Enough is enough.” The words stand in chalk on the wall of the mill.\n"
        "The mill closed in May. “We saw it coming,” said Ana Lukic, who leads the port office. “Nobody wanted to hear it.”\n"
    )
    alone = [(one.kind, one.speaker) for one in attributions(text) if one.cue is None]
    assert alone == [("none", None), ("named", "lukic")]


def test_kind_of_content_follows_cue_and_words() -> None:
    text = (
        "Ana Lukic said the mill closed in May. Ana Lukic fears the mill is closed for good. "
        "Ana Lukic said the mill will close. Ana Lukic said the plan was absurd."
    )
    assert [one.content_kind for one in attributions(text)] == ["fact", "speculation", "speculation", "opinion"]


def test_impersonal_passives_of_finding_are_nobodys_words() -> None:
    text = "Three of the wells were found to be dry. The men were found guilty of theft in May."
    assert [one for one in attributions(text) if one.kind not in ("none", "impersonal")] == []


def _nine_claims() -> str:
    rule = next(rule for rule in load() if rule.code == "AT103")
    return next(case for case in cases(rule) if case.flag).documents[0].text


_SAID = tuple(
    f"{what}, John Smith, an analyst, said."
    for what in (
        "The road is long and the bridge is old", "Trade fell by a tenth in the past year", "Farmers sell more corn than they did",
        "The border was closed in the spring", "Both capitals want the works to go on", "The valley has never seen such a plan",
        "Nobody has counted the cost of the road", "The river floods in most years", "Buses will run from the market to the bridge",
        "The two sides talked for nine hours", "Wages are low on both banks", "The partnership is the first of its kind",
        "The ministry knew of the plan in May", "Tolls pay for half of the works", "The farms are small and far from any town",
        "Power costs more here than in the north", "The old ferry will be sold", "Goods wait at the border for two days",
        "The works employ four hundred people", "The road will be watched with care",
    )
)  # fmt: skip


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("lines", [_SAID, _SAID[:1] * 20, tuple(reversed(_SAID))])
def test_twenty_pasted_lines_gain_three_points_at_most(lines: tuple[str, ...], before: bool) -> None:
    text, more = _nine_claims(), "\n".join(lines)
    pasted = f"{more}\n{text}" if before else f"{text}\n{more}"
    report = audit([Document(id="a", text=text), Document(id="b", text=pasted)])
    plain, gained = report.scores["a"].total, report.scores["b"].total
    assert plain is not None
    assert gained is not None
    assert gained - plain <= 3


@pytest.mark.parametrize(
    "piece",
    [
        '"We saw." - Ana Doe\n',
        " ",
        "a",
        '"',
        "“",
        "'",
        "said ",
        "says that ",
        ", ",
        "1",
        "\n",
        "(",
        "''",
        "Doe: “We shall see it.”\n",
        "Doe: We shall see it all now.\n",
        "legend has it ",
        "“So,” he muttered and ",
    ],
)
def test_strange_texts_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    attributions(text)
    hedges(text)


def test_odd_spaces_are_read_as_plain_ones_and_spans_index_the_text() -> None:
    text = "The\u00a0mill\u2009closed. Analysts\u00a0suggest\u202fthat prices\u00a0could rise."
    found = [(text[one.source.start : one.source.end], one.kind) for one in attributions(text) if one.source]
    assert found == [("Analysts", "collective")]
    assert attributions(text) == attributions(text.replace("\u00a0", " ").replace("\u2009", " ").replace("\u202f", " "))
    weasel = "Some\u00a0critics\u00a0believe it is\u2009probably the finest."
    assert hedges(weasel) == hedges(weasel.replace("\u00a0", " ").replace("\u2009", " "))
    assert hedges(weasel)


def test_short_sentences_said_over_and_over_are_english() -> None:
    for line in ("Analysts say it may. ", "Some believe it might happen soon. "):
        card = audit([Document(id="a", text=line * 100)]).cards[0]
        assert "attribution" not in card.unjudged
        assert card.language == "en"


def test_listed_words_are_spotted_in_any_case_and_no_others() -> None:
    words = [f"word{number}" for number in range(3000)]
    text = Document(id="a", text="Tradition says so. “TRADITION,” he traded, has it: " + " ".join(words))
    assert Spotter(("tradition", "has", "legend")).places(text) == [0, 3, 6]
    assert Spotter(words[::2]).places(text) == list(range(8, 3008, 2))


_PARAGRAPHS = (
    "The harbour was shut, officials said on Monday.",
    "Mavens counsel that the new pier may open in May. Nobody asked them.",
    "The ferry is believed to have left early; it reportedly ran aground.",
    "“We saw nothing,” Ana Lukic told the Harbour Post, adding that the lamp was out.",
    "Five boats, two cranes and a shed burned.",
    "The suspicion that the dyke was cut is old.",
)


@given(st.lists(st.sampled_from(_PARAGRAPHS), max_size=8))
def test_the_cues_of_a_paragraph_are_its_own(paragraphs: list[str]) -> None:
    """Whatever stands around a paragraph, the same words are cues in it, as sure as before."""
    document = Document(id="", text="\n".join(paragraphs))
    starts = tokens(document).starts
    found = [(starts[cue.chief], cue.score) for cue in cues(document)]
    expected, at = [], 0
    for paragraph in paragraphs:
        alone = Document(id="", text=paragraph)
        expected += [(at + tokens(alone).starts[cue.chief], cue.score) for cue in cues(alone)]
        at += len(paragraph) + 1
    assert found == expected
