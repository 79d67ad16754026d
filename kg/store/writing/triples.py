"""The direct triple: one hop from actor to object, for those positions that may be read as a plain fact."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kg.model import Role
from kg.model.position import Position
from kg.ontology.concept import relationship
from kg.store.backend import Session
from kg.store.writing.positions import Known
from kg.store.writing.rows import write_rows

_FORGET = """
UNWIND $ids AS id
MATCH (actor:Entity)-[:HOLDS]->(:PolicyPosition {{id: id}})
MATCH (actor)-[r:{type} {{id: id}}]->(:Entity)
DELETE r"""
_WRITE = """
UNWIND $rows AS row
MATCH (actor:Entity {{id: row.actor}}) MATCH (object:Entity {{id: row.object}})
CREATE (actor)-[r:{type}]->(object) SET r = row.properties"""


def replace(session: Session, known: Iterable[Known], standing: Iterable[Position]) -> None:
    """Leaves triples of exactly those of the touched positions that may have one.

    `known` are all positions touched, of which a fresh one has no triple yet; `standing` are those that remain.
    """
    had, has = defaultdict[str, list[str]](list), defaultdict[str, list[dict[str, Any]]](list)
    for earlier in known:
        if not earlier.fresh:
            had[earlier.action].append(earlier.id)
    for position in standing:
        has[position.action] += _rows(position)
    for action in sorted({*had, *has}):
        kind = relationship(action)
        if had[action]:
            session.run(_FORGET.format(type=kind), {"ids": sorted(had[action])})
        write_rows(session, _WRITE.format(type=kind), has[action])


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
