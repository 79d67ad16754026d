"""Entities in the graph: those of the ontology with all that lies above them, and those that only articles name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Entity
from kg.ontology import Concept, Link, Ontology
from kg.store.backend import Session
from kg.store.shape import KIND_LABELS
from kg.store.writing.rows import write_rows

_WRITE = "UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e = row"
_RELABEL = """
UNWIND $ids AS id MATCH (e:Entity {{id: id}}) WHERE NOT e:{label} REMOVE e:{others} SET e:{label}"""
_LINK = """
UNWIND $rows AS row
MATCH (a:Entity {{id: row.source}}) MATCH (b:Entity {{id: row.target}})
MERGE (a)-[r:{type}]->(b) SET r = row.properties"""

_CLAIMS = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(s:Statement)
RETURN id, r.name AS name, r.kind AS kind, r.collective AS collective, count(s) AS times"""
_NAMES = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, e.name AS name"
_UNUSED = """
UNWIND $ids AS id
MATCH (e:Entity {id: id}) WHERE NOT EXISTS { (e)<--() } AND NOT EXISTS { (e)-[:HOLDS]->() }
OPTIONAL MATCH (e)-->(above:Entity)
RETURN id, above.id AS above"""
_DELETE = "UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e"


def write(session: Session, ontology: Ontology, entities: Iterable[Entity]) -> None:
    """Writes entities under the ontology's name and kind where it has them, with everything above them."""
    named = {entity.id: entity for entity in entities}
    above = ontology.surroundings(sorted(named))
    listed = {concept.slug: _concept_row(concept) for concept in above.concepts}
    _write_rows(session, [*listed.values(), *(_row(e) for key, e in sorted(named.items()) if key not in listed)])
    _write_links(session, above.links)


def settle(session: Session, ontology: Ontology, ids: Iterable[str]) -> frozenset[str]:
    """Names entities that no ontology entry lists as most of their statements do; gives those whose name changed.

    Ties go to the first in the alphabet, so that the order in which articles come does not matter.
    """
    unlisted = sorted(key for key in ids if key not in ontology.concepts)
    before = dict(session.run(_NAMES, {"ids": unlisted}).rows)
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in session.run(_CLAIMS, {"ids": unlisted}).records():
        claims[claim["id"]].append(claim)
    settled = [_row(_most_claimed(key, made)) for key, made in sorted(claims.items())]
    _write_rows(session, settled)
    return frozenset(row["id"] for row in settled if before.get(row["id"]) != row["name"])


def delete_unused(session: Session, ids: Iterable[str]) -> None:
    """Deletes those of the entities that nothing needs any more, and then what only they needed."""
    candidates = set(ids)
    while candidates:
        found = session.run(_UNUSED, {"ids": sorted(candidates)}).rows
        session.run(_DELETE, {"ids": sorted({key for key, _ in found})})
        candidates = {above for _, above in found if above is not None}


def _write_rows(session: Session, rows: list[dict[str, Any]]) -> None:
    write_rows(session, _WRITE, rows)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row["id"])
    for kind, ids in sorted(by_kind.items()):
        others = ":".join(label for label in KIND_LABELS if label != kind)
        session.run(_RELABEL.format(label=kind, others=others), {"ids": ids})


def _write_links(session: Session, links: Iterable[Link]) -> None:
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for link in links:
        dates = {"since": link.since, "until": link.until}
        properties = {name: value for name, value in dates.items() if value}
        by_type[link.type].append({"source": link.source, "target": link.target, "properties": properties})
    for kind, rows in sorted(by_type.items()):
        write_rows(session, _LINK.format(type=kind), rows)


def _concept_row(concept: Concept) -> dict[str, Any]:
    level = {"level": concept.level.value} if concept.level else {}
    return {**_row(concept.entity), **level}


def _row(entity: Entity) -> dict[str, Any]:
    return {**entity.model_dump(mode="json", exclude_none=True)}


def _most_claimed(key: str, claims: list[dict[str, Any]]) -> Entity:
    best = min(claims, key=lambda claim: (-claim["times"], claim["name"], claim["kind"], claim["collective"]))
    return Entity(id=key, name=best["name"], kind=best["kind"], collective=best["collective"])


def claim(ontology: Ontology, entity: Entity) -> Mapping[str, Any]:
    """What one statement says of an entity that the ontology does not list; nothing where it does."""
    if entity.id in ontology.concepts:
        return {}
    return {"name": entity.name, "kind": entity.kind.value, "collective": entity.collective}
