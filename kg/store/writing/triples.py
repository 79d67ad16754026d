"""The direct triple: one hop from actor to object, for those positions that may be read as a plain fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import StoreError
from kg.model import Role
from kg.model.position import Position
from kg.ontology import Ontology
from kg.store.backend import Session
from kg.store.writing.rows import write_rows

_FORGET = """
UNWIND $ids AS id
MATCH (actor:Entity)-[:HOLDS]->(:PolicyPosition {{id: id}})
MATCH (actor)-[r:{type} {{id: id}}]->(:Entity)
DELETE r"""
_WRITE = """
UNWIND $rows AS row
MATCH (actor:Entity {{id: row.actor}}) MATCH (object:Entity {{id: row.object}})
MERGE (actor)-[r:{type} {{id: row.properties.id}}]->(object) SET r = row.properties"""


def replace(session: Session, ontology: Ontology, actions: Mapping[str, str], standing: Iterable[Position]) -> None:
    """Leaves triples of exactly those of the touched positions that may have one.

    `actions` names the action of every position touched, `standing` are those of them that remain.
    """
    kept: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for position in standing:
        kept[position.action] += _rows(position)
    for action in sorted(set(actions.values())):
        kind = relationship(ontology, action)
        touched = sorted(key for key, of in actions.items() if of == action)
        session.run(_FORGET.format(type=kind), {"ids": touched})
        write_rows(session, _WRITE.format(type=kind), kept[action])


def relationship(ontology: Ontology, action: str) -> str:
    """The type of an action's triples. Raises StoreError for an action that the ontology does not have."""
    if action not in ontology.actions:
        raise StoreError(f"the ontology has no action {action!r}; use one of {', '.join(sorted(ontology.actions))}")
    return ontology.actions[action].relationship


def _rows(position: Position) -> Iterable[dict[str, Any]]:
    if not position.is_direct or position.object is None:
        return
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
    yield {"actor": position.entities[Role.ACTOR].id, "object": position.object.id, "properties": present}
