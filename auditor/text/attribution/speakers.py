"""Who speaks again: pronouns and surnames to the name that a speaker was introduced with."""

from bisect import bisect_left
from collections.abc import Sequence

from auditor.model import Document
from auditor.text.attribution.kinds import Kind
from auditor.text.attribution.lists import listed
from auditor.text.names import Name, names
from auditor.text.places import is_place
from auditor.text.quotes import is_quoted
from auditor.text.view import view

_ROLES = listed("roles")
_PERSON = frozenset("he she him her his himself herself who".split())
# Inside a quotation these are its speaker.
_OWN = frozenset("i we my our me us".split())
_GROUP = frozenset("they them their it its".split())
_RESOLVED = _PERSON | _OWN | _GROUP
# A pronoun points back by no more than this; beyond lies another paragraph or two.
_REACH = 700


@view
def _full_names(document: Document) -> tuple[tuple[int, ...], tuple[Name, ...]]:
    """The names of two words or more that are no places, and where they begin."""
    full = tuple(name for name in names(document) if " " in name.text and not is_place(name.text))
    return tuple(name.start for name in full), full


class Memory:
    """The speakers of one document in the order in which they appear."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.last: str | None = None

    def named(self, texts: Sequence[str]) -> str:
        """The key of a named source: its last capitalised word, in lower case, without a possessive."""
        key = texts[-1].lower()
        for text in reversed(texts):
            if text[0].isupper() and (low := text.lower()) not in _ROLES:
                key = low
                break
        self.last = key = key.removesuffix("'s").removesuffix("’s")
        return key

    def resolved(self, pronoun: str, start: int) -> tuple[Kind, str | None]:
        """The kind and key of a pronoun: the last named speaker, else (for one person) the nearest full name before it."""
        if pronoun not in _RESOLVED:
            return Kind.NONE, None
        if pronoun in _OWN and not is_quoted(self._document, start):
            return Kind.NONE, None  # the author
        if self.last is not None:
            return Kind.PRONOUN, self.last
        if pronoun in _GROUP:
            return Kind.NONE, None  # "developments … they promise": as often things as people
        starts, full = _full_names(self._document)
        row = bisect_left(starts, start) - 1
        if row < 0 or start - full[row].span.end > _REACH:
            return Kind.ANCHORED, None
        return Kind.PRONOUN, self.named(full[row].words)
