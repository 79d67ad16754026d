"""Entities in the graph: those of the ontology with all that lies above them, and those that only articles name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Entity
from kg.ontology import Concept, Link, Ontology
from kg.ontology.links import TYPES
from kg.store.backend import Session
from kg.store.shape import KIND_LABELS
from kg.store.writing.rows import by_type, write_rows

_CREATE = "UNWIND $rows AS row\n" + by_type(KIND_LABELS, "CREATE (e:Entity:{type}) SET e = row.properties")
_WRITE = "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e += row"
_RELABEL = """
UNWIND $ids AS id MATCH (e:Entity {{id: id}}) WHERE NOT e:{label} REMOVE e:{others} SET e:{label}"""
_LINK = """
UNWIND $rows AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target})
""" + by_type(TYPES, "CREATE (a)-[r:{type}]->(b) SET r = row.properties")
_UNLINK = """
UNWIND $rows AS row
MATCH (:Entity {id: row.source})-[r]->(:Entity {id: row.target}) WHERE type(r) = row.type
DELETE r"""
_PRESENT = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id"
_STORED = f"""
UNWIND $ids AS id
MATCH (e:Entity {{id: id}})
OPTIONAL MATCH (e)-[r:{"|".join(TYPES)}]->(above:Entity)
RETURN id, e.name AS name, e.kind AS kind, e.collective AS collective, e.wikidata AS wikidata, e.level AS level,
  collect([type(r), above.id, r.since, r.until]) AS links"""

_CLAIMS = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(s:Statement) WHERE r.name IS NOT NULL
RETURN id, r.name AS name, r.kind AS kind, r.collective AS collective, count(s) AS times"""
_NAMED = """
UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, e.name AS name, e.kind AS kind, e.collective AS collective"""
_UNUSED = f"""
UNWIND $ids AS id
MATCH (e:Entity {{id: id}})
WHERE NOT EXISTS {{ (e)<--() }}
  AND NOT EXISTS {{ MATCH (e)-[r]->(other) WHERE NOT (type(r) IN {list(TYPES)} AND other:Entity) }}
OPTIONAL MATCH (e)-->(above:Entity)
RETURN id, above.id AS above"""
_DELETE = "UNWIND $ids AS id MATCH (e:Entity {id: id}) DETACH DELETE e"


def write(session: Session, ontology: Ontology, entities: Iterable[Entity]) -> None:
    """Writes the entities that are not there yet, under the ontology's name and kind where it has them.

    With them comes everything above them; above one that is there, all is there already.
    """
    named = {entity.id: entity for entity in entities}
    missing = named.keys() - _present(session, named)
    above = ontology.surroundings(sorted(missing))
    listed = {concept.slug: _concept_row(concept) for concept in above.concepts}
    there = _present(session, listed.keys() - missing)
    unlisted = {key: _row(named[key]) for key in sorted(missing) if key not in listed}
    _create(session, [row for key, row in (listed | unlisted).items() if key not in there])
    write_rows(session, _LINK, _link_rows(link for link in above.links if link.source not in there))


def renew(session: Session, ontology: Ontology) -> frozenset[str]:
    """Brings the entities of the graph to what an ontology says of them; gives those whose name changed."""
    stored = {row["id"]: row for row in session.run(_STORED, {"ids": sorted(ontology.concepts)}).records()}
    above = ontology.surroundings(sorted(stored))
    rows = {concept.slug: _concept_row(concept) for concept in above.concepts}
    _create(session, [row for key, row in rows.items() if key not in stored])
    _change(session, [row for key, row in rows.items() if key in stored and _differs(row, stored[key])])
    linked = {link for row in stored.values() for link in _stored_links(row)}
    loosened = linked.difference(above.links)
    write_rows(session, _UNLINK, _link_rows(loosened))
    write_rows(session, _LINK, _link_rows(set(above.links) - linked))
    delete_unused(session, (link.target for link in loosened))
    return frozenset(key for key, row in stored.items() if row["name"] != rows[key]["name"])


