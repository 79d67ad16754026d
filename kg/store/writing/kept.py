"""Statements that people wrote, and how they live beside what an extractor reads in the same article."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.model import Quote, Reading, Span, Statement
from kg.model.statement import HAND_CODED
from kg.store.backend import Session
from kg.store.shape import OF_STATEMENT
from kg.store.writing.rows import write_rows
from kg.store.writing.statements import PROPERTIES, Told, properties, quote_properties, statements_of

Parts = set[tuple[Any, ...]]
_KNOWN = f"""
UNWIND $ids AS id
MATCH (s:Statement {{id: id}})
RETURN {", ".join(f"s.{name} AS {name}" for name in PROPERTIES)}"""

_TEXTS = "UNWIND $articles AS id MATCH (a:Article {id: id}) WHERE a.text <> '' RETURN id, a.text AS text"
_QUOTES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[q:QUOTES]-(s:Statement)
RETURN id AS article, s.id AS statement, q.text AS text, q.start AS start, q.end AS end"""
_QUOTES_OF = """
UNWIND $ids AS id
MATCH (:Statement {id: id})-[q:QUOTES]->(:Article)
RETURN id, q.text AS text, q.start AS start, q.end AS end"""
_ROLES_OF = f"""
UNWIND $ids AS id
MATCH (:Statement {{id: id}})-[r:{"|".join(OF_STATEMENT.values())}]->(e:Entity)
RETURN id, type(r) AS type, e.id AS entity, r.written AS written"""
_PLACE = """
UNWIND $rows AS row
MATCH (:Statement {id: row.statement})-[q:QUOTES {text: row.text}]->(:Article {id: row.article})
WHERE coalesce(q.start, -1) = coalesce(row.start, -1)
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
    parts = _stored_parts(session, sorted(known)) if known else {}
    new = {key: each for key, each in told.items() if key not in known or _replaces(each, known[key], parts[key])}
    return Unwritten(tuple(new.values()), tuple(key for key in new if key in known))


def _stored_parts(session: Session, ids: list[str]) -> dict[str, Parts]:
    """The quotes and the roles of stored statements."""
    parts: dict[str, Parts] = {key: set() for key in ids}
    for cypher in (_QUOTES_OF, _ROLES_OF):
        for key, *part in session.run(cypher, {"ids": ids}).rows:
            parts[key].add(tuple(part))
    return parts


def _parts(statement: Statement) -> Parts:
    roles = {(OF_STATEMENT[role], filler.entity.id, filler.written) for role, filler in statement.fillers()}
    quotes = ((quote.text, quote.span) for quote in statement.quotes)
    return roles | {(text, span.start if span else None, span.end if span else None) for text, span in quotes}


def _people_last(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: reading.adds_only)


def _replaces(told: Told, row: dict[str, Any], parts: Parts) -> bool:
    _, statement = told
    if row["extractor"] == HAND_CODED and statement.extractor != HAND_CODED:
        return False
    same = properties(statement) == {name: value for name, value in row.items() if value is not None}
    return not same or _parts(statement) != parts


def place_quotes(session: Session, articles: Iterable[str]) -> None:
    """Finds the quotes of these articles in their texts, where they have one: what waited for it is verified now."""
    texts: dict[str, str] = dict(session.run(_TEXTS, {"articles": ids}).rows) if (ids := sorted(articles)) else {}
    waiting = session.run(_QUOTES, {"articles": sorted(texts)}).records() if texts else []
    write_rows(session, _PLACE, [{**row, "properties": _placed(row, texts[row["article"]])} for row in waiting])


def _placed(row: dict[str, Any], text: str) -> dict[str, Any]:
    span = Span(start=row["start"], end=row["end"]) if row["start"] is not None else None
    found = Quote(text=row["text"], span=span).found_in(text)
    return quote_properties(found or Quote(text=row["text"]), text)
