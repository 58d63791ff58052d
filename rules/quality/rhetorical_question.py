"""Questions that the text asks itself.

A report answers questions. A text that asks many of them suggests what it does not say. Interviews and lists of
questions with their answers ask by nature: a line that is a question only, and lines that begin "Q", are left out, as
are quotations, opinion pieces, and paragraphs that ask in order to answer: they open with a question, and each has its
answer behind it. Four different ones, and one sentence in ten, are needed.

Measured: speaks about 6 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: [[Was it the storm, or was it the mayor?]] Nobody knows. [[Who paid for the wall?]] Rain fell. [[And why did the captain say nothing?]] [[Was he told to?]] Boats left.
    flag: The pier broke. [[Why was it not mended?]] The wall leaks. [[Who is to blame for that?]] Boats left. [[Is it not time to ask?]] [[Who will?]]
    pass: So why is the ferry late? The wall is not dry. What does that mean for the boats? They wait. And who pays for it? The town does. Will it be done by May? It may be.
    pass: Why was the pier not mended?⏎The council had no money.⏎Who is to blame?⏎Nobody, said the judge.⏎Is it over?⏎It is.
    pass: Was it the storm? Nobody knows yet, and the council wants to wait for the report of the engineers.
    pass: “Was it the storm? Who paid? Why did he say nothing?” she asked the council on Monday.
"""

from itertools import groupby, pairwise

from auditor.rule import Document, Hit, Iterator, Sequence, Severity, document_rule
from auditor.text.blocks import Kind
from auditor.text.genre import genre
from auditor.text.quotes import is_quoted
from auditor.text.sentences import Sentence, sentences

_FEWEST = 4
_LEAST_SHARE = 0.1
# All that it counts, so that whoever takes a paragraph out knows what of the finding stood in it; within bounds.
_PLACES = 60


def _asks(sentence: Sentence) -> bool:
    return sentence.text.endswith("?")


def _is_answered(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph asks in order to answer: it opens with a question, and none stands without a sentence behind it."""
    asked = [*map(_asks, paragraph), True]
    return asked[0] and not any(now and then for now, then in pairwise(asked))


@document_rule(code="TQ205", severity=Severity.INFO, weight=1.0)
def rhetorical_question(document: Document) -> Iterator[Hit]:
    if "?" not in document.text or document.text.count("?") < _FEWEST or genre(document) == "opinion":
        return
    own = [sentence for sentence in sentences(document) if sentence.block.kind is Kind.PROSE]
    paragraphs = (tuple(paragraph) for _, paragraph in groupby(own, key=lambda sentence: sentence.block.start))
    found = [
        sentence.span
        for paragraph in paragraphs
        if not _is_answered(paragraph)
        for sentence in paragraph
        if _asks(sentence)
        and sentence.text != sentence.block.text
        and not sentence.block.text.startswith(("Q:", "Q.", "Q ", "Question"))
        and not is_quoted(document, sentence.end - 1)
        and not is_quoted(document, sentence.start)
    ]
    if len(set(map(document.quote, found))) >= _FEWEST and len(found) >= _LEAST_SHARE * len(own):
        yield Hit(
            found[0], f"{len(found)} questions that the text asks itself", related=tuple(found[1:_PLACES]),
            weight=min(4.0, len(found) / 2), confidence=0.8,
        )  # fmt: skip
