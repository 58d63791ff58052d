"""Characters that have no business in a news text: what one pass over the text finds, for several rules."""

import re

from auditor.model import Document, Span, replace
from auditor.text.view import view

# What mostly stands in news; the bytes of all else are left over when these are taken out, in one pass.
_PLAIN = bytes((9, 10, 13, *range(32, 127)))
# Lead bytes of UTF-8 read as Windows-1252 or Latin-1, C1 controls, soft hyphens, Greek and Cyrillic, zero-width and
# bidirectional controls, byte order marks, replacement characters, tags.
_SUSPECT = re.compile(
    "[ÂÃâÄÅÐÑðï\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u0370-\u03ff\u0400-\u052f\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufffd\U000e0000-\U000e007f]"
)


def unusual(text: str) -> str:
    """What a text holds beside the characters of plain English, in order: mostly some quotation marks, or nothing."""
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return odd.decode("utf-8", "surrogatepass")


@view
def suspects(document: Document) -> frozenset[str]:
    """The suspect characters that the text holds; mostly none."""
    return frozenset(_SUSPECT.findall(unusual(document.text)))


# Letters of the Cyrillic and the Greek alphabet that look like a Latin one, to their Latin twins.
TWINS = dict(
    zip(
        "аеорсухіјѕԁһӏАВЕКМНОРСТУХІЈЅοοανρΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
        "aeopcyxijsdhlABEKMHOPCTYXIJSooavpABEHIKMNOPTYXZ",
        strict=True,
    )
)

# Spaces of typesetting, which look like a space and stop every pattern that has one.
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_ODD_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")


def plain_spaces(text: str) -> str:
    """A text with every kind of space, tabs too, as a plain one; each character has its place still."""
    if not text.isascii() and _ODD_SPACE.search(text):
        text = text.translate(_SPACES)
    return text.replace("\t", " ") if "\t" in text else text


def plainly_spaced(document: Document) -> Document:
    """The document as it looks: every kind of space a plain one, and tabs and line ends too where they stand between most words.

    Of 8,385 genuine articles none has more line ends than spaces but an error page; a page that shows them as spaces does.
    Each character has its place still, so that what is found there is quoted from the document itself.
    """
    text = document.text
    if not text.isascii() and _ODD_SPACE.search(text):
        text = text.translate(_SPACES)
    if 2 * text.count("\t") > text.count(" "):
        text = text.replace("\t", " ")
    if text.count("\n") > text.count(" "):
        text = text.replace("\n", " ").replace("\r", " ")
    return document if text is document.text else replace(document, text=text)


# Far beyond any word; bounds the search in a text without spaces.
_LONGEST = 40


def around(text: str, at: int) -> Span:
    """The word (what stands between spaces, its outer marks left off) around the character at `at`."""
    start, end = at, at + 1
    while start > 0 and at - start < _LONGEST and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - at < _LONGEST and not text[end].isspace():
        end += 1
    while start < at and text[start] in "([“‘\"'":
        start += 1
    while end > at + 1 and text[end - 1] in ".,;:!?)]”’\"'":
        end -= 1
    return Span(start, end)
