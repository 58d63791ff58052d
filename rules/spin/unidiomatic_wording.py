"""Words where their neighbours call for others, as a thesaurus puts them.

Words keep company: borders are patrolled, elections are general, crimes are organized. A paraphraser that exchanges
words one by one breaks such pairs in ways that writers do not ("outskirt patrol", "basic election", "arranged crime").
A word is counted where one of those for which paraphrasers put it belongs strongly with a neighbour (four times or more
in genuine news, 3 bits of mutual information), and it was itself never seen there. Exchanges that genuine articles hold
too are weighed down, and rare words that paraphrasers prefer ("unfastened", "gregarious") count a little by themselves.
Nothing is shown unless the document holds at least three different telling pieces and their weight in 1,000 words is
beyond that of 99 % of genuine articles: below the 99.9 % it is information only.

Measured out of fold (counts and collocations of three quarters of the genuine articles, judged on the fourth): of 117
simulated spun articles 88.9 % at 1 % and 81.2 % at 0.1 % false positives, on 8,259 genuine ones; area under the curve
0.980. With a thesaurus that never saw the pairs of these spinners (written by hand, _pairs.tsv and _papers.tsv left out):
78.6 % and 53.0 %, 0.953. Genuine articles of world English: none of 506 at warning or error, in sample.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._verdict import pieces


@document_rule(code="SP202", severity=Severity.INFO, min_words=40)
def unidiomatic_wording(document: Document) -> Iterator[Hit]:
    for one in pieces(document, ("exchange", "word")):
        preferred = one.kind == "word"
        message = f"paraphrasers prefer it to “{one.meant}”" if preferred else f"its neighbours call for “{one.meant}”"
        yield Hit(one.span, message, one.meant, 0.8, kind=one.kind)
