"""Views over a Document, each computed once and shared by all rules."""
