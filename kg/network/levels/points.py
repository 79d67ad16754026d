"""Entities and articles as nodes of a network."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.network.network import Attributes, Node, Type, Value
from kg.store import Store

ENTITY: Attributes = {"wikidata": Type.TEXT, "collective": Type.BOOLEAN, "level": Type.TEXT}
ARTICLE: Attributes = {"published": Type.TEXT, "publisher": Type.TEXT, "url": Type.TEXT, "language": Type.TEXT}

_ENTITIES = """
UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN id, e.name AS label, e.kind AS kind, e.wikidata AS wikidata, e.collective AS collective, e.level AS level"""
_ARTICLES = """
UNWIND $ids AS id MATCH (a:Article {id: id})
RETURN id, coalesce(a.title, a.url, id) AS label, a.published AS published, a.publisher AS publisher, a.url AS url,
  a.language AS language"""


def entities(store: Store, pages: Iterable[list[str]]) -> Iterator[Node]:
    """Entities by their ids, page by page."""
    for ids in pages:
        for row in _by_id(store, _ENTITIES, ids):
            yield Node(row["id"], row["label"], row["kind"], present(row, ENTITY))


def articles(store: Store, pages: Iterable[list[str]]) -> Iterator[Node]:
    """Articles by their ids, page by page."""
    for ids in pages:
        for row in _by_id(store, _ARTICLES, ids):
            yield Node(row["id"], row["label"], "Article", present(row, ARTICLE))


def present(row: Mapping[str, Any], attributes: Iterable[str]) -> dict[str, Value]:
    """Those of the attributes that a row has."""
    return {name: row[name] for name in attributes if row.get(name) not in (None, "")}


def _by_id(store: Store, cypher: str, ids: list[str]) -> list[dict[str, Any]]:
    return sorted(store.query(cypher, {"ids": ids}).records(), key=lambda row: str(row["id"]))
