"""Characters that have no business in a news text: what one pass over the text finds, for several rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


@view
def suspects(document: Document) -> frozenset[str]:
    """The suspect characters that the text holds; mostly none."""
    odd = document.text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return frozenset(_SUSPECT.findall(odd.decode("utf-8", "surrogatepass"))) if odd else frozenset()


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
    """The document as it looks: every kind of space a plain one, and tabs too where they stand between most words.

    Each character has its place still, so that what is found there is quoted from the document itself.
    """
    text = document.text
    if not text.isascii() and _ODD_SPACE.search(text):
        text = text.translate(_SPACES)
    if 2 * text.count("\t") > text.count(" "):
        text = text.replace("\t", " ")
    return document if text is document.text else replace(document, text=text)


# Characters without a width, and those of machines; scripts that are written from the right, and those of India and
# South-East Asia, need some of them.
_HIDDEN = frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF, *range(0xE0000, 0xE0080))))
_NEEDS_THEM = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as a reader sees it, and where each of its characters stands in the document as it is.

    `places` has one entry more than the text has characters; None where both are one.
    """

    document: Document
    places: Sequence[int] | None = None

    def place(self, span: Span) -> Span:
        """Where what is shown at `span` stands in the document as it is."""
        if self.places is None or span.field == "title":
            return span
        start = self.places[span.start]
        return Span(start, self.places[span.end - 1] + 1 if span.end > span.start else start, span.field)


def shown(document: Document) -> Shown:
    """The document without characters that nobody sees, unless its script needs them."""
    hidden = suspects(document) & _HIDDEN
    if not hidden or _NEEDS_THEM.search(document.text):
        return Shown(document)
    kept = [at for at, character in enumerate(document.text) if character not in hidden]
    return Shown(replace(document, text="".join(map(document.text.__getitem__, kept))), [*kept, len(document.text)])


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
