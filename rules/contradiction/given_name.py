"""A person who is called by another given name once.

An article introduces somebody by a full name and goes on with the surname. Where the surname returns once with another
given name, in a place where the surname alone would do, one of the two names is wrong. Families and namesakes are what
makes this hard, so the rule stays silent where the second name is introduced (an apposition, a role, an age), where
kin are spoken of nearby, where the given name also stands alone, where both are nicknames of one, and for the pairs in
`known_persons.txt`, who are known to exist. "Pitcher Moreno" holds no given name: the second one must be in the inventory.

Measured: of 127 articles of injected_news in which one given name was changed, 90 are flagged; of 8,369 genuine ones
(news_by_outlet, bbc_2005, fnc_bodies, foreign_newswire, news_clusters) none, and one when the known pairs are learned
from one half and applied to the other.

    flag: Nurse [[Clara Moreno]] won a prize on Monday. Moreno works in Leeds, where the wards are full and the days are long, and where she trained as a young woman long ago. [[Boris Moreno]] said she was glad.
    flag: The band hired [[Pavel Durand]] in May. "I was happy," [[Saddam Durand]] said.
    pass: Nurse Clara Moreno won a prize. Moreno works in Leeds. Her brother, Boris Moreno, said he was glad.
    pass: Robert Quill won a prize. Bob Quill works in Leeds.
    pass: Clara Moreno won a prize. Spokesman Boris Moreno said she was glad.
    pass: Pitcher Clara Moreno won a prize. Moreno works in Leeds. Rocker Moreno said she was glad.
    pass: Clara Moreno and Boris Moreno won a prize.
    pass: Clara Moreno, 42, won. Boris Moreno (Leeds) came second.
    pass: Hopeful Moreno starts well⏎Clara Moreno has won a prize. Moreno works in Leeds.
"""

import re
from collections import Counter
from collections.abc import Sequence

from auditor.rule import Document, Hit, Iterator, Severity, Tier, document_rule
from auditor.text.persons import TITLES, FullName, full_names, given_names, known_persons, one_person

_KIN = re.compile(
    r"\b(?:wi(?:fe|ves|dow\w*)|husbands?|sons?|daughters?|brothers?|sisters?|fathers?|mothers?|mom|dad|daddy|mum|parents?|"
    r"siblings?|cousins?|uncle|aunt|nephew|niece|twins?|grand\w{3,9}|spouse|married|marriage|"
    r"relatives?|Jr|Sr|dynasty|in-law|first lady|namesake|no relation|unrelated|maiden|famil(?:y|ies)|the couple)\b",
    re.IGNORECASE,
)
# A kin word this near (in characters; a sentence or two) may introduce the second person. At 250, 12 of 127 changed
# names in injected_news were missed and nothing was won; at 60 the first families are flagged.
_NEAR = 150
# An article with more surnames of two given names each is a list; it bounds the work.
_MOST = 60
_INTRODUCED = re.compile(r",? ?\(|, (?:an?|the|who|whose|his|her|its|their|one|\d|[a-z]+ (?:of|at|for|in|with)|[A-Z])")
_JOINED = re.compile(r" (?:(?:and|or|&|jr|sr|Jr|Sr)\b|[A-Z(])")
_ROLE = re.compile(r"\b([a-z]{3,}) $")
_PLAIN = frozenset(
    "the a of in to for by with from and but that said says as on at when while if because after before since than like "
    "added about against between under over told asked called however where into saw until without though although so "
    "beat defeated met find found say adds insists insisted admitted believes claims thinks hopes feels".split()
)
_PREDICATE = re.compile(
    r" (?!contributed|reported)(?:(?:also|now|then|recently|later|still|already|only|never|promptly|quickly|soon|just|once) )?"
    r"(?:[a-z]+(?:ed|es|[^us\W]s)|said|has|had|was|is|will|would|could|can|may|might|did|made|told|took|went|got|won|lost|put|"
    r"came|wrote|fell|stood|held|drew|beat|threw|shot|scored|gives|giving|saying|taking|adding|hit|ran|felt|led|saw|gave|kept|left|met|set|let|became|began|spent|brought|thought|knew)\b"
)
_SAID = re.compile(r"(?:said|says|added|told|insisted|asked|explained) $")
_OPENING = re.compile(r"(?:[.!?:][\"”’']?\s|\n|[\"”’'] ?)$")


