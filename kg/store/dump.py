"""The whole graph as sorted plain data, so that two stores can be compared node for node."""

import json
from dataclasses import dataclass
from typing import Any

from kg.store.marker import LABEL
from kg.store.store import Store

_NODES = f"MATCH (n) WHERE NOT n:{LABEL} RETURN n"
_RELATIONSHIPS = "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties"


@dataclass(frozen=True)
class Dump:
    """All nodes and all relationships; equal for equal graphs."""

    nodes: tuple[Any, ...]
    relationships: tuple[Any, ...]


def dump(store: Store) -> Dump:
    """Everything in a store but the marker of its version. It is read into memory whole: for tests and small graphs."""
    nodes = [row[0] for row in store.query(_NODES).rows]
    relationships = [_present(record) for record in store.query(_RELATIONSHIPS).records()]
    return Dump(tuple(sorted(nodes, key=_key)), tuple(sorted(relationships, key=_key)))


def _present(record: dict[str, Any]) -> dict[str, Any]:
    properties = record["properties"]
    return {**record, "properties": {name: value for name, value in properties.items() if value is not None}}


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
