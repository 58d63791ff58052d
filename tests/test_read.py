"""Every input format gives its articles, exactly; what cannot be read is told with its place, and the rest is read."""

import codecs
import gzip
import json
from io import StringIO
from pathlib import Path

import pytest

from auditor.api import audit
from auditor.model import Document, Report, Skipped
from auditor.read import LONGEST, Raw, parse, split
from auditor.read._own import REASON
from auditor.write import Options, writer
from tests.conftest import CLEAN, ROOT
from tests.reports import finding, report


def read(name: str, data: bytes | str, packed: bool = False) -> list[Document | Skipped]:
    raw = Raw(name, data.encode() if isinstance(data, str) else data, packed=packed)
    return [found for part in split(raw) for found in (parse(part) if isinstance(part, Raw) else [part])]


def article(name: str, data: bytes | str) -> Document:
    (found,) = read(name, data)
    assert isinstance(found, Document), found
    return found


def reason(name: str, data: bytes | str, packed: bool = False) -> str:
    (found,) = read(name, data, packed)
    assert isinstance(found, Skipped), found
    return found.reason


def test_plain_text_is_kept_to_the_last_line_end() -> None:
    assert article("a.txt", b"one\r\n\ttwo \n\n").text == "one\r\n\ttwo \n\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffCafé".encode(), "Café"),
        ("Café".encode("utf-16"), "Café"),
        ("Café".encode("utf-32"), "Café"),
        (codecs.BOM_UTF32_BE + "Café".encode("utf-32-be"), "Café"),
        ("Café “x”".encode("cp1252"), "Café “x”"),
    ],
)
def test_encodings_are_utf8_utf16_and_utf32_by_their_marks_else_windows_1252(data: bytes, text: str) -> None:
    assert article("a.txt", data).text == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text: it holds NUL bytes"),
        (b"\xff\xfe\x00\xd8x", "not text: a UTF-16 mark"),
        (bytes(range(128, 160)) * 20 + bytes(range(1, 9)) * 20, "not text: invalid UTF-8 at byte 0"),
        (b" \n\t\n", "empty: no text in it"),
        (b"word " * (LONGEST // 5 + 1), "longer than any article"),
    ],
)
def test_what_is_no_article_is_told(data: bytes, why: str) -> None:
    assert why in reason("a.txt", data)


