"""Readings that hold whatever a file format might stumble over."""

from kg.model import Article, Quote, Reading, Span
from kg.ontology import Ontology
from tests.coded import coded_readings
from tests.store.readings import filler, statement

_QUOTES = ('"', '""', 'she said "no, never"', "'", "back\\slash", '\\"', "ends in \\")
_MARKS = ("a,b;c|d", "null", "=1+1", "#x", "007", "@x")
_SPACES = ("two\nlines", "carriage\rreturn", "both\r\n", "\n\n", "tab\t", "  spaces  ", "\u2028")
_SIGNS = ("\x00 \x07 \x1b \x7f \x85", "\ufeffmark", "né ẞ 中文 עברית", "👩‍👩‍👧 \U0010ffff", "\u202eturned")
ODD_TEXTS = (*_QUOTES, *_MARKS, *_SPACES, *_SIGNS)


def readings(ontology: Ontology) -> list[Reading]:
    """The hand-coded demo articles, and one with a statement for every odd text."""
    odd = Article.read("\n".join(ODD_TEXTS), title='Odd "things"', url="https://example.org/odd")
    told = (
        statement(
            odd,
            **{"actor": filler(f"firm {number}", text), "condition": text, "exception": "", "scope": text},
            **{"since": "2020-02", "until": "2024", "confidence": 0.1 + 0.2, "quotes": _quotes(odd, text)},
        )
        for number, text in enumerate(ODD_TEXTS)
    )
    return [*coded_readings(ontology), Reading(article=odd, statements=tuple(told), read_with="by hand")]


def _quotes(of: Article, text: str) -> tuple[Quote, ...]:
    place = of.text.find(text)
    return (Quote(text=text, span=Span(start=place, end=place + len(text)) if place >= 0 else None),)
