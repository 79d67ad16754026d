"""Statements in the graph, each with its roles, its quotes and the position that it reports."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from kg.model import Article, Entity, Quote, Reading, Review, Role, Statement
from kg.model.dates import first_day, last_day
from kg.model.position import position_id
from kg.ontology import Ontology
from kg.store.backend import Session
from kg.store.shape import OF_STATEMENT
from kg.store.writing.entities import claim
from kg.store.writing.rows import write_rows

_PROPERTIES = (
    *("id", "action", "status", "certainty", "since", "until", "duration", "condition", "exception", "scope"),
    *("confidence", "extractor", "review"),
)
_WRITE = """
UNWIND $rows AS row
MERGE (s:Statement {id: row.properties.id})
SET s = row.properties, s.since_from = date(row.since_from), s.until_to = date(row.until_to)"""
_FILL = """
UNWIND $rows AS row
MATCH (s:Statement {{id: row.statement}}) MATCH (e:Entity {{id: row.entity}})
MERGE (s)-[r:{type}]->(e) SET r = row.properties"""
_QUOTE = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement}) MATCH (a:Article {id: row.article})
CREATE (s)-[q:QUOTES]->(a) SET q = row.properties"""
_REPORT = """
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MERGE (p:PolicyPosition {id: row.position})
MERGE (s)-[:REPORTS]->(p) SET p.action = row.action"""

_ENTITIES_OF = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:QUOTES]-(s:Statement) WITH DISTINCT s
MATCH (s)-->(e:Entity) RETURN DISTINCT e.id AS id"""
_REMOVE = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:QUOTES]-(s:Statement) WITH DISTINCT s
DETACH DELETE s"""


def remove(session: Session, articles: Sequence[str]) -> frozenset[str]:
    """Removes all statements of these articles; gives the entities that they spoke of."""
    spoken_of = session.run(_ENTITIES_OF, {"articles": list(articles)}).rows
    session.run(_REMOVE, {"articles": list(articles)})
    return frozenset(key for (key,) in spoken_of)


def write(session: Session, ontology: Ontology, readings: Iterable[Reading]) -> None:
    """Writes the statements of readings whose articles and entities are there and whose old statements are gone."""
    told = [(reading.article, statement) for reading in readings for statement in statements_of(reading)]
    write_rows(session, _WRITE, [_row(statement) for _, statement in told])
    by_role: dict[Role, list[dict[str, Any]]] = defaultdict(list)
    for _, statement in told:
        for role, filler in statement.fillers():
            properties = {"written": filler.written, **claim(ontology, filler.entity)}
            by_role[role].append({"statement": statement.id, "entity": filler.entity.id, "properties": properties})
    for role, rows in by_role.items():
        write_rows(session, _FILL.format(type=OF_STATEMENT[role]), rows)
    write_rows(session, _QUOTE, [row for article, statement in told for row in _quote_rows(article, statement)])
    write_rows(session, _REPORT, [row for _, statement in told for row in _report_rows(statement)])


def statements_of(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a reading, each once."""
    return tuple({statement.id: statement for statement in reading.statements}.values())


def entities_of(readings: Iterable[Reading]) -> list[Entity]:
    """All entities that the statements name."""
    return [f.entity for reading in readings for statement in reading.statements for _, f in statement.fillers()]


def _row(statement: Statement) -> dict[str, Any]:
    values = statement.model_dump(mode="json", include=set(_PROPERTIES), exclude_none=True)
    return {
        "properties": {"id": statement.id, **values},
        "since_from": first_day(statement.since).isoformat() if statement.since else None,
        "until_to": last_day(statement.until).isoformat() if statement.until else None,
    }


def _quote_rows(article: Article, statement: Statement) -> Iterable[dict[str, Any]]:
    for quote in dict.fromkeys(statement.quotes):
        yield {"statement": statement.id, "article": article.id, "properties": _quote(article, quote)}


def _quote(article: Article, quote: Quote) -> dict[str, Any]:
    place = {"start": quote.span.start, "end": quote.span.end} if quote.span else {}
    return {"text": quote.text, "verified": quote.stands_in(article.text), **place}


def _report_rows(statement: Statement) -> Iterable[dict[str, Any]]:
    if statement.review is Review.REJECTED:
        return
    entities = {role: filler.entity for role, filler in statement.fillers()}
    if position := position_id(statement.action, entities, statement.article):
        yield {"statement": statement.id, "position": position, "action": statement.action}
