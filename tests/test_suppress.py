"""A finding that somebody has answered for stays in the report with the reason; useless answers are told."""

from datetime import date
from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.model import Document, Ignore, State
from auditor.read import Raw, parse
from auditor.read._suppression import in_html
from auditor.suppress import Listed, loads, suppressed
from tests.reports import card, finding

TODAY = date(2026, 11, 22)
PRINT = "ab" * 10


def listed(until: date | None = None) -> Listed:
    return Listed(PRINT, "the office's own name", until, "audit-ignore.toml:1")


def test_a_listed_finding_is_suppressed_with_place_and_reason() -> None:
    found = suppressed([finding(fingerprint=PRINT), finding("other")], [], [listed()], TODAY)
    assert [one.state for one in found.findings] == [State.SUPPRESSED, State.NEW]
    assert found.findings[0].reason == "audit-ignore.toml:1: the office's own name"
    assert found.findings[0].excerpt == "High Minister"
    assert not found.notes


@pytest.mark.parametrize(("until", "state"), [(TODAY, State.SUPPRESSED), (date(2026, 11, 21), State.NEW)])
def test_an_entry_holds_through_its_last_day(until: date, state: State) -> None:
    found = suppressed([finding(fingerprint=PRINT)], [], [listed(until)], TODAY)
    assert found.findings[0].state is state
    assert bool(found.notes) is (state is State.NEW)


def test_an_expired_entry_is_told_with_what_counts_again() -> None:
    found = suppressed([finding(fingerprint=PRINT)], [], [listed(date(2026, 1, 31))], TODAY)
    assert found.notes == (
        "audit-ignore.toml:1: expired on 2026-01-31: SP101 in news/a.txt counts again; mend it or set a new date",
    )


def test_an_unused_entry_is_told_only_where_everything_was_looked_at() -> None:
    assert "unused" in suppressed([], [], [listed()], TODAY).notes[0]
    assert not suppressed([], [], [listed()], TODAY, whole=False).notes


def test_a_longer_date_wins_over_a_shorter_one() -> None:
    found = suppressed([finding(fingerprint=PRINT)], [], [listed(date(2026, 1, 1)), listed(date(2027, 1, 1))], TODAY)
    assert found.findings[0].state is State.SUPPRESSED
    assert not found.notes


@pytest.mark.parametrize("words", ["SP101", "SP", "spin", "spin/acronym-mismatch", "acronym-mismatch", "CO101, SP101"])
@pytest.mark.parametrize("form", ["{}: a quotation", '{}, "a quotation"', '{} "a quotation"', "{} : a quotation "])
def test_an_article_names_rules_and_a_reason(words: str, form: str) -> None:
    ignores = (Ignore(form.format(words), 3),)
    found = suppressed([finding()], [card(ignores=ignores)], [], TODAY)
    assert found.findings[0].state is State.SUPPRESSED
    assert found.findings[0].reason == "news/a.txt:3: a quotation"
    assert not found.notes


@pytest.mark.parametrize(
    "text", ["", "SP101", "SP101:", "SP101: ", ": no rules", "everything here is fine", 'SP101, ""']
)
def test_without_rules_or_reason_nothing_is_suppressed_and_that_is_told(text: str) -> None:
    found = suppressed([finding()], [card(ignores=(Ignore(text, 3),))], [], TODAY)
    assert found.findings[0].state is State.NEW
    assert found.notes[0].startswith("news/a.txt:3: audit-ignore is not obeyed: ")


def test_an_unused_one_in_an_article_is_told_if_its_rules_ran() -> None:
    cards = [card(ignores=(Ignore("CO101: both are right", 3),))]
    assert suppressed([finding()], cards, [], TODAY, codes={"SP101", "CO101"}).notes == (
        "news/a.txt:3: unused: audit-ignore CO101 meets no finding; delete it",
    )
    assert not suppressed([finding()], cards, [], TODAY, codes={"SP101"}).notes


def test_lines_bound_what_is_suppressed() -> None:
    ignores = (Ignore("SP101: a quotation", 3, (4, 6)),)
    findings = [finding(line=line) for line in (3, 4, 6, 7)] + [finding(line=4, field="title")]
    found = suppressed(findings, [card(ignores=ignores)], [], TODAY).findings
    assert [one.state is State.SUPPRESSED for one in found] == [False, True, True, False, False]


