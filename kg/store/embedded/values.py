"""Turns what ArcadeDB returns into plain Python."""

from typing import Any

from kg.store.table import node, path, relationship


def plain(value: Any) -> Any:
    """A value without anything of Java in it; dates, times and durations as ISO strings."""
    if value is None or type(value) in (bool, int, float, str):  # Java's boxed numbers are subclasses of Python's
        return value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return _from_java(value) if hasattr(value, "getClass") else _iso(value)


def _iso(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _from_java(value: Any) -> Any:
    from arcadedb_embedded.type_conversion import convert_java_to_python
    from jpype import JClass

    if isinstance(value, JClass("com.arcadedb.graph.Vertex")):
        return node(str(value.getTypeName()).split("~"), _properties(value))
    if isinstance(value, JClass("com.arcadedb.graph.Edge")):
        start, end = plain(value.getOutVertex().get("id")), plain(value.getInVertex().get("id"))
        return relationship(str(value.getTypeName()), start, end, _properties(value))
    if isinstance(value, JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return path([plain(item) for item in value.getVertices()], [plain(item) for item in value.getEdges()])
    converted = convert_java_to_python(value)
    return str(value.toString()) if converted is value else plain(converted)


def _properties(element: Any) -> dict[str, Any]:
    return {str(name): plain(element.get(name)) for name in element.getPropertyNames()}
