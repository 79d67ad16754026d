"""What a query gives back, in plain Python whatever the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """Rows of plain values under named columns; dates and times are ISO strings.

    A node is `{"labels", "properties"}`, a relationship `{"type", "start", "end", "properties"}` with the ids of its
    ends (a Neo4j server tells them only where the ends are in the row too, as in a path), a path
    `{"nodes", "relationships"}`.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, Any]]:
        """The rows as mappings of column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Rows:
    """Rows as the database gives them, to be gone through once while the query is open; values as in a Table.

    Going on raises StoreError where the database gives way in the middle.
    """

    columns: tuple[str, ...]
    values: Iterator[Row]

    def __iter__(self) -> Iterator[Row]:
        return self.values

    def table(self) -> Table:
        """All that are left, in memory."""
        return Table(self.columns, tuple(self.values))


def node(labels: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    """A node as both stores give it."""
    return {"labels": sorted(labels), "properties": _present(properties)}


def relationship(kind: str, start: Any, end: Any, properties: dict[str, Any]) -> dict[str, Any]:
    """A relationship as both stores give it; `start` and `end` are the ids of its nodes, None where they have none."""
    return {"type": kind, "start": start, "end": end, "properties": _present(properties)}


def path(nodes: list[Any], relationships: list[Any]) -> dict[str, Any]:
    """A path as both stores give it."""
    return {"nodes": nodes, "relationships": relationships}


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: properties[name] for name in sorted(properties) if properties[name] is not None}
