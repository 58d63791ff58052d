"""The reader is told what to think or to do.

"Let that sink in", "make no mistake", "wake up", "do your own research": the text works on its reader instead of
telling him something. Quotations, lines that are not the article and opinion pieces are left out.

Measured: speaks about 6 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The wall cost fourteen million. [[Let that sink in]]. Boats left.
    flag: [[Make no mistake]]: the harbour will close, and [[they don't want you to know]] it.
    pass: “Let that sink in,” the mayor said, and the hall laughed.
    pass: The crew let the anchor sink in the mud, and no one made a mistake.
"""

from functools import lru_cache

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule, words_beside
from auditor.text.genre import genre
from auditor.text.quotes import is_quoted
from auditor.text.tokens import word_counts
from auditor.text.view import lowered

_SHOWN = 5


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """By their longest word, each phrase with its words that have no apostrophe, which a text must have to hold it."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase in sorted(words_beside(__file__)):
        words = frozenset(word.strip(",") for word in phrase.split() if "'" not in word)
        found.setdefault(max(sorted(words), key=len), []).append((phrase, words))
    return found


@document_rule(code="TQ204", severity=Severity.INFO, weight=2.0)
def reader_address(document: Document) -> Iterator[Hit]:
    present = word_counts(document).keys()
    sought = [phrase for word in _phrases().keys() & present for phrase, words in _phrases()[word] if words <= present]
    if not sought:
        return
    text = lowered(document).replace("’", "'")
    found = []
    for phrase in sought:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            whole = not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
            if whole and not is_quoted(document, at):
                found.append(Span(at, end))
            at = text.find(phrase, end)
    for span in sorted(found)[:_SHOWN] if found and genre(document) != "opinion" else ():
        yield Hit(span, "tells the reader what to think or do", confidence=0.85)
