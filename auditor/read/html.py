"""HTML pages, by trafilatura: the article without navigation, advertising and comments.

The text is what was extracted, and spans index that (`--show-text` prints it); lines are its lines. The only door to
trafilatura, which is imported when the first page is read.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from auditor.errors import UnreadableError
from auditor.model import Concealed, Document, Skipped, replace
from auditor.read._concealed import take_out
from auditor.read._head import Head, head
from auditor.read._raw import Raw, decoded
from auditor.read._suppression import in_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = (".htm", ".html", ".xhtml")

_MISSING = "reading HTML needs an extra: pip install 'audit-news[html]'"
# A saved page may hold its images and scripts; what lies beyond these bounds is not worth the time: on the worst of the
# hostile pages tried (line breaks alone) extraction took 25 µs an element, so 50,000 elements take a second or two.
_LARGEST = 16 * 1024 * 1024
_MOST_ELEMENTS = 50_000
# Characters by which a paragraph of the page is found in the article.
_KNOWN_BY = 40
# Text encodings that pages declare; anything else in their place is not obeyed.
_CHARSET = re.compile(
    rb"charset\s*+=\s*+[\"']?(iso-8859-[0-9][0-9]?|windows-125[0-8]|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr)"
    rb"[\"'\s;/>]",
    re.IGNORECASE,
)
# What pages say and what they mean (WHATWG Encoding Standard).
_MEANT = {"iso-8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def _markup(raw: Raw) -> str:
    """The page as text: a mark, then the encoding it declares, then as any text."""
    declares = _CHARSET.search(raw.data[:4096])
    if declares and raw.data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        name = declares[1].decode("ascii").lower()
        try:
            return raw.data.decode(_MEANT.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(raw)


def _tree(markup: str) -> "HtmlElement":
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"no HTML: {str(error)[:80] or 'nothing in it'}") from error


def _extracted(tree: "HtmlElement") -> str:
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it would warn on stderr about odd pages
    try:
        text = trafilatura.extract(tree, fast=True, include_comments=False, include_tables=True)
    # Broad, since trafilatura documents no errors and lets those of its parsers through (ValueError, RecursionError, lxml's):
    # a page that breaks it is one unread input, named with the reason.
    except Exception as error:
        raise UnreadableError(f"no article could be extracted ({type(error).__name__})") from error
    return text or ""


def _body(text: str, title: str) -> str:
    """The text without a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest and first.strip() == title else text


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The page's article, with what its head declares."""
    if len(raw.data) > _LARGEST:
        raise UnreadableError(f"larger than {_LARGEST >> 20} MB, which no page of news is")
    markup = _markup(raw)
    try:
        tree = _tree(markup)
        if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
            raise UnreadableError(f"more than {_MOST_ELEMENTS} elements, which no page of news has")
        found = head(tree, markup)
        hidden = take_out(tree)
        text = _extracted(tree)
    except ImportError as error:
        raise UnreadableError(f"{_MISSING} ({str(error).splitlines()[0][:80]})", lasting=False) from error
    if not text.strip():
        raise UnreadableError("no article found in the page")
    document = _document(raw, text, found)
    yield replace(document, ignores=in_html(markup), concealed=tuple(_placed(hidden, document.text)))


def _placed(hidden: Iterable[tuple[str, str, str]], text: str) -> Iterator[Concealed]:
    """What the page hides, each at the paragraph before it, where the article has that."""
    for way, prose, before in hidden:
        at = text.find(before[:_KNOWN_BY]) if before else -1
        yield Concealed(prose, way, at if at >= 0 else None)


def _document(raw: Raw, text: str, found: Head) -> Document:
    title = " ".join(unescape(found.title or "").split())
    return Document(
        id=raw.path,
        text=_body(text, title),
        title=title,
        path=raw.path,
        url=found.url,
        date=found.date,
        author=found.author,
        language=found.language,
        canonical=found.canonical,
        publisher=found.publisher,
        site_name=found.site_name,
    )
