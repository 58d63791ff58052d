"""A text in another language than the one declared.

The input declares a language and the text is in another: a wrong file, a wrong field, or a machine translation that
was not done. Nothing is said where the text is too short to tell, or the two are dialects of one language.

Measured: on the cases only; the development data declare no language.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import blocks
from auditor.text.language import UNDETERMINED, language
from auditor.text.tokens import tokens

# Shorter texts are guessed wrong too often.
_FEWEST_WORDS = 40


def _code(name: str) -> str:
    """The language of a tag such as "en-GB"; names that are no tags tell nothing."""
    code = name.strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isalpha() else ""


@document_rule(code="TQ101", severity=Severity.WARNING, weight=1.0, languages=())
def language_mismatch(document: Document) -> Iterator[Hit]:
    declared = _code(document.language or "")
    found = language(document) if declared else UNDETERMINED
    if found == UNDETERMINED or len(tokens(document)) < _FEWEST_WORDS:
        return
    if declared != _code(found):
        message = f"declared as “{document.language}”, written in “{found}”"
        yield Hit(blocks(document)[0].span, message, confidence=0.9)
