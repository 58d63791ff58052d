"""Words that judge or excite where a report would tell.

"Slams", "shocking", "pathetic", "totally": in a report such words take the reader's judgement from him. One of them is
nothing; what is told is that they stand more densely than in 96 of 100 genuine articles, with all the words. Counted is
the stretch from the first to the last, so that harmless lines beside it change nothing. Quotations do not
count (what somebody said is news), names do not (a capital inside a sentence), and opinion pieces, where views are the
point, are left out. The list holds no word of any political side and none that is a fact in news
("fraud", "terrorist", "conspiracy"). The weight grows with their number, up to a limit.

Measured: speaks about 38 in 1,000 articles, on 8,369 genuine articles of five sets; the rate of such words and a rating of
reliability correlate at -0.44 (Spearman, 39 outlets with eight articles or more).

    flag: The mayor's [[pathetic]] excuse was [[ridiculous]], and her [[disgusting]] deputy left.
    flag: A [[shocking]] plan, a [[shameless]] [[sham]] of a vote and a [[hysterical]] clerk [[stunned]] the port. Boats left.
    flag: The mayor's [[pathetic]] excuse was [[ridiculous]], and her [[disgusting]] deputy left. The matter is under review, said Anna Kovac, a clerk. The work had begun in March, said Boris Moreau, who heads the port. The cost was 40 million crowns, said Clara Rossi, an economist. The ferry runs as before, said Hugo Tanaka. The boats lie at the old quay until autumn, said Ines Petrov, a pilot.
    pass: The deputy called the plan “a pathetic, ridiculous and disgusting sham” and left the room.
    pass: The mayor's excuse was ridiculous, the deputy said. Boats left at nine and came back at noon.
    pass: Editorial: The harbour⏎The mayor's pathetic excuse was ridiculous, and her disgusting deputy left.
    pass: The sheep left the pen, the sheep crossed the weir, and a dog brought the sheep and three more sheep home.
    pass: The boat Savage was built in Fury Creek by the firm of Evil and Sons, and Anton Moron sailed her.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.genre import genre
from auditor.text.tone import is_dense, loaded_words, most_loaded, tone

# 319 of 8,369 genuine articles have this density and words enough.
_LEAST_DENSITY = 6.69
_FEWEST, _FEWEST_KINDS = 3, 2
_SHOWN = 60
# The weight of each word beyond two, and the most: it grows with what is quoted, word by word. Of 40 such pairs all rank 34
# rated outlets about alike (0.48 to 0.54).
_EACH, _MOST_WEIGHT = 0.8, 6.0


@document_rule(code="TQ201", severity=Severity.INFO, weight=1.0)
def loaded_word(document: Document) -> Iterator[Hit]:
    if most_loaded(document) < _FEWEST:
        return
    loaded = loaded_words(document)
    words = list(dict.fromkeys(f"“{piece.word}”" for piece in loaded))
    # One word again and again is what the report is about: sheep, an explosive.
    if (
        len(loaded) < _FEWEST
        or len(words) < _FEWEST_KINDS
        or genre(document) == "opinion"
        or not is_dense(document, _LEAST_DENSITY)
    ):
        return
    yield Hit(
        loaded[0].span,
        f"{len(loaded)} loaded words in {tone(document).words} words: {', '.join(words[:4])}"
        + (" …" if len(words) > 4 else ""),
        weight=min(_MOST_WEIGHT, _EACH * (len(loaded) - _FEWEST + 1)),
        confidence=0.9,
        related=tuple(piece.span for piece in loaded[1:_SHOWN]),
    )
