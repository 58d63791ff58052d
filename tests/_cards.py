"""Cards and findings as tests of scores want them."""

from hypothesis import strategies as st

from auditor.model import Card, Finding, Severity, Span, replace


def card(name: str, source: str | None = "Harbour Post", words: int = 600, **given: object) -> Card:
    plain = Card(
        id=name, path=name, title="", source=source, source_method="declared", source_confidence=1.0, upstream=None,
        url=None, date=None, author=None, language="en", words=words, first_line=1, record=False, line_starts=(0,),
        unjudged={}, copy_cluster=name,
    )  # fmt: skip
    return replace(plain, **given)  # type: ignore[arg-type]  # a card's own fields


def finding(document: str, code: str = "SP901", place: int = 0, **given: object) -> Finding:
    families = {"SP": "spin", "CO": "contradiction", "BP": "boilerplate", "AT": "attribution", "TQ": "quality"}
    plain = Finding(
        code=code, rule=f"{families[code[:2]]}/any", family=families[code[:2]], severity=Severity.WARNING, weight=1.0,
        document=document, path=document, span=Span(place, place + 1), line=1, column=place + 1, message="m",
        excerpt="e", fingerprint=f"{document}{code}{place}",
    )  # fmt: skip
    return replace(plain, **given)  # type: ignore[arg-type]  # a finding's own fields


def many(source: str, number: int, code: str | None = None) -> tuple[list[Card], list[Finding]]:
    cards = [card(f"{source}/{n}", source) for n in range(number)]
    return cards, [finding(one.id, code, severity=Severity.ERROR) for one in cards if code]


FINDINGS = st.lists(
    st.builds(
        lambda code, severity, confidence, weight, place: finding(
            "a", code, place, severity=severity, confidence=confidence, weight=weight
        ),
        st.sampled_from(("SP901", "SP902", "CO901", "BP901", "AT901", "TQ901")),
        st.sampled_from(list(Severity)),
        st.floats(0, 1),
        st.floats(0, 20),
        st.integers(0, 10**6),
    ),
    max_size=25,
)
