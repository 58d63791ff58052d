"""What is not the article, and the tone of what is: views that several families share."""

import pytest

from auditor import Document, audit
from auditor.text.boilerplate import boilerplate, share
from auditor.text.genre import genre
from auditor.text.tone import tone

NEWS = "The harbour of Oster is open again, and the first ships left the quay in the morning, the mayor said on Monday."


def kinds(text: str) -> list[str]:
    return [piece.kind for piece in boilerplate(Document(id="a", text=text))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign up for our newsletter", "newsletter"),
        ("Signal up for our publication", "newsletter"),
        ("Depart a remark", "comment"),
        ("Observe us on Fb", "share"),
        ("We make use of cookies to enhance your expertise", "cookies"),
        ("Picture credit score: Coast Images", "photo"),
        ("Learn extra", "related"),
        ("Supply hyperlink", "syndication"),
        ("Put up date : 2031-02-18", "stamp"),
        ("https://coast.example/2031/harbour", "link"),
        ("© 2031 Harbour Post", "copyright"),
        ("Jon Berg and Mara Lind contributed to this report.", "author"),
    ],
)
def test_lines_in_plain_and_in_spun_english(line: str, kind: str) -> None:
    assert kinds(f"{NEWS}\n{line}\n{NEWS}") == [kind]


def test_spans_are_exact_and_in_order_with_any_line_ends() -> None:
    document = Document(id="a", text=f"{NEWS}\r\n\r\n  Share this:  \r\n{NEWS}\r\nAll rights reserved.\r\n")
    assert [document.quote(piece.span) for piece in boilerplate(document)] == ["Share this:", "All rights reserved."]


def test_phrases_of_the_user_count() -> None:
    document = Document(
        id="a", text=f"{NEWS}\nThe Gazette thanks its patrons.\n{NEWS}", phrases=frozenset(["thanks its patrons"])
    )
    assert [piece.kind for piece in boilerplate(document)] == ["own"]


def test_the_share_of_what_is_no_article() -> None:
    assert share(Document(id="a", text=NEWS)) == 0
    assert share(Document(id="a", text="Share this")) == 1
    assert share(Document(id="a", text="")) == 0


def test_the_report_tells_the_share_of_what_is_no_article() -> None:
    assert audit([Document(id="a", text=f"{NEWS}\nAll rights reserved.")]).cards[0].facts["not_article"] == 0.153
    assert "not_article" not in audit([Document(id="a", text=NEWS)]).cards[0].facts


def test_an_opinion_piece_says_that_it_is_one() -> None:
    assert genre(Document(id="a", text=NEWS, title="Opinion: the harbour")) == "opinion"
    assert genre(Document(id="a", text=NEWS, url="https://coast.example/opinion/harbour")) == "opinion"
    assert genre(Document(id="a", text=f"{NEWS}\nMara Lind is a columnist.")) == "opinion"
    assert genre(Document(id="a", text=f"{NEWS} It is a matter of opinion.")) == "report"


def test_tone_counts_outside_quotations_and_names_only() -> None:
    assert tone(Document(id="a", text=NEWS)).index == 0
    assert tone(Document(id="a", text=f"{NEWS} “A pathetic sham!” she said in Savage Creek.")).index == 0
    found = tone(Document(id="a", text=f"{NEWS} A pathetic sham!"))
    assert [piece.word for piece in found.loaded] == ["pathetic", "sham"]
    assert len(found.exclamations) == 1
    assert found.index == 30  # two words and an exclamation, in a text too short for a rate


@pytest.mark.parametrize(
    "text", [" " * 300_000, "subscribe " * 30_000, "contributed to this report " * 12_000, "@" * 300_000]
)
def test_hostile_text_costs_no_square(text: str) -> None:
    boilerplate(Document(id="a", text=text))
