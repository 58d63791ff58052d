"""A country's or people's name that a dictionary mangled.

Machines that translate there and back, or look words up without their case, clip the names of peoples ("jap" for
eastern, "Ecu" for European), or spell out abbreviations inside names ("Latin The us"). None is English in any newspaper; a unit of money (ECU), a currency (écu) and historical quotations are left alone.

Measured: none of 8,369 genuine articles.

    flag: They met in the [[jap]] Libyan port, and [[Ecu]] nations objected.
    flag: Exports to [[Latin The us]] fell, and [[jap]] European ones rose.
    flag: The [[european fee]] and [[north korea]] signed it in Geneva.
    pass: The ECU was replaced by the euro, and one ecu bought 6.6 francs.
    pass: “Japs Surrender”, said the poster of 1945, and the Japanese did.
    pass: Trade with Latin America, the US and the Middle East fell. The centre east of the bridge is closed.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.quotes import is_quoted
from auditor.text.tokens import word_counts

# What follows shows that an adjective is meant: a place, a people, or a noun that a region or a union takes.
_NOUN = (
    r"(?:Union|union|nations?|countries|country|international|states|leaders?|officials?|Parliament|parliament|"
    r"allies|capitals?|markets?|Commission|fee|Central|companies|lawmakers|economies|economy|powers?|security|gas|"
    r"city|town|region|coast|province|border|part|provinces|cities|front|district|side|port|suburbs?|facet|half)"
)
_CLIPPED = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<eastern>[Jj]ap)(?= (?:[A-Z][a-z]|{_NOUN}(?!\w)))"
    rf"|(?P<european>Ecu|ecu)(?= {_NOUN}(?!\w))"
    r"|(?P<america>(?:Latin|North|South|Central) [Tt]he (?:us|Us|US|usa|USA|united states|United States))(?![\w.])"
    r"|(?P<commission>[Ee]uropean fee)(?!\w)"
    r"|(?P<korea>(?:north|south) korea)(?!\w)"
    r"|(?P<white>[Ww]hite (?:residence|dwelling|abode))(?= (?:press|said|officials?|spokes|leader|group|aide|secretary))"
    r")"
)
# One of these words stands in every match, and one of these strings: cheap to look for.
_WORDS = frozenset("central dwelling abode ecu fee jap korea latin north residence south".split())
_GATE = (
    *(f"{region} {article}he" for region in ("Latin", "North", "South", "Central") for article in "tT"),
    *("jap ", "Jap ", "Ecu ", "ecu ", "uropean fee", "th korea", "hite residence", "hite dwelling", "hite abode"),
)
_MEANT = {
    "eastern": "eastern",
    "european": "European",
    "america": "America",
    "commission": "European Commission",
    "korea": "Korea",
    "white": "White House",
}


def _meant(kind: str, said: str) -> str:
    if kind == "america":
        return f"{said.split(' ')[0]} America"
    return said.title() if kind == "korea" else _MEANT[kind]


@document_rule(code="SP107", severity=Severity.ERROR, weight=1.5, languages=())
def clipped_name(document: Document) -> Iterator[Hit]:
    if word_counts(document).keys().isdisjoint(_WORDS) or not any(mark in document.text for mark in _GATE):
        return
    told: set[str] = set()
    for match in _CLIPPED.finditer(document.text):
        kind = str(match.lastgroup)
        if not is_quoted(document, match.start()):
            meant = _meant(kind, match[0])
            severity = Severity.INFO if meant in told else Severity.WARNING if kind == "korea" else None
            told.add(meant)
            yield Hit(Span(*match.span()), f"no name; “{meant}” was meant", meant, 0.95, severity)
