"""Presence: who was where. "Visited Ankara", "met the minister in Ankara", "a trip to Ankara" are one kind of event.

Only sentences with a trigger are looked at. A frame holds the person (given name and surname), the place, when the
text says so the time, and whether it is said as a fact about one occasion.
"""

import re
from dataclasses import dataclass

from auditor.model import Document, Span
from auditor.text.dates import day_told, published
from auditor.text.persons import TITLES, FullName, full_names, given_names
from auditor.text.places import is_place
from auditor.text.quotes import is_quoted
from auditor.text.sentences import Sentence, plain_sentences
from auditor.text.tokens import word_counts
from auditor.text.view import lowered, view

_GATE = frozenset(
    "visit visits visited visiting trip travel travelled traveled arrived arrives arrival met meet meeting meets talks flew "
    "journey stopover tour stop".split()
)
# One of these stands in every trigger.
_STEMS = ("visit", "arriv", "travel", "flew", "flies", "met", "meet", "talks", "trip", "journey", "stop", "tour")
_NOUN = r"(?:visit|trip|journey|arrival|stopover|stop|tour|meeting|talks)"
_VERB = (
    r"(?:visit(?:s|ed|ing)?|arriv(?:es|ed|ing)|travel(?:s|l?ed|l?ing)|flew|flies|met|meets|meeting|held talks|"
    r"holds talks|paid (?:an? |\w+ ){1,3}visit|made (?:an? |\w+ ){1,3}(?:visit|trip))"
)
_TRIGGER = re.compile(rf"\b(?:(?P<verb>{_VERB})|(?P<noun>{_NOUN}))\b", re.IGNORECASE)
# The place behind the trigger: "to Ankara", "in the Turkish capital, Ankara" is passed over.
_PLACE = re.compile(r"\b(?:to|in|at)\s(?:the\s)?(?P<place>[A-Za-zÀ-ž][\w’'-]*(?:\s[A-ZÀ-Ž][\w’'-]*){0,2})")
_DIRECT = re.compile(r"\s(?P<place>[A-ZÀ-Ž][\w’'-]*(?:\s[A-ZÀ-Ž][\w’'-]*){0,2})")
_UNREAL = re.compile(
    r"\b(?:not|never|n't|n’t|could|may|might|would|will|if|plans?|planned|planning|expected|scheduled|due|hopes?|invited|invitation|"
    r"cancel\w*|postpone\w*|refus\w*|declin\w*|denie\w*|deny|ahead of|upcoming|possible|potential|proposed|wants?|wanted|should|"
    r"later this|next (?:week|month|year)|tomorrow)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|summer|winter|spring|autumn|fall)|years? ago|months? ago|earlier|previous(?:ly)?|former|then|first|second|third|again|had)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:his|her)\s(?:\w+\s){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Presence:
    """A person at a place, once. `day` is ISO, `year` four digits; both "" where the text does not say.

    `other` marks an occasion of long ago or one of several; `quoted` what stands in quotation marks.
    """

    span: Span
    given: str
    surname: str
    place: str
    day: str
    year: str
    other: bool
    quoted: bool


def _place(sentence: str, end: int, direct: bool) -> str | None:
    """The first known place behind the trigger, within its clause."""
    limit = sentence[end : end + 160]
    if direct and (match := _DIRECT.match(limit)) and (found := _known(match["place"])):
        return found
    for match in _PLACE.finditer(limit):
        if found := _known(match["place"]):
            return found
    return None


def _known(text: str) -> str | None:
    words = text.split()
    for count in range(len(words), 0, -1):
        candidate = " ".join(words[:count])
        if is_place(candidate):
            return candidate.lower().removesuffix("'s").removesuffix("’s")
    return None


def _agent(
    people: list[FullName], sentence: Sentence, start: int, end: int, possessive: bool, text: str
) -> FullName | None:
    """The person who was there: the nearest full name before the trigger, or behind "During his visit to …,"."""
    before = [one for one in people if one.span.end <= sentence.start + start]
    if _OWN.search(sentence.text, max(0, start - 40), start):
        behind = [one for one in people if one.span.start >= sentence.start + end]
        opening = sentence.text[:start].strip().lower()
        if (
            behind
            and not before
            and re.fullmatch(r"(?:during|on|in|after|at|throughout|following)\s(?:his|her)(?:\s\w+)*", opening)
        ):
            return behind[0]
    if not before:
        return None
    nearest = before[-1]
    between = text[nearest.span.end : sentence.start + start]
    if re.match(r"['’]s?\s(?:[\w-]+\s){0,4}$", between):
        return nearest
    if possessive:
        return (
            nearest
            if re.fullmatch(
                r"(?:,[^,;]*,)?\s(?:(?:made|paid|concluded|began|ended|completed|is on|was on|on)\s(?:[\w-]+\s){0,4})",
                between,
            )
            else None
        )
    return (
        nearest
        if re.fullmatch(
            r"(?:,[^;]{0,120}|\s\([^)]*\),?)?\s(?:(?:has|have|also|recently|secretly|briefly|officially|was|is|and his delegation)\s){0,3}",
            between,
        )
        else None
    )


def _by(people: list[FullName], sentence: Sentence, end: int, text: str) -> FullName | None:
    """Who made "the visit to Ankara by …"."""
    for one in people:
        between = text[sentence.start + end : one.span.start]
        if one.span.start >= sentence.start + end and re.fullmatch(
            r"\s(?:to|in)\s\w+(?:\s\w+)?\sby\s(?:[A-Z]\w+\.?\s){0,2}", between
        ):
            return one
    return None


def _time(document: Document, sentence: Sentence, near: str) -> tuple[str, str]:
    """The day, where one is named (see `day_told`), and the year."""
    year = re.search(r"\b((?:19|20)\d\d)\b", near)
    return day_told(sentence.text, published(document)), year[1] if year else ""


@view
def presences(document: Document) -> tuple[Presence, ...]:
    """The frames of the text in order; a person without a known given name has none."""
    if word_counts(document).keys().isdisjoint(_GATE):
        return ()
    people_by: dict[int, list[FullName]] = {}
    given = given_names()
    for one in full_names(document):
        if one.given in given and one.given.lower() not in TITLES:
            people_by.setdefault(one.name.sentence.start, []).append(one)
    found = []
    for sentence in plain_sentences(document):
        people = people_by.get(sentence.start)
        if not people or not any(map(sentence.text.lower().__contains__, _STEMS)):
            continue
        for match in _TRIGGER.finditer(sentence.text):
            # 60 characters before and 40 behind: what makes a visit unreal stands beside its verb.
            if _UNREAL.search(sentence.text[max(0, match.start() - 60) : match.end() + 40]):
                continue
            place = _place(sentence.text, match.end(), bool(match["verb"]))
            if place is None:
                continue
            agent = _by(people, sentence, match.end(), document.text)
            agent = agent or _agent(people, sentence, match.start(), match.end(), bool(match["noun"]), document.text)
            if agent is None or _joined(document.text, agent):
                continue
            # Behind the visit stands what was talked about ("a train that has not run since 2017").
            near = sentence.text[max(0, match.start() - 60) : match.end() + 40]
            day, year = _time(document, sentence, near)
            at = agent.span.start
            end = max(agent.span.end, sentence.start + match.end())
            start = min(at, sentence.start + match.start())
            span = Span(start, _end_of(document, start, end, min(sentence.end, end + 170), place))
            found.append(
                Presence(
                    span,
                    agent.given,
                    agent.surname,
                    place,
                    day,
                    year,
                    bool(_PAST.search(near)),
                    is_quoted(document, at),
                )
            )
            break
    return tuple(found)


def _end_of(document: Document, start: int, end: int, limit: int, place: str) -> int:
    """Behind the place, where it does not stand before `end` already."""
    if place in lowered(document)[start:end]:
        return end
    at = lowered(document).find(place, end, limit)
    return at + len(place) if at >= 0 else end


def _joined(text: str, person: FullName) -> bool:
    """Whether the name is one of several ("Ann and Bob Field")."""
    return bool(re.search(r"(?:\band|&)\s$", text[max(0, person.span.start - 6) : person.span.start])) or bool(
        re.match(r"\s(?:and|&)\s", text[person.span.end : person.span.end + 6])
    )
