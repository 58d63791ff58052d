"""Names and sentences that lost their capital.

Four things show that a lowered word is a name: English always writes it with a capital (`_casing.txt`), its neighbour
is capitalised and the two are one name (`_casing.tsv`: "north Korea", "Wall street"), a title stands before it
("Mr smith"), or it is rare and this text capitalises it inside sentences. A first half that a sentence begins with
("Public opinion") shows nothing, nor do posts, credits and captions, whose writers care for no capitals.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress

from auditor.rule import Document, Iterator, Span, words_beside
from auditor.text.blocks import Kind, blocks
from auditor.text.frequency import zipf
from auditor.text.tokens import Tokens, forms, tokens

from ._adjacent import listed, names_of_two
from ._collocations import unusual

# A name that is lowered more often than this in one text is lowered by habit.
_MOST_LOWERED = 2
_START = re.compile(r"\.(?: [\"“]?|[\"”] )(?P<word>[a-z]++)(?=[ ’'][a-z])")
_LOWER_START = re.compile(r"[a-z]{2,}+(?=[ ,])")
_LONG_WORD = re.compile(r"[a-z]{3}$")
_NO_STOP = ("etc.", "approx.", "est.", "dept.", "govt.", "incl.", "hrs.", "mins.", "com.", "org.", "net.")
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov"))
# Words behind a title that are no names.
_OFFICES = frozenset(("and", "speaker", "president", "chairman", "justice", "minister", "secretary", "news"))
# Halves of names that many houses write small ("president Lincoln", "Sky news").
_SMALL_BY_STYLE = frozenset(("president", "secretary", "news"))
# Countries that are words too.
_COUNTRIES = frozenset(("turkey", "china", "chad", "jordan", "polish"))
_JOINERS = frozenset("@#/_.:\\&=%-+~")
# Names that are words too, unless one of these stands behind them.
_VERBS = frozenset(("trump",))
_BEHIND_NAME = re.compile(r"(?:[’']s| (?:administration|campaign|said|says|has|had|is|was|told|tweeted))(?!\w)")
# Lines of posts, credits and captions; a line shorter than this that does not end in a mark is a caption.
_CAPTION = 60
_CARELESS = re.compile(r"@\w|pic\.twitter|https?:|(?:Photo|Image|Credit|Source):|[Gg]etty")


def starts(text: str) -> Iterator[Span]:
    """First words of sentences inside a paragraph that are in lower case; rare words may be names ("eBay", "iOS")."""
    for match in _START.finditer(text):
        stop = match.start()
        if not _LONG_WORD.search(text, max(0, stop - 3), stop) or text.endswith(_NO_STOP, 0, stop + 1):
            continue
        if zipf(match["word"]) >= 4.5:
            yield Span(*match.span("word"))


def paragraphs(document: Document) -> Iterator[Span]:
    """First words of paragraphs of prose in lower case, where the block before is no cut line."""
    closed = True
    for block in blocks(document):
        word = _LOWER_START.match(block.text)
        if word and closed and block.kind is Kind.PROSE and len(block.text) > 80 and zipf(word[0]) >= 3:
            yield Span(block.start, block.start + word.end())
        closed = block.text.endswith((".", "!", "?", "”", '"')) or block.kind is not Kind.PROSE


def careless(document: Document, span: Span) -> bool:
    """Whether the line is a post, a credit or a short caption, whose writers care for no capitals."""
    text = document.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    return bool(_CARELESS.search(line)) or (len(line) < _CAPTION and line[-1].isalnum())


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
        joined = before in _JOINERS or (after[:1] in _JOINERS and len(after) > 1 and not after[1:].isspace())
        if not joined and (word not in _VERBS or _BEHIND_NAME.match(document.text, end)):
            yield Span(start, end)


def stem(word: str) -> str:
    """The word without its possessive ending."""
    return word[:-2] if word.endswith(("’s", "'s")) else word


def _own_name(everything: Tokens, word: str, written: Mapping[str, int]) -> bool:
    """Whether this text alone shows that the word is a name: rare, or a country, and capitalised everywhere else."""
    capitals = written.get(word.capitalize(), 0)
    if word in _COUNTRIES:
        return capitals >= 4 * written[word]
    if not (capitals >= 2 and written[word] == 1 and len(word) > 4 and word.isalpha() and zipf(stem(word)) < 2.6):
        return False
    shape = word.capitalize()  # Inside a sentence, as the first of one has its capital anyway.
    return sum(gap == " " for gap in compress(everything.gaps, map(shape.__eq__, everything.texts))) >= 2


def _halves(document: Document) -> Iterator[Span]:
    """Lowered halves of names of two words whose other half has its capital."""
    everything, known = tokens(document), names_of_two()
    texts, lower, gaps = everything.texts, everything.lower, everything.gaps
    for at in listed(document):
        never = known.get((lower[at], lower[at + 1]))
        if never is None or gaps[at + 1] != " ":
            continue
        small = [texts[one] == lower[one] for one in (at, at + 1)]
        if small[0] == small[1]:
            continue
        other = at + small.index(True)
        # The first word of a sentence has its capital anyway.
        begins = other > at and gaps[at] != " " and texts[at] not in _always()
        if never in ("both", ("first", "second")[other - at]) and not begins and lower[other] not in _SMALL_BY_STYLE:
            yield Span(everything.starts[other], everything.end(other))


def _titled(document: Document) -> Iterator[Span]:
    """Lowered words behind a title."""
    written = forms(document)
    if not any(title in written.get(title.lower(), ()) for title in _TITLES):
        return
    everything = tokens(document)
    texts, lower = everything.texts, everything.lower
    for at in compress(range(len(texts) - 1), map(_TITLES.__contains__, texts)):
        other = at + 1
        if texts[other] == lower[other] and everything.gaps[other] in (" ", ". ") and _nameable(lower[other]):
            yield Span(everything.starts[other], everything.end(other))


def _nameable(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word not in _OFFICES


@lru_cache(maxsize=1)
def _always() -> frozenset[str]:
    """Names that are written with a capital wherever they stand, so that a sentence's beginning gives them none."""
    return frozenset(word.capitalize() for word in words_beside(__file__))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Names, and their possessives in both spellings."""
    everywhere = words_beside(__file__)
    return everywhere | {word + ending for word in everywhere for ending in ("'s", "’s")}


def names(document: Document) -> Iterator[Span]:
    """Names in lower case, each place once, in order."""
    everything, written = tokens(document), forms(document)
    suspects = [word for word in _known().intersection(written) if written[word].get(word, 9) <= _MOST_LOWERED]
    several = [word for word in (*unusual(document), *_COUNTRIES.intersection(written)) if len(written[word]) > 1]
    suspects += [
        word
        for word in several
        if word in written[word] and written[word][word] <= _MOST_LOWERED and _own_name(everything, word, written[word])
    ]
    found = {span for word in suspects for span in alone(document, everything, word)}
    found.update(_halves(document), _titled(document))
    yield from sorted(found)
