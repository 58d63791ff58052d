"""A table's raw marks in the text.

Rows of vertical bars are what is left of a table, or of a machine that answers in tables where a reporter writes
sentences. The words in them are judged by no rule that reads sentences.

Measured: speaks about 0.4 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The plan has two parts.⏎[[| Aspect | Outcome |]]⏎|---|---|⏎| Trade | more of it |⏎It ends in May.
    flag: [[Facet | Have an effect on |]]⏎---|---|⏎Balance | Crucial for peace |
    pass: Harbour Post | Oster | 9 May⏎The harbour is open again.
    pass: The rule |x| < 1 holds for all of them, the lecturer said.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Block, Kind, blocks

_FEWEST_ROWS = 3
_SHOWN = 5


@document_rule(code="TQ109", severity=Severity.INFO, weight=1.0, languages=())
def table_residue(document: Document) -> Iterator[Hit]:
    if document.text.count("|") < 2 * _FEWEST_ROWS:
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
