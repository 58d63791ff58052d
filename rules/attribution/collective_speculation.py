"""Speculation is put into the mouth of a crowd without a name.

"Analysts suggest that it could …": nobody can be asked, nobody can be wrong. Newspapers' own rules let an unnamed source
give information, never opinion or speculation (AP, "Anonymous sources"). Flagged is a bare collective ("analysts",
"observers", "some", and what paraphrasing machines make of them: "mavens") as the source of what may be.

An unnamed source by itself is no fault and is not flagged: quality papers use more of them than others do. Nor is a crowd
that the text makes findable ("analysts at the bank", "the researchers"), nor one whose point a named source makes in the
same sentence or the next two.

    flag: [[Analysts suggest]] that the visit could open the way for a new pact between both sides.
    flag: [[Mavens counsel]] that this meeting may pave the way for talks.
    flag: The road was closed at noon. It could stay closed for weeks, [[observers say]].
    flag: [[Many believe]] the new mine might bring jobs to the valley.
    pass: Analysts at Northgate Bank said the visit could open the way for a new pact.
    pass: Analysts say that the harvest was the smallest in ten years.
    pass: Analysts say prices could rise. “They could double,” said Mira Oduya, an economist at the University of Lund.
    pass: The researchers said the drug could help patients in the second stage.
    pass: The minister said that analysts could visit the plant in May.
    pass: Fishermen complained that boats could no longer land at low tide.
    pass: Patients are more likely to get drugs that work than they were ten years ago, doctors say.
    pass: While the harvest may be poor this year, the mill will stay open, farmers say.
    pass: It may seem a small thing, but it came when the town was in need of a win, observers say.
    pass: Others have learned that they may not be able to keep their shops.
    pass: A study of forty wells was published on Monday. Researchers said the method could help other towns.
    pass: When scientists warned that the river must fall by May, they probably thought of the dam.
    pass: Law enforcement sources say they are investigating allegations that two boats may have been sold.
    pass: Pressure can be a good way to reach people who may not trust the bank, experts say.
    pass: Few experts believe that a second flood is likely.
    pass: Government lawyers said the case might take a year.
    pass: If the mill does as badly as some fear, the next owner might well be a bank.
    pass: Those who back her opponents say the notice has likely hurt the mill.
    pass: The ruling means that what some consider to be a safe step could still cost a driver his licence.
    pass: It is an unlikely plan, and a dear one, many experts say.
    pass: Forty percent of voters say they might still change their minds.
    pass: Both sides said the hearing is likely to last until May.

Measured: all 186 different hits in the development sets (8,369 genuine articles; machine-written, noised and altered news,
PolNeAR, Wikipedia) were read, one a sentence: 179 name a crowd that says what may be (0.96), four can be argued about,
three were wrong and are cases above, as is a fourth that was mended when it was met. Mostly in sample: causes of earlier
errors were found on the same articles; of the 27 hits in sets that no error was looked for in 26 are right. The cue model
has changed since: three hits are new, two of them plainly right, and a few are gone.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule, words_beside
from auditor.text.attribution.credit import backed
from auditor.text.attribution.finder import sourced, spans
from auditor.text.attribution.kinds import Kind
from auditor.text.attribution.lists import listed
from auditor.text.attribution.nouns import Sourced
from auditor.text.quotes import is_quoted

_COLLECTIVE = Kind.COLLECTIVE
# The source is the crowd and no more than a quantifier and two adjectives before it, or the quantifier alone.
_BARE = re.compile(
    r"(?:(?:some|many|most|several|a few|other|certain) )?(?:[a-z-]+ ){0,2}[a-z-]+s|some|many|most|others|several",
    re.IGNORECASE,
)
_QUANTIFIER = re.compile(r"(?:some|many|most|others|several)(?: others| experts| analysts| observers)?", re.IGNORECASE)
_BETWEEN = re.compile(r" (?:(?:also|often|now|still|even|widely|generally|increasingly|have|has|had|by) )*+")
# A part, a comparison ("as badly as some fear"), a part of a longer subject ("those who back opponents").
_NOT_SUBJECT = re.compile(r"\b(?:of|percent|than|as \w+ as|those who) $", re.IGNORECASE)
_NAMING = ("consider", "call", "view", "see", "describe", "regard")
# Documents have authors who can be found; voters speak in polls.
_NOT_ASKED = (listed("documents") - {"rumors", "rumours"}) | {"voters", "people"}
# What may be: a modal or an adverb of chance; "could not" and "no longer could" tell of what was, "more likely" compares,
# and "rules that could help" say it of a part.
_CHANCE = re.compile(
    r"(?<!who )(?<!which )(?<!\bthat )\b(?:may|might|could(?! (?:not|no|never|hardly|barely|only|do|simply|afford)\b)(?!n[’']t)|"
    r"(?<!more )(?<!less )(?<!most )(?<!least )(?<!\ban )(?:un)?likely|probably|possibly|perhaps)\b"
)
# Where the first clause of the content ends: what stands behind is no longer what the crowd says.
_CLAUSE_END = re.compile(
    r"[;:–—]|, (?:and|in part|he|she|they|it|we)\b|"
    r"\b(?:however|given|who|whose|which|but|because|although|though|while|whereas|if|allegations|investigating|investigate|whether)\b"
)
_LONGEST_CLAUSE = 110
# In front of its source the content ends with what is said: behind a last "but", and behind a clause that leads to it.
_TURN = re.compile(r"[;–—]|,? (?:but|though|although|yet)\b")
_LEAD = re.compile(r"(?:While|Though|Although|Whereas|If|In what|As|When|Because|After|Since|Even)\b[^,]*+,")
# To find out is not to say, and researchers just named as a study's authors can be asked.
_FINDS_OUT = frozenset("learned learnt discovered found heard realized realised know knew investigating".split())
_STUDY = re.compile(r"\b(?:study|studies|survey|paper|journal|university|institute)\b", re.IGNORECASE)
_AUTHORS = ("researchers", "scientists", "authors")
_STUDY_REACH = 900


def _speculates(document: Document, content: Span, fronted: bool) -> bool:
    """Whether the clause that is said speaks of what may be."""
    if fronted:
        said = _TURN.split(document.quote(content))[-1].lstrip()
        lead = _LEAD.match(said)
        return bool(_CHANCE.search(said, lead.end() if lead else 0))
    text = document.text[content.start : min(content.end, content.start + _LONGEST_CLAUSE)]
    end = _CLAUSE_END.search(text)
    return bool(_CHANCE.search(text[: end.start()] if end else text))


def _findable(document: Document, source: Span) -> bool:
    """Whether the crowd are researchers whose study or university was just named."""
    if not document.quote(source).lower().endswith(_AUTHORS):
        return False
    return bool(_STUDY.search(document.text, max(0, source.start - _STUDY_REACH), source.start))


def _says(document: Document, source: Span, cue: Span) -> bool:
    """Whether the crowd stands right by a verb of saying or thinking; to "see" is to think for a bare quantifier only."""
    between = (
        document.text[source.end : cue.start] if source.end <= cue.start else document.text[cue.end : source.start]
    )
    verbs = document.quote(cue).lower().split(" ")
    # "What some consider a safe step could …": the crowd names it, the text speaks.
    if document.text.endswith("what ", 0, source.start) and verbs[0].startswith(_NAMING):
        return False
    if not _BETWEEN.fullmatch(between) or _NOT_SUBJECT.search(document.text, max(0, source.start - 40), source.start):
        return False
    if any(verb in ("see", "saw") for verb in verbs):
        return bool(_QUANTIFIER.fullmatch(document.quote(source)))
    # A verb that nobody uses so, before "that", is a paraphrasing machine's.
    return any(verb in words_beside(__file__) for verb in verbs) or document.text.startswith(" that ", cue.end)


def _is_bare(source: str) -> bool:
    if not _BARE.fullmatch(source):
        return False
    low = source.lower()
    return not low.startswith("few ") and low.rsplit(" ", 1)[-1] not in _NOT_ASKED


def _accused(document: Document, one: Sourced) -> Span | None:
    """The words of the source and its cue, where the source is bare and says, in the text's own voice, what may be."""
    source, cue, content = spans(document, one)
    if source is None or content is None or not _is_bare(document.quote(source)):
        return None
    if not _says(document, source, cue) or is_quoted(document, source.start):
        return None
    if _findable(document, source) or not _FINDS_OUT.isdisjoint(document.quote(cue).lower().split(" ")):
        return None
    span = Span(min(source.start, cue.start), max(source.end, cue.end))
    return span if _speculates(document, content, content.start < source.start) else None


@document_rule(code="AT101", severity=Severity.WARNING, weight=0.7)
def collective_speculation(document: Document) -> Iterator[Hit]:
    told: set[Span] = set()
    for one in sourced(document):
        if one.kind is not _COLLECTIVE:
            continue
        span = _accused(document, one)
        if span is not None and span not in told and not backed(document, one.cue.row.number):
            told.add(span)
            yield Hit(span, "speculation from a source that the text does not name", "name who says so", confidence=0.9)
