"""The job summary: what is found, and nothing of an article obeyed as markdown or HTML."""

import io
import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from auditor.gate import judge
from auditor.model import Related, Report, Severity, Skipped, Span, replace
from auditor.settings import Gate
from auditor.write import Options
from auditor.write.markdown import render
from tests.reports import HOSTILE, card, finding, hostile, report, source

OURS = {"h2", "h3", "p", "ul", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "code", "br"}


class Page(HTMLParser):
    """The rendered tags, their attributes, the text outside of code, and the cells of each row."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.prose = ""
        self.text = ""
        self.rows: list[int] = []
        self._in_code = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names.update(name for name, _ in attrs)
        self._in_code += tag == "code"
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        self._in_code -= tag == "code"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        self.text += data
        self.prose += "" if self._in_code else data


def source_of(made: Report, options: Options | None = None) -> str:
    out = io.StringIO()
    render(made, out, options or Options())
    return out.getvalue()


def page(made: Report) -> Page:
    return Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(source_of(made)))


def test_the_summary_says_verdict_counts_findings_and_ranking() -> None:
    other = Related("b", "news/b.txt", Span(0, 4), "else", 4)
    made = report(
        [finding(related=[other], suggestion="Prime Minister"), finding("x", severity=Severity.INFO)],
        sources=[source("Bay Herald", 61.0), source("Oak", 50.0, 3, provisional=True)],
        skipped=[Skipped("a.pdf", "no reader")],
        notes=["a note"],
    )
    shown = page(replace(made, verdict=judge(made, Gate())))
    words = " ".join(shown.text.replace("\u200b", "").split())
    for part in ("audit: failed", "1 new finding of severity error", "1 error, 0 warnings, 1 note", "High Minister", "Prime Minister",
                 "news/b.txt", "Bay Herald", "61.0", "provisional", "Not read (1)", "no reader", "a note"):  # fmt: skip
        assert part in words
    assert set(shown.rows) == {5, 6}
    assert "table" in shown.tags


def test_nothing_of_an_article_is_markup() -> None:
    shown = page(hostile())
    assert set(shown.tags) <= OURS
    assert shown.names <= {"style"}
    assert set(shown.rows) == {5, 6}, "a pipe in an article makes a cell"
    assert "<script>alert(1)</script>" in shown.text.replace("\u200b", "")
    assert "\x1b" not in shown.text


def test_no_mention_link_or_reference_survives_outside_of_code() -> None:
    prose = page(hostile()).prose
    assert HOSTILE[10:14] in prose
    assert not re.search(r"@\w|#\d|://\w|www\.\w|\w@\w", prose)
    assert not re.search(r"@\w", page(hostile()).text)


def test_it_stays_far_below_what_github_takes() -> None:
    long = "word ' | ` * " * 500
    many = [
        finding(f"{number} {long}", message=long, path=f"{long}/{number}", suggestion=long) for number in range(300)
    ]
    made = report(many, sources=[source(f"{number} {long}", 50.0) for number in range(300)], skipped=[Skipped(long, long)] * 300,
                  notes=[long] * 300)  # fmt: skip
    assert len(source_of(made).encode()) < 900_000


def test_ascii_where_the_stream_has_no_more() -> None:
    assert source_of(report([finding("“é”")], cards=[card()]), Options(ascii=True)).isascii()


def test_an_empty_report_says_so() -> None:
    assert "No new findings." in source_of(report())
