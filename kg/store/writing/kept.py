"""Statements that people wrote, and how they live beside what an extractor reads in the same article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Article, Quote, Reading, Span
from kg.model.statement import HAND_CODED
from kg.store.backend import Session
from kg.store.writing.rows import write_rows
from kg.store.writing.statements import Told, properties, quote_properties, statements_of

_FIELDS = ("id", "action", "status", "certainty", "since", "until", "duration", "condition", "exception", "scope")
_COMPARED = (*_FIELDS, "confidence", "extractor", "review")
_KNOWN = f"""
UNWIND $ids AS id
MATCH (s:Statement {{id: id}})
RETURN {", ".join(f"s.{name} AS {name}" for name in _COMPARED)}"""

_QUOTES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[q:QUOTES]-(s:Statement)
RETURN id AS article, s.id AS statement, q.text AS text, q.start AS start, q.end AS end"""
_PLACE = """
UNWIND $rows AS row
MATCH (:Statement {id: row.statement})-[q:QUOTES {text: row.text}]->(:Article {id: row.article})
SET q = row.properties"""


@dataclass(frozen=True)
class Unwritten:
    """Statements that are to be written, and the ids of those of before that they take the place of."""

    told: tuple[Told, ...]
    replaced: tuple[str, ...]


def unwritten(session: Session, readings: Iterable[Reading]) -> Unwritten:
    """The statements that are not in the store as they are.

    What a person wrote is never replaced by what an extractor reads; where both say the same, the person's stays.
    """
    told = {s.id: (reading.article, s) for reading in _people_last(readings) for s in statements_of(reading)}
    known = {row["id"]: row for row in session.run(_KNOWN, {"ids": sorted(told)}).records()}
    new = {key: each for key, each in told.items() if key not in known or _replaces(each, known[key])}
    return Unwritten(tuple(new.values()), tuple(key for key in new if key in known))


def _people_last(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: reading.adds_only)


def _replaces(told: Told, row: dict[str, Any]) -> bool:
    _, statement = told
    if row["extractor"] == HAND_CODED and statement.extractor != HAND_CODED:
        return False
    return properties(statement) != {name: value for name, value in row.items() if value is not None}


def place_quotes(session: Session, articles: Sequence[Article]) -> None:
    """Finds the quotes that these articles have in their texts: what waited for a text is verified now."""
    texts = {article.id: article.text for article in articles}
    if not texts:
        return
    waiting = session.run(_QUOTES, {"articles": sorted(texts)}).records()
    write_rows(session, _PLACE, [{**row, "properties": _placed(row, texts[row["article"]])} for row in waiting])


def _placed(row: dict[str, Any], text: str) -> dict[str, Any]:
    span = Span(start=row["start"], end=row["end"]) if row["start"] is not None else None
    found = Quote(text=row["text"], span=span).found_in(text)
    return quote_properties(found or Quote(text=row["text"]), text)
