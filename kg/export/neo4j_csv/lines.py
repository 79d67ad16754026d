"""Lines of CSV as `neo4j-admin` reads them: text in quotes, so that "" is empty text and nothing at all is no value."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kg.export.graph import Node, Relationship
from kg.export.neo4j_csv.tables import NODES, Columns, Joining
from kg.store.shape import KIND_LABELS

_LABELS = frozenset({*NODES, *KIND_LABELS})


def node_header(label: str, columns: Columns) -> str:
    """The first line of a file of nodes; ids of one label are a space of their own."""
    return _line((f"id:ID({label})", ":LABEL", *_named(columns)))


def node_line(node: Node, columns: Columns) -> str:
    """One node."""
    labels = (each for each in node.labels if each in _LABELS)
    return _line((_text(node.id), _text(";".join(labels)), *_cells(node.properties, columns)))


def relationship_header(joining: Joining) -> str:
    """The first line of a file of relationships of one type."""
    return _line((f":START_ID({joining.start})", f":END_ID({joining.end})", *_named(joining.columns)))


def relationship_line(relationship: Relationship, joining: Joining) -> str:
    """One relationship."""
    ends = (_text(relationship.start), _text(relationship.end))
    return _line((*ends, *_cells(relationship.properties, joining.columns)))


def _named(columns: Columns) -> Iterable[str]:
    return (f"{name}:{kind}" for name, kind in columns.items())


def _cells(properties: Mapping[str, Any], columns: Columns) -> Iterable[str]:
    for name, kind in columns.items():
        value = properties.get(name)
        yield "" if value is None else _WRITTEN[kind](value)


def _line(cells: Iterable[str]) -> str:
    return ",".join(cells) + "\n"


def _text(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


_WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "string": _text,
    "date": str,
    "long": str,
    "double": lambda value: repr(float(value)),
    "boolean": lambda value: "true" if value else "false",
}
"""How a value of each type is written; dates are ISO days already."""
