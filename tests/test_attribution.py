"""Who says so: the finder's spans and kinds, hedges, and the article's account."""

import pytest

from auditor import Document, attributions, audit, hedges
from auditor.text.attribution.account import account
from auditor.text.attribution.credit import credited

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


@pytest.mark.parametrize("piece", [" ", "a", '"', "“", "'", "said ", "says that ", ", ", "1", "\n", "(", "''"])
def test_strange_texts_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    attributions(text)
    hedges(text)
