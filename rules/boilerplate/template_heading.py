"""Headings that belong to a template, not to a story.

"Key Takeaways", "Wrapping Up", "Final Thoughts": machine-written articles are divided by stock headings and by ones
that begin with a gerund ("Navigating the Challenges of …"), often with a colon. A newsletter may have one of them; it
is flagged only beside the expressions of machine prose, or where there are several.

Measured: none of 8,369 genuine articles.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Block, Kind, blocks

from ._template import strength

_STOCK = re.compile(
    r"(?:key takeaways?|takeaways?|wrapping up|in conclusion|conclusions?|concluding (?:remarks|thoughts)|final thoughts|"
    r"closing thoughts|closing remarks|the bottom line|the road ahead|the way forward|the path forward|looking ahead|"
    r"moving forward|future outlook|what lies ahead|in summary|summary|to conclude|final words|insights and conclusions|"
    r"ultimate ideas|last ideas|remaining ideas|key issues|the trail ahead|concluding ideas|wrap-up|introduction|overview|"
    r"implications and future prospects|frequently asked questions)(?:[:.]|(?=:)|$)",
    re.IGNORECASE,
)
_GERUND = re.compile(
    r"(?:Analyzing|Analysing|Assessing|Balancing|Bridging|Building|Charting|Decoding|Delving|Embracing|Empowering|"
    r"Enhancing|Evaluating|Examining|Exploring|Fostering|Harnessing|Highlighting|Inspecting|Leveraging|Mitigating|"
    r"Navigating|Promoting|Rethinking|Shaping|Strengthening|Understanding|Uncovering|Unpacking|Unraveling|Unveiling)"
    r" (?:[\w’'-]++[ ,:]++){2}"
)
# Strength of template wording beside which one such heading counts, and how many count without.
_BESIDE, _ENOUGH = 14.6, 3


def _kind(block: Block) -> str | None:
    line = block.text.lstrip("#* ")
    if _STOCK.match(line) and len(line) < 90:
        return "stock"
    return "gerund" if _GERUND.match(line) else None


@document_rule(code="BP301", severity=Severity.INFO, weight=1.0, min_words=60)
def template_heading(document: Document) -> Iterator[Hit]:
    found = [(block, kind) for block in blocks(document) if block.kind is Kind.HEADING and (kind := _kind(block))]
    if found and (len(found) >= _ENOUGH or strength(document) >= _BESIDE):
        for block, kind in found:
            message = "a stock heading" if kind == "stock" else "a heading after a template: gerund and topic"
            yield Hit(block.span, message, confidence=0.9, kind=kind)
