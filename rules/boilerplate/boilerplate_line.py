"""A line that is not the article: a call to subscribe, a teaser, a notice, a credit, a footer.

Pages of news carry lines that no reporter wrote, and extraction leaves many of them in the text: newsletter calls,
"Story continues below", cookie notices, photo credits, author boxes, "Copyright for syndicated content …". Texts that
machines paraphrased carry theirs paraphrased too ("Put up date", "Depart a remark", "Learn extra"). They are no fault of
the report; they are told so that nobody takes them for it, and because a translated footer tells a translated text.

A phrase counts only where the line is short and the phrase stands where such lines have it; what somebody is quoted as
saying never counts. Own phrases come from the configuration. Short lines that no phrase tells are judged by all their
words together, by weights that were learned from such lines, plain and spun.

Measured on outlets that the weights had not seen: of 202 marked lines of boilerplate the phrases find 0.77, with the weights
0.86, at a precision of 0.99; of 66 lines that only the weights tell in 924 articles, five were the article's own (with a bound
a little lower than now).

    flag: The harbour is open again.⏎[[Subscribe to receive our FREE weekly magazine]]
    flag: The harbour is open again.⏎[[Want to feel the beat of the coast?]]⏎[[Sign up for our newsletter, delivered to your inbox]]
    flag: The harbour is open again.⏎[[Source link : https://news.example/2031/02/harbour]]⏎[[Writer : Mara Lind]]⏎[[Put up date : 2031-02-18 15:47:00]]⏎[[Copyright for syndicated content material belongs to the connected Source.]]
    flag: [[By Mara Lind, Harbour Post]]⏎The harbour is open again.⏎[[Photo: Olaf Berg/Coast Images]]
    flag: The harbour is open again.⏎[[Jon Berg contributed to this report.]]⏎[[Write to Mara Lind at mara.lind@harbour.example]]
    flag: The harbour is open again.⏎[[Advertisement]]⏎Boats left at nine.⏎[[Related Stories]]
    flag: The harbour is open again.⏎[[Follow Mara Lind on Twitter.]]⏎[[Olaf Berg / AP]]⏎[[© 2031 Harbour Post]]⏎[[Illustrations by Greta Holm]]
    flag: The harbour is open again.⏎[[Never miss an update: press the bell and allow alerts from us]]⏎[[Your gift of £5 keeps our reporters at sea.]]
    flag: The harbour is open again.⏎[[Buy in now to unencumber this tale]]⏎[[Obtain our software for the newest tidings]]
    pass: The harbour is open again.⏎Listen to the recording and you hear a bell and then nothing.⏎Most popular names in the register
    flag: The talks end on Monday. [[The Harbour Weekly will continue to monitor developments at the port.]]
    pass: The Port Authority will continue to monitor developments at the harbour, it said.
    pass: “Sign up for our newsletter,” the clerk told everyone who came to the counter, and most of them did.
    pass: The court said the copyright of the songs belongs to the heirs of the composer, not to the label.
    pass: He asked readers to subscribe to the theory that the harbour was closed for reasons of safety.
    pass: The CafÃ© Meyer will keep its name and its four clerks.
    pass: The union's photo exhibition opens on Monday in the old customs house by the quay.
    pass: More from the survey: two in three of those asked had never used the line, and one in ten used it every day of the week.
    pass: Source material for the film came from the harbour office, which keeps letters of the captains.
    pass: The pilot boats follow ships on X-band radar, and the captains follow orders on Instagram pictures.
    pass: The deputy was asked about it once more, and all he would say in the hall was: what do you think?
    pass: The oddest thing about the tale is how many people have asked in the comments section below it whether it is true.
    flag: Boats left.⏎Rain fell.⏎The harbour was closed.⏎It is open.⏎Ships came.⏎The wall holds.⏎[[Mara Lind is a senior fellow at the Hallum Institute.]]
    pass: Boats left.⏎Rain fell.⏎The harbour was closed.⏎It is open.⏎Ships came.⏎Mara Lind opened it.⏎Mara Lind is the director of the port.
    flag: The harbour is open again.⏎[[Olaf Berg/Coast Images]]⏎[[The ferry at the quay of Oster. Olaf Berg/Coast Images]]⏎[[The mayor on Monday (CI Photo/Olaf Berg)]]
    flag: [[May 9, 2031]]⏎The harbour is open again.⏎[[Correction: An earlier version of this article misnamed the mayor.]]⏎[[(Coast News with AFP, AP)]]
    flag: Boats left.⏎Rain fell.⏎The harbour was closed.⏎It is open.⏎Ships came.⏎The wall holds.⏎[[Ferry Company of Oster Buys Three More Ships]]⏎[[Why Nobody Wants the Old Pier Back]]
    pass: The prize for the best life of a queen went to Mara Lind, whom the judges called a patient reader of letters that others had left in their boxes for good reasons. She is a fellow at Oster College and has written of the harbour and of its captains before.⏎Boats left.⏎Advertisement boards were torn down by the wind.⏎About the author of the threat nothing is known.
    pass: Anti-Smuggling/Straw Purchasers⏎The council passed three laws on Monday.
    pass: A number of things contributed to this wreck: the storm, the wall and the council.
    pass: (c) Ferries: the town pays for them.⏎Lind reported from some of the worst storms of the coast and was loyal to the crews.
    pass: Many papers use pictures from the agency Getty Images.⏎More from the study:⏎Two in three had never used the line.
    pass: Update: The port says that the ferry will leave at nine after all.⏎Boats left.⏎May 10, 2031 was a Saturday, and it rained on the coast.
    pass: Follow-up talks were agreed for May. Share prices of the ferry company rose by two per cent.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.boilerplate import boilerplate

_SAID = {
    "advert": "an advertisement's mark",
    "author": "a by-line, credit or contact",
    "comment": "a call to comment",
    "cookies": "a notice about the site",
    "copyright": "a copyright notice or disclaimer",
    "house": "the house's promise to go on reporting",
    "link": "a bare address",
    "newsletter": "a newsletter call",
    "own": "boilerplate by the configuration",
    "photo": "a picture's credit or label",
    "related": "a pointer to other pages",
    "share": "a call to share or follow",
    "stamp": "a date stamp or update note",
    "subscription": "a call to subscribe or donate",
    "syndication": "a note on where the text comes from",
}


@document_rule(code="BP101", severity=Severity.INFO, weight=0.5, languages=(), repeats=True)
def boilerplate_line(document: Document) -> Iterator[Hit]:
    for piece in boilerplate(document):
        # Dates and corrections are what a careful house prints: they cost nothing.
        weight = 0.0 if piece.kind == "stamp" else None
        yield Hit(piece.span, f"not the article: {_SAID[piece.kind]}", weight=weight, kind=piece.kind, confidence=0.95)
