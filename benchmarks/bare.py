"""The yardstick of writing: the official driver alone, with the plain texts that its manual teaches, reading nothing.

It writes the graph that `Store.add` leaves behind, node for node and property for property. The rows are ready-made:
what a position, a name or a copy comes to in the end, which the store has to find out, is known here beforehand.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from neo4j import GraphDatabase, ManagedTransaction

from kg.model import Entity, Reading, Role, Statement
from kg.model.dates import first_day, last_day
from kg.model.position import Position, Report, deal_id, instant, position_id, positions
from kg.ontology import Ontology
from kg.resolve.copies import bands
from kg.store import Credentials
from kg.store.shape import BAND_NAMES, OF_POSITION, OF_STATEMENT

Row = dict[str, Any]
Batch = dict[str, list[Row]]
"""Rows by the text that writes them, in the order in which the texts need each other."""

_NODE = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row"
_ENTITY = "UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) SET n = row SET n:{kind}"
_LINK = """UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})
MERGE (a)-[r:{type}]->(b) SET r = row.properties"""
_TRIPLE = """UNWIND $rows AS row
MATCH (a:Entity {{id: row.start}}) MATCH (b:Entity {{id: row.end}})
MERGE (a)-[r:{type} {{id: row.properties.id}}]->(b) SET r = row.properties"""


@dataclass(frozen=True)
class Outcome:
    """What all readings come to: positions by id, unlisted entities by id, and of each copy the original's id."""

    positions: dict[str, Position]
    unlisted: dict[str, Entity]
    originals: dict[str, str]

    @classmethod
    def of(cls, ontology: Ontology, readings: Iterable[Reading]) -> "Outcome":
        """Takes each reading once."""
        reports: list[Report] = []
        claims: dict[str, Counter[Entity]] = defaultdict(Counter)
        same: dict[str, list[tuple[bool, str, str, str | None]]] = defaultdict(list)
        for reading in readings:
            article = reading.article
            moment = instant(article.published).isoformat() if article.published else ""
            same[article.text_hash].append((not article.published, moment, article.id, article.published))
            for statement in reading.statements:
                reports.append(_report(statement, article.published))
                for entity in _entities(statement).values():
                    if entity.id not in ontology.concepts:
                        claims[entity.id][entity] += 1
        first = {copy[2]: min(copies) for copies in same.values() for copy in copies if copy != min(copies)}
        told = [_of_original(report, first) for report in reports]
        return cls(
            positions={position.id: position for position in positions(told)},
            unlisted={key: min(made, key=lambda entity: (-made[entity], entity.name)) for key, made in claims.items()},
            originals={copy: original[2] for copy, original in first.items()},
        )


class Rows:
    """Makes the rows of one batch after the other; what a batch names is written with it, whether new or not."""

    def __init__(self, ontology: Ontology, outcome: Outcome) -> None:
        self._ontology = ontology
        self._outcome = outcome
        self._articles: set[str] = set()
        self._deals: dict[str, set[str]] = defaultdict(set)
        self._copies = {original: copy for copy, original in outcome.originals.items()}

    def of(self, readings: Sequence[Reading]) -> Batch:
        """The rows of a batch, each once."""
        rows: dict[str, dict[str, Row]] = defaultdict(dict)
        told = [statement for reading in readings for statement in reading.statements]
        made = chain(
            (_node("Article", _article(reading)) for reading in readings),
            (_node("Signature", self._signature(reading)) for reading in readings),
            self._entities(told),
            *(self._statement(statement) for statement in told),
            (_quote(statement) for statement in told),
            *(self._position(self._outcome.positions[key]) for key in sorted(_reported(told))),
            self._copied(readings),
        )
        for text, key, row in made:
            rows[text][key] = row
        return {text: list(keyed.values()) for text, keyed in sorted(rows.items(), key=lambda item: _is_link(item[0]))}

    def _signature(self, reading: Reading) -> Row:
        article = reading.article
        own = {"id": article.id, "text": article.text_hash, "published": article.published}
        elder = self._outcome.originals.get(article.id)
        return _present({**own, "elder": elder, **dict(zip(BAND_NAMES, bands(article.text), strict=True))})

    def _entities(self, told: Sequence[Statement]) -> Iterator[tuple[str, str, Row]]:
        named = {entity.id for statement in told for entity in _entities(statement).values()}
        above = self._ontology.surroundings(sorted(named))
        for concept in above.concepts:
            level = {"level": concept.level.value} if concept.level else {}
            yield _entity(concept.entity, level)
        for key in sorted(named.difference(self._ontology.concepts)):
            yield _entity(self._outcome.unlisted[key], {})
        for link in above.links:
            dates = _present({"since": link.since or None, "until": link.until or None})
            yield _link("Entity", link.source, link.type, "Entity", link.target, dates)

    def _statement(self, statement: Statement) -> Iterator[tuple[str, str, Row]]:
        roles = {role.value for role in Role}
        fields = statement.model_dump(mode="json", exclude=roles | {"article", "quotes"}, exclude_none=True)
        dates = {
            "since_from": first_day(statement.since) if statement.since else None,
            "until_to": last_day(statement.until) if statement.until else None,
        }
        yield _node("Statement", {"id": statement.id, **fields, **_present(dates)})
        for role, filler in statement.fillers():
            entity = filler.entity
            claim = {"name": entity.name, "kind": entity.kind.value, "collective": entity.collective}
            properties = {"written": filler.written, **({} if entity.id in self._ontology.concepts else claim)}
            yield _link("Statement", statement.id, OF_STATEMENT[role], "Entity", entity.id, properties)
        if position := position_id(statement.action, _entities(statement), statement.article):
            yield _link("Statement", statement.id, "REPORTS", "PolicyPosition", position, {})

    def _position(self, position: Position) -> Iterator[tuple[str, str, Row]]:
        deal = self._deal(position)
        yield _node("PolicyPosition", _position_row(position, deal))
        actor = position.entities[Role.ACTOR].id
        yield _link("Entity", actor, "HOLDS", "PolicyPosition", position.id, {})
        for role, kind in OF_POSITION.items():
            if role in position.entities:
                yield _link("PolicyPosition", position.id, kind, "Entity", position.entities[role].id, {})
        if position.is_direct and position.object is not None:
            kind = self._ontology.actions[position.action].relationship
            row = {"start": actor, "end": position.object.id, "properties": _triple(position)}
            yield _TRIPLE.format(type=kind), position.id, row
        if deal:
            for other in sorted(self._deals[deal]):
                sale, use = (position.id, other) if position.action == "sells" else (other, position.id)
                if self._outcome.positions[other].action != position.action:
                    yield _link("PolicyPosition", sale, "INVERSE_OF", "PolicyPosition", use, {})
            self._deals[deal].add(position.id)

    def _deal(self, position: Position) -> str | None:
        supplier = {"sells": Role.ACTOR, "uses": Role.COUNTERPARTY}.get(position.action)
        return deal_id(supplier, position.entities) if supplier else None

    def _copied(self, readings: Sequence[Reading]) -> Iterator[tuple[str, str, Row]]:
        arrived = [reading.article.id for reading in readings]
        self._articles.update(arrived)
        for key in arrived:
            for copy in {key, self._copies.get(key, key)}:
                original = self._outcome.originals.get(copy)
                if original in self._articles and copy in self._articles:
                    yield _link("Article", copy, "COPY_OF", "Article", original, {})


