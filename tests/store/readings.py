"""Articles with hand-made statements, short to write in a test."""

from typing import Any

from kg.model import Article, Entity, Filler, Kind, Quote, Reading, Span, Statement
from kg.model.identity import entity_id

COMPANIES = ("amazon", "microsoft", "ibm")
_KINDS = {
    "amazon": ("Amazon", Kind.COMPANY, False),
    "microsoft": ("Microsoft", Kind.COMPANY, False),
    "ibm": ("IBM", Kind.COMPANY, False),
    "police": ("police", Kind.LAW_ENFORCEMENT, True),
    "facial-recognition": ("facial recognition", Kind.TECHNOLOGY, False),
}


def article(text: str = "Amazon will not sell it to police.", **fields: Any) -> Article:
    """An article; its address makes it one of its own."""
    return Article.read(text, **{"url": f"https://example.org/{abs(hash(text)) if not fields else ''}", **fields})


def filler(slug: str, written: str | None = None) -> Filler:
    """An entity of the ontology, or one that only articles name."""
    if slug in _KINDS:
        name, kind, collective = _KINDS[slug]
        return Filler(entity=Entity(id=slug, name=name, kind=kind, collective=collective), written=written or name)
    entity = Entity(id=entity_id(slug), name=slug, kind=Kind.COMPANY)
    return Filler(entity=entity, written=written or slug)


def statement(of: Article, **fields: Any) -> Statement:
    """Amazon restricts sale of facial recognition to police, unless said otherwise; the first words are its quote."""
    words = of.text[:20].strip()
    roles = {"actor": "amazon", "technology": "facial-recognition", "counterparty": "police"}
    given: dict[str, Any] = {**roles, **{"action": "restricts_sale"}, **fields}
    filled: dict[str, Any] = {
        name: filler(value) if name in roles and isinstance(value, str) else value for name, value in given.items()
    }
    quotes = (Quote(text=words, span=Span(start=0, end=len(words))),)
    fields = {"article": of.id, "extractor": "by hand", "quotes": quotes, **filled}
    return Statement.model_validate(fields)


def reading(of: Article, *statements: Statement, read_with: str = "1") -> Reading:
    """What one pass over an article gave."""
    return Reading(article=of, statements=statements, read_with=read_with)
