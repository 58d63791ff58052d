"""A paragraph in another language than the rest.

Part of a page, a translation left in place, or a text put together from two: a reader cannot check what he cannot read,
and rules that read one language must not judge the other. In a text that is taken for English, paragraphs in other
languages are told, and in one that is taken for another language the English ones, so that a text of halves is told
whichever is the longer. Quotations in the original language are usual and are left alone, and so are titles, names and
short lines.

Measured: speaks about one article, rightly, on 8,369 genuine articles of five sets.
"""

from bisect import bisect_left
from itertools import islice
from operator import attrgetter

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Block, Kind, blocks
from auditor.text.language import ENGLISH, SURELY_ENGLISH, UNDETERMINED, guess, language
from auditor.text.quotes import is_quoted
from auditor.text.sentences import sentences

# A passage this long has English stop words by the dozen if it is English and no list of names; news has 35 to 50 %.
_FEWEST_WORDS = 25
_FEWEST_CHARACTERS = 5 * _FEWEST_WORDS
_FEW_STOP_WORDS = 0.1
_SMALL = 0.55
# A longer paragraph is looked at in passages of sentences, which may be in two languages.
_LONG = 900
# English prose of that length has two of these; another language may have one of them ("of" in Dutch, "to" in Polish).
_COMMONEST = (" the ", " of ", " and ", " to ", " that ", " with ")
_PLAINLY = 2
_SHOWN = 3

_start = attrgetter("start")


def _is_plainly_english(text: str) -> bool:
    """A cheap look at the commonest words."""
    if " the " in text and (" of " in text or " to " in text):
        return True
    return sum([word in text for word in _COMMONEST]) >= _PLAINLY


def _runs(document: Document, block: Block) -> Iterator[tuple[int, str]]:
    """Sentences of a block that follow each other, so many that their language can be told."""
    start: int | None = None
    own = sentences(document)
    for sentence in islice(own, bisect_left(own, block.start, key=_start), None):
        if sentence.block is not block:
            return
        start = sentence.start if start is None else start
        if sentence.end - start >= 2 * _FEWEST_CHARACTERS:
            yield start, document.text[start : sentence.end]
            start = None


def _passages(document: Document, english: bool) -> Iterator[tuple[int, str]]:
    """Where each passage begins that is long enough to tell its language, and is plainly `english` or plainly is not."""
    for block in blocks(document):
        text = block.text
        if len(text) < _FEWEST_CHARACTERS:
            continue
        if len(text) >= _LONG:
            yield from (run for run in _runs(document, block) if _is_plainly_english(run[1]) is english)
        elif _is_plainly_english(text) is english and block.kind is not Kind.TABLE:
            yield block.start, text


def _other_language(text: str) -> str | None:
    """The language of a passage that is not plainly English, where it is surely another."""
    written = text.split()
    words = tuple(map(str.lower, written))
    if len(words) < _FEWEST_WORDS or sum(word in ENGLISH for word in words) >= _FEW_STOP_WORDS * len(words):
        return None
    # A list of names is no language; even German, which writes its nouns with capitals, has two words in three small.
    if sum(word.islower() for word in written) < _SMALL * len(written):
        return None
    found = guess(words, text)
    return None if found in ("en", UNDETERMINED) else found


def _english(text: str) -> str | None:
    """English for a passage that is plainly and surely in it."""
    words = text.lower().split()
    sure = len(words) >= _FEWEST_WORDS and sum(word in ENGLISH for word in words) >= SURELY_ENGLISH * len(words)
    return "en" if sure else None


def _found(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Each passage in another language than the text's, with its language and that of the text."""
    main = language(document)
    english = main in ("en", UNDETERMINED)
    told, tell = ("an English text", _other_language) if english else (f"a text in “{main}”", _english)
    for start, text in _passages(document, not english):
        if found := tell(text):
            yield Span(start, start + len(text)), found, told


@document_rule(code="TQ105", severity=Severity.INFO, weight=1.0, languages=())
def language_change(document: Document) -> Iterator[Hit]:
    shown = 0
    for span, other, main in _found(document):
        if is_quoted(document, (span.start + span.end) // 2):
            continue
        yield Hit(span, f"a passage in “{other}” in {main}", confidence=0.85)
        shown += 1
        if shown == _SHOWN:
            return
