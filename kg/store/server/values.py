"""Turns what the Neo4j driver returns into plain Python."""

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from kg.store.table import node, path, relationship


def plain(value: Any) -> Any:
    """A value without anything of the driver in it; dates, times and durations as ISO strings."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Node():
            return node(list(value.labels), _properties(value))
        case Relationship():
            return relationship(value.type, _id(value.start_node), _id(value.end_node), _properties(value))
        case Path():
            return path([plain(item) for item in value.nodes], [plain(item) for item in value.relationships])
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case Date() | DateTime() | Time() | Duration():  # before lists: to Python a Duration is a tuple
            return value.iso_format()
        case list() | tuple() | set():
            return [plain(item) for item in value]
    return str(value)


def _id(end: Node | None) -> Any:
    return end.get("id") if end is not None else None


def _properties(element: Node | Relationship) -> dict[str, Any]:
    return {name: plain(value) for name, value in element.items()}
