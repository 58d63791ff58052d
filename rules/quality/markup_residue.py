"""Marks of a page's code in its text.

Tags, entities and template fields show that nobody read the text after a machine had put it there, and a comment or a
hidden block holds words that readers of the page never saw.

Measured: speaks about 5 in 1,000 articles, as they were scraped, on 8,369 genuine articles of five sets.

    flag: The harbour is open [[&nbsp;]]again, he said.
    flag: The harbour is open again.[[</p>]] Boats left.
    flag: Dear [[{{first_name}}]], the harbour is open again.
    flag: The harbour is open.[[<!-- rewrite this in a friendly tone -->]] Boats left.
    pass: Rail & road, R&D, AT&T; and a < b > c, as the lecturer wrote.
    pass: The set {1, 2} and the price of <10 crowns.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule

_MARKUP = re.compile(
    r"&(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|apos|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
    r"|</?(?:p|br|div|span|a|em|strong|b|i|ul|li|ol|h[1-6]|img|script|style|table|tr|td|iframe|figure)(?:\s[^<>]{0,200})?/?>"
    r"|<!--[^<>]{0,400}-->"
    r"|\{\{[\w .|-]{1,60}\}\}"
    r"|\[(?:caption|gallery|embed|vc_\w{2,20}|/caption)[^\[\]]{0,200}\]"
)
_SHOWN = 10
# Brackets are frequent in news, where they hold what a speaker left out.
_BRACKET = re.compile(r"\[/?(?:caption|gallery|embed|vc_)")


def _may_hold(text: str) -> bool:
    """A cheap look for what each of the marks begins with."""
    if "<" in text or ("{" in text and "{{" in text) or ("&" in text and ";" in text):
        return True
    return "[" in text and _BRACKET.search(text) is not None


@document_rule(code="TQ110", severity=Severity.INFO, weight=1.0, languages=())
def markup_residue(document: Document) -> Iterator[Hit]:
    text = document.text
    if not _may_hold(text):
        return
    for number, match in enumerate(_MARKUP.finditer(text)):
        if number == _SHOWN:
            return
        hidden = match[0].startswith("<!--")
        message = "a comment that readers never saw" if hidden else "a mark of the page's code"
        yield Hit(Span(*match.span()), message, severity=Severity.WARNING if hidden else None, confidence=0.97)
