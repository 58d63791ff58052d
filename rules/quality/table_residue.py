"""A table's raw marks in the text, or a list's without their items.

Rows of vertical bars are what is left of a table, or of a machine that answers in tables where a reporter writes
sentences. The words in them are judged by no rule that reads sentences. Bullets and numbers that stand alone on their
lines are what is left of a list.

Measured: speaks about 0.5 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The plan has two parts.⏎[[| Aspect | Outcome |]]⏎|---|---|⏎| Trade | more of it |⏎It ends in May.
    flag: [[Facet | Have an effect on |]]⏎---|---|⏎Balance | Crucial for peace |
    flag: The plan has three parts.⏎[[•]]⏎The port⏎•⏎The wall⏎•⏎The line⏎It ends in May.
    pass: The plan has two parts.⏎• The port is opened.⏎• The wall is built.⏎•⏎It ends in May.
    pass: Harbour Post | Oster | 9 May⏎The harbour is open again.
    pass: The rule |x| < 1 holds for all of them, the lecturer said.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Block, Kind, blocks

_FEWEST_ROWS = 3
_SHOWN = 5
# A bullet, or the number of an item.
_LONGEST_MARK = 5
_MARK = re.compile(r"[-*•–·▪►◦●○]|\(?\d{1,2}[.)]")


@document_rule(code="TQ109", severity=Severity.INFO, weight=1.0, languages=())
def table_residue(document: Document) -> Iterator[Hit]:
    bare = [block for block in blocks(document) if len(block.text) <= _LONGEST_MARK and _MARK.fullmatch(block.text)]
    if len(bare) >= _FEWEST_ROWS:
        yield Hit(bare[0].span, f"{len(bare)} marks of a list without their items", confidence=0.9)
    if "|" not in document.text or document.text.count("|") < 2 * _FEWEST_ROWS:
        return
    tables: list[list[Block]] = []
    last = -2
    for number, block in enumerate(blocks(document)):
        if block.kind is Kind.TABLE:
            if number - 1 != last:
                tables.append([])
            tables[-1].append(block)
            last = number
    for table in [rows for rows in tables if len(rows) >= _FEWEST_ROWS][:_SHOWN]:
        yield Hit(table[0].span, f"a table of {len(table)} rows, as raw marks", confidence=0.95)
