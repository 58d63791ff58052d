"""A quotation that nobody speaks.

Words in quotation marks are somebody's. Flagged is a whole quoted sentence of ten words or more to which neither its own
paragraph nor the paragraphs around it give a speaker: no verb of saying, no "according to", no name with a colon or a dash.

Scare quotes, titles, slogans and quoted phrases inside a sentence are left alone, and so are texts that are one long
quotation or an interview, letters, laws and oaths that the text introduces with a colon.

    flag: The bridge will close in the spring for half a year.⏎[[“We have never seen anything like this in all our years here on the river.”]]⏎The works cost two million and end in the autumn.
    flag: The harbour lay empty.⏎[[“I counted them myself and there were only eleven boats left in the harbour.”]]⏎Trucks now bring the fish from the north.
    pass: The bridge will close in the spring.⏎“We have never seen anything like this in all our years here on the river,” said Tom Bream.⏎The works cost two million.
    pass: Tom Bream runs the ferry and said he was tired.⏎“We have never seen anything like this in all our years here on the river.”⏎The works cost two million.
    pass: The charter opens with a promise:⏎“We shall keep the river clean for all who live beside it and for their children.”⏎It was signed in May.
    pass: His song “The Long Way Home to the River and All Its Many Bends” was a hit.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.attribution.finder import vouching
from auditor.text.blocks import Block, Kind, blocks
from auditor.text.quotes import quotations
from auditor.text.tokens import tokens

_FEWEST_WORDS = 10
# A paragraph that opens with a mark belongs to a longer quotation, whose speaker may stand far off.
_MARKS = ("“", '"', "‘", "'")
_WHOLE = re.compile(r"[“\"]\s*[A-ZÀ-Þ0-9][^“”\"]*[.!?…,][”\"]")
_SIGNED = re.compile(r":\s*$|[—–-] ?[A-ZÀ-Þ]")
# What gives a speaker without a verb that the finder knows: "Name:", "— Name", a verb of speech anywhere.
_SPEAKER = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|wrote|writes|writing|asked|asks|added|adds|according|quot(?:e|ed|es|ing)|"
    r"spoke|speaks|speaking|read|reads|called|calls|words?|statement|speech|interview|letter|email|tweet|post(?:ed)?|song|lyrics|"
    r"chant(?:ed|s|ing)?|sang|sing|verse|sign|slogan|text|message|asking|tweeted|replied|answered|testified|testimony|caption|headline)\b"
)


def _gives_speaker(block: Block, spoken: frozenset[int]) -> bool:
    if block.start in spoken or _SIGNED.search(block.text):
        return True
    return block.kind is not Kind.HEADING and bool(_SPEAKER.search(block.text))


@document_rule(code="AT102", severity=Severity.INFO, weight=1.0)
def unspoken_quotation(document: Document) -> Iterator[Hit]:
    everything = blocks(document)
    # The cheap test first: in few articles a quotation is a paragraph of its own.
    ends = {block.start: block.end for block in everything}
    if not [span for span in quotations(document) if ends.get(span.start) == span.end]:
        return
    whole = [
        span
        for span in quotations(document)
        if document.quote(span).count(" ") >= _FEWEST_WORDS - 1 and _WHOLE.fullmatch(document.quote(span))
    ]
    if not whole or len(whole) > 6:
        return
    starts = tokens(document).starts
    attributed = [starts[one.cue.first] for one in vouching(document) if one.source]
    spoken = frozenset(block.start for block in everything if any(block.start <= cue < block.end for cue in attributed))
    for span in whole:
        for number, block in enumerate(everything):
            if block.start == span.start and block.end == span.end and block.kind is Kind.PROSE:
                around = everything[max(0, number - 3) : number + 2]
                beside = everything[max(0, number - 1) : number + 2]
                quotes = any(other.text.startswith(_MARKS) for other in beside if other is not block)
                if number and not quotes and not any(_gives_speaker(other, spoken) for other in around):
                    yield Hit(span, "nobody is named who speaks these words", confidence=0.8)
