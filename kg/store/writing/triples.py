"""The direct triple: one hop from actor to object, for those positions that may be read as a plain fact."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from kg.model import Role
from kg.model.position import Position
from kg.ontology import Ontology
from kg.ontology.concept import relationship
from kg.store.backend import Session
from kg.store.writing.positions import Known
from kg.store.writing.rows import by_type, write_rows

T = TypeVar("T")

_FORGET = """
UNWIND $rows AS row
MATCH (actor:Entity {{id: row.actor}}) MATCH (object:Entity {{id: row.object}})
MATCH (actor)-[r:{type} {{id: row.id}}]->(object)
DELETE r"""
_FORGET_VANISHED = """
UNWIND $ids AS id
MATCH (:PolicyPosition {{id: id}})<-[:HOLDS]-(actor:Entity)
MATCH (actor)-[r:{type} {{id: id}}]->(:Entity)
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
    earlier = [position for position in known if not position.fresh]
    had = {position.id for position in earlier}
    remaining = {position.id for position in standing}
    forgotten = _by_action((each.action, _ends(each)) for each in standing if each.id in had and each.object)
    vanished = _by_action((each.action, each.id) for each in earlier if each.id not in remaining)
    for kind, rows in forgotten:
        session.run(_FORGET.format(type=kind), {"rows": rows})
    for kind, ids in vanished:
        session.run(_FORGET_VANISHED.format(type=kind), {"ids": ids})
    rows = [_row(each) for each in standing if each.is_direct]
    types = {action.relationship for action in ontology.actions.values()}.union(row["type"] for row in rows)
    write_rows(session, _WRITE + by_type(sorted(types), _CREATE), rows)


def _by_action(pairs: Iterable[tuple[str, T]]) -> list[tuple[str, list[T]]]:
    found: dict[str, list[T]] = defaultdict(list)
    for action, value in pairs:
        found[relationship(action)].append(value)
    return sorted(found.items())


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
