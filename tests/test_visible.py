"""Nothing in an article is obeyed: every control and hidden character is shown, in every format."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import Document
from auditor.api import audit
from auditor.words.visible import to_ascii, visible, visible_lines
from auditor.write import Options, formats, writer

# C0 and C1 controls but for what a line is made of, overrides, zero-width characters, tags.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, “quoted” — and café", "plain text, “quoted” — and café"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        (
            "\x1b]8;;https://a.example\x07click\x1b]8;;\x07",
            "<U+001B>]8;;https://a.example<U+0007>click<U+001B>]8;;<U+0007>",
        ),
        ("\x9b2J", "<U+009B>2J"),
        ("ab\u202etxt.exe", "ab<U+202E>txt.exe"),
        ("pay\u200bpal", "pay<U+200B>pal"),
        ("a\r\nb\rc\nd\te", "a⏎b⏎c⏎d e"),
        ("::error file=a::b", ":<U+003A>error file=a:<U+003A>b"),
        ("##[error]a ##vso[b] ##teamcity[c] ## d", "#<U+0023>[error]a #<U+0023>vso[b] #<U+0023>teamcity[c] ## d"),
        ("a\ud800b", "a<U+D800>b"),
        ("a\U000e0041b", "a<U+E0041>b"),
        ("e" + "\u0301" * 90 + "x", "e" + "\u0301" * 4 + "x"),
    ],
)
def test_hidden_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_limit_cuts_with_an_ellipsis() -> None:
    assert visible("one two three", 8) == "one two…"
    assert len(visible("\x1b" * 50, 20)) <= 20


@given(st.text())
def test_whatever_comes_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert not FORBIDDEN.search(shown)
    assert "\n" not in shown
    assert visible(shown) == shown
    assert to_ascii(shown).isascii()
    assert not FORBIDDEN.search(to_ascii(shown))


@given(st.text())
def test_a_whole_text_keeps_its_lines(text: str) -> None:
    assert visible_lines(text).count("\n") == len(re.findall(r"\r\n|\r|\n", text))
    assert not FORBIDDEN.search(visible_lines(text))


EVIL = (
    "\x1b[2J\x1b]0;owned\x07", "[bold red]markup[/]", "\u202eedirrevo", "\n::error file=a::x", "::stop-commands::x",
    "<script>alert(1)</script>", "![x](https://a.example/p.png)", "=HYPERLINK(\"https://a.example\")", "|a|b|", "`code`",
    "]]>", "&amp;", "%0A::error::x", "\ud800", "\0", "@everyone", "##vso[task.setvariable]x",
)  # fmt: skip


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("width", [40, 100])
def test_no_format_lets_an_article_through(name: str, single: bool, width: int) -> None:
    evil = " ".join(EVIL)
    spun = (
        f"{evil} The World Wellbeing Organization (WHO) met{evil}. It came,moreover,late and left,{evil},early.\n" * 3
    )
    line = (
        f"This newspaper {evil} will go on following the events in the region and will report on them as they unfold.\n"
    )
    documents = [
        Document(
            id=f"{evil}{n}", text=spun + line, title=evil, path=evil, source=evil, date=evil, author=evil, url=evil
        )
        for n in range(2)
    ]
    out = io.StringIO()
    writer(name).render(audit(documents), out, Options(width=width, single=single))
    found = out.getvalue()
    assert found
    assert not FORBIDDEN.search(found)
    assert "<script" not in found or name in ("json", "plain", "terminal", "sarif", "gitlab", "github")
    for start in re.findall(r"^::\S+", found, re.MULTILINE):
        assert name == "github", start
        assert start in ("::error", "::warning", "::notice", "::group::", "::endgroup::")
    if name in ("plain", "terminal"):
        assert "[bold red]markup[/]" in found  # shown, not obeyed
    if name == "markdown":
        assert "![x]" not in found
        assert "https://a.example" not in found


def test_rich_never_sees_markup_in_an_article() -> None:
    out = io.StringIO()
    document = Document(
        id="[link=https://a.example]x[/link]", text="It came,moreover,late. It left,though,early.\n" * 9
    )
    writer("terminal").render(audit([document]), out, Options(color=True, single=True))
    assert "[link=https://a.example]x[/link]" in out.getvalue()
    assert "\x1b]8;" not in out.getvalue()
