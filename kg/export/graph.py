"""The whole graph, in one order and a page at a time, so that an export needs little memory however much there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.store import Store

_NODES_A_PAGE = 200
"""An article may be long as a book, so a page is small."""

_IDS_A_SCAN = 100_000
"""Ids are read many at once: the embedded store goes through all of a label's nodes to find the next ones."""

_IDS = "MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $size"
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
    for ids in _ids(store, label):
        found = store.query(_NODES.format(label=label), {"ids": ids}).rows
        leaving = store.query(_LEAVING.format(label=label), {"ids": ids}).records()
        yield Page(
            nodes=tuple(sorted(map(_node, found), key=lambda node: node.id)),
            relationships=tuple(Relationship(**row) for row in leaving),
        )


def _ids(store: Store, label: str) -> Iterator[list[str]]:
    after = ""
    while rows := store.query(_IDS.format(label=label), {"after": after, "size": _IDS_A_SCAN}).rows:
        ids = [key for (key,) in rows]
        yield from (ids[at : at + _NODES_A_PAGE] for at in range(0, len(ids), _NODES_A_PAGE))
        after = ids[-1]


def _node(row: Sequence[Any]) -> Node:
    key, labels, properties = row
    return Node(id=key, labels=tuple(sorted(labels)), properties=properties)