def test_articles_of_strangers_are_not_obeyed() -> None:
    ignores = (Ignore("SP101: trust us", 1),)
    assert suppressed([finding()], [card(ignores=ignores)], [], TODAY, in_articles=False).findings[0].state is State.NEW


def read(name: str, text: str) -> Document:
    (document,) = parse(Raw(name, text.encode()))
    assert isinstance(document, Document)
    return document


def test_front_matter_holds_for_the_whole_article() -> None:
    document = read("a.md", '---\ntitle: T\naudit-ignore: SP101, "as the ministry writes it"\n---\nText.\n')
    assert document.ignores == (Ignore('SP101, "as the ministry writes it"', 1),)
    assert document.text == "Text.\n"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<!-- audit-ignore SP101: why -->\n\nFirst.\n\nSecond.\n", None),
        ("First.\n\n<!-- audit-ignore SP101: why -->\nSecond\nand more.\n\nThird.\n", (7, 9)),
        ("First.\n\n<!-- audit-ignore SP101: why -->\n\nSecond\nand more.\n\nThird.\n", (9, 10)),
        ("First.\n\nSecond <!-- audit-ignore SP101: why -->\nand more.\n\nThird.\n", (7, 8)),
        ("First.\r\n\r\nSecond <!--audit-ignore SP101: why--> it.\r\n", (7, 7)),
        ("First.\n\n<!-- audit-ignore SP101:\nwhy -->\n", (7, 8)),
    ],
)
def test_a_comment_holds_for_its_paragraph_or_from_the_top_for_all(body: str, lines: tuple[int, int] | None) -> None:
    document = read("a.md", f"---\ntitle: T\nauthor: A\n---\n{body}")
    assert [ignore.lines for ignore in document.ignores] == [lines]
    assert " ".join(document.ignores[0].text.split()) == "SP101: why"


def test_other_comments_and_other_formats_suppress_nothing() -> None:
    comment = "<!-- audit-ignore SP101: why -->"
    assert not read("a.md", "<!-- audit-ignored SP101: why --> <!-- see audit-ignore SP101 -->\nText.\n").ignores
    assert not read("a.txt", f"{comment}\nText.\n").ignores
    assert not read("a.jsonl", f'{{"id": "a", "text": "{comment} Text."}}').ignores


def test_a_page_is_excused_whole() -> None:
    words = "The council met on Monday and agreed on a new budget for the schools of the town. " * 9
    page = f"<html><head><title>T</title></head>\n<body><!-- audit-ignore SP101: a quotation --><article><p>{words}</p>"
    assert read("a.html", page).ignores == (Ignore("SP101: a quotation", 2),)
    assert in_html("<!-- audit-ignore SP101: why") == ()


def test_the_file_gives_its_entries_with_their_lines() -> None:
    text = f'# why not\n\n[[ignore]]\nfingerprint = "{PRINT.upper()}"\nreason = "so"\nuntil = 2027-01-31\n'
    assert loads(text, "i.toml") == (Listed(PRINT, "so", date(2027, 1, 31), "i.toml:3"),)
    assert loads("", "i.toml") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[ignore]]\nfingerprnt = 'a'", "i.toml:1: no key is called 'fingerprnt'; did you mean fingerprint?"),
        ("[[ignore]]\nreason = 'a'", "i.toml:1: needs `fingerprint`"),
        ("\n[[ignore]]\nfingerprint = 'a'\nreason = ' '", "i.toml:2: needs `reason`"),
        (
            "[[ignore]]\nfingerprint = 'a'\nreason = 'b'\nuntil = '2027-01-31'",
            "i.toml:1: `until` is a date without quotes",
        ),
        ("[[ignore]\n", "i.toml:1: broken TOML"),
        ("x = = 1", "i.toml:1: broken TOML"),
        ("[ignore]\nreason = 'a'", "i.toml: an entry begins with [[ignore]]"),
        ("ignores = []", "i.toml: no key is called 'ignores'"),
        ("ignore = [1]", "i.toml: an entry begins"),
    ],
)
def test_a_broken_file_is_told_with_its_line(text: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loads(text, "i.toml")
    assert str(caught.value).startswith(says)


def test_a_directory_is_told(tmp_path: Path) -> None:
    from auditor.suppress import load

    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
