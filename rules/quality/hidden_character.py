"""Characters that cannot be seen: zero-width, direction controls, tags, control codes.

They break a word for a search and not for the eye, turn the order of what is shown, or carry text that only machines
read (Boucher and others 2022, "Bad Characters"). A joiner inside a script that needs one, and a mark at the very start
of a file, are usual; soft hyphens come from typesetting, and zero-width spaces count from three on. Control codes have
no business in a text at all: an escape code rewrites what a terminal shows, and others are the rest of a file of bytes.

Measured: speaks about four of 8,369 genuine articles of five sets, all for control codes that a conversion left.

    flag: The [[pay\u200bment]] was [[m\u200bade]] in cash, [[wit\u200bnesses]] said.
    flag: The bank said that [[\x1b[2Kthe]] transfer was made by [[\x9bthe]] clerk.
    flag: [[It\x92s]] a word that Windows wrote.
    flag: The account number is [[\u202e5432]] 1\u202c, the bank said.
    pass: The table\thas tabs,\x0cpages and lines\x0bof its own.
    flag: One [[\u200b]]two \u200bthree \u200bfour \u200bfive \u200bsix \u200bseven \u200beight \u200bnine \u200bten \u200beleven \u200btwelve.
    pass: The name is written نمی‌دانم in Persian, with a joiner.
    pass: Global\u00adPost and other\u00adwise and dis\u00adcuss come from typesetting.
    pass: He thanked \u2066@olafberg\u2069 and \u2066@maralind\u2069 for it.
    pass: A single zero\u200bwidth space came with the layout.
"""

import re
from itertools import islice

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.characters import around, suspects
from auditor.text.tokens import tokens

# Right-to-left scripts need direction marks, and several scripts joiners; there neither says anything.
_OTHER_SCRIPT = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Overrides turn what is written; the other direction marks come with every embedded tweet.
_DIRECTION = re.compile("[\u202d\u202e]")
_TAGS = re.compile("[\U000e0020-\U000e007e]{2,}+")
_UNSEEN = re.compile("(?<=\\w)[\u200b\u200c\u200d\u2060\u2061-\u2064\ufeff](?=\\w)")
# Beside so many spaces they are no layout: whoever looks for two words with a space between them finds none.
_BESIDE = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f](?=\\s)|(?<=\\s)[\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]"
)
_MOST_BESIDE, _SHARE_BESIDE = 10, 0.05
# Codes that steer a terminal or a printer: C0 without white space, DEL, and C1, where Windows has its quotation marks.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FEWEST = 3
_SHOWN = 20
_GATE = frozenset("\u200b\u200c\u200d\u200e\u200f\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff")


def _controls(text: str) -> Iterator[Hit]:
    last = -1
    for match in islice(_CONTROL.finditer(text), _SHOWN):
        span = around(text, match.start())
        if span.start != last:
            last = span.start
            written = match[0].encode("latin-1").decode("cp1252", "ignore")
            right = text[span.start : span.end].replace(match[0], written) if written > "\x9f" else None
            yield Hit(span, f"a control code, U+{ord(match[0]):04X}, in the text", right, confidence=0.97)


@document_rule(code="TQ103", severity=Severity.WARNING, weight=1.0, languages=(), hidden=True)
def hidden_character(document: Document) -> Iterator[Hit]:
    found = suspects(document)
    if any(_CONTROL.match(character) for character in found):
        yield from _controls(document.text)
    tagged = any(character > "\U000e0000" for character in found)
    if not (found & _GATE or tagged) or _OTHER_SCRIPT.search(document.text):
        return
    text = document.text
    for match in list(_TAGS.finditer(text))[:_SHOWN] if tagged else ():
        hidden = "".join(chr(ord(character) - 0xE0000) for character in match[0])
        yield Hit(Span(*match.span()), f"text that only machines see: “{hidden[:60]}”", confidence=0.99)
    turned = _DIRECTION.search(text)
    if turned:
        count = text.count("\u202d") + text.count("\u202e")
        yield Hit(around(text, turned.start()), f"turns the reading direction {count} time" + "s" * (count > 1))
    beside = list(_BESIDE.finditer(text))
    if len(beside) > max(_MOST_BESIDE, _SHARE_BESIDE * len(tokens(document))):
        message = f"{len(beside)} characters that cannot be seen stand beside spaces"
        yield Hit(Span(*beside[0].span()), message, confidence=0.97, weight=3.0)
    unseen = list(_UNSEEN.finditer(text))
    for match in unseen[:_SHOWN] if len(unseen) >= _FEWEST else ():
        span = around(text, match.start())
        yield Hit(span, "a character that cannot be seen inside a word", _UNSEEN.sub("", document.quote(span)))