def named(session: Session, ontology: Ontology, ids: Iterable[str]) -> dict[str, str]:
    """The names that entities have in the graph."""
    listed, unlisted = {}, []
    for key in sorted(ids):
        if key in ontology.concepts:
            listed[key] = ontology.concepts[key].name
        else:
            unlisted.append(key)
    rows = session.run(_NAMED, {"ids": unlisted}).records() if unlisted else []
    return {**listed, **{row["id"]: row["name"] for row in rows}}


def settle(session: Session, ontology: Ontology, ids: Iterable[str]) -> frozenset[str]:
    """Names entities that no ontology entry lists as most of their statements do; gives those whose name changed.

    Ties go to the first in the alphabet, so that the order in which articles come does not matter.
    """
    unlisted = sorted(key for key in ids if key not in ontology.concepts)
    if not unlisted:
        return frozenset()
    before = {row["id"]: row for row in session.run(_NAMED, {"ids": unlisted}).records()}
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in session.run(_CLAIMS, {"ids": unlisted}).records():
        claims[claim["id"]].append(claim)
    settled = [{"id": key, **_most_claimed(made)} for key, made in sorted(claims.items())]
    _change(session, [row for row in settled if _differs(row, before[row["id"]])])
    return frozenset(row["id"] for row in settled if row["name"] != before[row["id"]]["name"])


def delete_unused(session: Session, ids: Iterable[str]) -> None:
    """Deletes those of the entities that nothing needs any more, and then what only they needed."""
    candidates = set(ids)
    while candidates:
        found = session.run(_UNUSED, {"ids": sorted(candidates)}).rows
        session.run(_DELETE, {"ids": sorted({key for key, _ in found})})
        candidates = {above for _, above in found if above is not None}


def _present(session: Session, ids: Iterable[str]) -> frozenset[str]:
    wanted = sorted(ids)
    return frozenset(key for (key,) in session.run(_PRESENT, {"ids": wanted}).rows) if wanted else frozenset()


def _create(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    write_rows(session, _CREATE, [{"type": row["kind"], "properties": _filled(row)} for row in rows])


def _change(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    write_rows(session, _WRITE, rows)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row["id"])
    for label, ids in sorted(by_kind.items()):
        others = ":".join(other for other in KIND_LABELS if other != label)
        session.run(_RELABEL.format(label=label, others=others), {"ids": ids})


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _link_rows(links: Iterable[Link]) -> list[dict[str, Any]]:
    rows = []
    for link in sorted(links):
        dates = {"since": link.since, "until": link.until}
        properties = {name: value for name, value in dates.items() if value}
        rows.append({"source": link.source, "type": link.type, "target": link.target, "properties": properties})
    return rows


def _stored_links(row: Mapping[str, Any]) -> Iterable[Link]:
    """The links of a stored entity; one without any gives a single one of nothing."""
    for kind, target, since, until in row["links"]:
        if kind is not None:
            yield Link(row["id"], kind, target, since or "", until or "")


def _differs(row: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
    return any(stored[name] != value for name, value in row.items())


def _concept_row(concept: Concept) -> dict[str, Any]:
    return {**_row(concept.entity), "level": concept.level.value if concept.level else None}


def _row(entity: Entity) -> dict[str, Any]:
    return entity.model_dump(mode="json")


def _most_claimed(claims: list[dict[str, Any]]) -> dict[str, Any]:
    best = min(claims, key=lambda claim: (-claim["times"], claim["name"], claim["kind"], claim["collective"]))
    return {name: best[name] for name in ("name", "kind", "collective")}


def claim(ontology: Ontology, entity: Entity) -> Mapping[str, Any]:
    """What one statement says of an entity that the ontology does not list; nothing where it does."""
    if entity.id in ontology.concepts:
        return {}
    return {"name": entity.name, "kind": entity.kind.value, "collective": entity.collective}
