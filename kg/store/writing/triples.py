"""The direct triple: one hop from actor to object, for those positions that may be read as a plain fact."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.model import Role
from kg.model.position import Position
from kg.ontology import Ontology
from kg.ontology.concept import relationship
from kg.store.backend import Session
from kg.store.writing.positions import Known
from kg.store.writing.rows import by_type, write_rows

_FORGET = """
UNWIND $rows AS row
MATCH (actor:Entity {{id: row.actor}}) MATCH (object:Entity {{id: row.object}})
MATCH (actor)-[r:{types} {{id: row.id}}]->(object)
DELETE r"""
_FORGET_VANISHED = """
UNWIND $ids AS id
MATCH (:PolicyPosition {{id: id}})<-[:HOLDS]-(actor:Entity)
MATCH (actor)-[r:{types} {{id: id}}]->(:Entity)
DELETE r"""
_WRITE = """
UNWIND $rows AS row
MATCH (actor:Entity {id: row.actor}) MATCH (object:Entity {id: row.object})
"""
_CREATE = "CREATE (actor)-[r:{type}]->(object) SET r = row.properties"


def replace(session: Session, ontology: Ontology, known: Iterable[Known], standing: Sequence[Position]) -> None:
    """Leaves triples of exactly those of the touched positions that may have one.

    `known` are all positions touched, of which a fresh one has no triple yet; `standing` are those that remain.
    """
    earlier = {position.id: relationship(position.action) for position in known if not position.fresh}
    vanished = sorted(earlier.keys() - {position.id for position in standing})
    forgotten = [_ends(each) for each in standing if each.id in earlier]
    written = [_row(each) for each in standing if each.is_direct]
    listed = {action.relationship for action in ontology.actions.values()}
    types = sorted(listed.union(earlier.values()).union(row["type"] for row in written))
    write_rows(session, _FORGET.format(types="|".join(types)), forgotten)
    if vanished:
        session.run(_FORGET_VANISHED.format(types="|".join(types)), {"ids": vanished})
    write_rows(session, _WRITE + by_type(types, _CREATE), written)


def _ends(position: Position) -> dict[str, str]:
    assert position.object is not None  # a statement has an object, so its position does
    return {"id": position.id, "actor": position.entities[Role.ACTOR].id, "object": position.object.id}


def _row(position: Position) -> dict[str, Any]:
    technology, measure = position.entities.get(Role.TECHNOLOGY), position.entities.get(Role.MEASURE)
    properties = {
        "id": position.id,
        "technology": technology.name if technology else None,
        "measure": measure.name if measure else None,
        "status": position.status.value,
        "conditional": position.condition is not None,
        "since": position.since,
        "until": position.until,
    }
    present = {name: value for name, value in properties.items() if value is not None}
    return {**_ends(position), "type": relationship(position.action), "properties": present}
