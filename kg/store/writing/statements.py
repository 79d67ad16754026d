"""Statements in the graph, each with its roles, its quotes and the position that it reports."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.model import Article, Entity, Quote, Reading, Review, Statement
from kg.model.dates import first_day, last_day
from kg.model.position import position_id
from kg.model.statement import HAND_CODED
from kg.ontology import Ontology
from kg.store.backend import Session
from kg.store.shape import OF_STATEMENT
from kg.store.writing.entities import claim
from kg.store.writing.rows import by_type, write_rows

PROPERTIES = (
    *("id", "action", "status", "certainty", "since", "until", "duration", "condition", "exception", "scope"),
    *("confidence", "extractor", "review"),
)
_WRITE = """
UNWIND $rows AS row
CREATE (s:Statement)
SET s = row.properties, s.since_from = date(row.since_from), s.until_to = date(row.until_to)"""
_FILL = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement}) MATCH (e:Entity {id: row.entity})
""" + by_type(OF_STATEMENT.values(), "CREATE (s)-[r:{type}]->(e) SET r = row.properties")
_QUOTE = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement}) MATCH (a:Article {id: row.article})
CREATE (s)-[q:QUOTES]->(a) SET q = row.properties"""
_REPORT = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MERGE (p:PolicyPosition {id: row.position}) ON CREATE SET p.action = row.action
CREATE (s)-[:REPORTS]->(p)"""

_ALL_OF = "UNWIND $articles AS id MATCH (:Article {id: id})<-[:QUOTES]-(s:Statement) RETURN DISTINCT s.id AS id"
_READ_OF = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:QUOTES]-(s:Statement) WHERE s.extractor <> $by_hand
RETURN DISTINCT s.id AS id"""
_ENTITIES_OF = """
UNWIND $ids AS id MATCH (:Statement {id: id})-->(e:Entity) RETURN DISTINCT e.id AS id"""
_REMOVE = "UNWIND $ids AS id MATCH (s:Statement {id: id}) DETACH DELETE s"

Told = tuple[Article, Statement]


def remove_read(session: Session, articles: Sequence[str]) -> frozenset[str]:
    """Removes what an extractor read in these articles, not what people wrote; gives the entities that it spoke of."""
    if not articles:
        return frozenset()
    found = session.run(_READ_OF, {"articles": list(articles), "by_hand": HAND_CODED}).rows
    return remove(session, [key for (key,) in found])


def all_of(session: Session, articles: Sequence[str]) -> list[str]:
    """The ids of all statements that these articles make, whoever wrote them."""
    return [key for (key,) in session.run(_ALL_OF, {"articles": list(articles)}).rows]


def remove(session: Session, ids: Sequence[str]) -> frozenset[str]:
    """Removes statements, as far as they are there; gives the entities that they spoke of."""
    if not ids:
        return frozenset()
    spoken_of = session.run(_ENTITIES_OF, {"ids": list(ids)}).rows
    session.run(_REMOVE, {"ids": list(ids)})
    return frozenset(key for (key,) in spoken_of)


def write(session: Session, ontology: Ontology, told: Sequence[Told]) -> frozenset[str]:
    """Writes statements whose articles and entities are there, and which are not there themselves.

    Gives the ids of the positions that they report.
    """
    write_rows(session, _WRITE, [_row(statement) for _, statement in told])
    write_rows(session, _FILL, [row for _, statement in told for row in _role_rows(ontology, statement)])
    write_rows(session, _QUOTE, [row for article, statement in told for row in _quote_rows(article, statement)])
    reports = [row for _, statement in told for row in _report_rows(statement)]
    write_rows(session, _REPORT, reports)
    return frozenset(row["position"] for row in reports)


def reported(statement: Statement) -> str | None:
    """The id of the position that a statement reports; None where its actor is not named, or where it is rejected."""
    if statement.review is Review.REJECTED:
        return None
    entities = {role: filler.entity for role, filler in statement.fillers()}
    return position_id(statement.action, entities, statement.article)


def statements_of(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a reading, each once."""
    return tuple({statement.id: statement for statement in reading.statements}.values())


def entities_of(told: Iterable[Told]) -> list[Entity]:
    """All entities that the statements name."""
    return [filler.entity for _, statement in told for _, filler in statement.fillers()]


def properties(statement: Statement) -> dict[str, Any]:
    """What a statement's node holds, derived values apart."""
    return {"id": statement.id, **statement.model_dump(mode="json", include=set(PROPERTIES), exclude_none=True)}


def _row(statement: Statement) -> dict[str, Any]:
    return {
        "properties": properties(statement),
        "since_from": first_day(statement.since).isoformat() if statement.since else None,
        "until_to": last_day(statement.until).isoformat() if statement.until else None,
    }


def _role_rows(ontology: Ontology, statement: Statement) -> Iterable[dict[str, Any]]:
    for role, filler in statement.fillers():
        properties = {"written": filler.written, **claim(ontology, filler.entity)}
        ends = {"statement": statement.id, "entity": filler.entity.id}
        yield {**ends, "type": OF_STATEMENT[role], "properties": properties}


def _quote_rows(article: Article, statement: Statement) -> Iterable[dict[str, Any]]:
    for quote in dict.fromkeys(statement.quotes):
        yield {"statement": statement.id, "article": article.id, "properties": quote_properties(quote, article.text)}


def quote_properties(quote: Quote, text: str) -> dict[str, Any]:
    """What the relationship to the article holds: the words, their place, and whether they stand in its text there."""
    place = {"start": quote.span.start, "end": quote.span.end} if quote.span else {}
    return {"text": quote.text, "verified": quote.stands_in(text), **place}


def _report_rows(statement: Statement) -> Iterable[dict[str, Any]]:
    if position := reported(statement):
        yield {"statement": statement.id, "position": position, "action": statement.action}
