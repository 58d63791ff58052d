"""HTML pages by trafilatura; without it, a line that says what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

from auditor.model import Document, Skipped
from auditor.read import Raw, parse

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0042)https://m.harbour-gazette.example/news/ferry -->
<html lang="en"><head><meta charset="utf-8"><title>Ferry returns late | Harbour Gazette</title>
<link rel="canonical" href="https://www.harbour-gazette.example/news/ferry">
<meta property="og:site_name" content="The Harbour Gazette">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": "NewsArticle", "headline": "Ferry returns &amp; rests", "datePublished": "2025-02-18",
"author": [{"@type": "Person", "name": "Ann Lee"}], "publisher": {"@type": "Organization", "name": "Gazette Ltd"}}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/x">World</a></nav><article><h1>Ferry returns &amp; rests</h1>
<p>The ferry to the northern islands returned three hours late on Tuesday, the harbour master said, after a storm
closed the strait for most of the morning.</p>
<p>Around two hundred passengers waited in the terminal, where the port authority handed out tea &amp; blankets and
promised refunds to everybody who had missed a train.</p>
<p>“We could not leave earlier,” Captain Olaf Brandt told the Gazette on Tuesday evening. The company will review its
timetable in the spring.</p></article><div class="comments"><p>First comment!</p></div>
<footer>Copyright 2025 Harbour Gazette. <a href="/privacy">Privacy</a></footer></body></html>"""


def read(data: str | bytes, name: str = "a.html") -> list[Document | Skipped]:
    return list(parse(Raw(name, data.encode() if isinstance(data, str) else data)))


@pytest.fixture
def extra() -> None:
    pytest.importorskip("trafilatura", reason="needs the extra [html]", exc_type=ImportError)


def page(data: str | bytes) -> Document:
    (found,) = read(data)
    assert isinstance(found, Document), found
    return found


@pytest.mark.usefixtures("extra")
def test_the_article_is_taken_and_nothing_around_it() -> None:
    found = page(PAGE)
    assert found.text.startswith("The ferry to the northern islands returned")
    assert found.text.endswith("timetable in the spring.")
    assert "Home" not in found.text
    assert "First comment" not in found.text
    assert "tea & blankets" in found.text


@pytest.mark.usefixtures("extra")
def test_the_head_is_read() -> None:
    found = page(PAGE)
    assert (found.title, found.author, found.date) == ("Ferry returns & rests", "Ann Lee", "2025-02-18")
    assert found.url == "https://m.harbour-gazette.example/news/ferry"
    assert found.canonical == "https://www.harbour-gazette.example/news/ferry"
    assert (found.publisher, found.site_name, found.language) == ("Gazette Ltd", "The Harbour Gazette", "en")


@pytest.mark.usefixtures("extra")
def test_a_declared_encoding_counts_and_a_wrong_one_does_not_harm() -> None:
    russian = PAGE.replace("utf-8", "windows-1251").replace("Captain Olaf Brandt", "Олаф Брандт")
    russian = "".join(c if c.isascii() or "А" <= c <= "я" else "'" for c in russian)
    assert "Олаф Брандт" in page(russian.encode("windows-1251")).text
    assert "“We could" in page(PAGE.replace("utf-8", "koi8-r").replace("charset", "harset").encode()).text
    assert "We could" in page(PAGE.replace("utf-8", "zlib_codec").encode()).text


@pytest.mark.usefixtures("extra")
@pytest.mark.parametrize(
    "data",
    [
        b"<", b"<html>", b"<html><body></body></html>", b"<p>", b"<!--" * 999, b"<div>" * 20_000, b"<table><tr><td>" * 5_000,
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>x</p>", b"\xff\xfe<\0p\0>\0", b"&#0;&#xD800;",
        b'<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": {"@id": 3}, "publisher": [[]]}</script>x',
        b"<html lang='en'><head><base href='http://[::1'><link rel=canonical href='http://[::1'></head><p>x</p></html>",
    ],
)  # fmt: skip
def test_hostile_pages_never_raise(data: bytes) -> None:
    assert all(isinstance(one, Document | Skipped) for one in read(data))


def test_a_page_beyond_all_measure_is_told() -> None:
    (found,) = read(b"<p>x</p>" * (3 << 20))
    assert isinstance(found, Skipped)
    assert found.reason == "larger than 16 MB, which no page of news is"


@pytest.mark.usefixtures("extra")
def test_a_page_of_too_many_elements_is_told() -> None:
    (found,) = read(b"<html><body>" + b"x<br>" * 60_000)
    assert isinstance(found, Skipped)
    assert found.reason == "more than 50000 elements, which no page of news has"


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "trafilatura.py").write_text("raise ImportError('no module here')", encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from auditor.read import Raw, parse\n"
        "(found,) = parse(Raw('a.html', b'<html><body><p>A text.</p></body></html>'))\n"
        "assert not found.lasting\n"
        "print(found.reason)"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, cwd=root, check=True
    )
    assert "pip install 'audit-news[html]'" in done.stdout
    assert done.stderr == ""