def test_a_title_counts_among_the_characters_of_an_article() -> None:
    assert "longer than any article" in reason(
        "a.json", json.dumps({"title": "word " * (LONGEST // 5), "text": "Text."})
    )


def test_front_matter_is_read_and_the_text_is_the_body() -> None:
    found = article(
        "a.md", "---\ntitle: 'A title'\nsource: Harbour Gazette\ncanonical: https://a.example/x\n---\nBody.\n"
    )
    assert (found.title, found.source, found.text, found.first_line) == ("A title", "Harbour Gazette", "Body.\n", 6)
    assert (found.source_method, found.canonical) == ("front matter", "https://a.example/x")


def test_a_list_without_an_article_is_told() -> None:
    assert reason("a.json", "[]") == "no article in the list"


def test_json_lines_go_on_behind_a_broken_line() -> None:
    lines = [json.dumps({"id": f"n{number}", "text": f"Text {number}."}) for number in range(10)]
    lines[6] = '{"id": "n6", "text": "Text'
    found = read("a.jsonl", "\n".join(lines))
    broken = [one for one in found if isinstance(one, Skipped)]
    assert [(one.line, one.reason[:11]) for one in broken] == [(7, "broken JSON")]
    assert [one.id for one in found if isinstance(one, Document)] == [
        f"n{number}" for number in range(10) if number != 6
    ]


def test_json_text_is_kept_exactly_lone_surrogates_and_all() -> None:
    assert article("a.jsonl", '{"text": "a\\u0000b\\ud800c \\r\\n"}').text == "a\0b\ud800c \r\n"


@pytest.mark.parametrize(
    "record", ['["text"]', '"text"', "17", "null", "{}", '{"text": 5}', '{"text": null}', '{"text": ["a"]}']
)
def test_json_without_a_text_is_no_article(record: str) -> None:
    assert reason("a.jsonl", record).startswith("not an article")
    (found,) = read("a.json", f"[{record}]")
    assert isinstance(found, Skipped)
    assert found.reason.startswith("not an article")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_json_is_told(name: str, depth: int) -> None:
    (found,) = read(name, '{"text": "a", "more": ' + "[" * depth + "]" * depth + "}")
    assert isinstance(found, Document) or "nested too deeply" in found.reason


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_huge_numbers_are_told(name: str) -> None:
    assert "broken JSON" in reason(name, '{"text": "a", "n": ' + "9" * 5000 + "}")


def test_a_json_file_holds_one_article_or_an_array() -> None:
    one = article("a.json", '{\n "title": "T",\n "text": "Text."}')
    assert (one.id, one.title, one.text) == ("a.json", "T", "Text.")
    several = read("a.json", '[\n {"text": "One."},\n\n {"text": "Two.", "id": "second"}\n]')
    assert [(two.id, two.first_line) for two in several if isinstance(two, Document)] == [
        ("a.json:2", 2),
        ("second", 4),
    ]
    wrapped = read("a.json", '{"status": "ok", "articles": [{"text": "One.", "source": {"name": "Gazette"}}]}')
    assert [one.source for one in wrapped if isinstance(one, Document)] == ["Gazette"]


def test_a_json_feed_is_read() -> None:
    (found,) = read("feed.json", '{"version": "1.1", "items": [{"id": "1", "content_html": "<p>One.</p><p>Two.</p>"}]}')
    assert isinstance(found, Document)
    assert (found.id, found.text) == ("1", "One.\nTwo.")


def test_the_articles_before_a_break_of_an_array_are_read() -> None:
    found = read("a.json", '[\n{"text": "One."},\n{"text": "Two."},\n{"text": oops},\n{"text": "Four."}]')
    assert [one.text for one in found if isinstance(one, Document)] == ["One.", "Two."]
    assert [(one.line, one.reason[:11]) for one in found if isinstance(one, Skipped)] == [(4, "broken JSON")]


@pytest.mark.parametrize("data", ["[", '[{"text": "a"}', '[{"text": "a"} {', "[]x", "{} {}", "[,]", "", "nul"])
def test_broken_json_never_raises(data: str) -> None:
    assert all(isinstance(one, Document | Skipped) for one in read("a.json", data))


def test_odd_fields_are_left_out() -> None:
    found = article(
        "a.jsonl", '{"text": "a", "title": {"x": 1}, "source": [["deep"]], "url": 5, "author": ["A", "B", 3]}'
    )
    assert (found.title, found.source, found.url, found.author) == ("", None, "5", "A, B")


def test_gzip_of_each() -> None:
    (found,) = read("a.jsonl.gz", gzip.compress(b'{"text": "One."}'), packed=True)
    assert isinstance(found, Document)
    (found,) = read("a.txt.gz", gzip.compress(b"One."), packed=True)
    assert isinstance(found, Document)
    assert found.text == "One."


BROKEN = {
    "none": (b"no gzip", "broken gzip"),
    "cut": (gzip.compress(b"a text that is cut off" * 9, mtime=0)[:-12], "broken gzip"),
    "bomb": (gzip.compress(bytes(64 << 20), mtime=0), "unpacks to more than"),
    "twice": (gzip.compress(gzip.compress(b"twice " * 10_000, mtime=0), mtime=0), ""),
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.html.gz", "a.xml.gz", "a.json.gz"])
def test_broken_gzip_and_bombs_are_told(name: str, kind: str) -> None:
    data, why = BROKEN[kind]
    (found,) = read(name, data, packed=True)
    assert isinstance(found, Skipped)
    assert why in found.reason


def test_an_unknown_suffix_names_those_that_can_be_read() -> None:
    assert reason("a.pdf", b"%PDF").startswith("no reader for .pdf; readable are .atom")


def test_the_page_of_a_reader_module_is_found_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_text("Text.", encoding="utf-8")
    assert article(str(path), path.read_bytes()).text == "Text."


def written(how: str, made: Report) -> str:
    out = StringIO()
    writer(how).render(made, out, Options())
    return out.getvalue()


@pytest.mark.parametrize("how", ["plain", "markdown"])
def test_our_own_reports_are_no_articles(how: str) -> None:
    for made in (report(), report([finding()]), audit(str(ROOT / "corpus"))):
        data = written(how, made)
        assert reason("report.txt", data) == reason("report.md", data) == REASON


@pytest.mark.parametrize("how", ["plain", "markdown", "terminal"])
def test_nobody_hides_an_article_behind_a_report(how: str) -> None:
    made = written(how, report([finding()]))
    for text in (f"{made}\n\n{CLEAN}", f"{made.splitlines()[0]}\n- {CLEAN}", f"{CLEAN}\n\n{made}"):
        assert article("a.txt", text).text == text


def test_an_article_that_counts_articles_is_one() -> None:
    assert article("a.txt", "5 articles read · 0 skipped the queue, said the mayor.").text
    assert article("a.md", "## audit: failed\n\n- The council lost its books.\n\nBoats left.").text