def _mentions(document: Document) -> dict[str, list[FullName]]:
    """The full names of the text by surname, those surnames alone that have two given names."""
    found: dict[str, list[FullName]] = {}
    for name in full_names(document):
        found.setdefault(name.surname, []).append(name)
    several = ((surname, list(filter(_names_one, names))) for surname, names in found.items() if len(names) > 1)
    kept = [(surname, names) for surname, names in several if len({name.given for name in names}) > 1]
    return dict(sorted(kept, key=lambda pair: pair[1][0].start))


def _names_one(name: FullName) -> bool:
    """Whether the first word may be a given name: no title, and no word that has its capital from opening a sentence."""
    opens = name.start == name.name.sentence.start and name.given not in given_names()
    return not opens and name.given.lower() not in TITLES


def _stands_for_surname(text: str, name: FullName) -> bool:
    """Whether the full name stands where the surname alone would do: no introduction, and a verb or speech beside it."""
    before, after = text[max(0, name.span.start - 40) : name.span.start], text[name.span.end : name.span.end + 40]
    if _INTRODUCED.match(after) or _JOINED.match(after):
        return False
    if re.search(r"(?:\b(?:and|or|&)|[A-Z]\w*\.?|[@#—-]) $", before):
        return False
    role = _ROLE.search(before)
    if role and role[1] not in _PLAIN:
        return False
    if after.startswith(",") and (before.endswith(", ") or _SAID.search(before)):
        return False
    return bool(
        _PREDICATE.match(after) or _SAID.search(before) or (_OPENING.search(before) and after.startswith(("'s", "’s")))
    )


def _is_known(name: FullName) -> bool:
    return f"{name.given} {name.surname}" in known_persons()


def _introduced_first(text: str, name: FullName) -> bool:
    """Whether the first name given is one: in the inventory, initials, or behind a role ("singer Jolanda Cep")."""
    if name.given in given_names() or "." in name.given:
        return True
    role = _ROLE.search(text[max(0, name.span.start - 30) : name.span.start])
    return bool(
        role and re.search(r"(?:er|or|ist|man|ess|ant|ent|star|chief|head|coach|aide|boss|host|model|pilot)$", role[1])
    )


def _odd(document: Document, names: Sequence[FullName]) -> FullName | None:
    """The one mention whose given name is not the first one's, or None where that may be another person."""
    text, first = document.text, names[0]
    counts = Counter(name.given for name in names)
    odd = [name for name in names if counts[name.given] == 1 and not one_person(name.given, first.given)]
    if len(odd) != 1 or not _introduced_first(text, first):
        return None
    (name,) = odd
    others = {given for given in counts if given != name.given}
    if (
        name.given not in given_names()
        or _is_known(name)
        or any(not one_person(given, first.given) for given in others)
    ):
        return None
    if len(re.findall(rf"\b{re.escape(name.given)}\b", text)) > 1 or not _stands_for_surname(text, name):
        return None
    if _KIN.search(text, max(0, name.span.start - _NEAR), name.span.end + _NEAR):
        return None
    return name


@document_rule(code="CO102", severity=Severity.ERROR, weight=2.0)
def given_name(document: Document) -> Iterator[Hit]:
    for surname, names in list(_mentions(document).items())[:_MOST]:
        name = _odd(document, names)
        if name is not None:
            first = names[0]
            yield Hit(
                name.span,
                f"{surname} is called “{name.given}” here and “{first.given}” elsewhere in this article",
                suggestion=f"{first.given} {surname}",
                confidence=0.9,
                tier=Tier.HARD,
                kind="actor",
                related=(first.span,),
            )
