"""Names and sentences that lost their capital.

Four things show that a lowered word is a name: English always writes it with a capital (`_casing.txt`), its neighbour
is capitalised and the two are one name (`_casing.tsv`: "north Korea", "Wall street"), a title stands before it
("Mr smith"), or it is rare and this text capitalises it elsewhere.
"""

import re
from collections.abc import Mapping

from auditor.rule import Document, Iterator, Span, table_beside, words_beside
from auditor.text.blocks import Kind, blocks
from auditor.text.frequency import zipf
from auditor.text.tokens import Tokens, forms, tokens

# A name that is lowered more often than this in one text is lowered by habit.
_MOST_LOWERED = 2
_START = re.compile(r"(?<=[a-z]{3}\.)(?: [\"“]?|[\"”] )(?P<word>[a-z]++)(?=[ ’'][a-z])")
_NO_STOP = ("etc.", "approx.", "est.", "dept.", "govt.", "incl.", "hrs.", "mins.", "com.", "org.", "net.")
_TITLED = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? (?P<word>[a-z]{3,}+)(?=[ ,.’'])")
_OFFICES = frozenset(("and", "speaker", "president", "chairman", "justice", "minister"))
# Countries that are words too.
_COUNTRIES = frozenset(("turkey", "china", "chad", "jordan", "polish"))
_JOINERS = frozenset("@#/_.:\\&=%-+~")


def starts(text: str) -> Iterator[Span]:
    """First words of sentences inside a paragraph that are in lower case; rare words may be names ("eBay", "iOS")."""
    for match in _START.finditer(text):
        if zipf(match["word"]) >= 4.5 and not text.endswith(_NO_STOP, 0, match.start()):
            yield Span(*match.span("word"))


def paragraphs(document: Document) -> Iterator[Span]:
    """First words of paragraphs of prose in lower case, where the block before is no cut line."""
    closed = True
    for block in blocks(document):
        word = re.match(r"[a-z]{2,}+(?= )", block.text)
        if word and closed and block.kind is Kind.PROSE and len(block.text) > 80 and zipf(word[0]) >= 4:
            yield Span(block.start, block.start + word.end())
        closed = block.text.endswith((".", "!", "?", "”", '"')) or block.kind is not Kind.PROSE


def alone(document: Document, everything: Tokens, word: str) -> Iterator[Span]:
    """Where `word`, as written, is a word of a sentence and not part of an address or a tag; at most three places."""
    at = -1
    for _ in range(_MOST_LOWERED + 1):
        try:
            at = everything.texts.index(word, at + 1)
        except ValueError:
            return
        start, end = everything.starts[at], everything.end(at)
        before, after = document.text[max(0, start - 1) : start], document.text[end : end + 2]
        if before not in _JOINERS and (after[:1] not in _JOINERS or after[1:].isspace() or len(after) == 1):
            yield Span(start, end)


def _stem(word: str) -> str:
    return word[:-2] if word.endswith(("’s", "'s")) else word


def _own_name(word: str, written: Mapping[str, int]) -> bool:
    """Whether this text alone shows that the word is a name: rare, or a country, and capitalised everywhere else."""
    capitals = written.get(word.capitalize(), 0)
    if word in _COUNTRIES:
        return capitals >= 4 * written[word]
    return capitals >= 2 and written[word] == 1 and len(word) > 4 and zipf(_stem(word)) < 2.6


def _half_lowered(document: Document) -> Iterator[Span]:
    known, everything = table_beside(__file__), tokens(document)
    texts, lower, text = everything.texts, everything.lower, document.text
    for at, word in enumerate(texts):
        if not word[0].isupper():
            continue
        for left, other, which in ((at - 1, at - 1, "first"), (at, at + 1, "second")):
            if left < 0 or other >= len(texts) or not texts[other].islower():
                continue
            lowered = known.get(f"{lower[left]} {lower[left + 1]}")
            adjacent = text[everything.end(left) : everything.starts[left + 1]] == " "
            if lowered and lowered[0] in (which, "both") and adjacent:
                yield Span(everything.starts[other], everything.end(other))


def names(document: Document) -> Iterator[Span]:
    """Names in lower case, each place once, in no order."""
    found: set[Span] = set()
    known, everything = words_beside(__file__), tokens(document)
    for word, written in forms(document).items():
        if written.get(word, 9) <= _MOST_LOWERED and (_stem(word) in known or _own_name(word, written)):
            found.update(alone(document, everything, word))
    for match in _TITLED.finditer(document.text):
        if match["word"] not in _OFFICES:
            found.add(Span(*match.span("word")))
    found.update(_half_lowered(document))
    yield from sorted(found)
