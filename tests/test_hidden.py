"""What is hidden from the eye hides nothing from a rule, and every span is one of the text as it is written."""

import re

import pytest

from auditor import Document, Span, audit
from auditor.text.hidden import rejoined, seen
from tests.conftest import CLEAN

SPUN = "The World Wellbeing Organization (WHO) said on Monday that it would help.\n" + CLEAN
INSIDE = re.compile(r"(?<=\w)(?=\w)")


def in_bold(text: str) -> str:
    return "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in text)


def in_full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in text)


def in_cyrillic(text: str) -> str:
    return text.translate(str.maketrans("iaeo", "іаео"))


DISGUISES = [INSIDE.sub(mark, SPUN) for mark in "\u00ad\u034f\u200b\u200d\u2060\ufe0f\ufeff"]


@pytest.mark.parametrize("text", [*DISGUISES, in_bold(SPUN), in_full_width(SPUN), in_cyrillic(SPUN)])
def test_a_disguised_text_is_read_as_it_is_seen(text: str) -> None:
    plain, report = audit(Document(id="a", text=SPUN)), audit(Document(id="a", text=text))
    codes = {finding.code for finding in plain.findings}
    assert codes >= {"SP101", "SP106"}
    assert codes <= {finding.code for finding in report.findings}
    found = {finding.code: finding for finding in report.findings}["SP101"]
    assert found.excerpt == text[found.span.start : found.span.end]
    assert len(INSIDE.sub("", found.excerpt)) >= len("(WHO)")
    assert report.cards[0].place(found.span)[0] == 1
    assert report.cards[0].words == plain.cards[0].words
    assert report.scores["a"].total == pytest.approx(plain.scores["a"].total, abs=15)


def test_a_word_a_line_is_read_as_a_page_shows_it() -> None:
    report = audit(Document(id="a", text=SPUN.replace(" ", "\n")))
    found = {finding.code: finding for finding in report.findings}
    assert {"SP101", "SP106"} <= set(found)
    assert (found["SP101"].excerpt, found["SP101"].line) == ("(WHO)", 5)


def test_words_that_line_ends_cut_are_read_whole() -> None:
    text = SPUN.replace("Wellbeing Organization (WHO)", "Well-\nbeing Or-\r\nganization (WHO)")
    found = {finding.code: finding for finding in audit(Document(id="a", text=text)).findings}
    assert found["SP106"].excerpt == "World Well-\nbeing Or-\r\nganization"
    assert (found["SP101"].excerpt, found["SP101"].line) == ("(WHO)", 3)
    assert audit(Document(id="a", text=text)).cards[0].words == audit(Document(id="a", text=SPUN)).cards[0].words


@pytest.mark.parametrize(
    "line", ["a well-\nknown man", "one-\nthird", "Mary-\nAnn", "up-to-\ndate news", "- one\n- two", "a-\n\nb"]
)
def test_compounds_keep_their_hyphens(line: str) -> None:
    assert rejoined(Document(id="a", text=line)) is None


def test_copies_in_disguise_are_copies() -> None:
    report = audit([Document(id="a", text=SPUN), Document(id="b", text=DISGUISES[0])])
    assert len({card.copy_cluster for card in report.cards}) == 1


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        "Caf\u00e9 na\u00efve.",
        "He wrote \u043f\u0440\u0430\u0432\u0434\u0430 on the wall.",
        "\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645",
        "",
    ],
)
def test_what_hides_nothing_is_as_it_is_written(text: str) -> None:
    assert seen(Document(id="a", text=text)) is None


def test_the_way_back_from_every_span() -> None:
    text = "\u200ba\u00adb\u200b c\ufe0f"
    bare = seen(Document(id="a", text=text, title="x\u00ady"))
    assert bare is not None
    assert (bare.document.text, bare.document.title) == ("ab c", "xy")
    for start in range(5):
        for end in range(start, 5):
            back = bare.back(Span(start, end))
            assert re.sub("[\u00ad\u200b\ufe0f]", "", text[back.start : back.end]) == "ab c"[start:end]