class Writer:
    """Writes batches of rows through the official driver."""

    def __init__(self, uri: str, credentials: Credentials) -> None:
        self._driver = GraphDatabase.driver(uri, auth=credentials.login)

    def write(self, batch: Batch) -> float:
        """Writes a batch in one managed transaction; gives the seconds that it took."""
        start = time.perf_counter()
        with self._driver.session() as session:
            session.execute_write(_run_all, batch)
        return time.perf_counter() - start

    def close(self) -> None:
        """Closes the connections."""
        self._driver.close()


def _run_all(transaction: ManagedTransaction, batch: Batch) -> None:
    for text, rows in batch.items():
        transaction.run(text, rows=rows).consume()


def _report(statement: Statement, published: str | None) -> Report:
    names = ("action", "status", "certainty", "since", "until", "condition", "exception", "review")
    return Report(
        statement=statement.id,
        article=statement.article,
        origin=statement.article,
        published=published,
        entities=_entities(statement),
        **{name: getattr(statement, name) for name in names},
    )


def _of_original(report: Report, first: dict[str, tuple[bool, str, str, str | None]]) -> Report:
    if report.article not in first:
        return report
    _, _, origin, published = first[report.article]
    return replace(report, origin=origin, published=published or report.published)


def _entities(statement: Statement) -> dict[Role, Entity]:
    return {role: filler.entity for role, filler in statement.fillers()}


def _reported(told: Iterable[Statement]) -> set[str]:
    found = (position_id(statement.action, _entities(statement), statement.article) for statement in told)
    return {key for key in found if key}


def _node(label: str, row: Row) -> tuple[str, str, Row]:
    return _NODE.format(label=label), row["id"], row


def _entity(entity: Entity, more: Row) -> tuple[str, str, Row]:
    row = {**entity.model_dump(mode="json", exclude_none=True), **more}
    return _ENTITY.format(kind=entity.kind.value), entity.id, row


def _link(start: str, source: str, kind: str, end: str, target: str, properties: Row) -> tuple[str, str, Row]:
    row = {"start": source, "end": target, "properties": properties}
    return _LINK.format(start=start, end=end, type=kind), f"{source} {target}", row


def _is_link(text: str) -> bool:
    return "MATCH" in text


def _article(reading: Reading) -> Row:
    fields = reading.article.model_dump(exclude_none=True)
    return {**fields, "text_hash": reading.article.text_hash, "read_with": reading.read_with}


def _quote(statement: Statement) -> tuple[str, str, Row]:
    """Synthetic statements have one quote, so that MERGE need not tell several apart."""
    (quote,) = statement.quotes
    place = {"start": quote.span.start, "end": quote.span.end} if quote.span else {}
    properties = {"text": quote.text, "verified": True, **place}
    return _link("Statement", statement.id, "QUOTES", "Article", statement.article, properties)


def _position_row(position: Position, deal: str | None) -> Row:
    plain = ("id", "topic", "action", "since", "until", "condition", "exception", "first_reported", "last_reported")
    fields = {name: getattr(position, name) for name in plain}
    states = {"status": position.status.value, "certainty": position.certainty.value}
    return _present({**fields, **states, "articles": position.articles, "deal": deal})


def _triple(position: Position) -> Row:
    named = {role: entity.name for role, entity in position.entities.items()}
    return _present(
        {
            "id": position.id,
            "technology": named.get(Role.TECHNOLOGY),
            "measure": named.get(Role.MEASURE),
            "status": position.status.value,
            "conditional": position.condition is not None,
            "since": position.since,
            "until": position.until,
        }
    )


def _present(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}
