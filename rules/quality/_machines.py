"""Words that only a machine which reads the text can be meant by."""

import re

ADDRESS = re.compile(
    r"\b(?:(?:ignore|disregard|forget|override) (?:all |any |the |your ){0,3}(?:previous|prior|preceding|above|earlier) "
    r"(?:instructions|prompts|directions|commands)"
    r"|(?:if|since|when) you are an? (?:ai language model|ai assistant|ai|llm|large language model|language model|chatbot)\b"
    r"|(?:note|instructions?|message) (?:to|for) (?:the )?(?:ai|llm|language model|chatbot)s?\b(?: assistants?| models?)?"
    r"|(?:your )?system prompt (?:is|says|overrides)"
    r"|you must (?:rate|classify|summari[sz]e|describe) this (?:article|text|page|site|document) as)",
    re.IGNORECASE,
)
