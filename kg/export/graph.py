"""The whole graph, in one order and a page at a time, so that an export needs little memory however much there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.network.levels.paging import all_pages
from kg.store import Store

_NODES = "UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, labels(n) AS labels, properties(n) AS properties"
_LEAVING = """
UNWIND $ids AS id
MATCH (:{label} {{id: id}})-[r]->(end)
RETURN type(r) AS type, id AS start, end.id AS end, labels(end) AS labels, properties(r) AS properties"""


@dataclass(frozen=True)
class Node:
    """One node; an absent property is None or left out."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Relationship:
    """One relationship, between the nodes with the ids `start` and `end`; `labels` are those of the latter."""

    type: str
    start: str
    end: str
    labels: Sequence[str]
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """Some nodes by their ids, and all relationships that lead from them, in no order."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def pages(store: Store, label: str) -> Iterator[Page]:
    """All nodes with a label, in the order of their ids. Raises StoreError.

    Pages are read one after the other: what is loaded meanwhile may be in some of them only.
    """
    for ids in all_pages(store, label):
        found = store.query(_NODES.format(label=label), {"ids": ids}).rows
        leaving = store.query(_LEAVING.format(label=label), {"ids": ids}).records()
        yield Page(
            nodes=tuple(sorted(map(_node, found), key=lambda node: node.id)),
            relationships=tuple(Relationship(**row) for row in leaving),
        )


def _node(row: Sequence[Any]) -> Node:
    key, labels, properties = row
    return Node(id=key, labels=tuple(sorted(labels)), properties=properties)
