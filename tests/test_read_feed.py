"""RSS and Atom, well-formed and hostile."""

import time

import pytest

from auditor.model import Document, Skipped
from auditor.read import Raw, parse

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Gazette - Islands</title><link>https://harbour-gazette.example/</link><language>en</language>
<image><title>Logo</title><url>https://harbour-gazette.example/logo.png</url></image>
<item>
 <title>Ferry &amp; port</title><link>https://harbour-gazette.example/a</link>
 <description>A teaser.</description><media:title>A caption</media:title>
 <content:encoded><![CDATA[<p>The ferry left at <b>nine</b>.</p><script>alert("x")</script><p>It came back &mdash; late.</p>]]></content:encoded>
 <dc:creator>Ann Lee</dc:creator><pubDate>Tue, 18 Feb 2025 15:47:00 GMT</pubDate>
 <source url="https://courier.example/feed">The Island Courier</source>
</item>
<item><title>Two</title><description>&lt;p&gt;Just a teaser.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title><author><name>Desk</name></author>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title>
<link rel="self" href="https://valley.example/self"/><link href="https://valley.example/a"/>
<author><name>Bo Lind</name></author><published>2025-01-01T00:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.</p><p>Three &amp; four.</p></div></content>
<source><title>Hill Observer</title></source></entry>
<entry><title>T</title><summary type="text">a &lt; b</summary></entry></feed>"""


def read(data: str | bytes, name: str = "feed.xml") -> list[Document | Skipped]:
    return list(parse(Raw(name, data.encode() if isinstance(data, str) else data)))


def test_an_rss_item_is_an_article_with_its_own_line() -> None:
    first, second = read(RSS)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == "The ferry left at nine.\nIt came back — late."
    assert (first.id, first.first_line, first.record) == ("feed.xml:6", 6, True)
    assert (first.title, first.author, first.url) == ("Ferry & port", "Ann Lee", "https://harbour-gazette.example/a")
    assert (first.date, first.language) == ("Tue, 18 Feb 2025 15:47:00 GMT", "en")
    assert (first.upstream, first.site_name) == ("The Island Courier", None)
    assert (second.text, second.site_name) == ("Just a teaser.", "Harbour Gazette - Islands")


def test_an_atom_entry_is_an_article() -> None:
    first, second = read(ATOM)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.text) == ("A bold title", "One < two.\nThree & four.")
    assert (first.url, first.author, first.upstream) == ("https://valley.example/a", "Bo Lind", "Hill Observer")
    assert (second.text, second.author, second.url) == ("a < b", None, None)


def test_rss_1_is_read() -> None:
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>X</title></channel><item><title>T</title><link>https://x.example/1</link><description>D.</description>
    </item></rdf:RDF>"""
    (found,) = read(data, "a.rdf")
    assert isinstance(found, Document)
    assert (found.title, found.text) == ("T", "D.")


@pytest.mark.parametrize("cut", range(200, len(RSS), 97))
def test_a_broken_feed_gives_what_came_before_the_break(cut: int) -> None:
    found = read(RSS[:cut])
    assert isinstance(found[-1], Skipped)
    assert found[-1].line is not None
    assert len(found) - 1 == RSS[:cut].count("</item>")


BILLION = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % a SYSTEM "http://a.example/x.dtd"> %a;]><rss/>'


@pytest.mark.parametrize("data", [BILLION, OUTSIDE, PARAMETER])
def test_a_feed_that_declares_entities_is_not_read(data: str) -> None:
    (found,) = read(data)
    assert isinstance(found, Skipped)
    assert "declares entities" in found.reason


@pytest.mark.parametrize(
    "data",
    [
        "<html><body>x</body></html>", "<rss>", "", "x", "<rss/>", "<feed></feed>", "<rss><channel></rss>", "<rss\0>",
        '<?xml version="1.0" encoding="nonsense"?><rss/>', "<rss>" + "<a>" * 5000, "<rss><item>" * 3000,
        "<rss><channel><item><title><title><title>x</title></title></title></item></channel></rss>",
        "<feed><entry><link/><source/><author/><content/></entry></feed>", "<rss>&nbsp;</rss>", "\ufeff<rss/>",
    ],
)  # fmt: skip
def test_odd_xml_never_raises(data: str) -> None:
    for encoding in ("utf-8", "utf-16", "latin-1"):
        assert all(isinstance(one, Document | Skipped) for one in read(data.encode(encoding, "replace")))


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<p ", '<p a="', "<script>", "&amp;", "&lt;", "&#1;", "<![CDATA[", "</p>", "<br>"]
)
def test_markup_in_a_feed_takes_linear_time(piece: str) -> None:
    from auditor.read._markup import plain

    begun = time.process_time()
    plain(piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 3
