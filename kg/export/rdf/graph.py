"""A store as triples: readings as they came, and beside them what the graph derives from them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from pyoxigraph import NamedNode, Triple

from kg.model import Entity, Kind, Reading, Role
from kg.model.position import Position, positions
from kg.network.levels.paging import all_pages
from kg.network.reports import reports
from kg.ontology.links import TYPES
from kg.rdf.literals import integer, text, time
from kg.rdf.names import term, thing
from kg.rdf.outgoing import (
    ROLES,
    STATEMENT_TEXTS,
    TYPE,
    of_article,
    of_entity,
    of_reading,
    of_statement,
)
from kg.store import Store
from kg.store.readback import pages

_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN id, e.name AS name, e.kind AS kind, e.collective AS collective, e.wikidata AS wikidata"""
_LINKS = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})-[r:{"|".join(TYPES)}]->(e:Entity) RETURN id, type(r) AS type, e.id AS of"""
_LINK_TERMS = {
    "BROADER": term("skos:broader"),
    **{name: term(f"kg:{name.lower()}") for name in TYPES if name != "BROADER"},
}


def triples(store: Store, without_text: bool = False) -> Iterator[Triple]:
    """All of the graph, in a fixed order: articles with their statements, entities, positions with direct triples."""
    read_by: set[tuple[str, str]] = set()
    for of_one, known in _articles(store):
        read_by.update((statement.extractor, each.read_with) for each in of_one for statement in each.statements)
        yield from _article(of_one, known, without_text)
    for extractor, read_with in sorted(read_by):
        yield from of_reading(extractor, read_with)
    yield from _entities(store)
    yield from _positions(store)


def article_triples(store: Store) -> Iterator[list[Triple]]:
    """Article by article, all that is said of it and in it, with the entities that it names."""
    for of_one, known in _articles(store):
        named = sorted({entity for reading in of_one for entity in _named(reading)} & known.keys())
        yield [*_article(of_one, known, False), *(triple for key in named for triple in of_entity(known[key]))]


def _articles(store: Store) -> Iterator[tuple[list[Reading], Mapping[str, Entity]]]:
    """The readings of each article, with the entities of its page as the graph describes them."""
    for page in pages(store):
        known = _described(store, sorted({entity for reading in page for entity in _named(reading)}))
        for _, of_one in groupby(page, key=lambda reading: reading.article.id):
            yield list(of_one), known


def _article(of_one: list[Reading], known: Mapping[str, Entity], without_text: bool) -> Iterator[Triple]:
    yield from of_article(of_one[0], without_text)
    for reading in of_one:
        for statement in sorted(reading.statements, key=lambda each: each.id):
            yield from of_statement(statement, reading.read_with, known)


def _named(reading: Reading) -> Iterator[str]:
    return (filler.entity.id for statement in reading.statements for _, filler in statement.fillers())


def _described(store: Store, ids: list[str]) -> Mapping[str, Entity]:
    return {row["id"]: _entity(row) for row in store.query(_ENTITIES, {"ids": ids}).records()}


def _entity(row: Mapping[str, Any]) -> Entity:
    flags = {"collective": bool(row["collective"]), "wikidata": row["wikidata"]}
    return Entity(id=row["id"], name=row["name"], kind=Kind(row["kind"]), **flags)


def _entities(store: Store) -> Iterator[Triple]:
    for ids in all_pages(store, "Entity"):
        links = sorted((row["id"], row["type"], row["of"]) for row in store.query(_LINKS, {"ids": ids}).records())
        for key, entity in sorted(_described(store, ids).items()):
            yield from of_entity(entity)
            about = thing("entity", key)
            yield from (
                Triple(about, _LINK_TERMS[type_], thing("entity", of)) for id_, type_, of in links if id_ == key
            )


def _positions(store: Store) -> Iterator[Triple]:
    for actor, told in reports(store, None):
        held = positions(told)
        for position in held:
            yield from _position(position)
        yield from _direct(actor, held)


def _direct(actor: Entity, held: Iterable[Position]) -> Iterator[Triple]:
    """The direct triples of one actor, each warranted by a position that may be read as a plain fact."""
    plain = {(each.action, each.object.id) for each in held if each.is_direct and each.object is not None}
    about = thing("entity", actor.id)
    return (Triple(about, term(f"kg:{action}"), thing("entity", object_)) for action, object_ in sorted(plain))


def _position(position: Position) -> Iterator[Triple]:
    about = thing("position", position.id)
    yield Triple(about, TYPE, term("kg:PolicyPosition"))
    yield Triple(about, term("kg:action"), thing("action", position.action))
    for role in (role for role in Role if role in position.entities):
        yield Triple(about, ROLES[role], thing("entity", position.entities[role].id))
    yield from _state(about, position)
    yield from (Triple(about, term("kg:reportedBy"), thing("statement", each)) for each in position.statements)


def _state(about: NamedNode, position: Position) -> Iterator[Triple]:
    yield Triple(about, term("kg:status"), thing("value", position.status.value))
    yield Triple(about, term("kg:certainty"), thing("value", position.certainty.value))
    yield Triple(about, term("kg:articles"), integer(position.articles))
    days = {"since": position.since, "until": position.until}
    reported = {"firstReported": position.first_reported, "lastReported": position.last_reported}
    for name, day in {**days, **reported}.items():
        if day:
            yield Triple(about, term(f"kg:{name}"), time(day))
    for name in ("condition", "exception"):
        if (said := getattr(position, name)) is not None:
            yield Triple(about, STATEMENT_TEXTS[name], text(said))
