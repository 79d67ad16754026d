"""The statements that an answer rests on: what stands in its rows, as an id, a node, a relationship or a path."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import ExportError
from kg.network.neighbourhood import asked
from kg.store import Store
from kg.store.shape import OF_STATEMENT

_ID = re.compile(r"(?P<of>[spae])-[0-9a-f]{20}\Z")
_LABELS = {"Statement": "s", "PolicyPosition": "p", "Article": "a", "Entity": "e"}
_KEPT = "coalesce(s.review, 'open') <> 'rejected'"
_ROLES = "|".join(OF_STATEMENT.values())

_STATEMENTS = f"UNWIND $ids AS id MATCH (s:Statement {{id: id}}) WHERE {_KEPT} RETURN s.id"
_OF_POSITIONS = f"""
UNWIND $ids AS id MATCH (:PolicyPosition {{id: id}})<-[:REPORTS]-(s:Statement) WHERE {_KEPT} RETURN DISTINCT s.id"""
_OF_ARTICLES = f"""
UNWIND $ids AS id MATCH (:Article {{id: id}})<-[:QUOTES]-(s:Statement) WHERE {_KEPT} RETURN DISTINCT s.id"""
_OF_ENTITIES = f"""
UNWIND $ids AS id MATCH (:Entity {{id: id}})<-[:ACTOR]-(s:Statement) WHERE {_KEPT} RETURN DISTINCT s.id"""
_PARTIES = f"""
UNWIND $ids AS id MATCH (:Statement {{id: id}})-[r:{_ROLES}]->(e:Entity) WHERE type(r) <> 'ACTOR' RETURN id, e.id"""

_CURE = "return statements, positions, articles, relationships or nodes, such as … RETURN s.id AS statement"


def statements_in(store: Store, rows: Iterable[Iterable[Any]]) -> frozenset[str]:
    """The ids of the statements that the rows lead to; with nothing but entities in them, what these do to each other.

    Raises ExportError where the rows lead to none.
    """
    ids: dict[str, set[str]] = {of: set() for of in _LABELS.values()}
    for row in rows:
        for of, key in _named(list(row)):
            ids[of].add(key)
    found = _leading(store, ids) or _among(store, ids["e"])
    if not found:
        raise ExportError(f"the rows lead to no statement; {_CURE}")
    return frozenset(found)


def _leading(store: Store, ids: dict[str, set[str]]) -> set[str]:
    return (
        asked(store, _STATEMENTS, ids["s"])
        | asked(store, _OF_POSITIONS, ids["p"])
        | asked(store, _OF_ARTICLES, ids["a"])
    )


def _among(store: Store, entities: set[str]) -> set[str]:
    """What these entities do to each other; with one alone, all that it does."""
    theirs = asked(store, _OF_ENTITIES, entities)
    if len(entities) < 2:
        return theirs
    parties = store.query(_PARTIES, {"ids": sorted(theirs)}).rows
    return {statement for statement, entity in parties if entity in entities}


def _named(value: Any) -> Iterator[tuple[str, str]]:
    """What a value names, as the sort of thing with its id."""
    if isinstance(value, str) and (match := _ID.match(value)):
        yield match["of"], value
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, dict):
        yield from _of_mapping(value)


def _of_mapping(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    properties = value.get("properties")
    if isinstance(properties, dict) and "labels" in value:
        yield from ((_LABELS[name], properties["id"]) for name in value["labels"] if name in _LABELS)
    elif isinstance(properties, dict):
        yield from _named(properties.get("id"))
    else:
        yield from _named(list(value.values()))
