"""A well-known name with a word or two exchanged for synonyms.

Offices, bodies, media, places and events have fixed names; word-by-word paraphrasing does not know them. Accused is a
capitalised expression that is no known name and becomes a well-known one when one or two of its words are exchanged by a
thesaurus. What counts is how strange the exchanged words are in names at all ("Related" is, "National" is not), whether
English at large has them beside their neighbours ("Social Welfare"), whether the name stands for one thing alone, how
much of it is left and how that binds it, and what supports it: its acronym or the true name in the same text. Other
articles that have it are told by name-known-elsewhere. Real names a synonym away from famous ones are many: bodies of one
kind are agencies here and services there, so that such an exchange alone shows nothing, and known look-alikes are listed.

Measured: of 500 names of institutions, media, places and events that others exchanged and on which the weights were
learned too 79 % are flagged, and none of 598 real ones; judged by weights of other parts, split by name, 79 % (of the last
170 some exchanges were listed after they were read; of the other 330, 77 %). Of 6,895 exchanges of one word by five
thesauri 78 %; with the thesaurus that made them left out 35 to 72 % (of WordNet's, the strangest, 22 %). None of 8,369
genuine articles, whose look-alikes are among those listed (without any list six distinct names in 1,000), and four of
7,343 sentences of Wikipedia, before those were listed.

    flag: The [[Related Press]] reported it first.
    flag: The [[High Minister]] spoke, and the UN [[Safety Council]] met.
    flag: Soldiers of the Malian [[Nationwide Military]] left, said [[Human Privileges Watch]].
    flag: The [[Illustrious Society]] met near [[Downing Road]], wrote the [[Washington Put up]] on Monday.
    flag: It was approved by the [[Food & Medication Administration]] on Monday.
    pass: The Food & Drug Administration spoke, and Smith & Wesson with it.
    pass: The Nationwide Building Society, the Food Safety Agency and the Court of Arbitration for Sport agreed.
    pass: The Prime Minister spoke, the First Minister of Scotland too, and the UN Security Council met.
    pass: The National Safety Council and the British Safety Council publish figures.
    pass: Public Safety Tops Council Agenda as High Street Ministers Meet
    pass: The National Emergency Management Agency and the Federal Security Agency met the State Bureau of Investigation.
    pass: The European Organization for Nuclear Research chose a member of the Democratic National Committee.
    pass: The Home Guard drilled on the green, a Trust and Safety Council met, and the Paris Accord held.
    pass: The Moderate Party lost three seats to the Equality Party.
    pass: He studied at the College of Law, and at the School of Business and Global Affairs.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._tortured import tortured


@document_rule(code="SP106", severity=Severity.WARNING, weight=1.5, languages=())
def tortured_name(document: Document) -> Iterator[Hit]:
    yield from tortured(document)
