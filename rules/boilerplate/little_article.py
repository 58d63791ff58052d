"""A text of which little is the article.

Where half of a text is calls, teasers, notices and credits, what a reader was given is a page and not a report; counts
made on it mean little.

Measured: speaks about 0.7 in 1,000 articles, mostly picture galleries, on 8,369 genuine articles of five sets.

    flag: [[Harbour open again]]⏎Sign up for our newsletter, delivered to your inbox every Monday⏎Follow us on Twitter and like us on Facebook⏎Boats left at nine.⏎Copyright © 2031 Harbour Post. All rights reserved.
    flag: [[Boats left at nine.]]⏎By signing up you agree to our privacy policy and to the terms of use⏎Story continues below⏎Read more: the ferry that never came⏎Leave a comment and let us know
    pass: Boats left at nine.⏎Advertisement⏎The harbour was full of people who had waited for this day since the storm.
    pass: The harbour is open again after a winter of storms.⏎Follow us on Twitter
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import blocks
from auditor.text.boilerplate import boilerplate, share

# Measured on 8,369 genuine pages: the 99.5th percentile is 0.15, the 99.9th 0.43.
_MOST = 0.5


@document_rule(code="BP102", severity=Severity.WARNING, weight=1.0, languages=())
def little_article(document: Document) -> Iterator[Hit]:
    pieces = boilerplate(document)
    if len(pieces) >= 3 and (found := share(document)) >= _MOST:
        not_article = {piece.span.start for piece in pieces}
        own = next((block for block in blocks(document) if block.start not in not_article), blocks(document)[0])
        yield Hit(own.span, f"{found:.0%} of this text is not the article", confidence=0.9)
