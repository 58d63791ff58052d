"""What a paraphrasing machine leaves alone: the names and numbers of a text, in their order."""

from itertools import compress
from operator import not_

from auditor.model import Document
from auditor.text.tokens import tokens
from auditor.text.view import view

# Capitalised wherever they open a sentence, in titles, or always; they are no names.
_NO_NAMES = frozenset(
    "The A An In On At And But He She It They We I You This That These Those As For If When While After Before Since "
    "There His Her Their Its Our My Mr Mrs Ms With By From To Of Not So What Who Why How No Or Is Are Was Were Be".split()
)
# Behind these a capital says nothing. A colon opens what somebody says, a quotation mark what was said.
_OPENS = frozenset('.!?:;"“”‘\n\r\t-–—•|')


@view
def skeleton(document: Document) -> tuple[str, ...]:
    """The last word of each run of capitalised words or numbers, in lower case, in order ("Gen. Haftar" is "haftar").

    Words that open a sentence are left out, since there anything is capitalised.
    """
    words = tokens(document)
    text, texts, starts = document.text, words.texts, words.starts
    found: list[str] = []
    last = -2
    for at in compress(range(len(texts)), map(not_, map(str.islower, texts))):
        word = texts[at]
        if word in _NO_NAMES:
            continue
        if at - 1 == last:
            found[-1] = word.lower()
            last = at
            continue
        if not word[0].isdigit():
            before = text[max(0, starts[at] - 2) : starts[at]]
            if len(before) < 2 or before[1] in _OPENS or before[0] in _OPENS:
                continue
        found.append(word.lower())
        last = at
    return tuple(found)
